"""The results' screens: dashboards, tables, comparison, trends, plans, returns, workforce."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from teamhealth.publication.types import Publication
from teamhealth.services.plans import replace_plan, start_plan
from teamhealth.services.workforce_import import plan_import, take_in
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.place_ids import RETURNS
from teamhealth.ui.results.dashboard import TeamDashboard
from teamhealth.ui.room_ways import show_publication
from tests.invented import SURVEY_ID, TEAM_ID, publication
from tests.plans import plan, spring
from tests.rounds import council
from tests.services.conftest import Clock
from tests.services.council import collected, computer, set_up, spec
from tests.services.stored_results import store_publication
from tests.services.test_workforce import ALDER, BEECH, HEADS
from tests.ui.office import press
from tests.ui.rounds import store_rounds
from tests.ui.scenes.stage import Scene, come_to_rest, empty_office, manager_of, room_of

Size = tuple[int, int]
TEAMS = {"Brookside": 7, "Eastfield": 8, "Fairway": 6, "Harbour": 9, "Millbrook": 7, "Riverside": 8}
ANSWERED = {"Brookside": [4] * 6, "Eastfield": [3] * 7, "Fairway": [4, 4, 3], "Harbour": [2] * 8, "Millbrook": [4] * 5}
SPRING_SURVEY_DAY = datetime(2027, 1, 20, 9, 0, tzinfo=UTC)


def dashboard(answered: int) -> Scene:
    """Return the scene of the results of a team of which so many answered."""
    return published(publication(answered))


def published(whole: Publication) -> Scene:
    """Return the scene of a team's results."""
    return partial(_published, whole, _as_it_is)


def tables(answered: int) -> Scene:
    """Return the scene of the same results as tables."""
    return partial(_published, publication(answered), _as_tables)


def theme(answered: int) -> Scene:
    """Return the scene of one theme's questions."""
    return partial(_published, publication(answered), _first_theme)


@contextmanager
def results(folder: Path, size: Size) -> Iterator[QWidget]:
    """The list of what is published."""
    with of_rounds(folder, size, "results", council()) as window:
        yield window


@contextmanager
def compare(folder: Path, size: Size) -> Iterator[QWidget]:
    """Fourteen teams beside each other."""
    with of_rounds(folder, size, "compare", council()) as window:
        yield window


@contextmanager
def trends(folder: Path, size: Size) -> Iterator[QWidget]:
    """A team over three rounds."""
    with of_rounds(folder, size, "trends", council()) as window:
        yield window


@contextmanager
def plans(folder: Path, size: Size) -> Iterator[QWidget]:
    """The list of retention plans."""
    with _planned(folder, size) as window:
        press(window, "rail_plans")
        come_to_rest(window)
        yield window


@contextmanager
def plan_page(folder: Path, size: Size) -> Iterator[QWidget]:
    """A plan with an action in each state."""
    with plans(folder, size) as window:
        assert isinstance(window, MainWindow)
        window.plans.show_plan(SURVEY_ID, TEAM_ID)
        come_to_rest(window)
        yield window


@contextmanager
def returns(folder: Path, size: Size) -> Iterator[QWidget]:
    """Sealed returns of several teams, one of them missing."""
    clock = Clock()
    with computer(folder / "lead", clock, 1) as lead:
        made, path = set_up(lead, folder, spec(TEAMS))
        with computer(folder / "laptop", clock, 5) as laptop:
            file = collected(laptop, made, path, ANSWERED, folder / "Duty room laptop.threturn")
        with room_of(lead, size, RETURNS) as window:
            window.open_files([file])
            come_to_rest(window)
            yield window


@contextmanager
def workforce(folder: Path, size: Size) -> Iterator[QWidget]:
    """Workforce figures before any is entered."""
    with of_rounds(folder, size, "workforce", council()) as window:
        yield window


@contextmanager
def workforce_known(folder: Path, size: Size) -> Iterator[QWidget]:
    """Workforce figures of two teams that are known by a survey."""
    with computer(folder / "lead", Clock(), 1) as workspace:
        set_up(workspace, folder)
        file = folder / "workforce.csv"
        file.write_text(HEADS + ALDER + BEECH, encoding="utf-8")
        take_in(workspace, plan_import(workspace, file, add_unknown=False))
        with room_of(workspace, size, "workforce") as window:
            yield window


def place(name: str) -> Scene:
    """Return the scene of a place of the rail, in an empty data folder."""
    return partial(_place, name)


@contextmanager
def _place(name: str, folder: Path, size: Size) -> Iterator[QWidget]:
    with empty_office(folder) as workspace, room_of(workspace, size, name) as window:
        yield window


@contextmanager
def _published(
    whole: Publication, then: Callable[[TeamDashboard], None], folder: Path, size: Size
) -> Iterator[QWidget]:
    with empty_office(folder) as workspace, manager_of(workspace, size) as window:
        show_publication(window, whole)
        come_to_rest(window)
        shown = window.results.pages.currentWidget()
        assert isinstance(shown, TeamDashboard)
        then(shown)
        come_to_rest(window)
        yield window


def _as_it_is(_page: TeamDashboard) -> None:
    """Leave the page as it comes up."""


def _as_tables(page: TeamDashboard) -> None:
    page.show_tables(True)


def _first_theme(page: TeamDashboard) -> None:
    page.open_domain("stability")


@contextmanager
def of_rounds(folder: Path, size: Size, name: str, rounds: tuple[Publication, ...]) -> Iterator[MainWindow]:
    """Show a place of the rail where rounds are published."""
    with empty_office(folder) as workspace:
        store_rounds(workspace, rounds)
        with room_of(workspace, size, name) as window:
            yield window


@contextmanager
def _planned(folder: Path, size: Size) -> Iterator[MainWindow]:
    with empty_office(folder, SPRING_SURVEY_DAY) as workspace:
        store_publication(workspace, publication(6))
        store_publication(workspace, spring())
        start_plan(workspace, publication(6), TEAM_ID)
        replace_plan(workspace, plan())
        with manager_of(workspace, size) as window:
            yield window
