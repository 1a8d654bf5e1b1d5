"""Chooses another text size, and reads what is said of one that waits."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QWidget

from teamhealth.ui.main_window import MainWindow
from tests.ui.office import text
from tests.ui.scenes.stage import come_to_rest


def enlarge(window: QWidget) -> None:
    QTest.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    come_to_rest(window)


def tick(window: QWidget, name: str) -> None:
    box = window.findChild(QCheckBox, name)
    assert box is not None
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert box.isChecked()


def note(window: MainWindow) -> str:
    said = window.findChild(QWidget, "window_look")
    return text(window, "window_look_text") if said is not None and said.isVisible() else ""
