"""A double press where one is enough: the second half reaches nothing that only came up by the first."""

import time

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from teamhealth.services.survey_list import list_surveys
from teamhealth.services.workspace import Workspace
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.questionnaire.place import Screen
from teamhealth.ui.surveys.check import CheckPage
from tests.services.journeys import PIN, WORDS
from tests.ui.office import button, choose, entry, fill, manager, number, press, settle, wait_for_work
from tests.ui.questionnaire.laptop import Laptop

K = Qt.Key
# Longer than any hand takes between the halves of a double press.
PAUSE_MS = 650


def _handle(widget: QWidget) -> QWindow:
    handle = widget.window().windowHandle()
    assert handle is not None
    return handle


def _middle(widget: QWidget) -> QPoint:
    return widget.mapTo(widget.window(), widget.rect().center())


def _set_up(qtbot: QtBot, workspace: Workspace) -> tuple[MainWindow, QPushButton]:
    """Return the window with a set-up that is complete, the focus on what leads to its check."""
    window = manager(qtbot, workspace)
    window.activateWindow()
    press(window, "home_empty_new")
    choose(window, "custody_manager")
    fill(window, "round_name", "Autumn 2026")
    fill(window, "organisation", "Exampleshire Council")
    fill(window, "team", "Harbour")
    number(window, "headcount").setValue(9)
    for field, typed in (("passphrase", WORDS), ("passphrase_repeated", WORDS), ("pin", PIN), ("pin_repeated", PIN)):
        fill(window, field, typed)
    go = button(window, "setup_continue")
    go.setFocus()
    return window, go


def _checking(window: MainWindow) -> bool:
    settle()
    return window.findChild(CheckPage) is not None and window.findChild(QPushButton, "check_create").isVisible()  # type: ignore[union-attr]


@pytest.mark.parametrize("between", [0, 80, 180])
@pytest.mark.parametrize("key", [K.Key_Return, K.Key_Space])
def test_a_key_pressed_twice_on_continue_creates_nothing(
    qtbot: QtBot, workspace: Workspace, key: Qt.Key, between: int
) -> None:
    window, go = _set_up(qtbot, workspace)
    handle = _handle(go)
    for turn in range(2):
        # At times of their own: a busy machine may take longer to make the page than a hand between two presses.
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier)
            event.setTimestamp(1_000 + turn * between)
            QApplication.sendEvent(handle, event)
        settle()
    wait_for_work(qtbot, window)
    assert _checking(window)
    assert list_surveys(workspace) == ()


def test_a_double_click_on_continue_creates_nothing(qtbot: QtBot, workspace: Workspace) -> None:
    window, go = _set_up(qtbot, workspace)
    QTest.mouseDClick(_handle(go), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, _middle(go))
    wait_for_work(qtbot, window)
    assert _checking(window)
    assert list_surveys(workspace) == ()


def test_a_press_after_a_pause_creates_the_survey(qtbot: QtBot, workspace: Workspace) -> None:
    window, go = _set_up(qtbot, workspace)
    handle = _handle(go)
    QTest.keyClick(handle, K.Key_Return)
    assert _checking(window)
    QTest.qWait(PAUSE_MS)
    QTest.keyClick(handle, K.Key_Return)
    wait_for_work(qtbot, window)
    assert len(list_surveys(workspace)) == 1


@pytest.mark.parametrize(("between", "created"), [(80, 0), (PAUSE_MS, 1)])
def test_presses_that_have_lost_their_time_are_told_apart_too(
    qtbot: QtBot, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, between: int, created: int
) -> None:
    window, go = _set_up(qtbot, workspace)
    handle = _handle(go)
    # A clock that stands while the test is kept waiting: a busy machine may take longer than a hand.
    now = [1_000_000]
    monkeypatch.setattr("teamhealth.ui.widgets.second_press._now", lambda: now[0])
    for _ in range(2):
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(handle, QKeyEvent(kind, K.Key_Space, Qt.KeyboardModifier.NoModifier, " "))
        assert _checking(window)
        now[0] += between
    wait_for_work(qtbot, window)
    assert len(list_surveys(workspace)) == created


def test_another_key_in_between_makes_it_no_double_press(qtbot: QtBot, workspace: Workspace) -> None:
    window, go = _set_up(qtbot, workspace)
    handle = _handle(go)
    for key in (K.Key_Return, K.Key_Tab, K.Key_Backtab, K.Key_Return):
        QTest.keyClick(handle, key)
    wait_for_work(qtbot, window)
    assert len(list_surveys(workspace)) == 1


def test_a_double_click_on_next_stays_on_the_next_question() -> None:
    laptop = Laptop()
    laptop.start()
    for position in (0, 1, 2):
        QTest.qWait(PAUSE_MS)
        laptop.press(K.Key_4)
        following = laptop.widget("next")
        handle = _handle(following)
        QTest.mouseDClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, _middle(following))
        QApplication.processEvents()
        assert laptop.position == position + 1


def test_answers_and_enter_in_quick_turns_are_all_taken() -> None:
    laptop = Laptop()
    laptop.start()
    for position in range(5):
        assert laptop.position == position
        laptop.press(K.Key_4, K.Key_Return)
    assert len(laptop.answers) == 5


def test_enter_twice_after_an_answer_leaves_no_word_of_a_missing_one() -> None:
    laptop = Laptop()
    laptop.start()
    laptop.press(K.Key_4)
    for turn in range(2):
        # At times of their own: a busy machine may take longer to make the next question.
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, K.Key_Return, Qt.KeyboardModifier.NoModifier)
            event.setTimestamp(1_000 + turn * 80)
            QApplication.sendEvent(_handle(laptop.window), event)
    assert laptop.screen() is Screen.QUESTION
    assert laptop.position == 1
    problem = laptop.window.body.pages.question.findChild(QWidget, "problem_row")
    assert problem is not None
    assert not problem.isVisible()


def test_spaces_that_are_typed_are_all_taken(qtbot: QtBot, workspace: Workspace) -> None:
    window = manager(qtbot, workspace)
    window.activateWindow()
    press(window, "home_empty_new")
    fill(window, "team", "Harbour  ")
    field = entry(window, "team")
    handle = _handle(window)
    QTest.keyClick(handle, K.Key_Space)
    QTest.keyClick(handle, K.Key_Space)
    assert field.text() == "Harbour    "


def test_a_window_that_was_busy_counts_none_of_that_as_a_pause(
    qtbot: QtBot, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, go = _set_up(qtbot, workspace)
    handle = _handle(go)
    made = CheckPage.__init__

    def slowly(*arguments: object) -> None:
        time.sleep(2 * PAUSE_MS / 1000)
        made(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(CheckPage, "__init__", slowly)
    for _ in range(2):
        # Pressed at once after each other; they have lost their time, and the second has waited for the page.
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(handle, QKeyEvent(kind, K.Key_Space, Qt.KeyboardModifier.NoModifier, " "))
    wait_for_work(qtbot, window)
    assert _checking(window)
    assert list_surveys(workspace) == ()
