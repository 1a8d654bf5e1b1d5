"""In narrow cells titles keep their words whole, and a sign without its share says where that is read."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from teamhealth.publication.compared import compare
from teamhealth.services.workspace import Workspace
from teamhealth.ui.compare.model import FIRST, CompareModel, item_columns, theme_columns
from teamhealth.ui.compare.room import CompareRoom
from teamhealth.ui.compare.table import CompareTable
from teamhealth.ui.theme import SPACE_4, Theme
from tests.rounds import council
from tests.ui.office import Desk, press, settle, wait_for_work
from tests.ui.rounds import store_rounds

# As wide as the table is on the smallest window, with the usual text and the largest.
WIDTHS = [(640, 1.0), (888, 1.5)]


@pytest.mark.parametrize(("width", "scale"), WIDTHS)
@pytest.mark.parametrize("theme", ["", "stability", "morale", "bureaucracy", "safety"])
def test_no_word_of_a_title_is_broken_on_the_smallest_window(
    qtbot: QtBot, width: int, scale: float, theme: str
) -> None:
    compared, table = compare(council()[-1]), CompareTable(Theme(scale))
    qtbot.addWidget(table)
    table.resize(width, 400)
    table.show_model(CompareModel(compared, item_columns(compared, theme) if theme else theme_columns(compared)))
    table.show()
    settle()
    sections = range(FIRST, table.compared.columnCount())
    least = {each: table.header.least_width(each) - Theme(scale).px(SPACE_4) for each in sections}
    # One word of 14 letters, in the largest text.
    broken = {table.compared.header_words(each) for each in sections if table.columnWidth(each) < least[each]}
    assert broken <= ({"Administrative support"} if scale > 1 else set())


def test_a_sign_without_its_share_says_why_or_where_it_is_read(qtbot: QtBot, workspace: Workspace, desk: Desk) -> None:
    store_rounds(workspace, council())
    room = CompareRoom(workspace, desk.outside())
    qtbot.addWidget(room)
    room.resize(1174, 688)
    room.show()
    room.enter()
    wait_for_work(qtbot, room)
    press(room, "compare_mode_1")
    said = room.findChild(QLabel, "compare_sign_alone")
    assert said is not None
    assert said.text() == "Sign alone: too few for a share."
    room.resize(560, 688)
    settle()
    assert said.text() == "Sign alone: go to the cell to read its share."
