"""Comparing teams by keys alone: cells, rows, sorting and items."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from teamhealth.publication.compared import RowKind
from teamhealth.ui.compare.bar import CompareBar
from teamhealth.ui.compare.model import FIRST
from teamhealth.ui.compare.page import ComparePage
from teamhealth.ui.compare.room import CompareRoom
from teamhealth.ui.compare.tables import compared_tables
from teamhealth.ui.theme import Theme
from tests.rounds import HIDDEN, PLACES, council, many, with_teams
from tests.ui.compare.comparing import chosen_team, name_of, page_of, table, type_into
from tests.ui.office import button, press, settle, text


def test_of_two_hundred_teams_one_is_reached_by_its_first_letters(qtbot: QtBot) -> None:
    whole, theme = many(council()[-1], 200), Theme()
    made = ComparePage(whole, None, CompareBar([whole.survey.wave.name], [], theme), theme)
    qtbot.addWidget(made)
    made.resize(1174, 688)
    made.show()
    settle()
    shown = table(made)
    names = [row.name for row in shown.compared.rows if row.kind is RowKind.TEAM and row.name.startswith("Riverside")]
    assert names == [f"Riverside {number}" for number in range(1, len(names) + 1)]
    assert len(names) > 10
    shown.setFocus()
    QTest.keyClicks(shown, "riverside 1")
    assert chosen_team(shown) == "Riverside 1"
    QTest.keyClicks(shown, "0")
    assert chosen_team(shown) == "Riverside 10"
    QTest.qWait(QGuiApplication.styleHints().keyboardInputInterval() + 50)
    QTest.keyClick(shown, Qt.Key.Key_M)
    assert chosen_team(shown) == "Millbrook 1"


def test_a_team_that_begins_with_i_is_reached_by_it_and_items_by_ctrl_and_i(qtbot: QtBot) -> None:
    whole = council()[-1]
    last = max((team for team in whole.teams if team.shown), key=name_of)
    teams = tuple(replace(team, name="Ilford") if team is last else team for team in whole.teams)
    page = page_of(with_teams(whole, teams))
    qtbot.addWidget(page)
    page.resize(1174, 688)
    page.show()
    settle()
    shown = table(page)
    shown.setFocus()
    QTest.keyClick(shown, Qt.Key.Key_I)
    assert chosen_team(shown) == "Ilford"
    assert shown.compared.columnCount() < FIRST + 7
    QTest.keyClick(shown, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert shown.compared.columnCount() == FIRST + 7


def test_the_newest_round_comes_up_with_its_sentence_and_the_table_has_the_keyboard(room: CompareRoom) -> None:
    assert room.page is not None
    assert room.page.compared.publication.survey.wave.name == "Autumn 2022"
    headline = room.findChild(QWidget, "headline")
    assert headline is not None
    assert (
        "scores stand" in headline.accessibleName() or "No team was found to stand apart" in headline.accessibleName()
    )
    room.setFocus()
    settle()
    assert table(room).hasFocus()


def test_what_is_behind_a_cell_follows_the_ring_and_enter_goes_to_its_buttons(qtbot: QtBot, room: CompareRoom) -> None:
    cells = table(room)
    cells.setFocus()
    cells.setCurrentIndex(cells.compared.index(0, FIRST))
    assert text(room, "drill_title") == "Ashdown: workforce stability"
    type_into(cells, Qt.Key.Key_Down, Qt.Key.Key_Right)
    assert text(room, "drill_title") == "Brookside: morale"
    assert cells.hasFocus()
    with qtbot.waitSignal(room.plan_asked) as asked_of:
        press(room, "drill_plan")
    team = cells.compared.rows[1].team
    assert team is not None
    assert asked_of.args is not None
    assert asked_of.args[1:] == [team.id, "morale"]
    type_into(cells, Qt.Key.Key_Return)
    assert button(room, "drill_results").hasFocus()
    assert button(room, "drill_results").text() == "Brookside results"
    QTest.keyClick(button(room, "drill_results"), Qt.Key.Key_Escape)
    settle()
    assert cells.hasFocus()
    assert text(room, "drill_title") == "Brookside: morale"
    asked = [each.id for each in council()[-1].survey.questionnaires[0].domains[1].items]
    assert all(room.findChild(QWidget, f"item_{item}") is not None for item in asked)


def test_a_hidden_row_has_one_sentence_behind_it_and_nothing_to_do(room: CompareRoom) -> None:
    cells = table(room)
    place = [row.name for row in cells.compared.rows].index(PLACES[HIDDEN[0]])
    cells.setCurrentIndex(cells.compared.index(place, FIRST))
    cells.setFocus()
    type_into(cells, Qt.Key.Key_Return)
    assert cells.hasFocus()
    assert text(room, "drill_score").startswith("Fewer than 5 answers, or none, came in")
    assert not button(room, "drill_results").isVisible()
    assert not button(room, "drill_plan").isVisible()
    assert cells.columnSpan(place, FIRST) == 5


def test_the_header_is_reached_by_keys_and_sorts_aloud(room: CompareRoom) -> None:
    cells = table(room)
    cells.setFocus()
    cells.setCurrentIndex(cells.compared.index(0, FIRST))
    type_into(cells, Qt.Key.Key_Up)
    assert cells.header.hasFocus()
    type_into(cells.header, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert cells.header.accessibleName() == "Workforce stability. Sorted low to high."
    scores = [row.score("stability") for row in cells.compared.rows if row.kind is RowKind.TEAM]
    points = [score.points for score in scores if score is not None]
    assert points == sorted(points)
    type_into(cells.header, Qt.Key.Key_Down)
    assert cells.hasFocus()


def test_i_shows_items_and_themes_again(room: CompareRoom) -> None:
    cells = table(room)
    cells.setFocus()
    type_into(cells, Qt.Key.Key_I)
    assert cells.compared.columnCount() == FIRST + 7
    themes = room.findChild(QComboBox, "compare_theme")
    assert themes is not None
    assert themes.isVisible()
    themes.setFocus()
    type_into(themes, Qt.Key.Key_Down)
    assert cells.compared.header_words(FIRST) == "Looking forward to work"
    cells.setFocus()
    type_into(cells, Qt.Key.Key_I)
    assert cells.compared.columnCount() == FIRST + 5


def test_all_items_can_be_pressed(room: CompareRoom) -> None:
    switch = button(room, "compare_mode_0")
    switch.setFocus()
    type_into(switch, Qt.Key.Key_Right)
    assert button(room, "compare_mode_1").hasFocus()
    type_into(button(room, "compare_mode_1"), Qt.Key.Key_Return)
    assert table(room).compared.columnCount() == FIRST + 7


@pytest.mark.parametrize("services", [1, 3])
def test_whose_area_of_service_a_team_is_of_is_read_and_heard_without_a_pointer(qtbot: QtBot, services: int) -> None:
    whole = council(14, 1, services)[-1]
    page = page_of(whole)
    qtbot.addWidget(page)
    page.resize(1174, 688)
    page.show()
    cells = table(page)
    cells.setFocus()
    cells.setCurrentIndex(cells.compared.index(0, FIRST))
    first = cells.compared.rows[0]
    assert first.service
    card = page.findChild(QWidget, "drill_card")
    assert card is not None
    service = page.findChild(QLabel, "drill_service")
    assert (service is not None) is (services > 1)
    assert service is None or service.text() == first.service
    assert (first.service in card.accessibleName()) is (services > 1)
    for made in compared_tables(page.compared):
        assert ("Area of service" in made.headers) is (services > 1)
        assert all(len(row) == len(made.headers) for row in made.rows)
        assert any(first.service in row[1:2] for row in made.rows) is (services > 1)
