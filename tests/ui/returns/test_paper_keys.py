"""Keys and teams while a pile is keyed: nothing is settled unread, and nothing keyed is lost by passing over a team."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from teamhealth.failures import DiskFull
from teamhealth.services.lead_survey import LeadSurvey
from teamhealth.services.workspace import Workspace
from teamhealth.survey.custody import Custody, CustodyKind
from teamhealth.survey.ids import TeamId
from teamhealth.survey.organisation import Team
from teamhealth.survey.paper import PaperPile
from teamhealth.survey.policy import CommentsChoice
from teamhealth.survey.survey import Survey
from teamhealth.ui.paper.paper_page import PaperPage
from teamhealth.ui.widgets.second_press import guard_second_press
from tests.invented import survey
from tests.ui.office import fill, press, settle, text, wait_for_work
from tests.ui.returns.test_paper_page import opened


def _differing_in_the_comment(qtbot: QtBot, lead: Workspace, made: tuple[LeadSurvey, Path]) -> PaperPage:
    """Return the second time through a form whose comment was keyed once only, the focus on its answers."""
    slip = made[0].slips[made[0].survey.teams[0].id][0]
    room, page = opened(qtbot, lead)
    guard_second_press(room)
    fill(page, "paper_code", slip)
    QTest.keyClicks(page.form.comments["change"].input, "Quieter mornings")
    QTest.keyClicks(page.pad, "4444")
    press(page, "paper_next")
    press(page, "paper_turn")
    fill(page, "paper_code", slip)
    page.pad.setFocus()
    QTest.keyClicks(page.pad, "4444")
    return page


def _pressed(page: PaperPage, at: int, *, held: bool = False) -> None:
    handle = page.window().windowHandle()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", held)
        event.setTimestamp(at)
        QApplication.sendEvent(handle, event)
    settle()


@pytest.mark.parametrize("held", [True, False])
def test_what_was_keyed_differently_is_settled_by_no_key_that_is_held_or_pressed_twice(
    qtbot: QtBot, lead: Workspace, made: tuple[LeadSurvey, Path], *, held: bool
) -> None:
    page = _differing_in_the_comment(qtbot, lead, made)
    for turn in range(3):
        _pressed(page, 10_000 + 80 * turn, held=held and turn > 0)
        assert "first ‘Quieter mornings’" in text(page, "paper_told_text")
        assert text(page, "paper_subtitle") == "Second time through: form 1 of 1"
    _pressed(page, 20_000)
    assert text(page, "paper_subtitle") == "1 form, keyed twice"
    # Nor does what was said of it stay with the page.
    assert not [each for each in page.findChildren(QLabel) if "Quieter mornings" in each.text()]


def test_a_digit_that_is_held_answers_one_question(
    qtbot: QtBot, lead: Workspace, made: tuple[LeadSurvey, Path]
) -> None:
    _, page = opened(qtbot, lead)
    QTest.keyClicks(page.pad, "4")
    QTest.simulateEvent(page.pad, True, Qt.Key.Key_4, Qt.KeyboardModifier.NoModifier, "4", True)
    assert len(page.pad.answers) == 1


def _without_codes() -> Survey:
    """Return a survey of three teams, of which the one in the middle is too small to be asked for comments."""
    teams = (
        Team(TeamId("a" * 32), "Alder", 12),
        Team(TeamId("b" * 32), "Beech", 6),
        Team(TeamId("c" * 32), "Cedar", 12),
    )
    asked = survey(custody=Custody(CustodyKind.LEAD, one_time_codes=False))
    services = (replace(asked.services[0], teams=teams),)
    return replace(asked, services=services, policy=replace(asked.policy, comments=CommentsChoice.FROM_EIGHT))


def test_the_second_half_of_a_double_enter_finds_no_fault_with_the_next_form(qtbot: QtBot) -> None:
    page = PaperPage(_without_codes(), lambda pile, _: pile, "Returns")
    guard_second_press(page)
    qtbot.addWidget(page)
    page.resize(1174, 688)
    page.show()
    page.pad.setFocus()
    QTest.keyClicks(page.pad, "4444")
    for turn in range(2):
        _pressed(page, 10_000 + 80 * turn)
    assert text(page, "paper_subtitle") == "First time through: form 2"
    assert not page.told.isVisible()


def test_passing_over_a_team_that_is_asked_for_no_comments_loses_none(qtbot: QtBot) -> None:
    page = PaperPage(_without_codes(), lambda pile, _: pile, "Returns")
    qtbot.addWidget(page)
    page.resize(1174, 688)
    page.show()
    settle()
    box = page.form.comments["change"].input
    QTest.keyClicks(box, "Quieter mornings")
    QTest.keyClick(page.form.team, Qt.Key.Key_Down)
    assert not box.isVisible()
    # Of a team that is not asked it is no part of the form.
    beech = page.form.form({"st1": 4}, ())
    assert beech is not None
    assert not beech.comments
    QTest.keyClick(page.form.team, Qt.Key.Key_Down)
    assert box.isVisible()
    cedar = page.form.form({"st1": 4}, ())
    assert cedar is not None
    assert cedar.comments == {"change": "Quieter mornings"}
    QTest.keyClick(page.form.team, Qt.Key.Key_Up)
    page.form.clear_form()
    QTest.keyClick(page.form.team, Qt.Key.Key_Up)
    assert box.toPlainText() == ""


@pytest.mark.parametrize(
    ("fault", "do"),
    [
        (RuntimeError(), "Seal it again before you leave this page."),
        (DiskFull(Path("data")), "Free some space, then try again."),
    ],
)
def test_a_pile_that_could_not_be_sealed_is_said_to_be_there_still_and_is(
    qtbot: QtBot, fault: Exception, do: str
) -> None:
    faults: list[Exception] = [fault]
    sealed: list[PaperPile] = []

    def seal(pile: PaperPile, _progress: object) -> PaperPile:
        if faults:
            raise faults.pop()
        sealed.append(pile)
        return pile

    page = PaperPage(_without_codes(), seal, "Returns")
    qtbot.addWidget(page)
    page.resize(1174, 688)
    page.show()
    QTest.keyClicks(page.pad, "4444")
    press(page, "paper_next")
    press(page, "paper_turn")
    QTest.keyClicks(page.pad, "4444")
    press(page, "paper_next")
    press(page, "paper_next")
    wait_for_work(qtbot, page)
    assert text(page, "paper_failure_safe") == (
        "What you have keyed is still here, and nothing of it has been stored yet."
    )
    assert text(page, "paper_failure_do") == do
    assert "Close the program" not in page.failure.accessibleName()
    press(page, "paper_next")
    wait_for_work(qtbot, page)
    assert [len(each.first) for each in sealed] == [1]
    assert not page.failure.isVisible()
