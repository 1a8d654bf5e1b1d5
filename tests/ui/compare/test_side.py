"""Where the page scrolls as a whole, what is behind a cell stays in sight beside its row."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from teamhealth.publication.types import Publication
from teamhealth.ui.compare.model import FIRST
from teamhealth.ui.compare.page import ComparePage
from tests.rounds import all_apart, council, many, with_teams
from tests.ui.compare.comparing import page_of
from tests.ui.office import settle

# Pages of windows of 1080 x 600 and 1366 x 768.
SIZES = [(1016, 568), (1174, 730)]


def tall() -> Publication:
    """Return 171 teams, those that stand apart with names that make the headline high."""
    whole = many(council()[-1], 171)
    teams = tuple(
        replace(each, name=f"{each.name} Assessment and Support Team of the Whole Service for Children and Families")
        for each in whole.teams
    )
    return all_apart(with_teams(whole, teams))


@pytest.fixture(params=SIZES, ids=["1080x600", "1366x768"])
def page(qtbot: QtBot, request: pytest.FixtureRequest) -> ComparePage:
    made = page_of(tall())
    qtbot.addWidget(made)
    made.resize(*request.param)
    # As high as the most that it says, in its longest names, where all that it says is long.
    made.headline.setMinimumHeight(330)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    settle()
    assert made.table.rows.whole
    return made


def _area(page: ComparePage) -> QScrollArea:
    found = page.findChild(QScrollArea, "compare_scroll")
    assert found is not None
    return found


def _in_page(page: ComparePage, widget: QWidget) -> QRect:
    """Return what of a widget is seen, within what is seen of the page."""
    at = QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())
    around: QWidget | None = widget.parentWidget()
    while around is not None and around is not page:
        at = at.intersected(QRect(around.mapTo(page, QPoint(0, 0)), around.size()))
        around = around.parentWidget()
    return at


def _all_seen(page: ComparePage, widget: QWidget) -> bool:
    return _in_page(page, widget).size() == widget.size()


def _row_seen(page: ComparePage) -> bool:
    rows, seen = page.table.viewport(), _area(page).viewport()
    cell = page.table.visualRect(page.table.currentIndex())
    top = rows.mapTo(seen, cell.topLeft()).y()
    return page.table.header.height() <= top and top + cell.height() <= seen.height()


def _title(page: ComparePage) -> QLabel:
    settle()
    found = [each for each in page.drill.findChildren(QLabel, "drill_title") if each.isVisible()]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize("place", [20, 90, 150])
def test_a_cell_that_is_clicked_far_down_shows_what_is_behind_it(page: ComparePage, place: int) -> None:
    bar = _area(page).verticalScrollBar()
    cell = page.table.visualRect(page.table.compared.index(place, FIRST + 1))
    content = _area(page).widget()
    assert content is not None
    bar.setValue(page.table.viewport().mapTo(content, cell.topLeft()).y() - 250)
    settle()
    before = bar.value()
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=cell.center())
    assert page.table.compared.rows[place].name in _title(page).text()
    assert _all_seen(page, _title(page))
    assert _row_seen(page)
    assert bar.value() == before


def test_what_is_behind_a_cell_follows_keys_and_enter_leads_there_and_back_without_losing_the_row(
    page: ComparePage,
) -> None:
    table = page.table
    table.setFocus(Qt.FocusReason.TabFocusReason)
    table.setCurrentIndex(table.compared.index(50, FIRST))
    assert _row_seen(page)
    for _ in range(3):
        QTest.keyClick(table, Qt.Key.Key_PageDown)
        settle()
        assert _row_seen(page)
        assert _all_seen(page, _title(page))
    row = table.currentIndex().row()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Tab):
        QTest.keyClick(page.window().focusWidget(), key)
        settle()
        assert _all_seen(page, page.drill.focusWidget() or page)
        assert _row_seen(page)
    assert page.drill.plan.hasFocus()
    QTest.keyClick(page.drill.plan, Qt.Key.Key_Escape)
    settle()
    assert table.hasFocus()
    assert table.currentIndex().row() == row
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert _all_seen(page, _title(page))


def test_the_page_scrolls_on_to_the_end_of_what_is_behind_a_cell_and_back(page: ComparePage) -> None:
    bar = _area(page).verticalScrollBar()
    note = page.findChild(QWidget, "compare_note")
    assert note is not None
    for at in range(2000, 2600, 40):
        bar.setValue(at)
        settle()
    assert _in_page(page, note).bottom() == note.mapTo(page, note.rect().bottomLeft()).y()
    for at in range(2600, 2000, -40):
        bar.setValue(at)
        settle()
    assert _all_seen(page, _title(page))


def test_at_the_end_of_the_page_a_cell_shows_what_is_behind_it_from_its_beginning(page: ComparePage) -> None:
    bar = _area(page).verticalScrollBar()
    bar.setValue(bar.maximum())
    settle()
    for place in (168, 160, len(page.table.compared.rows) - 1):
        cell = page.table.visualRect(page.table.compared.index(place, FIRST))
        QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=cell.center())
        assert _all_seen(page, _title(page))
        assert _row_seen(page)
