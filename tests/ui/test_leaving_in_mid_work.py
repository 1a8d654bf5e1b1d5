"""Closing the window while something is being done asks first: carry on, or stop it and close."""

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from teamhealth.failures import Cancelled
from teamhealth.services.progress import Progress
from teamhealth.services.workspace import Workspace
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.tasks import run_task, running_task
from tests.ui.office import manager, press, prompt, seen, settle


class Work:
    """Goes on until it is told to stop, and says then how it ended."""

    def __init__(self) -> None:
        self.stop = threading.Event()
        self.ended: list[object] = []

    def __call__(self, progress: Progress) -> str:
        while not self.stop.wait(0.01):
            progress(0, 0)
        return "done"


@pytest.fixture
def working(qtbot: QtBot, workspace: Workspace) -> Iterator[tuple[MainWindow, Work]]:
    """Yield a window in which work goes on."""
    window, work = manager(qtbot, workspace), Work()
    run_task(window.surveys, work, done=work.ended.append, failed=work.ended.append, words="Working")
    yield window, work
    work.stop.set()


def test_carrying_on_keeps_window_and_work(qtbot: QtBot, working: tuple[MainWindow, Work]) -> None:
    window, work = working
    window.close()
    asked = prompt("leave_prompt")
    assert "Close the program now?" in seen(asked)
    assert "nothing is changed" in seen(asked)
    press(asked, "leave_prompt_leave")
    settle()
    assert window.isVisible()
    assert running_task(window) is not None
    work.stop.set()
    qtbot.waitUntil(lambda: work.ended == ["done"])


def test_stopping_it_closes_the_window_and_the_work_stops(qtbot: QtBot, working: tuple[MainWindow, Work]) -> None:
    window, work = working
    window.close()
    press(prompt("leave_prompt"), "leave_prompt_go")
    qtbot.waitUntil(lambda: not window.isVisible())
    qtbot.waitUntil(lambda: bool(work.ended))
    assert isinstance(work.ended[0], Cancelled)


def test_where_a_room_keeps_the_window_open_the_next_work_is_asked_about_too(
    qtbot: QtBot, working: tuple[MainWindow, Work], monkeypatch: pytest.MonkeyPatch
) -> None:
    window, work = working
    monkeypatch.setattr(window, "let_go", lambda: False)
    window.close()
    press(prompt("leave_prompt"), "leave_prompt_go")
    qtbot.waitUntil(lambda: bool(work.ended))
    assert window.isVisible()
    again = Work()
    run_task(window.surveys, again, done=again.ended.append, failed=again.ended.append, words="Working")
    window.close()
    assert "Close the program now?" in seen(prompt("leave_prompt"))
    again.stop.set()
    qtbot.waitUntil(lambda: again.ended == ["done"])
