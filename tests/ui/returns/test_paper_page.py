"""Forms are keyed by number keys, twice; what differs is settled; all is sealed, and nothing keyed stays."""

from collections.abc import Iterable
from pathlib import Path
from random import Random

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from teamhealth.sealing.codes import new_code, shown
from teamhealth.services.lead_opening import open_returns
from teamhealth.services.lead_survey import LeadSurvey
from teamhealth.services.progress import unwatched
from teamhealth.services.returns import list_teams
from teamhealth.services.workspace import Workspace
from teamhealth.ui.outside import Outside
from teamhealth.ui.paper.paper_page import PaperPage
from teamhealth.ui.returns.returns_page import ReturnsPage
from teamhealth.ui.returns.room import ReturnsRoom
from tests.services.council import WORDS
from tests.ui.office import entry, fill, nameless, press, prompt, seen, settle, text, wait_for_work


def opened(qtbot: QtBot, lead: Workspace) -> tuple[ReturnsRoom, PaperPage]:
    room = ReturnsRoom(lead, Outside())
    qtbot.addWidget(room)
    room.resize(1174, 688)
    room.show()
    room.enter()
    settle()
    press(room, "returns_paper")
    page = room.currentWidget()
    assert isinstance(page, PaperPage)
    return room, page


def key(page: PaperPage, code: str, answers: str) -> None:
    """Key a form: the slip's code, Enter, number keys, Enter."""
    fill(page, "paper_code", code)
    QTest.keyClick(page.form.code.input, Qt.Key.Key_Return)
    type_answers(page, answers)


def type_answers(page: PaperPage, answers: str) -> None:
    assert page.focusWidget() is page.pad
    QTest.keyClicks(page.pad, answers)
    QTest.keyClick(page.pad, Qt.Key.Key_Return)
    settle()


def files_below(folder: Path) -> Iterable[bytes]:
    return [path.read_bytes() for path in folder.rglob("*") if path.is_file()]


def test_a_pile_is_keyed_twice_settled_sealed_and_marked(
    qtbot: QtBot, lead: Workspace, made: tuple[LeadSurvey, Path]
) -> None:
    survey = made[0].survey
    slips = made[0].slips[survey.teams[0].id][:5]
    room, page = opened(qtbot, lead)
    assert not nameless(page)
    for number, slip in enumerate(slips, 1):
        assert text(page, "paper_subtitle") == f"First time through: form {number}"
        key(page, slip, "4444")
    press(page, "paper_turn")
    key(page, slips[0], "4443")
    assert text(page, "paper_told_text").startswith("This is not what was keyed the first time.")
    assert "4 / 3: which?" in page.pad.item(3).text()
    QTest.keyClick(page.pad, Qt.Key.Key_Return)
    assert text(page, "paper_told_text") == "Look at the paper, and key the marked answers again."
    type_answers(page, "4")
    for slip in slips[1:]:
        key(page, slip, "4444")
    assert text(page, "paper_subtitle") == "5 forms, keyed twice"
    assert list_teams(lead, survey.id)[0].answers is None
    assert not any(slip.encode() in data for slip in slips for data in files_below(lead.folder))
    press(page, "paper_next")
    wait_for_work(qtbot, room)
    returns = room.currentWidget()
    assert isinstance(returns, ReturnsPage)
    assert text(returns, "returns_file_0_name") == "Answers on paper"
    assert not any(slip.encode() in data for slip in slips for data in files_below(lead.folder))
    found = open_returns(lead, survey.id, WORDS, unwatched)
    assert (found.answered, found.elsewhere) == (5, True)


def test_an_answer_that_is_changed_while_another_is_settled_is_asked_about_as_well(
    qtbot: QtBot, lead: Workspace, made: tuple[LeadSurvey, Path]
) -> None:
    slip = made[0].slips[made[0].survey.teams[0].id][0]
    _, page = opened(qtbot, lead)
    key(page, slip, "4444")
    press(page, "paper_turn")
    key(page, slip, "4443")
    QTest.keyClicks(page.pad, "4")
    # Straying to the first question, which had been the same both times.
    page.pad.setCurrentRow(0)
    QTest.keyClicks(page.pad, "1")
    QTest.keyClick(page.pad, Qt.Key.Key_Return)
    settle()
    assert text(page, "paper_told_text").startswith("This is not what was keyed the first time.")
    assert "4 / 1: which?" in page.pad.item(0).text()
    assert text(page, "paper_subtitle") == "Second time through: form 1 of 1"
    QTest.keyClicks(page.pad, "4")
    box = page.form.comments["change"].input
    QTest.keyClicks(box, "slipped in")
    press(page, "paper_next")
    assert "Comment: first ‘nothing’." in text(page, "paper_told_text")
    box.clear()
    press(page, "paper_next")
    assert text(page, "paper_subtitle") == "1 form, keyed twice"


def test_what_differs_is_in_sight_in_a_low_window_before_the_key_that_settles_it(
    qtbot: QtBot, lead: Workspace, made: tuple[LeadSurvey, Path]
) -> None:
    slip = made[0].slips[made[0].survey.teams[0].id][0]
    room, page = opened(qtbot, lead)
    room.resize(1016, 560)
    settle()
    QTest.keyClicks(page.form.comments["change"].input, "Quieter mornings")
    key(page, slip, "4444")
    press(page, "paper_turn")
    page.scroller.verticalScrollBar().setValue(page.scroller.verticalScrollBar().maximum())
    key(page, slip, "4443")
    settle()
    told = page.findChild(QLabel, "paper_told_text")
    assert told is not None
    assert "first ‘Quieter mornings’" in told.text()
    assert told.visibleRegion().boundingRect() == told.rect()


def test_a_wrong_or_repeated_code_and_an_empty_form_are_told_at_once(
    qtbot: QtBot, lead: Workspace, made: tuple[LeadSurvey, Path]
) -> None:
    slip = made[0].slips[made[0].survey.teams[0].id][0]
    _, page = opened(qtbot, lead)
    key(page, "ABC", "4")
    assert "A character of the code is missing or wrong." in seen(page)
    assert page.focusWidget() is entry(page, "paper_code")
    fill(page, "paper_code", slip)
    press(page, "paper_next")
    assert text(page, "paper_subtitle") == "First time through: form 2"
    key(page, slip, "4")
    assert "This code has been keyed already." in seen(page)
    # The form that is refused would be lost as well.
    assert page.keyed == 2


def test_a_code_that_the_survey_does_not_have_is_told_at_once(
    qtbot: QtBot, lead: Workspace, made: tuple[LeadSurvey, Path]
) -> None:
    _, page = opened(qtbot, lead)
    key(page, shown(new_code(Random(99).randbytes)), "4")
    assert "We do not know that code. Check each letter." in seen(page)
    assert text(page, "paper_subtitle") == "First time through: form 1"


def test_a_comment_is_keyed_ends_its_form_by_one_key_and_reaches_no_file_unsealed(
    qtbot: QtBot, lead: Workspace, made: tuple[LeadSurvey, Path]
) -> None:
    planted = "Nobody has time to think on duty days"
    team = made[0].survey.teams[0]
    room, page = opened(qtbot, lead)
    for turn in range(2):
        for number, slip in enumerate(made[0].slips[team.id][:5]):
            fill(page, "paper_code", slip)
            QTest.keyClick(page.form.code.input, Qt.Key.Key_Return)
            QTest.keyClicks(page.pad, "4")
            box = page.form.comments["change"].input
            box.setFocus()
            QTest.keyClicks(box, planted if number == 0 else "")
            assert not any(planted.encode() in data for data in files_below(lead.folder))
            QTest.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
            settle()
            # What was keyed is neither shown nor to be had back the second time.
            QTest.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
            QTest.keyClick(page.form.code.input, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
            assert (box.toPlainText(), page.form.code.input.text(), page.pad.answers) == ("", "", {})
        if turn == 0:
            press(page, "paper_turn")
    press(page, "paper_next")
    wait_for_work(qtbot, room)
    assert not any(planted.encode() in data for data in files_below(lead.folder))
    found = open_returns(lead, made[0].survey.id, WORDS, unwatched)
    assert [comment.text for comment in found.comments] == [planted]


def test_the_last_form_is_put_on_the_pile_when_the_pile_is_turned(
    qtbot: QtBot, lead: Workspace, made: tuple[LeadSurvey, Path]
) -> None:
    slips = made[0].slips[made[0].survey.teams[0].id]
    room, page = opened(qtbot, lead)
    key(page, slips[0], "4444")
    fill(page, "paper_code", slips[1])
    QTest.keyClicks(page.pad, "5555")
    QTest.keyClicks(page.form.comments["change"].input, "Quieter mornings")
    press(page, "paper_turn")
    assert text(page, "paper_subtitle") == "Second time through: form 1 of 2"
    assert (page.form.code.input.text(), page.form.comments["change"].input.toPlainText(), page.pad.answers) == (
        "",
        "",
        {},
    )
    key(page, slips[0], "4444")
    key(page, slips[1], "5555")
    assert "first ‘Quieter mornings’" in text(page, "paper_told_text")
    assert not room.may_close()
    press(prompt("stop_keying_prompt"), "stop_keying_prompt_leave")


def test_a_last_form_that_cannot_go_on_the_pile_keeps_the_pile_unturned(
    qtbot: QtBot, lead: Workspace, made: tuple[LeadSurvey, Path]
) -> None:
    slips = made[0].slips[made[0].survey.teams[0].id]
    _, page = opened(qtbot, lead)
    key(page, slips[0], "4444")
    fill(page, "paper_code", "ABC")
    QTest.keyClicks(page.pad, "5")
    press(page, "paper_turn")
    assert "A character of the code is missing or wrong." in seen(page)
    assert text(page, "paper_subtitle") == "First time through: form 2"
    assert dict(page.pad.answers) != {}
    QTest.keyClick(page.pad, Qt.Key.Key_Up)
    QTest.keyClick(page.pad, Qt.Key.Key_Space)
    press(page, "paper_turn")
    assert text(page, "paper_subtitle") == "Second time through: form 1 of 1"
    assert page.form.code.input.text() == ""


def test_coming_here_from_the_surveys_loses_no_keyed_form(
    qtbot: QtBot, lead: Workspace, made: tuple[LeadSurvey, Path]
) -> None:
    room, page = opened(qtbot, lead)
    QTest.keyClicks(page.pad, "4")
    room.show_survey(made[0].survey.id)
    assert room.currentWidget() is page


def test_leaving_asks_before_forms_are_thrown_away(
    qtbot: QtBot, lead: Workspace, made: tuple[LeadSurvey, Path]
) -> None:
    slip = made[0].slips[made[0].survey.teams[0].id][0]
    room, page = opened(qtbot, lead)
    key(page, slip, "45")
    assert not room.may_close()
    press(prompt("stop_keying_prompt"), "stop_keying_prompt_leave")
    assert room.currentWidget() is page
    page.ask_to_stop()
    press(prompt("stop_keying_prompt"), "stop_keying_prompt_go")
    assert isinstance(room.currentWidget(), ReturnsPage)
