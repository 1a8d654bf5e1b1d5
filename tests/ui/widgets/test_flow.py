"""Widgets side by side go on in the next line where a line is full, and are never cut."""

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from teamhealth.ui.theme import Theme
from teamhealth.ui.widgets.buttons import secondary_button
from teamhealth.ui.widgets.flow import Ends, Flow

WORDS = ("Set up a survey", "Open a survey file", "Look at an example")


class Row(QWidget):
    """Buttons in a flow, with something below them."""

    def __init__(self, width: int, ends: Ends = Ends.FREE) -> None:
        super().__init__()
        self.flow = Flow(Theme(), gap=12, ends=ends)
        self.buttons = [secondary_button(words, f"button_{place}") for place, words in enumerate(WORDS)]
        for button in self.buttons:
            self.flow.addWidget(button)
        self.below = secondary_button("Below", "below")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self.flow)
        column.addWidget(self.below)
        column.addStretch(1)
        self.resize(width, 600)
        self.show()
        QApplication.processEvents()

    def lines(self) -> int:
        return len({button.y() for button in self.buttons if button.isVisible()})


@pytest.mark.parametrize(("width", "lines"), [(900, 1), (400, 2), (200, 3)])
def test_a_line_that_is_full_goes_on_below(width: int, lines: int) -> None:
    row = Row(width)
    assert row.lines() == lines
    for button in row.buttons:
        assert button.width() >= button.sizeHint().width()
        assert button.geometry().right() <= row.width()
    assert row.below.y() >= max(button.geometry().bottom() for button in row.buttons)


def test_it_follows_the_width_and_what_is_hidden() -> None:
    row = Row(400)
    row.resize(900, 600)
    QApplication.processEvents()
    assert row.lines() == 1
    row.resize(400, 600)
    row.buttons[1].hide()
    QApplication.processEvents()
    assert row.lines() == 1
    assert row.buttons[2].x() == row.buttons[0].width() + 12


def test_lines_may_end_at_the_right_edge_by_the_last_or_by_all() -> None:
    last = Row(900, Ends.LAST_RIGHT)
    assert last.buttons[2].geometry().right() == 899
    assert last.buttons[1].x() == last.buttons[0].width() + 12
    filled = Row(900, Ends.FILLED)
    assert filled.buttons[2].geometry().right() >= 896
    assert all(button.width() > button.sizeHint().width() for button in filled.buttons)
