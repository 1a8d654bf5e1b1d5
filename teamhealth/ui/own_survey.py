"""Makes the questionnaire's window of a survey whose answers are opened on this computer."""

from functools import partial

from teamhealth.services.collect import may_start, submit
from teamhealth.services.pin_gate import PinGate
from teamhealth.services.surveys import load_survey
from teamhealth.services.workspace import Workspace
from teamhealth.ui.questionnaire.window import QuestionnaireWindow


def own_survey_questionnaire(workspace: Workspace, survey_id: str) -> QuestionnaireWindow:
    """Return the window in which a team takes turns; it is left with the manager's PIN."""
    survey = load_survey(workspace, survey_id)
    return QuestionnaireWindow(
        survey,
        survey.teams[0],
        submit=partial(submit, workspace),
        may_start=partial(may_start, workspace, survey_id),
        check_pin=PinGate(workspace, survey_id),
        clock=workspace.clock,
    )
