"""A translation differs from its original in words alone."""

from dataclasses import replace
from pathlib import Path

from teamhealth.survey.questionnaire_file import read_questionnaire
from teamhealth.survey.translation import translation_problems
from tests.invented import core_questionnaire
from tests.survey.cymraeg import cymraeg


def test_other_words_and_minutes_are_no_difference(tmp_path: Path) -> None:
    made = read_questionnaire(cymraeg(tmp_path))
    assert translation_problems(replace(made, minutes=9, audience="Pawb."), core_questionnaire()) == ()


def test_whatever_answers_are_coded_scored_or_shown_by_is_one() -> None:
    core = core_questionnaire()
    first, *others = core.domains
    item, *rest = first.items
    scale, *scales = core.response_scales
    banded, *further = sorted(core.banded_items, key=lambda each: each.reference is None)
    place = core.banded_items.index(banded)
    bare = (*core.banded_items[:place], replace(banded, reference=None), *core.banded_items[place + 1 :])
    for other, words in (
        (replace(core, version="2.0"), 'version: 2.0; a translation of "Team health" has 1.0'),
        (replace(core, score_domains=False), 'score_domains: false; a translation of "Team health" has true'),
        (replace(core, domains=tuple(others)), "domains: "),
        (replace(core, domains=(replace(first, items=(*rest, item)), *others)), "domains.stability.items: st2, st3"),
        (
            replace(core, domains=(replace(first, items=(replace(item, reverse=True), *rest)), *others)),
            "domains.stability, reverse: st1, ",
        ),
        (replace(core, response_scales=(replace(scale, options=scale.options[1:]), *scales)), "response_scales."),
        (replace(core, response_scales=tuple(scales)), f"response_scales.{scale.id}: nothing"),
        (replace(core, banded_items=tuple(further)), "banded_items: "),
        (replace(core, banded_items=bare), f"banded_items.{banded.id}.reference: nothing"),
        (replace(core, comments=()), "comments: nothing; "),
    ):
        assert any(each.startswith(words) for each in translation_problems(other, core)), words


def test_what_could_not_be_read_is_not_told_again() -> None:
    core = core_questionnaire()
    assert translation_problems(replace(core, version="", comments=(replace(core.comments[0], id=""),)), core) == ()
