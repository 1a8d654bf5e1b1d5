"""Nothing keeps the window from its next event for more than 100 ms on an office laptop."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from teamhealth.services.workspace import Workspace
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.place_ids import RETURNS
from tests.rounds import council, team_id
from tests.services.conftest import Clock
from tests.services.council import collected, computer, set_up, spec
from tests.ui.office import Desk, manager, office, press, settle, wait_for_work
from tests.ui.rounds import store_rounds
from tests.ui.watchdog import allowed_ms, watched

TEAMS = 200


@pytest.fixture
def large(tmp_path: Path) -> Iterator[Workspace]:
    with office(tmp_path / "data") as workspace:
        store_rounds(workspace, council(TEAMS, 1, 3))
        yield workspace


def overrun(qtbot: QtBot, window: MainWindow, go: Callable[[], object]) -> float:
    """Return the longest block of doing something as a share of what is allowed; the best of a few tries.

    The first try loads modules; the machine may be busier in one than in another, and is judged beside each.
    """
    best = float("inf")
    for _ in range(8):
        settle()
        before = allowed_ms()
        with watched() as dog:
            go()
            wait_for_work(qtbot, window)
            qtbot.wait(50)
        best = min(best, dog.longest_ms / max(before, allowed_ms()))
        if best <= 1:
            break
    return best


def test_two_hundred_teams_keep_no_place_waiting(qtbot: QtBot, large: Workspace) -> None:
    window = manager(qtbot, large)
    places = ("surveys", "results", "compare", "trends", "plans", "workforce", "returns")
    found = {place: overrun(qtbot, window, partial(press, window, f"rail_{place}")) for place in places}
    survey = council(TEAMS, 1, 3)[-1].survey.id
    found["team"] = overrun(qtbot, window, lambda: window.results.show_team(survey, team_id(7)))
    assert {place: share for place, share in found.items() if share > 1} == {}


def test_a_pack_is_written_behind_a_window_that_answers(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "saved").mkdir()
    with office(tmp_path / "data") as workspace:
        whole = council(3, 1)[-1]
        store_rounds(workspace, (whole,))
        window = manager(qtbot, workspace, Desk(tmp_path / "saved"))
        press(window, "rail_results")
        wait_for_work(qtbot, window)
        name = f"pack_{whole.survey.id}"
        assert overrun(qtbot, window, lambda: press(window, name)) <= 1
        assert list((tmp_path / "saved").iterdir()) != []


def test_returns_come_in_behind_a_window_that_answers(qtbot: QtBot, tmp_path: Path) -> None:
    clock = Clock()
    teams = {f"Team {number}": 8 for number in range(12)}
    with computer(tmp_path / "lead", clock, 1) as lead, computer(tmp_path / "laptop", clock, 5) as laptop:
        made, path = set_up(lead, tmp_path, spec(teams))
        file = collected(laptop, made, path, {name: [4, 3, 4, 5, 2, 4] for name in teams}, tmp_path / "a.threturn")
        window = manager(qtbot, lead)
        press(window, f"rail_{RETURNS}")
        wait_for_work(qtbot, window)
        assert overrun(qtbot, window, lambda: window.open_files([file])) <= 1
