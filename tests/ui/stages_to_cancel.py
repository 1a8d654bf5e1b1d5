"""Windows in which one press starts something that is kept, so that tests can stop it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from teamhealth.services.laptop import open_survey_file
from teamhealth.services.plans import start_plan
from teamhealth.services.survey_list import list_surveys
from teamhealth.services.workspace import Workspace
from teamhealth.ui.lead.files_page import FilesPage
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.tasks import running_task
from tests.exchange.tables_of_others import INDICATORS
from tests.invented import SURVEY_ID, TEAM_ID, publication
from tests.services.conftest import Clock
from tests.services.council import PIN as LAPTOP_PIN
from tests.services.council import WORDS as LEAD_WORDS
from tests.services.council import collected, computer, set_up
from tests.services.journeys import answered, created, published
from tests.services.stopping import held
from tests.services.stored_results import store_publication
from tests.ui.office import (
    Desk,
    button,
    fill,
    flush,
    manager,
    office,
    press,
    prompt,
    settle,
    take_pdf,
    wait_for_work,
)
from tests.ui.plans.planning import menu

SECOND = "amber lantern river plough"
HEADS = "Service,Team,Date,People,In post,Vacancies,Agency,Leavers,Cases,Case holders\n"
ROW = "Early Help,Alder,30/09/2026,9,8.5,1.5,1,2,104,7\n"


@dataclass
class Stage:
    """A window, what starts the work in it, and where what is kept would be."""

    window: MainWindow
    workspace: Workspace
    desk: Desk
    start: Callable[[], None]
    asking: QWidget | None = None

    @property
    def over(self) -> QWidget:
        """The window that the work lies over: a prompt, or the program's."""
        return self.asking or self.window

    def held(self) -> object:
        """Return all that is in the database and in the folder where files are saved."""
        return held(self.workspace, self.desk.folder)

    @property
    def working(self) -> bool:
        return running_task(self.over) is not None


def _desk(folder: Path) -> Desk:
    saved = folder / "saved"
    saved.mkdir()
    return Desk(saved)


@contextmanager
def _results(qtbot: QtBot, folder: Path) -> Iterator[tuple[MainWindow, Workspace, Desk]]:
    """Yield a window on a team's dashboard."""
    with office(folder / "data") as workspace:
        store_publication(workspace, publication(8))
        desk = _desk(folder)
        window = manager(qtbot, workspace, desk)
        press(window, "rail_results")
        wait_for_work(qtbot, window)
        window.results.show_team(SURVEY_ID, TEAM_ID)
        wait_for_work(qtbot, window)
        yield window, workspace, desk


@contextmanager
def plan(qtbot: QtBot, folder: Path) -> Iterator[Stage]:
    with office(folder / "data") as workspace:
        store_publication(workspace, publication(8))
        desk = _desk(folder)
        window = manager(qtbot, workspace, desk)
        press(window, "rail_plans")
        wait_for_work(qtbot, window)
        name = f"open_{SURVEY_ID}_{TEAM_ID}"
        yield Stage(window, workspace, desk, lambda: press(window, name))


@contextmanager
def pdf(qtbot: QtBot, folder: Path) -> Iterator[Stage]:
    with _results(qtbot, folder) as (window, workspace, desk):
        yield Stage(window, workspace, desk, lambda: take_pdf(window, "export_pdf", "team"))


@contextmanager
def workbook(qtbot: QtBot, folder: Path) -> Iterator[Stage]:
    with _results(qtbot, folder) as (window, workspace, desk):
        yield Stage(window, workspace, desk, lambda: press(window, "export_figures"))


@contextmanager
def results_file(qtbot: QtBot, folder: Path) -> Iterator[Stage]:
    with _results(qtbot, folder) as (window, workspace, desk):
        yield Stage(window, workspace, desk, lambda: press(window, "results_file"))


@contextmanager
def plan_sheet(qtbot: QtBot, folder: Path) -> Iterator[Stage]:
    with office(folder / "data") as workspace:
        store_publication(workspace, publication(8))
        start_plan(workspace, publication(8), TEAM_ID)
        desk = _desk(folder)
        window = manager(qtbot, workspace, desk)
        press(window, "rail_plans")
        wait_for_work(qtbot, window)
        window.plans.show_plan(SURVEY_ID, TEAM_ID)
        wait_for_work(qtbot, window)
        yield Stage(window, workspace, desk, lambda: menu(window, "sheet_out").trigger())


@contextmanager
def _workforce(qtbot: QtBot, folder: Path) -> Iterator[tuple[MainWindow, Workspace, Desk]]:
    with computer(folder / "data", Clock(), 1) as workspace:
        set_up(workspace, folder)
        desk = _desk(folder)
        window = manager(qtbot, workspace, desk)
        press(window, "rail_workforce")
        wait_for_work(qtbot, window)
        yield window, workspace, desk


@contextmanager
def workforce(qtbot: QtBot, folder: Path) -> Iterator[Stage]:
    with _workforce(qtbot, folder) as (window, workspace, desk):
        desk.chosen = desk.folder / "hr.csv"
        desk.chosen.write_text(HEADS + ROW, encoding="utf-8")
        press(window, "workforce_file")
        wait_for_work(qtbot, window)
        yield Stage(window, workspace, desk, lambda: press(window, "preview_take"))


@contextmanager
def dfe_file(qtbot: QtBot, folder: Path) -> Iterator[Stage]:
    with _workforce(qtbot, folder) as (window, workspace, desk):
        desk.chosen = INDICATORS
        yield Stage(window, workspace, desk, lambda: press(window, "workforce_reference"))


@contextmanager
def second_key(qtbot: QtBot, folder: Path) -> Iterator[Stage]:
    with computer(folder / "data", Clock(), 1) as workspace:
        made, _ = set_up(workspace, folder)
        desk = _desk(folder)
        window = manager(qtbot, workspace, desk)
        page = FilesPage(workspace, made, desk.outside())
        window.surveys.show_page(page)
        settle()
        fill(page, "second_own", LEAD_WORDS)
        fill(page, "second_theirs", SECOND)
        fill(page, "second_repeated", SECOND)
        yield Stage(window, workspace, desk, lambda: press(page, "second_go"))


@contextmanager
def _laptop(qtbot: QtBot, folder: Path) -> Iterator[tuple[MainWindow, Workspace, Desk]]:
    with computer(folder / "lead", Clock(), 1) as lead:
        made, path = set_up(lead, folder)
    with computer(folder / "other", Clock(), 9) as other:
        collected(other, made, path, {"Alder": [4, 5]}, folder / "brought.threturn")
    with computer(folder / "data", Clock(), 5) as workspace:
        survey = open_survey_file(workspace, path, LAPTOP_PIN)
        desk = _desk(folder)
        window = manager(qtbot, workspace, desk)
        window.surveys.laptop.show_laptop(survey)
        wait_for_work(qtbot, window)
        yield window, workspace, desk


@contextmanager
def return_in(qtbot: QtBot, folder: Path) -> Iterator[Stage]:
    with _laptop(qtbot, folder) as (window, workspace, desk):
        desk.chosen = folder / "brought.threturn"
        yield Stage(window, workspace, desk, lambda: press(window, "laptop_take_in"))


@contextmanager
def return_out(qtbot: QtBot, folder: Path) -> Iterator[Stage]:
    with _laptop(qtbot, folder) as (window, workspace, desk):
        yield Stage(window, workspace, desk, lambda: press(window, "laptop_export"))


@contextmanager
def deleting(qtbot: QtBot, folder: Path) -> Iterator[Stage]:
    with office(folder / "data") as workspace:
        survey = created(workspace, headcount=6)
        answered(workspace, survey, [4] * 6)
        published(workspace, survey)
        desk = _desk(folder)
        window = manager(qtbot, workspace, desk)
        (summary,) = list_surveys(workspace)
        window.surveys.show_keeping(summary)
        settle()
        press(window, "delete_go")
        asking = prompt("delete_results_prompt")
        yield Stage(window, workspace, desk, lambda: press(asking, "delete_results_prompt_go"), asking)
        flush()


STAGES = (
    plan, pdf, workbook, results_file, plan_sheet, workforce, dfe_file, second_key, return_in, return_out, deleting,
)  # fmt: skip


def start(qtbot: QtBot, stage: Stage) -> QWidget:
    """Start the work, and return what shows it, once Cancel is offered."""
    stage.start()
    qtbot.waitUntil(lambda: stage.working)
    panel = stage.over.findChild(QWidget, "task_panel")
    assert panel is not None
    qtbot.waitUntil(panel.isVisible)
    assert button(panel, "task_cancel").isVisible()
    return panel


def key(over: QWidget, which: Qt.Key, held_down: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key wherever the focus is."""
    QTest.keyClick(over.windowHandle(), which, held_down)
    settle()
