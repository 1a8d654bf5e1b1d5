"""A double press on what opens a menu, a list or a prompt opens it, and presses nothing that came under the pointer."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from teamhealth.services.workspace import Workspace
from teamhealth.ui.theme import Theme
from teamhealth.ui.widgets.buttons import secondary_button
from teamhealth.ui.widgets.combo_box import ComboBox
from teamhealth.ui.widgets.menu import Menu
from teamhealth.ui.widgets.second_press import guard_second_press
from tests.invented import publication
from tests.ui.office import Desk, button, manager, office, settle, wait_for_work
from tests.ui.rounds import store_rounds

K, LEFT, NOTHING_HELD = Qt.Key, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
PAUSE_MS = 650


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with office(tmp_path / "data") as opened:
        yield opened


class Bench(QWidget):
    """A window at the foot of the screen, where what opens has to lie over what opened it."""

    def __init__(self) -> None:
        super().__init__()
        self.chosen: list[str] = []
        self.opener = secondary_button("More", "more", theme=Theme())
        self.opener.clicked.connect(self.open)
        self.list = ComboBox([f"Team {number}" for number in range(12)], "teams", "Teams", theme=Theme())
        layout = QVBoxLayout(self)
        layout.addWidget(self.opener)
        layout.addWidget(self.list)
        guard_second_press(self)
        self.setFixedSize(160, 120)
        free = QGuiApplication.primaryScreen().availableGeometry()
        self.move(free.left(), free.bottom() - 120)

    def open(self) -> None:
        """Open a menu that has to lie over its button."""
        menu = Menu(self, "menu", "More", Theme())
        for words in ("Rename", "Delete", "Keep", "Print", "Copy", "Move"):
            menu.addAction(words)
        menu.triggered.connect(lambda action: self.chosen.append(action.text()))
        menu.open_below(self.opener)


@pytest.fixture
def bench(qtbot: QtBot, themed_application: QApplication) -> Bench:
    made = Bench()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    settle()
    return made


def _handle(widget: QWidget) -> QWindow:
    handle = widget.window().windowHandle()
    assert handle is not None
    return handle


def _click(widget: QWidget, place: QPoint | None = None) -> None:
    """Press and let go where a widget lies, on whatever window has come to lie there, at the time that it is.

    QTest's own clicks say that they come as far from each other as no double click does.
    """
    at = place or widget.mapToGlobal(widget.rect().center())
    for kind, down in ((QEvent.Type.MouseButtonPress, LEFT), (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton)):
        over = QApplication.topLevelAt(at) or widget.window()
        handle = _handle(over)
        event = QMouseEvent(kind, QPointF(handle.mapFromGlobal(at)), QPointF(at), LEFT, down, NOTHING_HELD)
        event.setTimestamp(time.monotonic_ns() // 1_000_000)
        QApplication.sendEvent(handle, event)
        settle()


def _press(key: Qt.Key) -> None:
    window = QGuiApplication.focusWindow()
    assert window is not None
    QTest.keyClick(window, key)
    settle()


def test_a_double_click_opens_a_menu_that_lies_over_its_button_and_takes_nothing_from_it(bench: Bench) -> None:
    _click(bench.opener)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.geometry().contains(bench.opener.mapToGlobal(bench.opener.rect().center()))
    _click(bench.opener)
    assert bench.chosen == []
    assert menu.isVisible()
    QTest.qWait(PAUSE_MS)
    _click(bench.opener)
    assert len(bench.chosen) == 1


def test_a_double_click_opens_a_list_and_chooses_nothing(bench: Bench) -> None:
    bench.list.setCurrentIndex(3)
    _click(bench.list)
    assert QApplication.activePopupWidget() is not None
    # Qt itself takes no letting go for as long as a double click may take, and no longer.
    QTest.qWait(QGuiApplication.styleHints().mouseDoubleClickInterval() + 20)
    at = bench.list.view().viewport()
    place = at.mapToGlobal(bench.list.view().visualRect(bench.list.model().index(6, 0)).center())
    opened_at = bench.list.mapToGlobal(bench.list.rect().center())
    _click(bench.list, opened_at)
    assert bench.list.currentIndex() == 3
    assert QApplication.activePopupWidget() is not None
    QTest.qWait(PAUSE_MS)
    _click(bench.list, place)
    assert bench.list.currentIndex() == 6


def test_enter_twice_opens_a_menu_and_takes_nothing_from_it(bench: Bench) -> None:
    bench.opener.setFocus()
    _press(K.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.setActiveAction(menu.actions()[0])
    _press(K.Key_Return)
    assert bench.chosen == []
    assert menu.isVisible()
    _press(K.Key_Down)
    _press(K.Key_Return)
    assert bench.chosen == ["Delete"]


def test_enter_twice_on_the_documents_asks_for_no_file(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> None:
    store_rounds(workspace, (publication(12),))
    desk = Desk(tmp_path)
    window = manager(qtbot, workspace, desk)
    window.activateWindow()
    window.results.show_publication(publication(12), publication(12).teams[0].id)
    wait_for_work(qtbot, window)
    button(window, "export_pdf").setFocus()
    for _ in range(2):
        _press(K.Key_Return)
    assert desk.suggested == []
    assert isinstance(QApplication.activePopupWidget(), QMenu)
    QTest.qWait(PAUSE_MS)
    _press(K.Key_Return)
    wait_for_work(qtbot, window)
    assert len(desk.suggested) == 1
