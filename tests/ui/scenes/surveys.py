"""The surveys' screens: the list, set-up, collecting, opening, comments and what is kept."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from teamhealth.services.collect import close_survey
from teamhealth.services.demo import OPENING_WORDS, PIN, PUBLISHED_TEAM, InventedTeam, collect_invented, fill_for_a_look
from teamhealth.services.drafts import new_draft, save_draft
from teamhealth.services.lead import create_lead_survey
from teamhealth.services.opening import open_answers
from teamhealth.services.progress import unwatched
from teamhealth.services.survey_list import SurveyStatus, list_surveys
from teamhealth.services.workspace import Workspace
from tests.services.council import WORDS, spec
from tests.ui.office import fill, press
from tests.ui.scenes.stage import come_to_rest, empty_office, manager_of

Size = tuple[int, int]
QUAYSIDE = InventedTeam("Quayside", 9, 7)


@contextmanager
def home_empty(folder: Path, size: Size) -> Iterator[QWidget]:
    """Nothing is there yet."""
    with empty_office(folder) as workspace, manager_of(workspace, size) as window:
        yield window


@contextmanager
def home(folder: Path, size: Size) -> Iterator[QWidget]:
    """A survey in each state."""
    with empty_office(folder) as workspace:
        fill_list(workspace)
        with manager_of(workspace, size) as window:
            yield window


@contextmanager
def set_up_empty(folder: Path, size: Size) -> Iterator[QWidget]:
    """A new survey before anything is filled in."""
    with empty_office(folder) as workspace, manager_of(workspace, size) as window:
        window.surveys.setup.start_draft()
        yield window


@contextmanager
def set_up_errors(folder: Path, size: Size) -> Iterator[QWidget]:
    """A new survey that cannot be checked yet."""
    with set_up_empty(folder, size) as window:
        press(window, "setup_continue")
        yield window


@contextmanager
def collecting(folder: Path, size: Size) -> Iterator[QWidget]:
    """Three of seven have answered."""
    with empty_office(folder) as workspace:
        fill_for_a_look(workspace, 1)
        with manager_of(workspace, size) as window:
            window.surveys.show_collecting(_first(workspace, SurveyStatus.COLLECTING))
            yield window


@contextmanager
def opening(folder: Path, size: Size) -> Iterator[QWidget]:
    """The passphrase is asked for."""
    with empty_office(folder) as workspace:
        survey_id = _closed(workspace)
        with manager_of(workspace, size) as window:
            window.surveys.opening.show_passphrase(survey_id)
            yield window


@contextmanager
def opening_refused(folder: Path, size: Size) -> Iterator[QWidget]:
    """The passphrase was wrong."""
    with opening(folder, size) as window:
        fill(window, "open_passphrase", "quiet harbour")
        press(window, "open_go")
        come_to_rest(window)
        yield window


@contextmanager
def comments(folder: Path, size: Size) -> Iterator[QWidget]:
    """Comments are read before anybody else sees them."""
    with empty_office(folder) as workspace:
        survey_id = _closed(workspace)
        opened = open_answers(workspace, survey_id, OPENING_WORDS, unwatched)
        with manager_of(workspace, size) as window:
            window.surveys.opening._on_opened(opened)
            yield window


@contextmanager
def kept(folder: Path, size: Size) -> Iterator[QWidget]:
    """What is kept of a published survey."""
    with empty_office(folder) as workspace:
        fill_for_a_look(workspace, 1)
        found = next(each for each in list_surveys(workspace) if each.status is SurveyStatus.PUBLISHED)
        with manager_of(workspace, size) as window:
            window.surveys.show_keeping(found)
            yield window


def fill_list(workspace: Workspace) -> None:
    """Put a survey in each state into an empty data folder."""
    fill_for_a_look(workspace, 1)
    _closed(workspace, QUAYSIDE)
    create_lead_survey(workspace, replace(spec(), name="Autumn 2026 team health, Early Help"), WORDS, unwatched)
    blank = new_draft(workspace)
    save_draft(workspace, replace(blank, title="Spring 2027 team health", team="Millbrook", headcount=8))


def _closed(workspace: Workspace, team: InventedTeam = PUBLISHED_TEAM) -> str:
    survey_id = collect_invented(workspace, team, 4)
    close_survey(workspace, survey_id, PIN)
    return survey_id


def _first(workspace: Workspace, status: SurveyStatus) -> str:
    return next(each.id for each in list_surveys(workspace) if each.status is status)
