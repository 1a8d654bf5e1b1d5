import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from teamhealth.figures.weight import Weight
from teamhealth.publication.compared import compare
from teamhealth.publication.types import Publication
from teamhealth.publication.words import find_domain, find_item, item_word_text, score_text, span_text
from teamhealth.ui.compare.tables import compared_tables
from teamhealth.ui.results.dashboard import TeamDashboard
from teamhealth.ui.results.models import WordsModel
from teamhealth.ui.results.table_rows import Table, team_tables
from teamhealth.ui.results.tables import TeamTables, WordsView
from teamhealth.ui.theme import HINT, SPACE_4, SPACE_8, Theme
from tests.invented import TEAM_ID, publication
from tests.rounds import council, many
from tests.ui.results.publications import compared, with_holes


def table(answered: int, table_id: str) -> Table:
    shown = publication(answered)
    return next(each for each in team_tables(shown.survey, shown.teams[0]) if each.id == table_id)


def labelled(page: TeamDashboard, name: str) -> str:
    found = page.findChild(QLabel, name)
    assert found is not None, name
    return found.text()


def opened_tables(qtbot: QtBot, shown: Publication, theme: Theme, width: int) -> TeamTables:
    tables = TeamTables(shown.survey, shown.teams[0], theme)
    qtbot.addWidget(tables)
    tables.resize(width, 3000)
    tables.show()
    for _ in range(3):
        QApplication.processEvents()
    return tables


@given(st.integers(5, 14))
def test_every_published_score_and_word_stands_in_a_row(answered: int) -> None:
    shown = publication(answered)
    team = shown.teams[0]
    themes, items = table(answered, "themes"), table(answered, "items")
    for result, row in zip(team.domains, themes.rows, strict=True):
        assert result.score is not None
        assert result.likely is not None
        title = find_domain(shown.survey.questionnaires, result.domain).title
        assert row[:2] == (title, score_text(result.score))
        assert span_text(result.likely) in row
    for item, row in zip(team.items, items.rows, strict=True):
        assert item.word is not None
        assert find_item(shown.survey.questionnaires, item.item).label in row
        assert item_word_text(item.word) in row


@given(st.integers(0, 4))
def test_hidden_team_has_no_tables(answered: int) -> None:
    shown = publication(answered)
    assert team_tables(shown.survey, shown.teams[0]) == ()


def test_below_eight_answers_no_item_has_a_number() -> None:
    items = table(6, "items")
    assert "Answers" not in items.headers
    assert not any(character.isdigit() for row in items.rows for character in row[3] + row[4])


def test_hidden_parts_say_that_they_are_not_shown() -> None:
    shown = with_holes()
    themes, items, *_ = team_tables(shown.survey, shown.teams[0])
    assert themes.rows[1] == ("Morale", *["not shown"] * (len(themes.headers) - 1))
    assert items.rows[1][3:] == ("not shown", "not shown", "not shown")


def test_an_item_with_a_word_and_no_numbers_says_so_as_the_dashboard_does(qtbot: QtBot) -> None:
    shown = with_holes()
    items = team_tables(shown.survey, shown.teams[0])[1]
    assert items.rows[2][-3:] == ("mixed", "Families keep their worker: mixed", "a word only")
    page = TeamDashboard(shown, TEAM_ID, theme=Theme())
    qtbot.addWidget(page)
    page.open_domain("stability")
    assert labelled(page, "words_st3") == "a word only: mixed"
    assert labelled(page, "detail_counts_st3") == "a word only"


@given(st.integers(5, 14), st.booleans())
def test_no_cell_is_blank(answered: int, holes: bool) -> None:
    shown = with_holes(answered) if holes else publication(answered)
    for each in team_tables(shown.survey, shown.teams[0]):
        assert all(cell for row in each.rows for cell in row)


def test_columns_without_any_figure_are_left_out() -> None:
    assert "Beside other teams" not in table(6, "themes").headers
    shown = compared()
    assert "Beside other teams" in team_tables(shown.survey, shown.teams[0])[0].headers


def test_comments_stand_word_for_word_in_the_published_order() -> None:
    rows = table(6, "comments").rows
    assert [row[1] for row in rows[:3]] == list(publication(6).teams[0].comments[0].comments)


@pytest.mark.parametrize("answered", [6, 8, 12])
def test_tables_and_dashboard_agree(qtbot: QtBot, answered: int) -> None:
    shown = publication(answered)
    page = TeamDashboard(shown, TEAM_ID, theme=Theme())
    qtbot.addWidget(page)
    for result, row in zip(shown.teams[0].domains, table(answered, "themes").rows, strict=True):
        score = page.findChild(QLabel, f"score_{result.domain}")
        assert score is not None
        assert score.text() == row[1]


def test_cells_are_read_out_with_their_row_and_header() -> None:
    model = WordsModel(table(6, "themes"))
    assert model.rowCount() == 4
    assert model.data(model.index(0, 1)) == "52"
    assert (
        model.data(model.index(0, 1), Qt.ItemDataRole.AccessibleTextRole) == "Workforce stability, Score, 0 to 100: 52"
    )
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Score, 0 to 100"
    assert model.headerData(1, Qt.Orientation.Vertical) is None
    assert (model.rowCount(model.index(0, 0)), model.columnCount(model.index(0, 0))) == (0, 0)


def test_tables_are_as_high_as_their_rows(qtbot: QtBot) -> None:
    shown = publication(12)
    tables = TeamTables(shown.survey, shown.teams[0], Theme())
    qtbot.addWidget(tables)
    tables.resize(1174, 3000)
    tables.show()
    for view in tables.views:
        last = view.words.rowCount() - 1
        assert view.rowViewportPosition(last) + view.rowHeight(last) <= view.viewport().height()
        assert view.columnViewportPosition(view.words.columnCount() - 1) < view.viewport().width()


def room_of(words: str, width: int, theme: Theme, weight: Weight = Weight.REGULAR) -> int:
    """Return how high a cell must be, by Qt's own measure of wrapped words."""
    inside = QRect(0, 0, width - 2 * theme.px(SPACE_8), 10_000)
    flags = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
    return QFontMetrics(theme.font(HINT, weight)).boundingRect(inside, flags.value, words).height() + theme.px(SPACE_4)


@pytest.mark.parametrize(("scale", "width"), [(1.0, 1174), (1.0, 700), (1.5, 1016), (1.5, 700)])
def test_every_cell_and_header_has_room_for_all_its_words(qtbot: QtBot, scale: float, width: int) -> None:
    theme = Theme(scale)
    tables = opened_tables(qtbot, compared(), theme, width)
    for view in tables.views:
        model, header = view.words, view.horizontalHeader()
        for column, words in enumerate(model.table.headers):
            assert header.height() >= room_of(words, header.sectionSize(column), theme, Weight.SEMIBOLD)
            for row, cells in enumerate(model.table.rows):
                rect = view.visualRect(model.index(row, column))
                assert rect.height() >= room_of(cells[column], rect.width(), theme), cells[column]


@pytest.mark.parametrize(("scale", "width"), [(1.0, 1174), (1.0, 888), (1.5, 1016)])
def test_no_ordinary_word_is_broken(qtbot: QtBot, scale: float, width: int) -> None:
    theme = Theme(scale)
    tables = opened_tables(qtbot, publication(8), theme, width)
    metrics = QFontMetrics(theme.font(HINT))
    for view in tables.views:
        for cells in view.words.table.rows:
            for column, words in enumerate(cells):
                room = view.columnWidth(column) - 2 * theme.px(SPACE_8)
                assert all(metrics.horizontalAdvance(word) < room for word in words.split()), (column, words)


def test_the_last_line_of_a_long_cell_is_drawn(qtbot: QtBot) -> None:
    tables = opened_tables(qtbot, publication(8), Theme(), 1174)
    view = tables.views[1]
    row = next(number for number, cells in enumerate(view.words.table.rows) if cells[2].endswith("to another."))
    rect = view.visualRect(view.words.index(row, 2))
    picture = view.viewport().grab(rect).toImage()
    line = QFontMetrics(Theme().font(HINT)).height()
    assert rect.height() >= 3 * line
    for number in range(3):
        top = SPACE_4 + number * line
        assert any(
            picture.pixelColor(x, y).lightness() < 100
            for y in range(top, top + line)
            for x in range(SPACE_8, rect.width() - SPACE_8)
        )


def test_the_page_follows_the_arrows_through_a_table(qtbot: QtBot) -> None:
    page = TeamDashboard(publication(6), TEAM_ID, theme=Theme())
    qtbot.addWidget(page)
    page.resize(1174, 688)
    page.show()
    page.show_tables(True)
    QApplication.processEvents()
    scroller = page.findChild(QScrollArea, "tables_scroll")
    items = page.findChild(WordsView, "table_items")
    assert scroller is not None
    assert items is not None
    items.setCurrentIndex(items.words.index(0, 0))
    before = scroller.verticalScrollBar().value()
    for _ in range(20):
        QTest.keyClick(items, Qt.Key.Key_Down)
    assert items.currentIndex().row() == 20
    assert scroller.verticalScrollBar().value() > before
    cell = items.visualRect(items.currentIndex())
    assert scroller.viewport().rect().contains(items.viewport().mapTo(scroller.viewport(), cell.center()))


def test_every_word_of_a_long_table_fits_its_row(qtbot: QtBot) -> None:
    for table in compared_tables(compare(many(council()[-1], 200))):
        view = WordsView(table, Theme())
        qtbot.addWidget(view)
        view.resize(1118, 300)
        view.show()
        needed = [view._needed(cells) for cells in table.rows]
        assert max(needed) <= view.rowHeight(0) == view.rowHeight(199)
        assert view.height() >= 200 * view.rowHeight(0)
