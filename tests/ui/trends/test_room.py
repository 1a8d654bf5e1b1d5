"""Trends by keys alone: teams, themes, all teams, tables, pictures and PDF; few rounds are said and still shown."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from teamhealth.figures.compared_sentences import line_sentence
from teamhealth.publication.trend_headline import few_rounds_words, trends_headline
from teamhealth.services.workspace import Workspace
from teamhealth.ui.results.tables import WordsView
from teamhealth.ui.trends.model import LinesModel
from teamhealth.ui.trends.panel_card import PanelCard
from teamhealth.ui.trends.room import TrendsRoom
from teamhealth.ui.trends.small_panels import SmallPanels, found_words
from tests.rounds import HARBOUR, PLACES, council, team_id
from tests.ui.office import Desk, button, flush, manager, nameless, press, seen, settle, take_pdf, text, wait_for_work
from tests.ui.rounds import store_rounds
from tests.ui.trends.trends_room import box, choose, enter, headline_of, rounds


def test_a_team_comes_up_with_a_card_a_theme_each_read_aloud(room: TrendsRoom) -> None:
    cards = room.findChildren(PanelCard)
    assert [card.line.domain.id for card in cards] == ["stability", "morale", "bureaucracy", "safety"]
    team = rounds(council()).lines(team_id(0))
    assert [card.accessibleName() for card in cards] == [line_sentence("Ashdown", line) for line in team.lines]
    room.setFocus()
    settle()
    assert cards[0].hasFocus()
    assert "three rounds" in text(room, "trends_subtitle")
    assert text(room, "trends_cautious_title") == "Where no change was found, there may still be one."
    assert "ithin chance" not in seen(room)


def test_what_moved_is_said_once_above_the_panels_as_on_paper(room: TrendsRoom) -> None:
    found = rounds(council())
    eastfield = next(at for at, team in enumerate(found.teams) if team.name == "Eastfield")
    for place in (0, eastfield):
        choose(room, "trends_team", place)
        assert headline_of(room) == trends_headline(found, found.teams[place]).text
        said = [
            words for words in seen(room).splitlines() if "Since Spring 2022" in words or "more than chance" in words
        ]
        assert said == (["21 higher than in Spring 2022, more than chance"] if place else [])
    # What was found of each theme is still heard, and stands in the tables.
    assert all(
        "within chance" in card.accessibleName() or "more than chance" in card.accessibleName()
        for card in room.findChildren(PanelCard)
    )


def test_what_moved_in_a_theme_is_said_once_above_the_panels_of_all_teams(room: TrendsRoom) -> None:
    choose(room, "trends_theme", 2)
    none = "None of the 12 teams that were tested was found to change by more than chance since each was last shown."
    assert headline_of(room).startswith(f"{none} A change of ")
    choose(room, "trends_theme", 4)
    moved = "Of 12 teams that were tested, one changed by more than chance since each was last shown."
    assert headline_of(room) == f"{moved} Higher: Eastfield. Of the rest, no change was found."
    panels = room.findChild(SmallPanels)
    assert panels is not None
    model = panels.model()
    assert isinstance(model, LinesModel)
    said = {team.name: found_words(team, line) for team, line in model.entries}
    assert {name for name, words in said.items() if words} == {"Eastfield", "Dockside", "Millbrook"}


def test_another_team_is_chosen_by_keys(room: TrendsRoom) -> None:
    choose(room, "trends_team", HARBOUR)
    cards = room.findChildren(PanelCard)
    assert "fewer than 5 answers, not shown" in cards[0].accessibleName()
    assert box(room, "trends_team").hasFocus()


def test_one_theme_of_all_teams_and_back_to_a_team(room: TrendsRoom) -> None:
    choose(room, "trends_theme", 2)
    panels = room.findChild(SmallPanels)
    assert panels is not None
    model = panels.model()
    assert isinstance(model, LinesModel)
    assert [model.index(at).data() for at in range(model.rowCount())] == list(PLACES)
    assert model.domain.id == "morale"
    panels.setFocus()
    QTest.keyClick(panels, Qt.Key.Key_Right)
    QTest.keyClick(panels, Qt.Key.Key_Return)
    flush()
    assert room.findChildren(PanelCard)[0].accessibleName().startswith("Brookside, ")


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "Trends need three rounds. You have one."),
        (2, "Trends need three rounds. You have two."),
        (3, ""),
        (12, ""),
    ],
)
def test_few_rounds_are_said(count: int, words: str) -> None:
    assert few_rounds_words(count) == words


def test_two_rounds_are_said_and_still_shown(qtbot: QtBot, workspace: Workspace, desk: Desk) -> None:
    store_rounds(workspace, council()[:2])
    room = enter(qtbot, TrendsRoom(workspace, desk.outside()))
    assert "Trends need three rounds. You have two." in seen(room)
    assert len(room.findChildren(PanelCard)) == 4


def test_with_one_round_nothing_is_said_of_changes_or_of_signs_that_are_not_there(
    qtbot: QtBot, workspace: Workspace, desk: Desk
) -> None:
    store_rounds(workspace, council()[-1:])
    room = enter(qtbot, TrendsRoom(workspace, desk.outside()))
    assert "does not mean that nothing changed" not in seen(room)
    assert seen(room).count("no change to tell yet") + seen(room).count("No change to show yet") <= 1
    key = room.findChild(QWidget, "trends_key")
    assert key is not None
    assert "service average" in key.accessibleName()
    assert "not shown" not in key.accessibleName()
    with qtbot.waitSignal(room.plan_asked):
        press(room, "trends_plan")


def test_trends_open_on_the_team_that_was_worked_on_last(qtbot: QtBot, workspace: Workspace) -> None:
    store_rounds(workspace, council())
    window = manager(qtbot, workspace)
    wanted = council()[-1].teams[3]
    assert wanted.shown
    press(window, "rail_trends")
    wait_for_work(qtbot, window)
    assert box(window, "trends_team").currentText() != wanted.name
    window.results.show_publication(council()[-1], wanted.id)
    wait_for_work(qtbot, window)
    press(window, "rail_trends")
    wait_for_work(qtbot, window)
    assert box(window, "trends_team").currentText() == wanted.name
    choose(window, "trends_team", box(window, "trends_team").currentIndex() + 1)
    chosen = box(window, "trends_team").currentText()
    assert chosen != wanted.name
    press(window, "rail_surveys")
    press(window, "rail_trends")
    wait_for_work(qtbot, window)
    assert box(window, "trends_team").currentText() == chosen


def test_tables_say_every_round(room: TrendsRoom) -> None:
    press(room, "trends_tables")
    views = room.findChildren(WordsView)
    assert len(views) == 4
    assert [row[0] for row in views[0].words.table.rows] == ["Autumn 2021", "Spring 2022", "Autumn 2022"]
    for point, row in zip(rounds(council()).lines(team_id(0)).lines[0].points, views[0].words.table.rows, strict=True):
        assert point.score is not None
        assert row[1].startswith(str(point.score.points))


def test_the_chart_is_copied_and_the_papers_saved(qtbot: QtBot, room: TrendsRoom, desk: Desk) -> None:
    press(room, "trends_copy")
    assert not QGuiApplication.clipboard().image().isNull()
    press(room, "trends_save")
    take_pdf(room, "trends_pdf", "trends")
    wait_for_work(qtbot, room)
    assert sorted(path.name for path in desk.folder.iterdir()) == [
        "Autumn 2022 team health, trends.pdf",
        "Autumn 2022 team health, trends.png",
    ]


def test_a_plan_is_asked_for_the_newest_round_that_shows_the_team(qtbot: QtBot, room: TrendsRoom) -> None:
    with qtbot.waitSignal(room.plan_asked) as asked:
        press(room, "trends_plan")
    assert asked.args == [council()[-1], team_id(0), ""]


def test_everything_has_a_name(room: TrendsRoom) -> None:
    assert nameless(room) == []
    assert button(room, "trends_pdf").accessibleName() == "Export PDF"
