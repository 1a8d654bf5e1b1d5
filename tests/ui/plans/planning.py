"""How tests go about a plan in the window: pressing, waiting, choosing, reading."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QWidget

from teamhealth.services.plans import load_planned
from teamhealth.services.workspace import Workspace
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.plans.plan_page import PlanPage
from teamhealth.ui.tasks import running_task
from tests.invented import SURVEY_ID, TEAM_ID
from tests.ui.office import (
    press,
    settle,
)

LISTED = f"open_{SURVEY_ID}_{TEAM_ID}"


def wait(window: MainWindow) -> None:
    """Wait until the room has read what it needs."""
    for _ in range(2000):
        settle()
        if running_task(window) is None:
            return
        QTest.qWait(5)
    raise AssertionError("still working")


def go(window: MainWindow, name: str) -> None:
    press(window, name)
    wait(window)


def page(window: MainWindow) -> QWidget:
    shown = window.plans.pages.currentWidget()
    assert shown is not None
    return shown


def pick(root: QWidget, name: str, words: str) -> None:
    """Choose from a list by typing the first letters, as keys do."""
    box = root.findChild(QComboBox, name)
    assert box is not None
    box.setFocus()
    for _ in range(box.count()):
        if box.currentText() == words:
            return
        QTest.keyClick(box, Qt.Key.Key_Down)
    for _ in range(box.count()):
        if box.currentText() == words:
            return
        QTest.keyClick(box, Qt.Key.Key_Up)
    assert box.currentText() == words


def menu(window: MainWindow, name: str) -> QAction:
    shown = page(window)
    assert isinstance(shown, PlanPage)
    found = shown.sheet_menu().findChild(QAction, name)
    assert found is not None
    return found


def stored(workspace: Workspace) -> tuple[str, ...]:
    return tuple(action.what for action in load_planned(workspace, SURVEY_ID, TEAM_ID).plan.actions)
