"""The room of comparisons: rounds, areas of service, tables, and the ways from a team to its results and plan."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from teamhealth.publication.types import Comparison, ShownScore, TeamResult, Verdict
from teamhealth.publication.visits import standing_apart, unnamed
from teamhealth.services.workspace import Workspace
from teamhealth.ui.compare.room import CompareRoom
from teamhealth.ui.results.tables import WordsView
from tests.rounds import council, many, with_teams
from tests.ui.compare.comparing import chosen_team, enter, page_of, table, type_into
from tests.ui.office import Desk, press, settle, text, wait_for_work
from tests.ui.rounds import store_rounds


def calm(team: TeamResult) -> TeamResult:
    """The same team, of which no gap was more than chance."""
    beside = Comparison(ShownScore(50), Verdict.WITHIN_CHANCE, 20)
    return replace(team, domains=tuple(replace(each, rest=beside) for each in team.domains))


def test_a_team_that_the_headline_names_is_a_link_to_its_row(room: CompareRoom) -> None:
    cells = table(room)
    assert room.page is not None
    names = list(room.page.headline.links)
    assert len(names) > 1
    words = room.page.headline.accessibleName()
    assert [words.find(each) for each in names] == sorted(words.find(each) for each in names)
    press(room, "headline_team_1")
    assert chosen_team(cells) == names[1]
    assert text(room, "drill_title").startswith(f"{names[1]}: ")
    assert "more than chance" in text(room, "drill_comparison")
    assert cells.hasFocus()
    press(room, "headline_team_0")
    assert chosen_team(cells) == names[0]


def test_the_others_that_a_headline_only_counts_are_brought_to_the_top(qtbot: QtBot) -> None:
    whole = many(council()[-1], 171)
    page = page_of(whole)
    qtbot.addWidget(page)
    page.resize(1174, 688)
    page.show()
    settle()
    words, first = unnamed(page.compared)[0]
    assert words in page.headline.accessibleName()
    apart = sorted(row.name for row, _ in standing_apart(page.compared))
    cells = table(page)
    assert sorted(row.name for row in cells.compared.rows[: len(apart)]) != apart
    press(page, "headline_way_0")
    assert sorted(row.name for row in cells.compared.rows[: len(apart)]) == apart
    assert chosen_team(cells) == first
    assert cells.hasFocus()
    other = page_of(whole)
    qtbot.addWidget(other)
    other.show_way(page.way)
    assert [row.name for row in table(other).compared.rows] == [row.name for row in cells.compared.rows]


def test_where_no_team_stands_apart_the_headline_leads_elsewhere(qtbot: QtBot) -> None:
    whole = council()[-1]
    page = page_of(with_teams(whole, tuple(calm(team) for team in whole.teams)))
    qtbot.addWidget(page)
    page.resize(1174, 688)
    page.show()
    settle()
    with qtbot.waitSignal(page.area_asked):
        press(page, "headline_way_0")
    with qtbot.waitSignal(page.trends_asked):
        press(page, "headline_way_1")


def test_another_round_is_chosen_and_keeps_the_keyboard(room: CompareRoom) -> None:
    rounds = room.findChild(QComboBox, "compare_round")
    assert rounds is not None
    assert [rounds.itemText(at) for at in range(rounds.count())] == ["Autumn 2022", "Spring 2022", "Autumn 2021"]
    rounds.setFocus()
    type_into(rounds, Qt.Key.Key_Down)
    assert room.page is not None
    assert room.page.compared.publication == council()[1]
    assert room.page.bar.rounds.hasFocus()


def test_a_newer_round_is_shown_once_there_is_one_unless_somebody_chose_another(
    qtbot: QtBot, workspace: Workspace, desk: Desk
) -> None:
    first, second, third = council()
    store_rounds(workspace, (first,))
    room = enter(qtbot, CompareRoom(workspace, desk.outside()))
    assert room.page is not None
    assert room.page.compared.publication == first
    store_rounds(workspace, (second,))
    room.enter()
    wait_for_work(qtbot, room)
    assert room.page.compared.publication == second
    rounds = room.findChild(QComboBox, "compare_round")
    assert rounds is not None
    rounds.setFocus()
    type_into(rounds, Qt.Key.Key_Down)
    store_rounds(workspace, (third,))
    room.enter()
    wait_for_work(qtbot, room)
    assert room.page.compared.publication == first


def test_areas_of_service_are_chosen(qtbot: QtBot, workspace: Workspace, desk: Desk) -> None:
    store_rounds(workspace, council(14, 1, 3, 9))
    room = enter(qtbot, CompareRoom(workspace, desk.outside()))
    services = room.findChild(QComboBox, "compare_service")
    assert services is not None
    assert services.isVisible()
    services.setFocus()
    type_into(services, Qt.Key.Key_Down)
    assert room.page is not None
    assert room.page.compared.service == council(14, 1, 3, 9)[-1].services[0]
    assert "Help and Protection" in text(room, "compare_subtitle")


def test_tables_say_the_same_as_the_chart(room: CompareRoom) -> None:
    press(room, "compare_tables")
    views = room.findChildren(WordsView)
    assert [view.words.table.title for view in views][:2] == ["Teams", "Workforce stability"]
    whole = council()[-1]
    rows = {row[0]: row for row in views[0].words.table.rows}
    for team in whole.teams:
        for domain, cell in zip(team.domains, rows[team.name][2:], strict=False):
            assert domain.score is None or cell.startswith(str(domain.score.points))
    press(room, "compare_tables")
    assert table(room).isVisible()


def test_results_and_plan_are_asked_for(qtbot: QtBot, room: CompareRoom) -> None:
    cells = table(room)
    type_into(cells, Qt.Key.Key_Return)
    team = cells.compared.rows[cells.currentIndex().row()].team
    assert team is not None
    domain = cells.compared.column(cells.currentIndex().column())
    assert domain is not None
    whole = council()[-1]
    asked_for = (
        ("drill_results", room.results_asked, [whole, team.id]),
        ("drill_plan", room.plan_asked, [whole, team.id, domain.domain.id]),
        ("drill_trend", room.trend_asked, [whole.survey.organisation.id, team.id]),
    )
    for name, signal, carried in asked_for:
        with qtbot.waitSignal(signal) as asked:
            press(room, name)
        assert asked.args == carried
