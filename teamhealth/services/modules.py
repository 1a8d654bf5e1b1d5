"""What a draft asks: the core questionnaire, and the modules that were chosen beside it."""

from teamhealth.failures import SurveyUnfit
from teamhealth.sealing.envelope import check_fits
from teamhealth.services.draft_checks import Problem
from teamhealth.services.drafts import Draft
from teamhealth.services.questionnaires import all_questionnaires
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
    return (core, *(each for each in modules if each.id in draft.modules))


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
