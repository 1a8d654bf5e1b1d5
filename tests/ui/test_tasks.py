"""Slow work runs elsewhere; results, errors and cancelling come back on the screen's thread."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from teamhealth.failures import Cancelled
from teamhealth.services.progress import Progress
from teamhealth.ui.task_panel import TaskPanel
from teamhealth.ui.tasks import run_task, running_task


class Heard:
    def __init__(self) -> None:
        self.results: list[object] = []
        self.errors: list[Exception] = []
        self.threads: list[int] = []

    def done(self, result: object) -> None:
        self.results.append(result)
        self.threads.append(threading.get_ident())

    def failed(self, error: Exception) -> None:
        self.errors.append(error)
        self.threads.append(threading.get_ident())


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    layout = QVBoxLayout(made)
    layout.addWidget(QPushButton("Go"))
    made.show()
    return made


@pytest.fixture
def collector() -> Iterator[None]:
    """Let Python look for garbage as in the program; other tests have it look between them."""
    gc.enable()
    yield
    gc.disable()


def test_work_runs_in_another_thread_and_its_result_comes_back_here(qtbot: QtBot, page: QWidget) -> None:
    heard = Heard()

    def work(progress: Progress) -> int:
        progress(0, 1)
        return threading.get_ident()

    run_task(page, work, done=heard.done, failed=heard.failed, words="Working")
    qtbot.waitUntil(lambda: bool(heard.results))
    assert heard.results != [threading.get_ident()]
    assert heard.threads == [threading.get_ident()]
    assert running_task(page) is None


def test_an_unknown_error_reaches_the_page(qtbot: QtBot, page: QWidget) -> None:
    heard = Heard()

    def work(progress: Progress) -> None:
        raise ZeroDivisionError

    run_task(page, work, done=heard.done, failed=heard.failed, words="Working")
    qtbot.waitUntil(lambda: bool(heard.errors))
    assert isinstance(heard.errors[0], ZeroDivisionError)
    assert heard.threads == [threading.get_ident()]
    assert heard.results == []


def test_the_window_takes_no_other_input_while_work_runs(qtbot: QtBot, page: QWidget) -> None:
    heard = Heard()
    let_go = threading.Event()
    button = page.findChild(QPushButton)
    assert button is not None
    run_task(page, lambda progress: let_go.wait(10), done=heard.done, failed=heard.failed, words="Working")
    assert not button.isEnabled()
    let_go.set()
    qtbot.waitUntil(lambda: bool(heard.results))
    assert button.isEnabled()


def test_cancel_stops_the_work_at_its_next_step(qtbot: QtBot, page: QWidget) -> None:
    heard = Heard()
    steps: list[int] = []

    def work(progress: Progress) -> None:
        for step in range(10_000):
            steps.append(step)
            progress(step, 10_000)
            threading.Event().wait(0.01)

    run_task(page, work, done=heard.done, failed=heard.failed, words="Working")
    panel = page.findChild(TaskPanel)
    assert panel is not None
    qtbot.waitUntil(panel.isVisible)
    cancel = panel.findChild(QPushButton, "task_cancel")
    assert cancel is not None
    cancel.click()
    qtbot.waitUntil(lambda: bool(heard.errors))
    assert isinstance(heard.errors[0], Cancelled)
    assert len(steps) < 10_000


def test_the_key_that_started_the_work_does_not_stop_it_when_pressed_again(qtbot: QtBot, page: QWidget) -> None:
    heard = Heard()
    stop = threading.Event()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)

    def work(progress: Progress) -> int:
        stop.wait(20)
        progress(1, 1)
        return 1

    run_task(page, work, done=heard.done, failed=heard.failed, words="Working")
    panel = page.findChild(TaskPanel)
    assert panel is not None
    qtbot.waitUntil(panel.isVisible)
    handle = page.windowHandle()
    QTest.keyClick(handle, Qt.Key.Key_Return)
    QTest.keyClick(handle, Qt.Key.Key_Space)
    cancel = panel.findChild(QPushButton, "task_cancel")
    assert cancel is not None
    assert cancel.isEnabled()
    assert panel.hasFocus()
    QTest.keyClick(handle, Qt.Key.Key_Tab)
    assert cancel.hasFocus()
    stop.set()
    qtbot.waitUntil(lambda: heard.results == [1])


def test_quick_work_shows_no_panel(qtbot: QtBot, page: QWidget) -> None:
    heard = Heard()
    run_task(page, lambda progress: 1, done=heard.done, failed=heard.failed, words="Working")
    panel = page.findChild(TaskPanel)
    assert panel is not None
    assert not panel.isVisible()
    qtbot.waitUntil(lambda: bool(heard.results))


def test_the_focus_comes_back_to_the_button_that_asked_for_a_file(qtbot: QtBot, page: QWidget) -> None:
    heard = Heard()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    button = page.findChild(QPushButton)
    assert button is not None
    button.setFocus()
    dialog = QDialog(page)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    # It has gone, and the window system has not told yet that the page is active again: nobody has the focus.
    dialog.hide()
    assert QApplication.focusWidget() is None
    run_task(page, lambda progress: 1, done=heard.done, failed=heard.failed, words="Working")
    page.activateWindow()
    qtbot.waitUntil(lambda: bool(heard.results))
    qtbot.waitUntil(button.hasFocus)


@pytest.mark.usefixtures("collector")
def test_what_only_reads_is_let_go_of_at_once_and_what_it_finds_is_thrown_away(qtbot: QtBot, page: QWidget) -> None:
    heard = Heard()
    stop = threading.Event()
    found: list[int] = []

    def work(progress: Progress) -> int:
        stop.wait(20)
        found.append(gc.isenabled())
        return 1

    run_task(page, work, done=heard.done, failed=heard.failed, words="Reading", reads=True)
    panel = page.findChild(TaskPanel)
    assert panel is not None
    qtbot.waitUntil(panel.isVisible)
    cancel = panel.findChild(QPushButton, "task_cancel")
    assert cancel is not None
    cancel.click()
    assert [type(each) for each in heard.errors] == [Cancelled]
    assert running_task(page) is None
    button = page.findChild(QPushButton)
    assert button is not None
    assert button.isEnabled()
    # Other work begins and ends meanwhile, and starts no collector in the thread that still goes on.
    run_task(page, lambda progress: 2, done=heard.done, failed=heard.failed, words="Working")
    qtbot.waitUntil(lambda: heard.results == [2])
    stop.set()
    qtbot.waitUntil(lambda: bool(found))
    qtbot.waitUntil(gc.isenabled)
    assert found == [False]
    assert heard.results == [2]
    assert len(heard.errors) == 1


@pytest.mark.usefixtures("collector")
def test_a_thread_that_goes_on_beyond_one_no_longer_waited_for_meets_no_collector(qtbot: QtBot, page: QWidget) -> None:
    heard = Heard()
    first, second = threading.Event(), threading.Event()
    found: list[bool] = []

    def work(progress: Progress) -> int:
        second.wait(20)
        found.append(gc.isenabled())
        return 2

    task = run_task(
        page, lambda progress: first.wait(20), done=heard.done, failed=heard.failed, words="Reading", reads=True
    )
    task.cancel()
    run_task(page, work, done=heard.done, failed=heard.failed, words="Working")
    first.set()
    qtbot.wait(100)
    second.set()
    qtbot.waitUntil(lambda: heard.results == [2])
    assert found == [False]
    assert gc.isenabled()
