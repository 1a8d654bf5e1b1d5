import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from teamhealth.publication.words import find_domain, find_item, item_word_text, score_text, span_text
from teamhealth.ui.results.dashboard import TeamDashboard
from teamhealth.ui.results.models import WordsModel
from teamhealth.ui.results.table_rows import Table, team_tables
from teamhealth.ui.results.tables import TeamTables
from teamhealth.ui.theme import Theme
from tests.invented import TEAM_ID, publication
from tests.ui.results.publications import compared, with_holes


def table(answered: int, table_id: str) -> Table:
    shown = publication(answered)
    return next(each for each in team_tables(shown.survey, shown.teams[0]) if each.id == table_id)


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
    assert themes.rows[1] == ("Morale", "not shown", *[""] * (len(themes.headers) - 2))
    assert items.rows[1][3:5] == ("not shown", "Few thoughts of leaving: not shown")


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


def test_cells_are_read_out_with_their_header() -> None:
    model = WordsModel(table(6, "themes"))
    assert model.rowCount() == 4
    assert model.data(model.index(0, 1)) == "52"
    assert model.data(model.index(0, 1), Qt.ItemDataRole.AccessibleTextRole) == "Score, 0 to 100: 52"
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
