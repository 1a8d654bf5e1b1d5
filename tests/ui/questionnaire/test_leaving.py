"""Ways out: leaving without sending, the PIN, being away, being idle, and what is thrown away."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from teamhealth.failures import DatabaseBusy, DiskFull, TriedTooSoon, WrongPin
from teamhealth.ui.questionnaire.door import Door, Entrance
from teamhealth.ui.questionnaire.place import Screen
from teamhealth.ui.widgets.note import Note
from tests.ui.questionnaire.laptop import PIN, Laptop

K = Qt.Key


def _to_comment(laptop: Laptop) -> None:
    laptop.start()
    for _ in range(30):
        laptop.press(K.Key_2, K.Key_Return)


def _application_state(state: Qt.ApplicationState) -> None:
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    application.applicationStateChanged.emit(state)


def test_leaving_half_way_throws_everything_away(laptop: Laptop) -> None:
    _to_comment(laptop)
    laptop.type("secret words")
    laptop.click("leave")
    assert laptop.screen() is Screen.LEAVE
    laptop.click("throw_away")
    assert laptop.screen() is Screen.WELCOME
    assert laptop.window.conduct.place.interview is None
    box = laptop.window.body.pages.question.entry.box
    assert box.toPlainText() == ""
    assert not box.document().isUndoAvailable()
    laptop.start()
    assert laptop.answers == {}
    assert laptop.box.tries == 0


def test_leaving_asks_first_and_starts_on_staying(laptop: Laptop) -> None:
    laptop.start()
    laptop.press(K.Key_4)
    laptop.click("leave")
    laptop.press(K.Key_Return)
    assert (laptop.screen(), laptop.answers) == (Screen.QUESTION, {"st1": 4})


def test_wrong_pin_stays_and_right_pin_leaves(laptop: Laptop) -> None:
    left: list[bool] = []
    laptop.window.left.connect(lambda: left.append(True))
    laptop.press(K.Key_Q, control=True, shift=True)
    assert laptop.screen() is Screen.PIN
    laptop.type("111111")
    laptop.press(K.Key_Return)
    assert laptop.words("pin_error") == "That is not the PIN."
    assert laptop.window.isVisible()
    laptop.type(PIN)
    laptop.press(K.Key_Return)
    assert laptop.pins == ["111111", PIN]
    assert left == [True]
    assert not laptop.window.isVisible()


@pytest.mark.parametrize("failure", [WrongPin(30), TriedTooSoon(30)])
def test_slowed_down_tries_say_how_long(laptop: Laptop, failure: WrongPin | TriedTooSoon) -> None:
    laptop.pin_fault = failure
    laptop.press(K.Key_Q, control=True, shift=True)
    laptop.type("111111")
    laptop.press(K.Key_Return)
    assert laptop.words("pin_error") == "Wait 30 seconds, then try again."


def test_another_text_size_keeps_what_was_typed_of_a_pin_and_said_of_the_last(laptop: Laptop) -> None:
    left: list[bool] = []
    laptop.window.left.connect(lambda: left.append(True))
    laptop.press(K.Key_Q, control=True, shift=True)
    laptop.type("111111")
    laptop.press(K.Key_Return)
    laptop.press(K.Key_Plus, control=True)
    assert laptop.words("pin_error") == "That is not the PIN."
    laptop.type(PIN[:3])
    laptop.press(K.Key_Plus, control=True)
    laptop.type(PIN[3:])
    laptop.press(K.Key_Return)
    assert laptop.pins == ["111111", PIN]
    assert left == [True]


def test_a_pin_that_was_half_typed_is_not_there_for_whoever_comes_to_its_page_next(laptop: Laptop) -> None:
    laptop.press(K.Key_Q, control=True, shift=True)
    laptop.type("480")
    laptop.press(K.Key_Plus, control=True)
    laptop.press(K.Key_Escape)
    laptop.press(K.Key_Minus, control=True)
    laptop.press(K.Key_Q, control=True, shift=True)
    field = laptop.widget("pin")
    assert isinstance(field, QLineEdit)
    assert field.text() == ""


def _not_saved(laptop: Laptop) -> None:
    """Answer everything, and send while the disk is full."""
    laptop.start()
    laptop.answer_all()
    laptop.box.fault = DiskFull(Path("data"), "SQLITE_FULL")
    laptop.click("send")
    laptop.press(K.Key_Q, control=True, shift=True)


def test_space_can_be_freed_without_losing_answers_that_could_not_be_saved(laptop: Laptop) -> None:
    left: list[bool] = []
    laptop.window.left.connect(lambda: left.append(True))
    _not_saved(laptop)
    assert laptop.words("answers_lost_title") == "Somebody’s answers are not saved yet."
    assert "The answers stay in it, hidden, for 4 minutes." in laptop.words("answers_lost_text")
    laptop.type("111111")
    laptop.press(K.Key_Return)
    assert laptop.words("pin_error") == "That is not the PIN."
    assert not laptop.window.isMinimized()
    laptop.type(PIN)
    laptop.press(K.Key_Return)
    assert laptop.window.isMinimized()
    assert left == []
    # A task bar shows a picture of the window, and another window of the program has the focus now.
    assert laptop.screen() is Screen.AWAY
    _application_state(Qt.ApplicationState.ApplicationInactive)
    _application_state(Qt.ApplicationState.ApplicationActive)
    assert laptop.screen() is Screen.AWAY
    laptop.box.fault = None
    laptop.wait(150)
    laptop.window.showNormal()
    assert laptop.screen() is Screen.RETURNED
    laptop.click("returned_send")
    assert (laptop.screen(), len(laptop.box.responses)) == (Screen.DONE, 1)
    # Whoever leaves after that is told of nothing that would be lost.
    laptop.press(K.Key_Q, control=True, shift=True)
    assert [each for each in ("answers_lost", "pin_aside") if _is_seen(laptop, each)] == []


def _set_aside_and_back(laptop: Laptop) -> None:
    laptop.type(PIN)
    laptop.press(K.Key_Return)
    assert laptop.window.isMinimized()
    laptop.window.showNormal()
    laptop.pause()


def test_whoever_has_set_it_aside_sees_no_answer_and_sends_them_all_the_same(laptop: Laptop) -> None:
    _not_saved(laptop)
    _set_aside_and_back(laptop)
    assert laptop.words("returned_page_title") == "Somebody’s answers are not sent yet"
    assert laptop.words("returned_page_words").startswith("They stay hidden from you.")
    assert not laptop.window.body.pages.check.isVisible()
    laptop.press(K.Key_Return)
    assert laptop.words("returned_page_words").startswith("They were not saved. The disk is full.")
    laptop.box.fault = None
    laptop.pause()
    laptop.press(K.Key_Return)
    assert (laptop.screen(), len(laptop.box.responses)) == (Screen.DONE, 1)


def test_they_are_shown_to_whoever_gave_them_when_that_is_asked(laptop: Laptop) -> None:
    _not_saved(laptop)
    _set_aside_and_back(laptop)
    laptop.click("returned_show")
    assert laptop.screen() is Screen.CHECK
    assert laptop.words("send_headline") == "Your answers were not saved."


def test_what_was_being_changed_is_gone_on_with_by_whose_it_is_and_not_sent(laptop: Laptop) -> None:
    _not_saved(laptop)
    laptop.press(K.Key_Escape)
    laptop.press(K.Key_Backspace)
    assert laptop.screen() is Screen.QUESTION
    laptop.press(K.Key_Q, control=True, shift=True)
    _set_aside_and_back(laptop)
    assert not laptop.window.body.pages.returned.send.isVisible()
    laptop.press(K.Key_Return)
    assert laptop.screen() is Screen.QUESTION
    assert laptop.box.tries == 1


def test_how_long_they_are_kept_is_said_all_the_time_and_a_key_gives_more(laptop: Laptop) -> None:
    _not_saved(laptop)
    _set_aside_and_back(laptop)
    laptop.wait(1)
    assert laptop.words("returned_left") == "If nobody goes on, they are thrown away in 4 minutes."
    laptop.wait(199)
    assert laptop.words("returned_left") == "If nobody goes on, they are thrown away in 40 seconds."
    laptop.press(K.Key_Tab)
    laptop.wait(1)
    assert laptop.words("returned_left") == "If nobody goes on, they are thrown away in 4 minutes."
    laptop.wait(240)
    assert laptop.screen() is Screen.WELCOME
    assert laptop.window.conduct.place.interview is None


def test_why_they_were_not_saved_stays_on_the_page_until_they_are(laptop: Laptop) -> None:
    _not_saved(laptop)
    laptop.press(K.Key_Escape)
    told = laptop.words("send_headline"), laptop.words("send_explained")
    assert told[0] == "Your answers were not saved."
    assert told[1].startswith("The disk is full.")
    laptop.press(K.Key_Plus, control=True)
    assert (laptop.words("send_headline"), laptop.words("send_explained")) == told
    _application_state(Qt.ApplicationState.ApplicationInactive)
    _application_state(Qt.ApplicationState.ApplicationActive)
    assert (laptop.words("send_headline"), laptop.words("send_explained")) == told
    laptop.press(K.Key_Backspace)
    laptop.answer_all()
    assert (laptop.words("send_headline"), laptop.words("send_explained")) == told
    laptop.box.fault = None
    laptop.click("send")
    laptop.wait(2)
    laptop.press(K.Key_Return)
    laptop.start()
    laptop.answer_all()
    assert laptop.words("send_headline") != told[0]


def test_answers_that_could_not_be_saved_are_thrown_away_by_a_button_that_says_so_alone(laptop: Laptop) -> None:
    left: list[bool] = []
    laptop.window.left.connect(lambda: left.append(True))
    _not_saved(laptop)
    assert "If you leave instead, they are thrown away." in laptop.words("answers_lost_text")
    laptop.type(PIN)
    laptop.click("use_pin")
    assert left == [True]
    assert laptop.box.responses == []


def _is_seen(laptop: Laptop, name: str) -> bool:
    found = laptop.window.body.pages.pin.findChild(QWidget, name)
    return found is not None and found.isVisible()


def test_pin_page_warns_while_somebody_is_answering(laptop: Laptop) -> None:
    laptop.press(K.Key_Q, control=True, shift=True)
    warning = laptop.window.body.pages.pin.findChild(type(laptop.window.body.pages.welcome.problem), "answers_lost")
    assert warning is not None
    assert not warning.isVisible()
    laptop.press(K.Key_Escape)
    laptop.start()
    laptop.press(K.Key_5)
    laptop.press(K.Key_Q, control=True, shift=True)
    assert warning.isVisible()
    laptop.press(K.Key_Escape)
    assert (laptop.screen(), laptop.answers) == (Screen.QUESTION, {"st1": 5})


def test_window_does_not_close_without_the_pin(laptop: Laptop) -> None:
    laptop.start()
    laptop.window.close()
    assert laptop.window.isVisible()


def test_nothing_on_the_screen_invites_to_leave_the_mode(laptop: Laptop) -> None:
    names = [
        each.accessibleName() for each in laptop.window.body.pages.welcome.findChildren(type(laptop.widget("start")))
    ]
    assert not [name for name in names if "PIN" in name or "Leave" in name]


def test_idle_person_is_asked_and_may_carry_on_by_any_key(laptop: Laptop) -> None:
    laptop.start()
    laptop.press(K.Key_4)
    laptop.wait(179)
    assert laptop.screen() is Screen.QUESTION
    laptop.wait(1)
    assert laptop.screen() is Screen.STILL_THERE
    laptop.press(K.Key_2)
    assert (laptop.screen(), laptop.answers) == (Screen.QUESTION, {"st1": 4})
    laptop.wait(179)
    assert laptop.screen() is Screen.QUESTION


def test_keys_put_the_question_off(laptop: Laptop) -> None:
    laptop.start()
    laptop.wait(170)
    laptop.press(K.Key_Down)
    laptop.wait(170)
    assert laptop.screen() is Screen.QUESTION


def test_unanswered_question_throws_the_answers_away(laptop: Laptop) -> None:
    laptop.start()
    laptop.press(K.Key_4)
    laptop.wait(200)
    assert laptop.words("still_there_page_words").startswith("Your answers are thrown away in 40 seconds")
    laptop.wait(39)
    assert laptop.screen() is Screen.STILL_THERE
    laptop.wait(1)
    assert laptop.screen() is Screen.WELCOME
    assert laptop.window.conduct.place.interview is None


def test_answers_do_not_outlast_sleep(laptop: Laptop) -> None:
    laptop.start()
    laptop.press(K.Key_4)
    laptop.wait(3600)
    assert laptop.screen() is Screen.WELCOME


def test_page_is_hidden_while_another_window_has_the_focus(laptop: Laptop) -> None:
    _to_comment(laptop)
    laptop.type("half a sen")
    _application_state(Qt.ApplicationState.ApplicationInactive)
    assert laptop.screen() is Screen.AWAY
    assert not laptop.window.body.pages.question.isVisible()
    _application_state(Qt.ApplicationState.ApplicationActive)
    assert laptop.screen() is Screen.QUESTION
    assert laptop.window.body.pages.question.entry.box.toPlainText() == "half a sen"


def _told_of_the_time_out(laptop: Laptop) -> str:
    """Return what the first page says above everything else, '' where it says nothing."""
    notes = [each for each in laptop.window.body.findChildren(Note, "timed_out") if each.isVisible()]
    return notes[0].told if notes else ""


def test_whoever_comes_back_is_told_that_their_answers_were_thrown_away(laptop: Laptop) -> None:
    assert _told_of_the_time_out(laptop) == ""
    laptop.start()
    laptop.press(K.Key_4)
    laptop.wait(240)
    told = _told_of_the_time_out(laptop)
    assert told == (
        "The questionnaire was left for 4 minutes, so the answers begun were thrown away. "
        "Nothing was kept or counted. Whoever was answering can start again."
    )
    # What has the focus says it to whoever hears the page.
    focused = laptop.window.focusWidget()
    assert focused is not None
    assert focused.accessibleDescription().startswith(told)
    laptop.press(K.Key_Plus, control=True)
    assert _told_of_the_time_out(laptop) == told
    laptop.press(K.Key_F1)
    laptop.press(K.Key_Backspace)
    assert _told_of_the_time_out(laptop) == told
    for _ in range(3):
        laptop.wait(600)
    assert (_told_of_the_time_out(laptop), laptop.window.text_scale) == (told, 1.0)
    laptop.start()
    laptop.click("leave")
    laptop.click("throw_away")
    assert (laptop.screen(), _told_of_the_time_out(laptop)) == (Screen.WELCOME, "")
    focused = laptop.window.focusWidget()
    assert focused is not None
    assert "thrown away" not in focused.accessibleDescription()


def test_a_time_out_tells_nothing_of_how_far_anybody_was() -> None:
    told = set()
    for answers in (0, 12):
        laptop = Laptop()
        laptop.start()
        for _ in range(answers):
            laptop.answer_page()
        laptop.wait(240)
        told.add(_told_of_the_time_out(laptop))
    assert len(told) == 1


def test_a_time_out_behind_another_window_is_told_when_the_page_comes_back(laptop: Laptop) -> None:
    laptop.start()
    _application_state(Qt.ApplicationState.ApplicationInactive)
    laptop.wait(241)
    assert _told_of_the_time_out(laptop) == ""
    _application_state(Qt.ApplicationState.ApplicationActive)
    assert "thrown away" in _told_of_the_time_out(laptop)


def test_a_first_page_that_is_left_alone_tells_of_no_time_out(laptop: Laptop) -> None:
    laptop.wait(600)
    assert (laptop.screen(), _told_of_the_time_out(laptop)) == (Screen.WELCOME, "")


def test_where_codes_are_used_a_time_out_says_that_the_code_still_works() -> None:
    laptop = Laptop(door=Door((), lambda _typed: Entrance("7K4TM2XT9AB")))
    laptop.type("7K4TM2XT9AB")
    laptop.press(K.Key_Return)
    assert laptop.screen() is Screen.QUESTION
    laptop.wait(240)
    told = _told_of_the_time_out(laptop)
    assert told.endswith("Whoever was answering can start again with the same code.")
    assert laptop.widget("code").accessibleDescription().startswith(told)


def test_being_away_too_long_throws_the_answers_away_and_stays_hidden(laptop: Laptop) -> None:
    laptop.start()
    laptop.press(K.Key_4)
    _application_state(Qt.ApplicationState.ApplicationInactive)
    laptop.wait(241)
    assert laptop.screen() is Screen.AWAY
    _application_state(Qt.ApplicationState.ApplicationActive)
    assert laptop.screen() is Screen.WELCOME


def test_text_size_is_kept_for_one_person_and_reset_for_the_next(laptop: Laptop) -> None:
    laptop.start()
    laptop.press(K.Key_3)
    laptop.press(K.Key_Plus, control=True)
    assert laptop.window.text_scale == 1.3
    assert laptop.answers == {"st1": 3}
    laptop.click("text_size_150")
    assert laptop.window.text_scale == 1.5
    laptop.answer_all()
    laptop.click("send")
    assert (laptop.screen(), laptop.window.text_scale) == (Screen.DONE, 1.5)
    laptop.wait(2)
    laptop.press(K.Key_Return)
    assert (laptop.screen(), laptop.window.text_scale) == (Screen.WELCOME, 1.0)


def test_text_size_stops_at_both_ends(laptop: Laptop) -> None:
    for _ in range(4):
        laptop.press(K.Key_Equal, control=True)
    assert laptop.window.text_scale == 2.0
    for _ in range(4):
        laptop.press(K.Key_Minus, control=True)
    assert laptop.window.text_scale == 1.0


def test_larger_text_keeps_a_comment(laptop: Laptop) -> None:
    _to_comment(laptop)
    laptop.type("kept")
    laptop.press(K.Key_Plus, control=True)
    assert laptop.window.body.pages.question.entry.box.toPlainText() == "kept"


def test_last_page_clears_itself_after_twenty_seconds(laptop: Laptop) -> None:
    laptop.start()
    laptop.answer_all()
    laptop.click("send")
    assert laptop.words("clears") == "This page clears itself in 20 seconds."
    laptop.wait(19)
    assert (laptop.screen(), laptop.words("clears")) == (Screen.DONE, "This page clears itself in 1 second.")
    laptop.wait(1)
    assert laptop.screen() is Screen.WELCOME


def test_last_page_waits_while_a_key_is_down(laptop: Laptop) -> None:
    laptop.start()
    laptop.answer_all()
    laptop.click("send")
    QTest.keyPress(laptop.window.windowHandle(), K.Key_Shift)
    laptop.wait(30)
    assert laptop.screen() is Screen.DONE
    QTest.keyRelease(laptop.window.windowHandle(), K.Key_Shift)
    laptop.wait(19)
    assert laptop.screen() is Screen.DONE
    laptop.wait(1)
    assert laptop.screen() is Screen.WELCOME


def test_preview_submits_nothing_and_escape_leaves() -> None:
    laptop = Laptop(practice=True)
    left: list[bool] = []
    laptop.window.left.connect(lambda: left.append(True))
    assert laptop.words("preview_badge") == "Preview: nothing is kept"
    laptop.box.full = True
    laptop.start()
    laptop.answer_all()
    laptop.click("send")
    assert laptop.screen() is Screen.DONE
    assert laptop.words("done_title") == "Thank you. This was a preview."
    assert laptop.box.tries == 0
    laptop.press(K.Key_Escape)
    assert left == [True]
    assert not laptop.window.isVisible()
    assert laptop.pins == []


def test_stop_the_preview_leaves_without_a_pin() -> None:
    laptop = Laptop(practice=True)
    left: list[bool] = []
    laptop.window.left.connect(lambda: left.append(True))
    laptop.click("stop_preview")
    assert left == [True]


def test_a_database_that_fails_is_told_and_locks_nobody_in(laptop: Laptop) -> None:
    laptop.pin_fault = DatabaseBusy(Path("somewhere"))
    laptop.press(Qt.Key.Key_Q, control=True, shift=True)
    laptop.type(PIN)
    laptop.press(Qt.Key.Key_Return)
    assert laptop.screen() is Screen.PIN
    assert any("in use by another program" in each.text() for each in laptop.window.body.pages.pin.findChildren(QLabel))
    laptop.pin_fault = None
    laptop.type(PIN)
    left: list[bool] = []
    laptop.window.left.connect(partial(left.append, True))
    laptop.press(Qt.Key.Key_Return)
    assert left == [True]


def test_a_start_that_fails_says_why(laptop: Laptop) -> None:
    laptop.box.start_fault = DatabaseBusy(Path("somewhere"))
    laptop.press(Qt.Key.Key_Return)
    assert laptop.screen() is Screen.WELCOME
    assert any(
        "in use by another program" in each.text() for each in laptop.window.body.pages.welcome.findChildren(QLabel)
    )
    laptop.box.start_fault = None
    laptop.press(Qt.Key.Key_Return)
    assert laptop.screen() is Screen.QUESTION


def test_the_pin_is_not_wiped_when_the_last_page_would_clear(laptop: Laptop) -> None:
    laptop.start()
    laptop.answer_all()
    laptop.widget("send").setFocus()
    laptop.press(Qt.Key.Key_Return)
    laptop.press(Qt.Key.Key_Q, control=True, shift=True)
    laptop.type("48")
    laptop.wait(30)
    assert laptop.screen() is Screen.PIN
    laptop.type("0215")
    laptop.press(Qt.Key.Key_Return)
    assert laptop.pins == [PIN]
