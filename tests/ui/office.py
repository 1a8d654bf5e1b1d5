"""A workspace with cheap keys, a manager's window in it, and how tests press and read it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from teamhealth.sealing.costs import KeyCost
from teamhealth.services.workspace import Workspace, open_workspace
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.outside import Outside
from teamhealth.ui.tasks import running_task

CHEAP = KeyCost(operations=1, memory_bytes=8192)
NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
# All reports of an area take six seconds on a core of their own, and five times that where others want it too.
_LONGEST = 90_000


class Clock:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


class Desk:
    """What the computer outside answers, and what it was asked to show."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.chosen: Path | None = None
        self.shown: list[Path] = []
        self.suggested: list[str] = []
        self.opens, self.saves = True, True

    def outside(self) -> Outside:
        return Outside(save_path=self.save_path, open_path=self.open_path, show=self.show)

    def save_path(self, _parent: QWidget, suggested: str, _kind: str) -> Path | None:
        self.suggested.append(suggested)
        return self.folder / suggested if self.saves else None

    def open_path(self, _parent: QWidget, _kind: str) -> Path | None:
        return self.chosen

    def show(self, path: Path) -> bool:
        self.shown.append(path)
        return self.opens


@contextmanager
def office(folder: Path, clock: Clock | None = None) -> Iterator[Workspace]:
    with open_workspace(
        folder,
        clock=clock or Clock(),
        entropy=Random(3).randbytes,
        key_cost=CHEAP,
        pin_cost=CHEAP,
        code_cost=CHEAP,
        seal_cost=CHEAP,
    ) as opened:
        yield opened


def manager(qtbot: QtBot, workspace: Workspace, desk: Desk | None = None) -> MainWindow:
    window = MainWindow(workspace, desk.outside() if desk else None)
    qtbot.addWidget(window)
    window.resize(1366, 688)
    window.show()
    settle()
    return window


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def flush() -> None:
    """Let everything happen that waits, the deletion of what was replaced too."""
    settle()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def wait_for_work(qtbot: QtBot, window: QWidget) -> None:
    """Wait until the window's slow work is over; a prompt may be gone by then."""
    qtbot.waitUntil(lambda: not isValid(window) or running_task(window) is None, timeout=_LONGEST)
    settle()


def button(root: QWidget, name: str) -> QPushButton:
    found = root.findChild(QPushButton, name)
    assert found is not None, name
    return found


def press(root: QWidget, name: str) -> None:
    """Press a button by the keyboard."""
    which = button(root, name)
    assert which.isVisible(), name
    assert which.isEnabled(), name
    which.setFocus()
    QTest.keyClick(which, Qt.Key.Key_Space)
    settle()


def read_to_the_end(root: QWidget) -> None:
    """Scroll to the end of the comments that are shown by the main button, then press what it says then."""
    for _ in range(20):
        QTest.qWait(1)
        settle()
        if button(root, "comments_go").text() != "Show more comments":
            break
        press(root, "comments_go")
    press(root, "comments_go")


def take_pdf(root: QWidget, name: str, document: str, *, large_print: bool = False) -> None:
    """Press a button that offers documents, go to one by the arrow keys, and take it with Enter."""
    press(root, name)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    if large_print:
        _go_to(menu, "pdf_large_menu")
        QTest.keyClick(menu, Qt.Key.Key_Right)
        settle()
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        document = f"{document}_large"
    _go_to(menu, f"pdf_{document}")
    # The menu is gone before the key comes up again.
    QTest.keyPress(menu, Qt.Key.Key_Return)
    settle()


def _go_to(menu: QMenu, name: str) -> None:
    """Press Down until an entry is chosen."""
    for _ in menu.actions():
        chosen = menu.activeAction()
        submenu = chosen.menu() if chosen is not None else None
        if chosen is not None and name in (chosen.objectName(), submenu.objectName() if submenu is not None else ""):
            return
        QTest.keyClick(menu, Qt.Key.Key_Down)
    raise AssertionError(name)


def entry(root: QWidget, name: str) -> QLineEdit:
    found = root.findChild(QLineEdit, name)
    assert found is not None, name
    return found


def number(root: QWidget, name: str) -> QSpinBox:
    found = root.findChild(QSpinBox, name)
    assert found is not None, name
    return found


def fill(root: QWidget, name: str, words: str) -> None:
    """Type into a field of one line."""
    field = entry(root, name)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, words)


def choose(root: QWidget, name: str) -> None:
    """Choose a radio button with the space bar."""
    found = root.findChild(QRadioButton, name)
    assert found is not None, name
    QTest.keyClick(found, Qt.Key.Key_Space)
    settle()


def tick(root: QWidget, name: str) -> None:
    """Tick a box, or take the tick away, with the space bar."""
    found = root.findChild(QCheckBox, name)
    assert found is not None, name
    QTest.keyClick(found, Qt.Key.Key_Space)
    settle()


def text(root: QWidget, name: str) -> str:
    found = root.findChild(QLabel, name)
    assert found is not None, name
    return found.text()


def seen(root: QWidget) -> str:
    """Return every word that stands in a label."""
    return "\n".join(each.text() for each in root.findChildren(QLabel) if each.isVisibleTo(root))


def prompt(name: str) -> QWidget:
    settle()
    found = QApplication.activeModalWidget()
    assert found is not None, name
    assert found.objectName() == name
    return found


def nameless(root: QWidget) -> list[str]:
    """Return the interactive widgets that lack an object name or an accessible name."""
    kinds = (QPushButton, QRadioButton, QLineEdit, QSpinBox)
    return [
        repr(each)
        for kind in kinds
        for each in root.findChildren(kind)
        if not each.objectName().startswith("qt_") and not (each.objectName() and each.accessibleName())
    ]
