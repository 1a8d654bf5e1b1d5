"""A page scrolls by the keys that nothing else in its window wants."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPushButton, QStackedWidget, QWidget

from teamhealth.ui.widgets.buttons import secondary_button
from teamhealth.ui.widgets.fields import line_field
from teamhealth.ui.widgets.page import Page

K = Qt.Key


class Beside(QWidget):
    """A window with a button, as of a rail, and two pages beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.rail = QPushButton("Help")
        self.pages = [Page("Help", "help"), Page("Comments", "comments")]
        self.stack = QStackedWidget()
        row = QHBoxLayout(self)
        row.addWidget(self.rail)
        row.addWidget(self.stack)
        for page in self.pages:
            page.body.addSpacing(4000)
            self.stack.addWidget(page)
        self.resize(500, 300)
        self.show()
        self.activateWindow()
        QApplication.processEvents()

    def at(self, number: int = 0) -> int:
        return self.pages[number].scroller.verticalScrollBar().value()


def test_page_down_and_the_others_scroll_while_the_focus_is_beside_the_page() -> None:
    window = Beside()
    bottom = window.pages[0].scroller.verticalScrollBar().maximum()
    window.rail.setFocus()
    seen = []
    for key in (K.Key_PageDown, K.Key_End, K.Key_PageUp, K.Key_Home):
        QTest.keyClick(window.rail, key)
        seen.append(window.at())
    assert seen[0] > 0
    assert seen[1] == bottom
    assert 0 < seen[2] < bottom
    assert seen[3] == 0


@pytest.mark.parametrize("key", [K.Key_Down, K.Key_PageDown, K.Key_End])
def test_a_page_that_has_the_focus_itself_scrolls(key: Qt.Key) -> None:
    window = Beside()
    window.pages[0].setFocus()
    QTest.keyClick(window.pages[0], key)
    assert window.at() > 0


def test_only_the_page_that_is_shown_scrolls() -> None:
    window = Beside()
    window.stack.setCurrentIndex(1)
    window.rail.setFocus()
    QTest.keyClick(window.rail, K.Key_PageDown)
    assert window.at(0) == 0
    assert window.at(1) > 0
    window.stack.setCurrentIndex(0)
    QTest.keyClick(window.rail, K.Key_PageDown)
    assert window.at(0) > 0


def test_keys_that_a_field_wants_stay_with_it() -> None:
    window = Beside()
    field = line_field("Team", "team")
    window.pages[0].body.insertWidget(0, field)
    entry = field.input
    assert isinstance(entry, QLineEdit)
    entry.setFocus()
    QTest.keyClicks(entry, "North")
    QTest.keyClick(entry, K.Key_Home)
    assert entry.cursorPosition() == 0
    QTest.keyClick(entry, K.Key_End)
    assert entry.cursorPosition() == 5
    assert window.at() == 0


def test_a_chord_scrolls_nothing() -> None:
    window = Beside()
    button = secondary_button("Go", "go")
    window.pages[0].action_row.addWidget(button)
    button.setFocus()
    QTest.keyClick(button, K.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert window.at() == 0
