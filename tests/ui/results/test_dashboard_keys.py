from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from teamhealth.figures.card_picture import CARD_WIDTH
from teamhealth.ui.results.dashboard import TeamDashboard
from teamhealth.ui.results.domain_card import DomainCard
from teamhealth.ui.results.domain_detail import PlanLink
from teamhealth.ui.results.item_row import ItemRow
from teamhealth.ui.results.tables import WordsView
from teamhealth.ui.theme import Theme
from teamhealth.ui.widgets.page import Page
from tests.invented import TEAM_ID, publication
from tests.rounds import council, team_id
from tests.ui.results.publications import with_team
from tests.ui.results.reading import button, card, dashboard, text


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_on_a_card_opens_its_items_and_escape_goes_back_to_it(qtbot: QtBot, key: Qt.Key) -> None:
    page = dashboard(qtbot, publication(6))
    page.activateWindow()
    QTest.keyClick(card(page, "bureaucracy"), key)
    assert text(page, "detail_label_bu2") == "No double entry"
    assert text(page, "detail_asked_bu2") == "Asked: “I have to enter the same information more than once.”"
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert card(page, "bureaucracy").isVisible()
    assert page.focusWidget() is card(page, "bureaucracy")


def test_one_click_on_the_link_of_a_card_opens_its_items_and_the_card_keeps_the_keys(qtbot: QtBot) -> None:
    page = dashboard(qtbot, publication(6))
    page.activateWindow()
    link = button(page, "open_bureaucracy")
    assert link.text() == "Look closer"
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert text(page, "detail_label_bu2") == "No double entry"
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert page.focusWidget() is card(page, "bureaucracy")


def test_one_click_on_a_concern_leads_to_where_it_is_added_to_the_plan_and_on_another_item_chooses_the_card(
    qtbot: QtBot,
) -> None:
    page = dashboard(qtbot, publication(6))
    page.activateWindow()
    rows = page.findChildren(ItemRow)
    QTest.mouseClick(next(each for each in rows if not each.concern), Qt.MouseButton.LeftButton)
    assert page.findChild(Page) is None
    QTest.mouseClick(next(each for each in rows if each.concern), Qt.MouseButton.LeftButton)
    detail = page.findChild(Page)
    assert detail is not None
    assert detail.isVisible()
    assert any(each.isVisible() for each in detail.findChildren(PlanLink))


@pytest.mark.parametrize("opened", ["read_comments", "card_morale"])
def test_escape_leaves_a_page_however_often_it_was_opened(qtbot: QtBot, opened: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    row.addWidget(QPushButton("rail"))
    page = dashboard(qtbot, publication(6))
    row.addWidget(page)
    window.resize(1374, 400)
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    way = page.findChild(QWidget, opened)
    assert way is not None
    for _ in range(2):
        QTest.keyClick(way, Qt.Key.Key_Return)
        inside = window.focusWidget()
        assert isinstance(inside, Page)
        QTest.keyClick(inside, Qt.Key.Key_Tab)
        assert window.focusWidget() is button(inside, f"{inside.objectName()}_crumb")
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
        assert way.isVisible()
        assert window.focusWidget() is way


@pytest.mark.parametrize("opened", ["read_comments", "card_morale"])
def test_the_keys_scroll_the_page_of_comments_and_of_a_theme(qtbot: QtBot, opened: str) -> None:
    page = dashboard(qtbot, publication(6), height=300)
    page.activateWindow()
    way = page.findChild(QWidget, opened)
    assert way is not None
    QTest.keyClick(way, Qt.Key.Key_Return)
    QApplication.processEvents()
    shown = page.findChild(Page)
    assert shown is not None
    bar = shown.scroller.verticalScrollBar()
    places = [bar.value()]
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Down):
        QTest.keyClick(page.focusWidget(), key)
        places.append(bar.value())
    assert places[0] == places[2] == 0
    assert 0 < places[3] < places[1]


def test_the_keys_scroll_the_dashboard_and_its_tables(qtbot: QtBot) -> None:
    page = dashboard(qtbot, publication(6), height=300)
    page.activateWindow()
    for name in ("overview_scroll", "tables_scroll"):
        page.show_tables(name == "tables_scroll")
        QApplication.processEvents()
        scroller = page.findChild(QScrollArea, name)
        assert scroller is not None
        button(page, "show_tables").setFocus()
        QTest.keyClick(button(page, "show_tables"), Qt.Key.Key_PageDown)
        assert scroller.verticalScrollBar().value() > 0


def test_tab_goes_through_actions_and_then_the_cards(qtbot: QtBot) -> None:
    page = dashboard(qtbot, publication(6))
    page.activateWindow()
    button(page, "crumb_results").setFocus()
    names = []
    for _ in range(13):
        focused = page.focusWidget()
        assert focused is not None
        names.append(focused.objectName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    cards = ["card_stability", "card_morale", "card_bureaucracy", "card_safety"]
    assert names == [
        "crumb_results", "copy_chart", "show_tables", "export_pdf", *cards,
        "save_picture", "export_figures", "meeting_sheet", "results_file", "read_comments",
    ]  # fmt: skip


def test_buttons_ask_for_the_papers_of_this_team(qtbot: QtBot) -> None:
    page = dashboard(qtbot, publication(6))
    with qtbot.waitSignal(page.report_asked) as report:
        button(page, "export_pdf").click()
    with qtbot.waitSignal(page.meeting_sheet_asked) as sheet:
        button(page, "meeting_sheet").click()
    with qtbot.waitSignal(page.results_file_asked) as results:
        button(page, "results_file").click()
    with qtbot.waitSignal(page.results_left):
        button(page, "crumb_results").click()
    assert (report.args, sheet.args, results.args) == ([TEAM_ID], [TEAM_ID], [TEAM_ID])
    assert button(page, "meeting_sheet").text() == "Save the meeting sheet"
    assert button(page, "results_file").text() == "Save the results file"


def test_all_comments_are_read_word_for_word_as_plain_text(qtbot: QtBot) -> None:
    shown = publication(6)
    asked = replace(shown.teams[0].comments[0], comments=("<b>Fewer forms</b> & less <img src=x>",))
    page = dashboard(qtbot, with_team(shown, replace(shown.teams[0], comments=(asked,))))
    button(page, "read_comments").click()
    found = page.findChild(QLabel, "all_change_0")
    assert found is not None
    assert found.text() == "<b>Fewer forms</b> & less <img src=x>"
    assert found.textFormat() is Qt.TextFormat.PlainText
    assert text(page, "withheld") == "1 comment was withheld because it named a person."
    button(page, "comments_page_crumb").click()
    assert button(page, "read_comments").isVisible()


@pytest.fixture
def clipboard() -> Iterator[None]:
    QGuiApplication.clipboard().clear()
    yield
    QGuiApplication.clipboard().clear()


@pytest.mark.usefixtures("clipboard")
def test_copy_chart_copies_the_chosen_card_or_all(qtbot: QtBot) -> None:
    page = dashboard(qtbot, publication(6))
    button(page, "copy_chart").click()
    everything = QGuiApplication.clipboard().image().width()
    QTest.mouseClick(card(page, "morale"), Qt.MouseButton.LeftButton)
    assert button(page, "copy_chart").accessibleName() == "Copy chart: Morale"
    button(page, "copy_chart").click()
    assert QGuiApplication.clipboard().image().width() == 2 * (CARD_WIDTH + 24) < everything
    assert button(page, "copy_chart").text() == "Copied"


def test_tables_open_and_close_from_one_button(qtbot: QtBot) -> None:
    page = dashboard(qtbot, publication(12))
    button(page, "show_tables").click()
    assert [view.objectName() for view in page.findChildren(WordsView) if view.isVisible()] == [
        "table_themes", "table_items", "table_time", "table_comments",
    ]  # fmt: skip
    assert not card(page, "stability").isVisible()
    button(page, "show_tables").click()
    assert card(page, "stability").isVisible()


def test_the_flag_is_chosen_by_keys_and_said_aloud(qtbot: QtBot) -> None:
    page = TeamDashboard(council()[-1], team_id(0), theme=Theme())
    qtbot.addWidget(page)
    page.resize(1174, 688)
    page.show()
    page.activateWindow()
    box = page.header.comparators
    offered = [box.itemText(at) for at in range(box.count())]
    assert offered == ["Other teams", "Spring 2022", "Service average", "Council average"]
    flagged = {each.shown.domain.id: each.accessibleName() for each in page.findChildren(DomainCard)}
    box.setFocus()
    for _ in range(2):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert text(page, "sign_flag_words") == "Service average"
    for total in council()[-1].services[0].totals:
        said = card(page, total.domain).accessibleName()
        assert said == f"{flagged[total.domain]} Service average: {total.score.points}."


def test_there_is_nothing_to_choose_without_a_comparator(qtbot: QtBot) -> None:
    page = dashboard(qtbot, publication(6))
    assert not page.header.comparators.isVisible()
