"""Trends by keys alone: teams, themes, all teams, tables, pictures and PDF; few rounds are said and still shown."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from teamhealth.figures.compared_sentences import line_sentence
from teamhealth.publication.lines import Rounds, rounds_of
from teamhealth.publication.trend_headline import few_rounds_words, trends_headline
from teamhealth.publication.types import Change, Comparison, DomainResult, Publication, ShownScore, Verdict
from teamhealth.services.workspace import Workspace
from teamhealth.ui.results.tables import WordsView
from teamhealth.ui.theme import Theme
from teamhealth.ui.trends.bar import TrendsBar
from teamhealth.ui.trends.model import LinesModel
from teamhealth.ui.trends.page import TrendsPage
from teamhealth.ui.trends.panel_card import PanelCard
from teamhealth.ui.trends.room import TrendsRoom
from teamhealth.ui.trends.small_panels import SmallPanels, found_words
from tests.publication.test_rounds_grid import with_changes
from tests.rounds import HARBOUR, PLACES, asked_otherwise, council, many, merged, team_id
from tests.ui.office import Desk, button, flush, manager, nameless, press, seen, settle, take_pdf, text, wait_for_work
from tests.ui.rounds import store_rounds


def enter(qtbot: QtBot, room: TrendsRoom) -> TrendsRoom:
    qtbot.addWidget(room)
    room.resize(1174, 688)
    room.show()
    room.enter()
    wait_for_work(qtbot, room)
    return room


@pytest.fixture
def room(qtbot: QtBot, workspace: Workspace, desk: Desk) -> TrendsRoom:
    store_rounds(workspace, council())
    return enter(qtbot, TrendsRoom(workspace, desk.outside()))


def box(room: QWidget, name: str) -> QComboBox:
    found = room.findChild(QComboBox, name)
    assert found is not None, name
    return found


def choose(room: QWidget, name: str, place: int) -> None:
    """Choose from a list by keys."""
    which = box(room, name)
    which.setFocus()
    for _ in range(place - which.currentIndex()):
        QTest.keyClick(box(room, name), Qt.Key.Key_Down)
        flush()


def rounds(made: tuple[Publication, ...]) -> Rounds:
    (found,) = rounds_of(made)
    return found


def test_rounds_not_collected_sealed_say_so_above_panels_and_tables(qtbot: QtBot) -> None:
    words = "Some answers were not collected sealed: they came from paper or from another program."
    newest = council()[-1]
    mixed = (*council()[:-1], replace(newest, survey=replace(newest.survey, elsewhere=True)))
    for rounds, said in ((mixed, True), (council(), False)):
        (one,) = rounds_of(rounds)
        theme = Theme()
        bar = TrendsBar([one.name], [each.name for each in one.teams], ["All"], theme)
        page = TrendsPage(one, one.teams[0], None, bar, theme)
        qtbot.addWidget(page)
        page.show()
        for tables in (False, True):
            page.show_tables(tables)
            assert (words in seen(page)) is said


@pytest.mark.parametrize("verdict", [Verdict.ABOVE, Verdict.WITHIN_CHANCE, Verdict.NOT_TESTED])
def test_what_no_change_means_is_said_only_where_none_was_found(verdict: Verdict, qtbot: QtBot) -> None:
    *before, last = council()
    found = rounds((*before, with_changes(last, lambda _, result: _changed(result, verdict))))
    theme = Theme()
    bar = TrendsBar([found.name], [each.name for each in found.teams], ["All"], theme)
    page = TrendsPage(found, found.teams[0], None, bar, theme)
    qtbot.addWidget(page)
    page.show()
    assert ("there may still be one." in seen(page)) is (verdict is Verdict.WITHIN_CHANCE)
    assert ("The test is cautious" in seen(page)) is (verdict is not Verdict.NOT_TESTED)


def _changed(result: DomainResult, verdict: Verdict) -> Change | None:
    return replace(result.change, comparison=Comparison(ShownScore(50), verdict)) if result.change else None


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


def headline_of(room: QWidget) -> str:
    found = room.findChild(QWidget, "headline")
    assert found is not None
    return found.accessibleName()


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


def test_small_panels_have_no_empty_line_where_words_have_room_beside_the_names(room: TrendsRoom) -> None:
    choose(room, "trends_theme", 2)
    panels = room.findChild(SmallPanels)
    assert panels is not None
    wide = panels.gridSize().width()
    lines = panels.model()
    assert isinstance(lines, LinesModel)
    assert any(found_words(team, line) for team, line in lines.entries)
    assert panels.cells.found_height == 0
    # Narrower cards than a name and its words need have these on lines of their own.
    assert panels.cells.fit(lines, wide // 2) > panels.cells.fit(lines, wide)
    panels.cells.fit(lines, wide // 2)
    needed = [panels.cells.needed(found_words(team, line), wide // 2) for team, line in lines.entries]
    assert panels.cells.found_height >= max(needed)


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


def test_all_teams_say_above_their_panels_why_scores_stand_apart(qtbot: QtBot) -> None:
    first, *later = merged(council())
    anew = f"The questions changed in {later[0].survey.wave.name}. Earlier scores are not compared."
    formed = "Brookside: formed from Ashdown and Brookside since Spring 2022."
    one, theme = rounds((asked_otherwise(first, "morale"), *later)), Theme()
    for domain, said in ((one.domains[0], {formed}), (one.domains[1], {anew, formed})):
        bar = TrendsBar([one.name], [each.name for each in one.teams], ["All"], theme)
        page = TrendsPage(one, None, domain, bar, theme)
        qtbot.addWidget(page)
        page.show()
        assert {anew, formed} & set(seen(page).splitlines()) == said


def test_small_panels_speak_the_whole_line() -> None:
    found = rounds(council())
    model = LinesModel(found, found.domains[0])
    for place, team in enumerate(found.teams):
        assert model.index(place).data(Qt.ItemDataRole.AccessibleTextRole) == line_sentence(team.name, team.lines[0])
    assert model.rowCount(model.index(0)) == 0


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
    assert few_rounds_words(count, ()) == words


@pytest.mark.parametrize(
    ("of", "words"),
    [
        (council()[:2], "You have two. They tell one change, and no trend yet."),
        (council()[-1:], "You have one. Its own results tell what changed since the one before."),
        (council(3, 2), "You have two."),
    ],
)
def test_a_change_above_too_few_rounds_is_said_to_be_no_trend(of: tuple[Publication, ...], words: str) -> None:
    [rounds] = rounds_of(of)
    said = few_rounds_words(len(rounds.rounds), [line for team in rounds.teams for line in team.lines])
    assert said == f"Trends need three rounds. {words}"


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


def test_a_merged_team_says_where_it_came_from(qtbot: QtBot) -> None:
    found = rounds(merged(council()))
    page = page_of(found, 1)
    qtbot.addWidget(page)
    assert "Formed from Ashdown and Brookside since Spring 2022." in seen(page)


def test_a_theme_whose_questions_changed_leaves_no_empty_line_and_nothing_below_the_edge(qtbot: QtBot) -> None:
    *before, last = council()
    page = page_of(rounds((*before, asked_otherwise(last, "morale"))), 0)
    qtbot.addWidget(page)
    page.resize(1174, 688)
    page.show()
    settle()
    scroller = page.findChild(QScrollArea, "trends_scroll")
    assert scroller is not None
    assert scroller.verticalScrollBar().maximum() == 0
    assert len({card.height() for card in page.cards}) == 1
    assert seen(page).count("questions changed") == 1
    page.resize(500, 688)
    settle()
    words = page.findChild(QWidget, "mark_morale")
    title = page.findChild(QWidget, "title_morale")
    assert words is not None
    assert title is not None
    assert words.mapTo(page, words.rect().topLeft()).y() >= title.mapTo(page, title.rect().bottomLeft()).y()


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


def page_of(found: Rounds, team: int | None, scale: float = 1.0) -> TrendsPage:
    theme = Theme(scale)
    lines = found.lines(team_id(team)) if team is not None else None
    domain = found.domains[0] if team is None else None
    return TrendsPage(found, lines, domain, TrendsBar([], [], [], theme), theme)


@pytest.mark.parametrize("made", ["three", "twelve", "two hundred"])
@pytest.mark.parametrize(("width", "height", "scale"), [(1174, 688, 1.0), (1016, 568, 1.0), (1174, 688, 1.5)])
def test_every_state_fits_its_width(qtbot: QtBot, made: str, width: int, height: int, scale: float) -> None:
    found = {
        "three": lambda: rounds(council()),
        "twelve": lambda: rounds(council(6, 13, 1, 4)),
        "two hundred": lambda: rounds((many(council()[-1], 200),)),
    }[made]()
    for team in (0, None) if made != "two hundred" else (None,):
        page = page_of(found, team, scale)
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
