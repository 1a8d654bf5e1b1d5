"""What a draft asks: the core questionnaire and the modules that were chosen beside it, in the language chosen."""

from collections.abc import Sequence

from teamhealth.failures import SurveyUnfit
from teamhealth.sealing.envelope import check_fits
from teamhealth.services.draft_checks import Problem
from teamhealth.services.drafts import Draft
from teamhealth.services.questionnaires import all_questionnaires, translations
from teamhealth.services.workspace import Workspace
from teamhealth.survey.questionnaire import Questionnaire
from teamhealth.survey.questions import lay_out
from teamhealth.survey.survey import Survey
from teamhealth.texts.catalogue import tr

# More are allowed, with a warning.
MOST_MODULES = 2


def asked_in(workspace: Workspace, draft: Draft) -> tuple[Questionnaire, ...]:
    """Return the core questionnaire and the chosen modules, in the order offered; those no longer here are left out."""
    core, *modules = all_questionnaires(workspace)
    chosen = (core, *(each for each in modules if each.id in draft.modules))
    return in_language(chosen, translations(workspace), draft.language) if draft.language else chosen


def in_language(
    asked: Sequence[Questionnaire], translated: Sequence[Questionnaire], language: str
) -> tuple[Questionnaire, ...]:
    """Return what is asked in a language: each by its translation, or as it is if there is none."""
    found = {each.id: each for each in translated if each.language == language}
    return tuple(found.get(each.id, each) for each in asked)


def language_of(workspace: Workspace, survey: Survey) -> str:
    """Return the language of translations that a survey asked and that can be asked again; '' if there is none."""
    asked = {(each.id, each.language) for each in survey.questionnaires}
    return next((each.language for each in translations(workspace) if (each.id, each.language) in asked), "")


def modules_of(workspace: Workspace, survey: Survey) -> tuple[str, ...]:
    """Return the modules of a survey that can be asked again, in the order offered."""
    asked = {each.id for each in survey.questionnaires}
    return tuple(each.id for each in all_questionnaires(workspace)[1:] if each.id in asked)


def fit_problems(survey: Survey) -> tuple[Problem, ...]:
    """Return what is wrong with a survey whose fullest response no envelope would hold; nothing otherwise."""
    try:
        check_fits(lay_out(survey), survey.id, survey.teams[0].id)
    except SurveyUnfit:
        words = tr("This survey asks more than a sealed answer can hold. Leave out a set of questions.")
        return (Problem("questionnaires", words),)
    return ()
