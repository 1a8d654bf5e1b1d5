from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from teamhealth.ui.results.tables import WordsView
from tests.invented import TEAM_ID, publication
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


def test_tab_goes_through_actions_and_then_the_cards(qtbot: QtBot) -> None:
    page = dashboard(qtbot, publication(6))
    page.activateWindow()
    button(page, "crumb_results").setFocus()
    names = []
    for _ in range(10):
        focused = page.focusWidget()
        assert focused is not None
        names.append(focused.objectName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    cards = ["card_stability", "card_morale", "card_bureaucracy", "card_safety"]
    assert names == [
        "crumb_results", "copy_chart", "show_tables", "export_pdf", *cards, "meeting_sheet", "read_comments",
    ]  # fmt: skip


def test_buttons_ask_for_the_papers_of_this_team(qtbot: QtBot) -> None:
    page = dashboard(qtbot, publication(6))
    with qtbot.waitSignal(page.report_asked) as report:
        button(page, "export_pdf").click()
    with qtbot.waitSignal(page.meeting_sheet_asked) as sheet:
        button(page, "meeting_sheet").click()
    with qtbot.waitSignal(page.results_left):
        button(page, "crumb_results").click()
    assert (report.args, sheet.args) == ([TEAM_ID], [TEAM_ID])


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
    assert QGuiApplication.clipboard().image().width() == 2 * card(page, "morale").width()
    assert everything > 6 * card(page, "morale").width()
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
