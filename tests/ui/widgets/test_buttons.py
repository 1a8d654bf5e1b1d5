"""Buttons have one ring, outside, and leave Ctrl+Enter to the page."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout

from teamhealth.ui.widgets.buttons import Button, primary_button, secondary_button


def _dialog(*buttons: Button) -> QDialog:
    window = QDialog()
    column = QVBoxLayout(window)
    for each in buttons:
        column.addWidget(each)
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    return window


def _picture(button: Button) -> QImage:
    QApplication.processEvents()
    return button.grab().toImage()


def test_the_focus_draws_nothing_inside_a_button() -> None:
    one, two = secondary_button("Keep open", "keep"), primary_button("Close survey", "close")
    window = _dialog(two, one)
    two.setFocus()
    without = _picture(one)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    assert one.hasFocus()
    assert window.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    assert _picture(one) == without


def test_a_button_is_pressed_by_enter_and_not_by_a_chord() -> None:
    button = secondary_button("Back", "back")
    pressed: list[str] = []
    button.clicked.connect(lambda: pressed.append("x"))
    window = _dialog(button)
    QTest.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed == []
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert len(pressed) == 1
    assert window.isVisible()
