"""Whether a theme was asked alike in two rounds."""

from dataclasses import replace

from teamhealth.survey.asked_alike import Asked, asked_of
from teamhealth.survey.questionnaire import Questionnaire
from tests.invented import core_questionnaire


def asked(text: str) -> Asked:
    core = core_questionnaire()
    first, *others = core.domains
    item, *rest = first.items
    made: Questionnaire = replace(core, domains=(replace(first, items=(replace(item, text=text), *rest)), *others))
    return asked_of([made])[first.id]


def test_another_kind_of_apostrophe_is_not_another_question() -> None:
    assert asked("We know the team's work.").is_like(asked("We know the team’s work."))
    assert not asked("We know the team's work.").is_like(asked("We know the teams' work."))
