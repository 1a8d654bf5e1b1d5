"""What the guidelines for accessibility ask of the whole program and no other test shows."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from teamhealth.services.workspace import Workspace
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.rooms import room_plans
from tests.services.journeys import WORDS
from tests.ui.office import entry, manager, press, wait_for_work
from tests.ui.surveys.setting_up import page


def ways(window: MainWindow) -> list[tuple[str, int]]:
    """Return what the rail offers, from top to bottom."""
    offered = [each for each in window.rail.findChildren(QAbstractButton) if each.isVisible()]
    return sorted(
        ((each.text(), each.mapTo(window, each.rect().topLeft()).y()) for each in offered), key=lambda at: at[1]
    )


def test_the_rail_offers_the_same_in_the_same_order_everywhere(qtbot: QtBot, workspace: Workspace) -> None:
    window = manager(qtbot, workspace)
    first = ways(window)
    assert len(first) == len(room_plans())
    for plan in room_plans():
        press(window, f"rail_{plan.place.id}")
        wait_for_work(qtbot, window)
        assert ways(window) == first


def test_a_passphrase_may_be_pasted(qtbot: QtBot, workspace: Workspace) -> None:
    shown: QWidget = page(qtbot, workspace)
    QGuiApplication.clipboard().setText(WORDS)
    for name in ("passphrase", "passphrase_repeated"):
        QTest.keyClick(entry(shown, name), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert entry(shown, name).text() == WORDS
