"""What a comparison shows at each size, and what explains its signs."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QScrollArea
from pytestqt.qtbot import QtBot

from teamhealth.publication.compared import RowKind
from teamhealth.publication.headline import Headline
from teamhealth.publication.types import FavourableCount, Publication, Verdict
from teamhealth.ui.compare.model import ANSWERED, FIRST, TEAM
from teamhealth.ui.compare.room import CompareRoom
from teamhealth.ui.compare.visit_banner import VisitBanner
from teamhealth.ui.theme import SPACE_8, Theme, current_theme
from tests.invented import publication
from tests.report.test_true_sentences import every_gap
from tests.rounds import all_apart, all_hidden, council, many, with_teams
from tests.ui.compare.comparing import page_of, table
from tests.ui.office import nameless, seen, settle
from tests.ui.scenes import states
from tests.ui.scenes.results import compare as scene
from tests.ui.test_accessibility import LEAST_TARGET


def test_a_round_not_collected_sealed_says_so_above_chart_and_tables(qtbot: QtBot) -> None:
    words = "Some answers were not collected sealed: they came from paper or from another program."
    whole = council()[-1]
    for publication_, said in ((replace(whole, survey=replace(whole.survey, elsewhere=True)), True), (whole, False)):
        page = page_of(publication_)
        qtbot.addWidget(page)
        page.show()
        for tables in (False, True):
            page.show_tables(tables)
            assert (words in seen(page)) is said


def test_a_dash_in_the_column_of_gaps_is_explained_below_where_one_stands(qtbot: QtBot) -> None:
    dash = "‘–’ in the last column: every gap of that team is more than chance, was not tested, or is none."
    whole = council()[-1]
    for publication_, said in ((all_apart(whole), True), (whole, False)):
        page = page_of(publication_)
        qtbot.addWidget(page)
        page.show()
        assert (dash in seen(page)) is said


@pytest.mark.parametrize("width", [400, 700, 1100])
def test_links_lie_on_the_names_that_the_headline_paints(qtbot: QtBot, width: int) -> None:
    said = Headline(
        "Three stand apart.", "Ashdown, Ashdown East and Brook (north) stand below; Ash may know what helps."
    )
    banner = VisitBanner(said, ["Ash", "Ashdown", "Ashdown East", "Brook (north)", "Unnamed"], current_theme())
    qtbot.addWidget(banner)
    banner.resize(width, banner.heightForWidth(width))
    banner.show()
    settle()
    assert list(banner.links) == ["Ashdown", "Ashdown East", "Brook (north)", "Ash"]
    for each in banner.links.values():
        assert banner.rect().contains(each.geometry())
        others = [link for link in banner.links.values() if link is not each]
        middle = each.geometry().center()
        assert not any(link.geometry().contains(middle) for link in others)


def test_every_team_of_a_service_and_its_average_are_in_view_on_a_common_screen(
    themed_application: QApplication, tmp_path: Path
) -> None:
    with scene(tmp_path, (1366, 688)) as shown:
        cells = table(shown)
        last = len(cells.compared.rows) - 1
        assert last > 14
        at = cells.visualRect(cells.compared.index(last, FIRST))
        assert at.bottom() <= cells.viewport().rect().bottom()


@pytest.mark.parametrize("size", [(1366, 688), (1080, 600)])
@pytest.mark.parametrize("mode", [Qt.Key.Key_Home, Qt.Key.Key_I])
def test_names_of_averages_and_of_what_is_counted_are_never_cut(
    themed_application: QApplication, tmp_path: Path, size: tuple[int, int], mode: Qt.Key
) -> None:
    with scene(tmp_path, size) as shown:
        cells = table(shown)
        cells.setFocus()
        QTest.keyClick(cells, mode, Qt.KeyboardModifier.ControlModifier)
        settle()
        own = [row for row in cells.compared.rows if row.kind not in (RowKind.TEAM, RowKind.HIDDEN)]
        assert [row.kind for row in own] == [RowKind.OTHERS, RowKind.SERVICE]
        for row in own:
            for section in (TEAM, ANSWERED):
                words = cells.compared.words(row, section)
                room = cells.columnWidth(section) - SPACE_8 - 2
                font, lines = cells.cells.lines(words, room, strong=section == TEAM)
                assert " ".join(lines) == words
                assert max(QFontMetricsF(font).horizontalAdvance(line) for line in lines) <= room + 1


def test_a_wide_window_shows_long_names_whole(themed_application: QApplication, tmp_path: Path) -> None:
    with states.compare_long(tmp_path, (1920, 1080)) as shown:
        cells = table(shown)
        names = [cells.compared.words(row, TEAM) for row in cells.compared.rows]
        assert max(map(len, names)) == 60
        assert cells.columnWidth(TEAM) >= cells.cells.name_width(names)
        assert cells.columnWidth(FIRST) >= 132


@pytest.mark.parametrize("ranges", [True, False])
def test_a_range_is_explained_where_one_stands(qtbot: QtBot, *, ranges: bool) -> None:
    whole = council()[-1]
    count = FavourableCount(4, 5) if ranges else FavourableCount(4, 4)
    given = tuple(
        replace(team, items=tuple(
            replace(each, favourable=count if each.favourable else None, split=None) for each in team.items
        )) for team in whole.teams
    )  # fmt: skip
    page = page_of(with_teams(whole, given))
    qtbot.addWidget(page)
    page.resize(1174, 688)
    page.show()
    assert not page.legend.isHidden()
    assert "between the two" not in seen(page)
    table(page).setFocus()
    QTest.keyClick(table(page), Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert "few: at most two people favourable; most: all, or all but one or two" in seen(page)
    assert ("38–50%: between the two" in seen(page)) is ranges


def test_everything_has_a_name(room: CompareRoom) -> None:
    assert nameless(room) == []
    assert all(each.accessibleName() for each in room.findChildren(QComboBox))


@pytest.mark.parametrize(
    "whole",
    [publication(6), publication(12), all_hidden(council()[-1]), many(council()[-1], 200), council(14, 1, 3, 9)[-1]],
    ids=["one small team", "one team", "all hidden", "two hundred", "three services"],
)
@pytest.mark.parametrize(("width", "height", "scale"), [(1174, 688, 1.0), (1016, 568, 1.0), (1174, 688, 1.5)])
def test_every_state_fits_its_width(qtbot: QtBot, whole: Publication, width: int, height: int, scale: float) -> None:
    page = page_of(whole, Theme(scale))
    qtbot.addWidget(page)
    page.resize(width, height)
    page.show()
    settle()
    assert page.size() == QSize(width, height)
    for area in page.findChildren(QScrollArea):
        assert area.horizontalScrollBar().maximum() == 0
        content = area.widget()
        assert content is not None
        assert content.width() <= area.viewport().width()
    cells = page.table
    last = cells.compared.columnCount() - 1
    assert cells.columnViewportPosition(last) + cells.columnWidth(last) <= cells.viewport().width()
    page.bar.modes.select(1)
    page.bar.modes.chosen.emit(1)
    settle()
    last = cells.compared.columnCount() - 1
    assert cells.columnViewportPosition(last) + cells.columnWidth(last) <= cells.viewport().width()


@pytest.mark.parametrize("verdict", [Verdict.ABOVE, Verdict.WITHIN_CHANCE, Verdict.NOT_TESTED])
def test_what_colour_means_is_said_of_the_cells_that_there_are(qtbot: QtBot, verdict: Verdict) -> None:
    page = page_of(every_gap(council()[-1], verdict))
    qtbot.addWidget(page)
    words = seen(page)
    assert ("Colour means more than chance." in words) is (verdict is Verdict.ABOVE)
    assert ("No colour does not mean ‘the same’." in words) is (verdict is Verdict.WITHIN_CHANCE)


def test_the_last_row_is_not_cut_where_rows_a_little_lower_have_room_for_it(qtbot: QtBot) -> None:
    page = page_of(council(14, 1, 2)[-1])
    qtbot.addWidget(page)
    page.resize(1174, 720)
    page.show()
    settle()
    last = page.table.visualRect(page.table.model().index(len(page.table.compared.rows) - 1, 0))
    assert last.bottom() <= page.table.viewport().rect().bottom()


def test_no_row_is_lower_than_what_can_be_pressed(qtbot: QtBot) -> None:
    """The least that guidelines ask of what is pressed, 24 pixels, in windows of every height."""
    page = page_of(council(14, 1, 2)[-1])
    qtbot.addWidget(page)
    page.show()
    heights = {}
    for height in range(640, 760, 4):
        page.resize(1174, height)
        settle()
        heights[height] = page.table.rowHeight(0)
    assert {at: row for at, row in heights.items() if row < LEAST_TARGET} == {}
