"""Makes the questionnaire's window for a laptop that collects for a lead, and for somebody who answers alone."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from teamhealth.failures import Cancelled
from teamhealth.services.collect import may_start, submit
from teamhealth.services.own_computer import write_own_return
from teamhealth.services.parts import travelling_name
from teamhealth.services.pin_gate import PinGate
from teamhealth.services.surveys import load_survey
from teamhealth.services.workspace import Workspace
from teamhealth.survey.ids import TeamId
from teamhealth.survey.response import Response
from teamhealth.texts.catalogue import tr
from teamhealth.ui.laptop.doors import laptop_door, own_door
from teamhealth.ui.laptop.file_opened import AnswerAlone
from teamhealth.ui.outside import Outside
from teamhealth.ui.questionnaire.window import QuestionnaireWindow


def laptop_questionnaire(
    workspace: Workspace, survey_id: str, team_id: str, words: tuple[str, ...]
) -> QuestionnaireWindow:
    """Return the window in which a team takes turns."""
    survey = load_survey(workspace, survey_id)
    return QuestionnaireWindow(
        survey,
        survey.team(TeamId(team_id)),
        submit=partial(submit, workspace),
        may_start=partial(may_start, workspace, survey_id, team_id),
        check_pin=PinGate(workspace, survey_id),
        clock=workspace.clock,
        door=laptop_door(workspace, survey_id, words, codes=survey.custody.one_time_codes),
    )


def own_questionnaire(workspace: Workspace, outside: Outside, asked: AnswerAlone) -> QuestionnaireWindow:
    """Return the window of one interview; sending asks where to save the sealed return."""
    file = asked.opened.file
    holder: list[QWidget] = []

    def save(response: Response) -> None:
        suggested = travelling_name(file.survey.title, tr("sealed answer"), ".threturn")
        path = outside.save_path(holder[0], suggested, tr("Sealed return (*.threturn)"))
        if path is None:
            raise Cancelled
        write_own_return(file, response, _with_ending(path))

    window = QuestionnaireWindow(
        file.survey,
        file.survey.team(TeamId(asked.team_id)),
        submit=save,
        may_start=_always,
        check_pin=_no_pin,
        clock=workspace.clock,
        door=own_door(file, asked.opened.words),
        alone=True,
    )
    holder.append(window)
    return window


def _with_ending(path: Path) -> Path:
    return path if path.suffix else path.with_suffix(".threturn")


def _always() -> bool:
    return True


def _no_pin(_pin: str) -> bool:
    return False
