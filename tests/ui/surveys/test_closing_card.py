"""The planned closing day: typed as people write it, shown back in full, and never a day that has passed."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from teamhealth.services.workspace import Workspace
from teamhealth.ui.surveys.closing_card import ClosingCard
from teamhealth.ui.surveys.setup import ReadyToCheck, SetupPage
from teamhealth.ui.theme import Theme
from tests.services.journeys import PIN, WORDS, draft
from tests.ui.office import entry, fill, press, settle, text

TODAY = date(2026, 11, 2)


def card(qtbot: QtBot) -> ClosingCard:
    made = ClosingCard(TODAY, Theme())
    qtbot.addWidget(made)
    made.show()
    settle()
    return made


def leave(shown: ClosingCard, typed: str) -> None:
    """Type a day and go on to the next field."""
    fill(shown, "planned_closing", typed)
    entry(shown, "safeguarding_route").setFocus()
    settle()


def test_an_empty_field_is_no_day_planned(qtbot: QtBot) -> None:
    shown = card(qtbot)
    entry(shown, "planned_closing").setFocus()
    entry(shown, "safeguarding_route").setFocus()
    assert shown.day_value is None
    assert shown.problems() == ()
    assert entry(shown, "planned_closing").placeholderText() == "4 December 2026"


@pytest.mark.parametrize("typed", ["4 dec 2026", "04/12/2026", "4/12/26", "2026-12-04"])
def test_a_day_is_shown_back_in_full_when_the_field_is_left(qtbot: QtBot, typed: str) -> None:
    shown = card(qtbot)
    leave(shown, typed)
    assert entry(shown, "planned_closing").text() == "4 December 2026"
    assert shown.day_value == date(2026, 12, 4)
    assert shown.day.error.text == ""


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ("before Christmas", "Write the day as \u20184 December 2026\u2019, or leave it empty."),
        ("1/11/2026", "The planned closing day has passed."),
    ],
)
def test_what_is_no_day_or_has_passed_is_said_at_the_field_until_it_is_changed(
    qtbot: QtBot, typed: str, wrong: str
) -> None:
    shown = card(qtbot)
    leave(shown, typed)
    assert shown.day.error.text == wrong
    entry(shown, "planned_closing").setFocus()
    QTest.keyClicks(entry(shown, "planned_closing"), "7")
    assert shown.day.error.text == ""


def test_today_can_still_be_planned(qtbot: QtBot) -> None:
    shown = card(qtbot)
    leave(shown, "2/11/2026")
    assert shown.problems() == ()


@pytest.mark.parametrize("typed", ["before Christmas", "1/11/2026"])
def test_a_form_with_such_a_day_does_not_go_on(qtbot: QtBot, workspace: Workspace, typed: str) -> None:
    page = SetupPage(workspace, draft(workspace))
    qtbot.addWidget(page)
    page.show()
    for name, words in (("passphrase", WORDS), ("passphrase_repeated", WORDS), ("pin", PIN), ("pin_repeated", PIN)):
        fill(page, name, words)
    fill(page, "planned_closing", typed)
    heard: list[ReadyToCheck] = []
    page.checked.connect(heard.append)
    press(page, "setup_continue")
    assert heard == []
    assert page.summary.texts == (text(page, "planned_closing_error"),)
    fill(page, "planned_closing", "4 Dec 2026")
    press(page, "setup_continue")
    assert [each.draft.planned_closing for each in heard] == [date(2026, 12, 4)]


def test_what_is_below_the_day_hardly_moves_when_the_day_is_found_wrong_on_leaving_it(qtbot: QtBot) -> None:
    shown = card(qtbot)
    shown.resize(520, shown.height())
    settle()

    def below() -> int:
        return shown.route.mapTo(shown, QPoint(0, 0)).y()

    before = below()
    leave(shown, "soon")
    assert text(shown, "planned_closing_error").startswith("Write the day as")
    assert below() - before <= 12
    fill(shown, "planned_closing", "4 Dec")
    settle()
    assert shown.day.hint.isVisible()
