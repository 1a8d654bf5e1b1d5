"""A spec file says what a survey shall be; a wrong one is told by key, all at once."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teamhealth.failures import SpecInvalid
from teamhealth.services.lead_survey import survey_of
from teamhealth.survey.identities import Identities
from teamhealth.survey.policy import CommentsChoice
from teamhealth.survey.questionnaire import Questionnaire
from teamhealth.survey.spec import ServiceSpec, SurveySpec, TeamSpec, spec_of, spec_problems
from teamhealth.survey.spec_file import parse_spec
from tests.exchange.spoiling import changed_bytes
from tests.invented import core_questionnaire
from tests.survey.spec_text import GOOD


def _find(name: str) -> Questionnaire | None:
    return core_questionnaire() if name == "team-health" else None


def _problems(text: str) -> str:
    with pytest.raises(SpecInvalid) as caught:
        parse_spec("SPEC.toml", text.encode(), _find)
    assert caught.value.file == "SPEC.toml"
    return "\n".join(caught.value.problems)


def test_a_short_spec_is_filled_up() -> None:
    spec, doubts = parse_spec("SPEC.toml", GOOD.encode(), _find)
    assert doubts == ()
    assert spec == SurveySpec(
        name="Autumn 2026 team health",
        organisation="Exampleshire Council",
        round_name="Autumn 2026 team health",
        services=(ServiceSpec("Early Help", (TeamSpec("Alder", 9, 1), TeamSpec("Beech", 6))),),
        questionnaires=(core_questionnaire(),),
        comments=CommentsChoice.FROM_THRESHOLD,
    )


@pytest.mark.parametrize(
    ("said", "choice"),
    [
        ('"never"', CommentsChoice.NOT_ASKED),
        ("0", CommentsChoice.NOT_ASKED),
        ('"threshold"', CommentsChoice.FROM_THRESHOLD),
        ("5", CommentsChoice.FROM_THRESHOLD),
    ],
)
def test_comments_are_chosen_by_word_or_number(said: str, choice: CommentsChoice) -> None:
    spec, _ = parse_spec("SPEC.toml", GOOD.replace('"threshold"', said).encode(), _find)
    assert spec.comments is choice


def test_comments_from_eight_need_one_team_that_is_large_enough_and_name_the_others() -> None:
    larger = GOOD.replace("headcount = 6", "headcount = 8").replace('"threshold"', "8")
    assert parse_spec("SPEC.toml", larger.encode(), _find)[0].comments is CommentsChoice.FROM_EIGHT
    mixed = GOOD.replace('"threshold"', "8")
    spec, (doubt,) = parse_spec("SPEC.toml", mixed.encode(), _find)
    assert spec.comments is CommentsChoice.FROM_EIGHT
    assert (doubt.text, doubt.blocking) == ("Comments: Not asked in Beech: too few people.", False)
    small = "comments_from: Every team is too small for comments from 8 answers"
    assert small in _problems(mixed.replace("headcount = 9", "headcount = 8"))


def test_a_small_team_among_others_is_a_doubt_and_alone_an_error() -> None:
    spec, (doubt,) = parse_spec("SPEC.toml", GOOD.replace("headcount = 6", "headcount = 3").encode(), _find)
    assert len(spec.teams) == 2
    assert (doubt.key, doubt.blocking) == ("services[1].teams[2].headcount", False)
    alone = GOOD.partition('\n[[services.teams]]\nname = "Beech"')[0].replace("headcount = 9", "headcount = 5")
    assert "services[1].teams[1].headcount" in _problems(alone)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('name = "Autumn 2026 team health"', "", "name: is missing"),
        ('organisation = "Exampleshire Council"', "organisation = 7", "organisation: is not a text"),
        ('comments_from = "threshold"', "", "comments_from: is missing"),
        ('"threshold"', '"sometimes"', "comments_from: is not"),
        ('"threshold"', "true", "comments_from: is neither"),
        ('"threshold"', '"threshold"\nthreshold = 4', "threshold: is 4, not 5 to 200"),
        ('"threshold"', '"threshold"\none_time_codes = 1', "one_time_codes: is not true or false"),
        ('"threshold"', '"threshold"\nspare_codes = -1', "spare_codes: is -1"),
        ('"threshold"', '"threshold"\nplanned_closing = "soon"', "planned_closing: is not a day"),
        ('"threshold"', '"threshold"\nquestionnaires = ["no-such"]', "questionnaires[1]: there is no questionnaire"),
        ('"threshold"', '"threshold"\nquestionnaires = []', "questionnaires: has 0 entries"),
        ('"threshold"', '"threshold"\npassphrase = "x"', "passphrase: is not a key"),
        ("headcount = 9", "headcount = 201", "services[1].teams[1].headcount: is 201, not 1 to 200"),
        ("headcount = 9", 'headcount = "nine"', "services[1].teams[1].headcount: is not a whole number"),
        ("recipients_answering = 1", "recipients = 1", "services[1].teams[1].recipients: is not a key"),
        ("recipients_answering = 1", "recipients_answering = 10", "services[1].teams[1].recipients_answering"),
        ('name = "Beech"', 'name = "ALDER"', "services[1].teams[2].name: Another team has the same name"),
        ('name = "Beech"', 'name = "North\\u202Egate"', "services[1].teams[2].name: holds a character"),
        ("[[services]]", "[[service]]", "service: is not a key"),
    ],
)
def test_each_wrong_key_is_named(old: str, new: str, told: str) -> None:
    assert old in GOOD
    assert told in _problems(GOOD.replace(old, new, 1))


@pytest.mark.parametrize("raw", [b"name = ", b"\xff", b"a = " + b"[" * 5000, b"x" * (4 * 1024 * 1024 + 1)])
def test_what_is_no_toml_is_told(raw: bytes) -> None:
    with pytest.raises(SpecInvalid):
        parse_spec("SPEC.toml", raw, _find)


def test_all_problems_are_told_at_once() -> None:
    assert len(_problems("colour = 1").splitlines()) >= 5


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 2**32))
def test_a_spoilt_spec_is_read_or_refused(seed: int) -> None:
    raw = changed_bytes(GOOD.encode(), random.Random(seed))
    try:
        spec, _ = parse_spec("SPEC.toml", raw, _find)
    except SpecInvalid:
        return
    assert not [each for each in spec_problems(spec) if each.blocking]


def test_the_next_round_starts_from_a_survey() -> None:
    spec, _ = parse_spec("SPEC.toml", GOOD.encode(), _find)
    survey = survey_of(spec, Identities(), random.Random(1).randbytes)
    assert spec_of(survey) == replace(spec, name="", round_name="")
