"""Comparing teams by keys alone: rounds, areas of service, cells, sorting, items, tables, pictures and PDF."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from teamhealth.exchange.results_file import write_part
from teamhealth.publication.compared import RowKind
from teamhealth.publication.headline import Headline
from teamhealth.publication.part import part_of
from teamhealth.publication.types import FavourableCount, Publication, TeamResult, Verdict
from teamhealth.services.documents import area_documents
from teamhealth.services.results import read_results
from teamhealth.services.workspace import Workspace
from teamhealth.ui.compare.alone import AloneNote
from teamhealth.ui.compare.bar import CompareBar
from teamhealth.ui.compare.model import ANSWERED, FIRST, TEAM
from teamhealth.ui.compare.page import ComparePage
from teamhealth.ui.compare.room import CompareRoom
from teamhealth.ui.compare.table import CompareTable
from teamhealth.ui.compare.visit_banner import VisitBanner
from teamhealth.ui.results.tables import WordsView
from teamhealth.ui.theme import SPACE_8, Theme, current_theme
from tests.invented import publication
from tests.report.test_true_sentences import every_gap
from tests.rounds import HIDDEN, PLACES, all_apart, all_hidden, council, many, with_teams
from tests.ui.office import Desk, button, flush, nameless, press, seen, settle, take_pdf, text, wait_for_work
from tests.ui.rounds import as_files, store_rounds
from tests.ui.scenes.results import compare as scene


def enter(qtbot: QtBot, room: CompareRoom) -> CompareRoom:
    qtbot.addWidget(room)
    room.resize(1174, 688)
    room.show()
    room.enter()
    wait_for_work(qtbot, room)
    return room


@pytest.fixture
def room(qtbot: QtBot, workspace: Workspace, desk: Desk) -> CompareRoom:
    store_rounds(workspace, council())
    return enter(qtbot, CompareRoom(workspace, desk.outside()))


def table(room: QWidget) -> CompareTable:
    found = room.findChild(CompareTable)
    assert found is not None
    return found


def chosen_team(shown: CompareTable) -> str:
    return shown.compared.rows[shown.currentIndex().row()].name


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
    last = max((team for team in whole.teams if team.shown), key=_name)
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


def _name(team: TeamResult) -> str:
    return team.name


def page_of(whole: Publication, theme: Theme | None = None) -> ComparePage:
    chosen = theme or Theme()
    return ComparePage(whole, None, CompareBar([whole.survey.wave.name], [], chosen), chosen)


def type_into(widget: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(widget, key)
        flush()


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
    dash = "‘–’ in the last column: every gap of that team is more than chance, or there is none."
    whole = council()[-1]
    for publication_, said in ((all_apart(whole), True), (whole, False)):
        page = page_of(publication_)
        qtbot.addWidget(page)
        page.show()
        assert (dash in seen(page)) is said


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
    asked = [each.id for each in council()[-1].survey.questionnaires[0].domains[1].items]
    assert all(room.findChild(QWidget, f"item_{item}") is not None for item in asked)


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


def test_a_hidden_row_has_one_sentence_behind_it_and_nothing_to_do(room: CompareRoom) -> None:
    cells = table(room)
    place = [row.name for row in cells.compared.rows].index(PLACES[HIDDEN[0]])
    cells.setCurrentIndex(cells.compared.index(place, FIRST))
    cells.setFocus()
    type_into(cells, Qt.Key.Key_Return)
    assert cells.hasFocus()
    assert text(room, "drill_score").startswith("Fewer than 5 answers came in")
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
    assert "most: all but two at most" in seen(page)
    assert ("38–50%: between the two" in seen(page)) is ranges


def test_all_items_can_be_pressed(room: CompareRoom) -> None:
    switch = button(room, "compare_mode_0")
    switch.setFocus()
    type_into(switch, Qt.Key.Key_Right)
    assert button(room, "compare_mode_1").hasFocus()
    type_into(button(room, "compare_mode_1"), Qt.Key.Key_Return)
    assert table(room).compared.columnCount() == FIRST + 7


def test_another_round_is_chosen_and_keeps_the_keyboard(room: CompareRoom) -> None:
    rounds = room.findChild(QComboBox, "compare_round")
    assert rounds is not None
    assert [rounds.itemText(at) for at in range(rounds.count())] == ["Autumn 2022", "Spring 2022", "Autumn 2021"]
    rounds.setFocus()
    type_into(rounds, Qt.Key.Key_Down)
    assert room.page is not None
    assert room.page.compared.publication == council()[1]
    assert room.page.bar.rounds.hasFocus()


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


def test_the_chart_is_copied_and_saved_as_a_picture(qtbot: QtBot, room: CompareRoom, desk: Desk) -> None:
    press(room, "compare_copy")
    assert not QGuiApplication.clipboard().image().isNull()
    assert button(room, "compare_copy").text() == "Copied"
    press(room, "compare_save")
    (saved,) = desk.folder.iterdir()
    assert saved.name == "Autumn 2022 team health, comparison.png"
    assert not QImage(str(saved)).isNull()
    assert "comparison.png" in text(room, "saved_note_text")


def test_the_pdf_is_saved(qtbot: QtBot, room: CompareRoom, desk: Desk) -> None:
    take_pdf(room, "compare_pdf", "compare")
    wait_for_work(qtbot, room)
    (saved,) = desk.folder.iterdir()
    assert saved.name == "Autumn 2022 team health, comparison.pdf"
    assert saved.read_bytes().startswith(b"%PDF")


def test_results_files_can_be_opened_where_there_is_nothing(
    qtbot: QtBot, workspace: Workspace, desk: Desk, tmp_path: Path
) -> None:
    paths = as_files(council()[1:], tmp_path)
    outside = replace(desk.outside(), open_paths=lambda _parent, _kinds: paths)
    room = enter(qtbot, CompareRoom(workspace, outside))
    assert "No results yet" in seen(room)
    press(room, "compare_open")
    wait_for_work(qtbot, room)
    wait_for_work(qtbot, room)
    rounds = room.findChild(QComboBox, "compare_round")
    assert rounds is not None
    assert rounds.count() == 2


def test_one_teams_part_is_not_compared_and_offers_no_document_of_all(
    qtbot: QtBot, workspace: Workspace, desk: Desk, tmp_path: Path
) -> None:
    whole = council()[-1]
    part = tmp_path / "part.thresults"
    write_part(part_of(whole, whole.teams[0].id), part)
    outside = replace(desk.outside(), open_paths=lambda _parent, _kinds: (part,))
    room = enter(qtbot, CompareRoom(workspace, outside))
    press(room, "compare_open")
    wait_for_work(qtbot, room)
    wait_for_work(qtbot, room)
    words = seen(room)
    assert "Results of one team only" in words
    assert "There is nothing beside one team to compare it with." in words
    assert "Ask the survey lead for the whole results file." in words
    assert "two teams or more" in words
    with qtbot.waitSignal(room.results_asked) as asked:
        press(room, "compare_alone_0")
    assert asked.args == [read_results(part), whole.teams[0].id]
    assert area_documents(workspace, read_results(part), None) == ()


def test_what_is_opened_is_shown_and_of_one_team_it_is_said_why_it_is_not(
    qtbot: QtBot, workspace: Workspace, desk: Desk, tmp_path: Path
) -> None:
    store_rounds(workspace, council()[-1:])
    earlier, alone = council()[0], publication(12)
    files = list(as_files((earlier, alone), tmp_path))
    outside = replace(desk.outside(), open_paths=lambda _parent, _kinds: tuple(files))
    room = enter(qtbot, CompareRoom(workspace, outside))
    note = room.findChild(AloneNote)
    assert note is not None
    assert not note.isVisible()
    press(room, "compare_files")
    wait_for_work(qtbot, room)
    wait_for_work(qtbot, room)
    rounds = room.findChild(QComboBox, "compare_round")
    assert rounds is not None
    assert rounds.count() == 2
    assert earlier.survey.wave.name in rounds.currentText()
    assert note.isVisible()
    assert "Not compared: Northgate (Autumn 2026). There is nothing beside one team" in note.told
    # Nobody has a whole of a survey of one team.
    assert "Ask the survey lead" not in note.told
    with qtbot.waitSignal(room.results_asked) as asked:
        press(room, "alone_see_0")
    assert asked.args == [alone, alone.teams[0].id]
    press(room, "alone_away")
    assert not note.isVisible()


def test_a_file_that_is_no_results_is_told_and_nothing_is_lost(
    qtbot: QtBot, workspace: Workspace, desk: Desk, tmp_path: Path
) -> None:
    wrong = tmp_path / "wrong.thresults"
    wrong.write_bytes(b"{}")
    outside = replace(desk.outside(), open_paths=lambda _parent, _kinds: (wrong,))
    room = enter(qtbot, CompareRoom(workspace, outside))
    press(room, "compare_open")
    wait_for_work(qtbot, room)
    assert room.failure.isVisible()


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
