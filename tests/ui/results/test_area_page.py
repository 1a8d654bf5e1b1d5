"""Areas of service and the council: what is shown, the same as tables, and the way through by keys."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from teamhealth.publication.area import LEAVING, STAYING, council_area, service_area
from teamhealth.publication.area_headline import area_headline
from teamhealth.publication.quality_words import hundredths_text
from teamhealth.publication.share_spans import share_text
from teamhealth.publication.staying import few_text
from teamhealth.publication.types import ItemTotal, Publication
from teamhealth.report.area import area_report
from teamhealth.services.workspace import Workspace
from teamhealth.ui.results.area_cards import share_card
from teamhealth.ui.results.area_page import AreaPage
from teamhealth.ui.results.quality_page import quality_page
from teamhealth.ui.results.results_page import TeamRow
from teamhealth.ui.results.room import ResultsRoom
from teamhealth.ui.results.tables import WordsView
from teamhealth.ui.theme import Theme
from tests.report.area_beside import beside
from tests.report.areas import all_hidden, rounds
from tests.report.pdf_checks import on_its_side
from tests.report.test_team import text_of
from tests.rounds import council
from tests.ui.office import Desk, button, nameless, press, seen, settle, take_pdf, text, wait_for_work
from tests.ui.rounds import as_files, store_rounds
from tests.ui.scenes.stage import come_to_rest


@pytest.fixture(scope="module")
def whole() -> Publication:
    return council(services=3)[-1]


@pytest.fixture
def room(qtbot: QtBot, workspace: Workspace, desk: Desk, whole: Publication) -> ResultsRoom:
    store_rounds(workspace, council(services=3))
    made = ResultsRoom(workspace, desk.outside())
    qtbot.addWidget(made)
    made.resize(1174, 688)
    made.show()
    made.enter()
    come_to_rest(made)
    return made


def page_of(qtbot: QtBot, publication: Publication, service_id: str | None) -> AreaPage:
    made = AreaPage(publication, service_id, Theme())
    qtbot.addWidget(made)
    made.resize(1174, 688)
    made.show()
    settle()
    return made


def shown_page(room: ResultsRoom, name: str) -> QWidget:
    found = room.pages.currentWidget()
    assert found is not None
    assert found.objectName() == name
    return found


def test_the_council_stands_above_its_areas_and_teams_and_opens_by_enter(room: ResultsRoom, whole: Publication) -> None:
    list_page = shown_page(room, "results_page")
    ways = [each.accessibleName() for each in list_page.findChildren(QPushButton)
            if each.objectName().startswith(f"open_area_{whole.survey.id}")]  # fmt: skip
    assert ways[0].startswith("Exampleshire Council, ")
    assert [each.split(",")[0] for each in ways[1:]] == [each.name for each in whole.services]
    way = button(list_page, f"open_area_{whole.survey.id}_{whole.services[1].id}")
    QTest.keyClick(way, Qt.Key.Key_Return)
    come_to_rest(room)
    assert text(shown_page(room, "area_page"), "area_page_title") == whole.services[1].name


def test_the_page_shows_staying_leaving_and_every_total(qtbot: QtBot, whole: Publication) -> None:
    service = whole.services[0]
    page, area = page_of(qtbot, whole, service.id), service_area(whole, service.id)
    words = seen(page)
    for item in ("st1", "st2"):
        count = area.about(item)
        assert count is not None
        assert count.total is not None
        assert text(page, f"item_{item}_share") == share_text(count.total, count.span)
    for domain in area.domains:
        total, beside = area.total(domain.id), area.council_total(domain.id)
        assert total is not None
        assert beside is not None
        assert text(page, f"score_{domain.id}") == str(total.points)
        assert text(page, f"council_{domain.id}") == f"council {beside.points}"
    assert "Concerns that several teams share" in words
    assert "Employer standard 2 Effective workforce planning systems. Ofsted: A stable workforce" in words
    headline = page.findChild(QWidget, "headline")
    assert headline is not None
    assert headline.accessibleName() == area_headline(area).text
    assert nameless(page) == []


@pytest.mark.parametrize("few", [False, True])
def test_a_share_of_few_teams_is_no_large_number(qtbot: QtBot, *, few: bool) -> None:
    count = council_area(rounds(3, 14)[0]).about("st1")
    assert count is not None
    total = ItemTotal("st1", 35, count.asked // 2 - few)
    card = share_card(replace(count, total=total, span=None), Theme())
    qtbot.addWidget(card)
    share = card.findChild(QWidget, "item_st1_share")
    assert share is not None
    assert (share.font().weight() < QFont.Weight.Bold) is few


def test_hidden_teams_stand_last_by_name_and_their_numbers_nowhere(qtbot: QtBot, whole: Publication) -> None:
    page, area = page_of(qtbot, whole, None), council_area(whole)
    rows = [each.accessibleName() for each in page.findChildren(TeamRow)]
    hidden = [f"{team.name}, Fewer than 5 answers, or none, came in" for team in area.hidden]
    assert len(hidden) > 1
    assert rows[-len(hidden) :] == hidden == sorted(hidden)
    assert len(rows) == len(whole.teams)


def test_the_same_stands_in_tables(qtbot: QtBot, whole: Publication) -> None:
    page, area = page_of(qtbot, whole, None), council_area(whole)
    press(page, "area_tables")
    cells = {view.objectName(): view.words.table for view in page.findChildren(WordsView)}
    themes = cells["table_area_themes"]
    assert [row[0] for row in themes.rows] == [each.title for each in area.domains]
    for row, domain in zip(themes.rows, area.domains, strict=True):
        total = area.total(domain.id)
        assert total is not None
        assert row[1] == str(total.points)
    teams = [row[0] for row in cells["table_compare_themes"].rows]
    assert set(teams) >= {team.name for team in whole.teams}
    assert len(cells["table_area_items"].rows) == len(area.item_counts())
    assert not page.findChildren(WordsView)[0].isHidden()
    press(page, "area_tables")
    assert not any(view.isVisible() for view in page.findChildren(WordsView))


def test_an_area_without_a_shown_team_says_so_and_shows_no_figure(qtbot: QtBot) -> None:
    page = page_of(qtbot, all_hidden(), None)
    headline = page.findChild(QWidget, "headline")
    assert headline is not None
    assert headline.accessibleName() == "No team of this council can be shown by itself."
    assert not any(character == "%" for character in seen(page))
    press(page, "area_tables")
    titles = [view.words.table.title for view in page.findChildren(WordsView)]
    assert "Questions" not in titles


def test_a_team_leads_back_to_where_it_was_chosen(room: ResultsRoom, whole: Publication) -> None:
    service = whole.services[0]
    room.show_area(whole, service.id)
    come_to_rest(room)
    team = next(each for each in service.teams if each.shown)
    press(shown_page(room, "area_page"), f"open_{whole.survey.id}_{team.id}")
    come_to_rest(room)
    dashboard = shown_page(room, "team_dashboard")
    assert button(dashboard, "crumb_results").text() == service.name
    press(dashboard, "crumb_results")
    come_to_rest(room)
    assert text(shown_page(room, "area_page"), "area_page_title") == service.name
    press(shown_page(room, "area_page"), "area_page_crumb")
    come_to_rest(room)
    shown_page(room, "results_page")


def test_whoever_comes_back_goes_on_at_the_team_and_then_at_the_area_they_left(
    qtbot: QtBot, room: ResultsRoom, whole: Publication
) -> None:
    room.activateWindow()
    service = whole.services[1]
    way = f"open_area_{whole.survey.id}_{service.id}"
    press(shown_page(room, "results_page"), way)
    come_to_rest(room)
    team = [each for each in service.teams if each.shown][-1]
    row = f"open_{whole.survey.id}_{team.id}"
    press(shown_page(room, "area_page"), row)
    come_to_rest(room)
    QTest.keyClick(shown_page(room, "team_dashboard"), Qt.Key.Key_Escape)
    come_to_rest(room)
    page = shown_page(room, "area_page")
    assert button(page, row).hasFocus()
    assert not button(page, row).visibleRegion().isEmpty()
    QTest.keyClick(button(page, row), Qt.Key.Key_Escape)
    come_to_rest(room)
    qtbot.waitUntil(button(shown_page(room, "results_page"), way).hasFocus)


def test_the_quality_of_the_questionnaire_is_read_and_left_by_keys(room: ResultsRoom, whole: Publication) -> None:
    room.show_area(whole, None)
    come_to_rest(room)
    press(shown_page(room, "area_page"), "area_quality")
    page = shown_page(room, "quality_page")
    tables = {view.words.table.id: view.words.table for view in page.findChildren(WordsView)}
    assert len(tables) == 1 + len(whole.quality)
    for figures, row in zip(whole.quality, tables["quality_themes"].rows, strict=True):
        assert row[1] == hundredths_text(figures.alpha)
        assert [each[1] for each in tables[f"quality_{figures.domain}"].rows] == [
            hundredths_text(each.item_rest) for each in figures.items
        ]
    assert "rest on people of shown teams only" in text(page, "quality_notes")
    assert nameless(page) == []
    press(page, "quality_page_crumb")
    shown_page(room, "area_page")


def test_an_area_of_service_has_no_quality_page(qtbot: QtBot, whole: Publication) -> None:
    assert page_of(qtbot, whole, whole.services[0].id).findChild(QPushButton, "area_quality") is None


@pytest.mark.parametrize(
    "document",
    [
        ("service", "service report.pdf", "Service report, Autumn 2022"),
        ("council", "council report.pdf", "Council report, Autumn 2022"),
        ("council_totals", "council report, totals alone.pdf", "No team is named beside its figures"),
        ("compare", "comparison.pdf", "Teams compared"),
        ("trends", "trends.pdf", "Autumn 2021 to Autumn 2022"),
        ("pack", "all reports.pdf", "Contents"),
    ],
)
def test_every_document_of_an_area_is_taken_from_the_menu(
    qtbot: QtBot, room: ResultsRoom, desk: Desk, whole: Publication, document: tuple[str, str, str]
) -> None:
    name, ending, words = document
    room.show_area(whole, whole.services[0].id)
    come_to_rest(room)
    take_pdf(shown_page(room, "area_page"), "export_pdf", name)
    wait_for_work(qtbot, room)
    (saved,) = desk.folder.iterdir()
    assert saved.name.endswith(ending)
    assert words in text_of(saved.read_bytes())
    assert saved.name in text(room, "saved_note_text")


def test_large_print_is_taken_from_the_same_menu(
    qtbot: QtBot, room: ResultsRoom, desk: Desk, whole: Publication
) -> None:
    room.show_area(whole, None)
    come_to_rest(room)
    take_pdf(shown_page(room, "area_page"), "export_pdf", "council", large_print=True)
    wait_for_work(qtbot, room)
    (saved,) = desk.folder.iterdir()
    assert on_its_side(saved.read_bytes())


def test_a_file_of_several_teams_opens_with_the_council(
    room: ResultsRoom, desk: Desk, whole: Publication, tmp_path: Path
) -> None:
    (desk.chosen,) = as_files((whole,), tmp_path)
    press(room, "open_results_file")
    come_to_rest(room)
    assert text(shown_page(room, "area_page"), "area_page_title") == "Exampleshire Council"


def test_the_themes_are_copied_and_saved_as_a_picture(room: ResultsRoom, whole: Publication, desk: Desk) -> None:
    service = whole.services[0]
    room.show_area(whole, service.id)
    press(room, "area_copy")
    assert not QGuiApplication.clipboard().image().isNull()
    assert button(room, "area_copy").text() == "Copied"
    press(room, "area_save")
    (saved,) = desk.folder.iterdir()
    assert saved.name == f"{service.name}, {whole.survey.title}, charts.png"
    image = QImage(str(saved))
    assert not image.isNull()
    told = image.text("Description")
    for team in service.teams:
        assert (team.name in told) == team.shown
    assert "charts.png" in text(room, "saved_note_text")


def test_figures_are_exported_beside_the_pictures_and_not_below_all_teams(
    themed_application: QApplication, whole: Publication
) -> None:
    page = AreaPage(whole, None)
    page.resize(1174, 688)
    page.show()
    come_to_rest(page)
    figures, copied, teams = (
        each.mapTo(page, each.rect().topLeft()).y()
        for each in (button(page, "export_figures"), button(page, "area_copy"), page.findChildren(TeamRow)[0])
    )
    assert figures == copied
    assert figures < teams


def test_what_the_signs_of_cards_go_by_is_said_once_on_screen_as_on_paper(qtbot: QtBot, whole: Publication) -> None:
    says = "Strength, mixed and concern go by all answers of each team that shows them."
    area = council_area(whole)
    assert seen(page_of(qtbot, whole, None)).count(says) == 1
    assert " ".join(text_of(area_report(area, beside(whole))).split()).count(says) == 1


def test_what_a_range_of_a_share_is_is_said_once_below_both_cards(qtbot: QtBot, whole: Publication) -> None:
    area = council_area(whole)
    told = [area.about(item) for item in (STAYING, LEAVING)]
    assert all(each is not None and each.span is not None for each in told)
    limits = [line for line in seen(page_of(qtbot, whole, None)).splitlines() if "two at most" in line]
    assert len(limits) == 1
    assert " ".join(text_of(area_report(area, beside(whole))).split()).count("two at most") == 1


@pytest.mark.parametrize(("teams", "few"), [(1, True), (2, True), (14, False)])
def test_which_rounds_compare_is_said_once_of_shares_of_few_teams(
    qtbot: QtBot, whole: Publication, teams: int, few: bool
) -> None:
    counted = replace(whole, council_items=tuple(ItemTotal(each.item, 35, teams) for each in whole.council_items))
    page = page_of(qtbot, counted, None)
    headline = page.findChild(QWidget, "headline")
    assert headline is not None
    # Below the cards or, where there is room for it, in the headline.
    said = (page.findChild(QWidget, "area_few") is not None, few_text() in headline.accessibleName())
    assert sum(said) == few


@pytest.mark.parametrize("elsewhere", [False, True])
def test_answers_that_were_not_collected_sealed_are_told_on_every_page(
    qtbot: QtBot, whole: Publication, elsewhere: bool
) -> None:
    words = "Some answers were not collected sealed: they came from paper or from another program."
    mixed = replace(whole, survey=replace(whole.survey, elsewhere=elsewhere))
    council_page, area = AreaPage(mixed, None), AreaPage(mixed, mixed.services[0].id)
    for page in (council_page, area, quality_page(mixed)):
        qtbot.addWidget(page)
        page.show()
        assert (words in seen(page)) is elsewhere
    council_page.show_tables(True)
    assert (words in seen(council_page)) is elsewhere
