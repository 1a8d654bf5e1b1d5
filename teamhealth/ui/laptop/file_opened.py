"""Reads a lead's survey file, with its seal words, before anything of it is kept."""

from dataclasses import dataclass
from pathlib import Path

from teamhealth.exchange.survey_file import SurveyFile
from teamhealth.services.own_computer import open_for_one, own_words
from teamhealth.services.progress import Progress
from teamhealth.services.survey_list import SurveyStatus, list_surveys
from teamhealth.services.workspace import Workspace
from teamhealth.survey.role import SurveyRole


@dataclass(frozen=True, slots=True)
class FileOpened:
    """A survey file, where it lies, its three words, and what this computer is to the survey already, if anything.

    ``destroyed`` is whether it was closed here, and what it collected has been destroyed.
    """

    path: Path
    file: SurveyFile
    words: tuple[str, ...]
    role: SurveyRole | None
    destroyed: bool = False


def read_for_a_look(workspace: Workspace, path: Path, progress: Progress) -> FileOpened:
    """Read a survey file and derive its words, which takes about a second; FileUnreadable if it is none."""
    progress(0, 0)
    file = open_for_one(path)
    known = next((each for each in list_surveys(workspace) if each.id == file.survey.id), None)
    words = own_words(file, workspace.seal_cost)
    if known is None:
        return FileOpened(path, file, words, None)
    return FileOpened(path, file, words, known.role, destroyed=known.status is SurveyStatus.DESTROYED)


@dataclass(frozen=True, slots=True)
class AnswerAlone:
    """Somebody who is about to answer on their own computer, in which team."""

    opened: FileOpened
    team_id: str
