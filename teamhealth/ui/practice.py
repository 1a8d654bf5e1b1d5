"""The questionnaire's window for a try: nothing is sealed or kept."""

from teamhealth.services.workspace import Workspace
from teamhealth.survey.survey import Survey
from teamhealth.ui.questionnaire.window import QuestionnaireWindow


def practice_questionnaire(workspace: Workspace, survey: Survey) -> QuestionnaireWindow:
    """Return the window of a try."""
    return QuestionnaireWindow(
        survey,
        survey.teams[0],
        submit=_keep_nothing,
        may_start=_always,
        check_pin=_any_pin,
        clock=workspace.clock,
        practice=True,
    )


def _keep_nothing(_response: object) -> None:
    """Take a response and let it go."""


def _always() -> bool:
    return True


def _any_pin(_pin: str) -> bool:
    return True
