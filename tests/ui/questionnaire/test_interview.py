"""One person's way through the questionnaire, by keys."""

import errno
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from teamhealth.failures import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseForeign,
    DiskFull,
    FileUnwritable,
    FolderReadOnly,
)
from teamhealth.survey.custody import Custody, CustodyKind
from teamhealth.survey.policy import CommentsChoice
from teamhealth.ui.questionnaire import check_page
from teamhealth.ui.questionnaire.place import Screen
from tests.invented import SURVEY_ID, TEAM_ID, survey
from tests.ui.questionnaire.laptop import Laptop

K = Qt.Key


def test_whole_interview_by_keys_reaches_the_box_once(laptop: Laptop) -> None:
    laptop.start()
    for number in range(28):
        laptop.press((K.Key_1, K.Key_2, K.Key_3, K.Key_4, K.Key_5, K.Key_9, K.Key_0)[number % 7], K.Key_Return)
    laptop.press(K.Key_6, K.Key_Enter, K.Key_1, K.Key_Enter)
    laptop.type("Fewer forms")
    laptop.press(K.Key_Return, control=True)
    laptop.pause()
    laptop.press(K.Key_Return, control=True)
    assert laptop.screen() is Screen.CHECK
    assert laptop.words("check_about").startswith("You answered 23 of 32. 4 do not apply to you. It is fine")
    laptop.click("send")
    assert laptop.screen() is Screen.DONE
    (response,) = laptop.box.responses
    assert (response.survey, response.team, response.code) == (SURVEY_ID, TEAM_ID, None)
    assert list(response.answers.values()) == [1, 2, 3, 4, 5, 9, 0] * 4 + [6, 1]
    assert response.comments == {"change": "Fewer forms"}


def test_choosing_does_not_turn_the_page(laptop: Laptop) -> None:
    laptop.start()
    laptop.press(K.Key_2, K.Key_4)
    assert laptop.position == 0
    assert laptop.answers == {"st1": 4}


def test_next_without_an_answer_says_what_to_do(laptop: Laptop) -> None:
    laptop.start()
    laptop.press(K.Key_Return)
    assert laptop.position == 0
    assert laptop.words("problem") == "Choose an answer, or press 0 to leave it out."
    laptop.press(K.Key_0, K.Key_Return)
    assert laptop.position == 1
    assert not [each for each in laptop.window.findChildren(QPushButton, "problem") if each.isVisible()]


def test_back_keeps_the_answer_and_shows_it(laptop: Laptop) -> None:
    laptop.start()
    laptop.press(K.Key_5, K.Key_Return, K.Key_Backspace)
    assert laptop.position == 0
    assert laptop.window.body.pages.question.rows.row(5).isChecked()
    laptop.press(K.Key_Backspace)
    assert laptop.position == 0


def test_arrows_move_and_choose_nothing_until_space(laptop: Laptop) -> None:
    laptop.start()
    laptop.press(K.Key_Down, K.Key_Down, K.Key_Down)
    assert laptop.window.body.pages.question.rows.row(3).hasFocus()
    assert laptop.answers == {}
    laptop.press(K.Key_Up, K.Key_Space)
    assert laptop.answers == {"st1": 2}
    # Choosing does not go on by itself.
    assert laptop.window.body.pages.question.rows.row(2).hasFocus()
    assert laptop.words("question_number") == "Question 1"


def test_tab_reaches_every_answer_and_every_button(laptop: Laptop) -> None:
    laptop.start()
    laptop.press(K.Key_1, K.Key_Return)
    reached = set()
    for _ in range(16):
        laptop.press(K.Key_Tab)
        focused = laptop.window.focusWidget()
        assert focused is not None
        reached.add(focused.objectName())
    answers = {f"answer_{code}" for code in (1, 2, 3, 4, 5, 9, 0)}
    assert (
        answers | {"back", "next", "leave", "text_size_100", "text_size_130", "text_size_150", "text_size_200"}
        <= reached
    )


def test_number_keys_work_only_while_the_question_has_the_focus(laptop: Laptop) -> None:
    laptop.start()
    laptop.window.body.pages.question.next_button.setFocus()
    laptop.press(K.Key_4)
    assert laptop.answers == {}


def test_keys_that_are_not_offered_do_nothing(laptop: Laptop) -> None:
    laptop.start()
    laptop.press(K.Key_6, K.Key_7, K.Key_8, K.Key_A, K.Key_Escape, K.Key_F5, K.Key_Delete)
    laptop.press(K.Key_4, control=True)
    assert (laptop.screen(), laptop.position, laptop.answers) == (Screen.QUESTION, 0, {})


def test_mouse_alone_suffices(laptop: Laptop) -> None:
    laptop.click("start")
    laptop.click("answer_9")
    laptop.click("next")
    assert (laptop.position, laptop.answers) == (1, {"st1": 9})
    laptop.click("back")
    assert laptop.position == 0


def test_change_returns_to_the_check_page(laptop: Laptop) -> None:
    laptop.start()
    laptop.answer_all()
    laptop.click("section_morale")
    laptop.click("change_mo3")
    assert laptop.screen() is Screen.QUESTION
    assert laptop.position == 9
    assert laptop.words("next") == "Back to your answers"
    laptop.press(K.Key_1, K.Key_Return)
    assert laptop.screen() is Screen.CHECK
    assert laptop.words("answer_to_mo3") == "Strongly disagree"


def test_check_page_shows_each_section_by_arrow(laptop: Laptop) -> None:
    laptop.start()
    laptop.answer_all(K.Key_0)
    assert laptop.words("answer_to_st1") == "Prefer not to say"
    laptop.press(K.Key_Down, K.Key_Down)
    assert laptop.words("answer_table_title") == "Bureaucracy burden"
    laptop.press(K.Key_Up, K.Key_Up, K.Key_Up)
    assert laptop.words("answer_table_title") == "In your own words"
    assert laptop.words("answer_to_change") == "Left empty"


def test_repeated_enter_never_sends(laptop: Laptop) -> None:
    laptop.start()
    laptop.answer_all()
    laptop.press(*[K.Key_Return] * 5)
    assert laptop.screen() is Screen.CHECK
    assert laptop.box.tries == 0


def test_backspace_on_the_check_page_goes_to_the_last_question(laptop: Laptop) -> None:
    laptop.start()
    laptop.answer_all()
    laptop.press(K.Key_Backspace)
    assert (laptop.screen(), laptop.position) == (Screen.QUESTION, 31)


def test_pressing_enter_twice_on_send_sends_once_and_still_says_thanks(laptop: Laptop) -> None:
    laptop.start()
    laptop.answer_all()
    laptop.window.body.pages.check.send.setFocus()
    laptop.press(K.Key_Return, K.Key_Return)
    assert laptop.box.tries == 1
    assert laptop.screen() is Screen.DONE


def test_double_click_on_send_sends_once(laptop: Laptop) -> None:
    laptop.start()
    laptop.answer_all()
    send = laptop.window.body.pages.check.send
    QTest.mouseClick(send, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(send, Qt.MouseButton.LeftButton)
    QTest.mouseClick(send, Qt.MouseButton.LeftButton)
    assert laptop.box.tries == 1


_TOLD = (
    "{why} Your answers are still on this screen, and nobody else has seen them. If nobody presses a key for 4 "
    "minutes, they are thrown away. Try again. If it goes on, tell whoever runs this survey before you leave this page."
)


def test_failed_sealing_keeps_the_answers_on_the_check_page(laptop: Laptop) -> None:
    laptop.start()
    laptop.answer_all()
    laptop.box.fault = OSError("no room")
    laptop.click("send")
    assert laptop.screen() is Screen.CHECK
    assert laptop.words("send_headline") == "Your answers were not saved."
    assert laptop.words("send_explained") == _TOLD.format(why="Something unexpected went wrong in the program.")
    assert laptop.words("answer_to_st1") == "Agree"
    laptop.box.fault = None
    laptop.press(K.Key_Return)
    assert laptop.screen() is Screen.DONE
    assert len(laptop.box.responses) == 1


_ASK = "Ask whoever runs this survey to free some space, then send them again."


@pytest.mark.parametrize(
    ("fault", "what_to_do"),
    [
        (DiskFull(Path("data"), "SQLITE_FULL"), _ASK),
        (OSError(errno.ENOSPC, "no space"), _ASK),
        # Of somebody's own computer, which nobody else runs.
        (FileUnwritable(Path("a"), "full"), "Free some space, or save them in another place."),
    ],
)
def test_a_full_disk_is_named_and_the_answers_can_be_sent_once_there_is_room(
    laptop: Laptop, monkeypatch: pytest.MonkeyPatch, fault: Exception, what_to_do: str
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(check_page, "announce", lambda _widget, words: heard.append(words))
    laptop.start()
    laptop.answer_all()
    laptop.box.fault = fault
    laptop.click("send")
    assert laptop.screen() is Screen.CHECK
    assert laptop.words("send_headline") == "Your answers were not saved."
    assert laptop.words("send_explained") == (
        "The disk is full. Your answers are still on this screen, and nobody else has seen them. "
        f"If nobody presses a key for 4 minutes, they are thrown away. {what_to_do}"
    )
    assert heard == [f"{laptop.words('send_headline')} {laptop.words('send_explained')}"]
    assert laptop.words("answer_to_st1") == "Agree"
    laptop.box.fault = None
    laptop.press(K.Key_Return)
    assert (laptop.screen(), len(laptop.box.responses)) == (Screen.DONE, 1)


@pytest.mark.parametrize(
    ("fault", "why"),
    [
        (RuntimeError("st1=4"), "Something unexpected went wrong in the program."),
        (MemoryError(), "This computer has too little free memory."),
        (DatabaseBusy(Path("data")), "Another program is using the place where answers are kept."),
        (DatabaseDamaged(Path("data")), "The place where answers are kept is damaged or gone."),
        (DatabaseForeign(Path("data")), "The place where answers are kept is damaged or gone."),
        (FolderReadOnly(Path("data")), "Nothing can be written where answers are kept."),
    ],
)
def test_whoever_could_not_send_reads_why_and_whom_to_tell_before_they_leave(
    laptop: Laptop, fault: Exception, why: str
) -> None:
    laptop.start()
    laptop.answer_all()
    laptop.box.fault = fault
    laptop.click("send")
    assert laptop.words("send_headline") == "Your answers were not saved."
    assert laptop.words("send_explained") == _TOLD.format(why=why)
    laptop.box.fault = None
    laptop.press(K.Key_Return)
    assert (laptop.screen(), len(laptop.box.responses)) == (Screen.DONE, 1)


def test_failed_sealing_logs_the_kind_of_fault_and_nothing_else(
    laptop: Laptop, caplog: pytest.LogCaptureFixture
) -> None:
    laptop.start()
    laptop.answer_all()
    laptop.box.fault = ValueError("st1=4")
    laptop.click("send")
    assert "ValueError" in caplog.text
    assert "st1" not in caplog.text


def test_start_says_in_place_that_everybody_has_answered(laptop: Laptop) -> None:
    laptop.box.full = True
    laptop.press(K.Key_Return)
    assert laptop.screen() is Screen.WELCOME
    assert laptop.words("all_answered_title") == "As many people have answered as are in this team."
    assert laptop.window.body.pages.welcome.start.isEnabled()


@pytest.mark.parametrize("kind", [CustodyKind.MANAGER, CustodyKind.CHOSEN])
def test_promises_are_made_from_the_custody(kind: CustodyKind) -> None:
    laptop = Laptop(survey(custody=Custody(kind, "Practice lead")))
    said = laptop.words("promise_1_headline")
    assert (
        said
        == {
            CustodyKind.MANAGER: "The person running this survey opens the answers together after it closes.",
            CustodyKind.CHOSEN: "Only Practice lead can open the answers, here, after the survey has closed.",
        }[kind]
    )


def test_survey_without_comments_says_nothing_of_them() -> None:
    laptop = Laptop(survey(comments=CommentsChoice.NOT_ASKED))
    assert not laptop.window.body.pages.welcome.findChildren(QPushButton, "promise_4")
    laptop.start()
    laptop.answer_all()
    assert len(laptop.window.conduct.place.interview.questions if laptop.window.conduct.place.interview else ()) == 30


def test_privacy_page_opens_and_returns_to_the_question(laptop: Laptop) -> None:
    laptop.start()
    laptop.press(K.Key_3, K.Key_F1)
    assert laptop.screen() is Screen.PRIVACY
    laptop.press(K.Key_Backspace)
    assert (laptop.screen(), laptop.answers) == (Screen.QUESTION, {"st1": 3})


def test_holding_enter_does_not_run_through_the_questions(laptop: Laptop) -> None:
    laptop.start()
    laptop.press(K.Key_3)
    focused = laptop.window.focusWidget()
    for _ in range(5):
        QTest.simulateEvent(focused, True, K.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
    assert laptop.position == 0


def _to_the_comments(laptop: Laptop) -> None:
    laptop.start()
    while (interview := laptop.window.conduct.place.interview) is not None and interview.current.options:
        laptop.answer_page()


@pytest.mark.parametrize("flagged", [True, False])
def test_holding_control_and_enter_turns_one_page_and_sends_nothing(laptop: Laptop, *, flagged: bool) -> None:
    _to_the_comments(laptop)
    laptop.pause()
    assert laptop.position == 30
    handle = laptop.window.windowHandle()
    at = 50_000
    # Some systems tell of a key that is held as of one that comes up and down again at the same moment.
    for turn in range(60):
        at += 660 if turn == 1 else 40
        laptop.clock.now += timedelta(milliseconds=660 if turn == 1 else 40)
        for kind in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress)[0 if turn else 1 :]:
            held = QKeyEvent(kind, K.Key_Return, Qt.KeyboardModifier.ControlModifier, "\r", flagged and turn > 0)
            held.setTimestamp(at)
            QApplication.sendEvent(handle, held)
    assert (laptop.screen(), laptop.position) == (Screen.QUESTION, 31)
    assert laptop.box.tries == 0


def test_control_and_enter_right_after_the_enter_of_the_last_answer_is_taken_but_not_twice_at_once(
    laptop: Laptop,
) -> None:
    _to_the_comments(laptop)
    laptop.press(K.Key_Return, K.Key_Return, control=True)
    assert (laptop.screen(), laptop.position) == (Screen.QUESTION, 31)


def test_a_key_that_is_still_held_from_being_asked_answers_nothing(laptop: Laptop) -> None:
    laptop.start()
    laptop.wait(185)
    assert laptop.screen() is Screen.STILL_THERE
    laptop.press(K.Key_5)
    focused = laptop.window.focusWidget()
    QTest.simulateEvent(focused, True, K.Key_5, Qt.KeyboardModifier.NoModifier, "5", True)
    assert (laptop.screen(), laptop.answers) == (Screen.QUESTION, {})


@pytest.mark.parametrize("width", [1366, 900])
@pytest.mark.parametrize("comment", [False, True])
def test_tab_goes_on_from_a_question_in_the_order_that_is_seen(*, width: int, comment: bool) -> None:
    laptop = Laptop(width=width)
    laptop.start()
    laptop.answer_page()
    while comment and (interview := laptop.window.conduct.place.interview) is not None and interview.current.options:
        laptop.answer_page()
    laptop.widget("comment" if comment else "answer_0").setFocus()
    reached = []
    for _ in range(3):
        laptop.press(K.Key_Tab)
        focused = laptop.window.focusWidget()
        assert focused is not None
        reached.append(focused)
    assert [each.objectName() for each in reached] == ["back", "next", "leave"]
    places = [each.mapTo(laptop.window, QPoint(0, each.height() // 2)) for each in reached]
    assert all(one.x() < other.x() for one, other in pairwise(places))


def test_the_keys_of_the_bar_work_with_the_focus_on_the_text_sizes(laptop: Laptop) -> None:
    laptop.start()
    laptop.widget("text_size_130").setFocus()
    laptop.press(K.Key_4)
    assert list(laptop.answers.values()) == [4]
    laptop.press(K.Key_Return)
    assert laptop.position == 1
    laptop.widget("text_size_130").setFocus()
    laptop.press(K.Key_Backspace)
    assert laptop.position == 0
    laptop.widget("text_size_130").setFocus()
    laptop.press(K.Key_Return)
    # Enter presses the button that has the focus, and turns no page.
    assert (laptop.window.text_scale, laptop.position) == (1.3, 0)


def test_an_answer_under_a_pointer_that_only_rests_there_looks_like_the_others(laptop: Laptop) -> None:
    laptop.start()
    row = laptop.window.body.pages.question.rows.row(3)
    plain = row.grab().toImage()
    QTest.mouseMove(row, row.rect().center())
    assert row.grab().toImage() != plain
    for _ in range(2):
        laptop.press(K.Key_1, K.Key_Return)
        assert row.underMouse()
        here = row.grab().toImage()
        QTest.mouseMove(laptop.window.body.pages.question, QPoint(1, 1))
        assert row.grab().toImage() == here
        QTest.mouseMove(row, row.rect().center())
        assert row.grab().toImage() != here
