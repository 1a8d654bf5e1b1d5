"""Whoever stops a reading goes on at once; nothing is changed by it, and no page is left blank."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from teamhealth.failures import Cancelled
from teamhealth.services.moving import copy_to_folder
from teamhealth.services.workspace import DATABASE_NAME, Workspace
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.tasks import running_task
from tests.invented import publication
from tests.ui.office import button, manager, office, press, seen, settle, wait_for_work
from tests.ui.rounds import store_rounds


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with office(tmp_path / "data") as opened:
        yield opened


@pytest.fixture
def gate() -> Iterator[threading.Event]:
    """Holds reading up until it is opened."""
    made = threading.Event()
    yield made
    made.set()


def _stop(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: running_task(window) is not None and button(window, "task_cancel").isVisible())
    press(window, "task_cancel")
    settle()


def test_making_the_example_can_be_stopped(
    qtbot: QtBot, workspace: Workspace, gate: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("teamhealth.services.demo.example_publication", lambda _workspace: gate.wait(20))
    window = manager(qtbot, workspace)
    press(window, "home_empty_example")
    _stop(qtbot, window)
    assert running_task(window) is None
    assert window.here == "surveys"
    assert "Stopped before it was finished." in seen(window)
    assert not window.failure.isVisible()
    press(window, "home_empty_new")
    assert "Stopped" not in seen(window.surveys)


@pytest.mark.parametrize(
    "stopped",
    [
        ("results", "teamhealth.ui.results.reading.list_published", "Northgate"),
        ("compare", "teamhealth.ui.rounds_room.load_rounds", "Results of one team only"),
        ("plans", "teamhealth.ui.plans.work.list_plans", "Start your first plan"),
    ],
)
def test_a_place_whose_reading_was_stopped_says_so_and_reads_again(
    qtbot: QtBot,
    workspace: Workspace,
    gate: threading.Event,
    monkeypatch: pytest.MonkeyPatch,
    stopped: tuple[str, str, str],
) -> None:
    place, reading, words = stopped
    store_rounds(workspace, (publication(12),))
    window = manager(qtbot, workspace)
    with monkeypatch.context() as held:
        held.setattr(reading, lambda *_arguments: gate.wait(20))
        press(window, f"rail_{place}")
        _stop(qtbot, window)
    assert "Nothing was read" in seen(window)
    press(window, f"{place}_read_again")
    wait_for_work(qtbot, window)
    assert "Nothing was read" not in seen(window)
    assert words in seen(window)


def test_a_copy_that_is_stopped_leaves_nothing_in_the_other_folder(workspace: Workspace, tmp_path: Path) -> None:
    store_rounds(workspace, (publication(12),))
    steps = []

    def stop_at_the_second(done: int, total: int) -> None:
        steps.append((done, total))
        if len(steps) > 1:
            raise Cancelled

    other = tmp_path / "other"
    with pytest.raises(Cancelled):
        copy_to_folder(workspace, other, stop_at_the_second)
    assert not (other / DATABASE_NAME).exists()
    assert [each.name for each in other.iterdir()] == []
