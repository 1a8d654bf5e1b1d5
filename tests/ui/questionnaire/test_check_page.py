"""The check page: the order of Tab, and the one chord that sends."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from teamhealth.ui.questionnaire.place import Screen
from teamhealth.ui.widgets.focus_ring import FocusRing
from tests.ui.questionnaire.laptop import Laptop

K = Qt.Key


def _focused(laptop: Laptop) -> str:
    focused = laptop.window.focusWidget()
    assert focused is not None
    return focused.objectName()


def _tab_order(laptop: Laptop, steps: int) -> list[str]:
    order = []
    for _ in range(steps):
        order.append(_focused(laptop))
        laptop.press(K.Key_Tab)
    return order


def _expected(laptop: Laptop, prefix: str, count: int) -> list[str]:
    rows = [each.objectName() for each in laptop.window.body.pages.check.sections.rows]
    changes = [f"change_{prefix}{number}" for number in range(1, count + 1)]
    sizes = ["text_size_100", "text_size_130", "text_size_150", "text_size_200"]
    return [*rows, *changes, "check_back", "send", "leave_check", *sizes]


def test_who_opted_out_of_everything_reads_that_it_counts_as_no_answer_and_can_send(laptop: Laptop) -> None:
    laptop.start()
    laptop.answer_all(K.Key_0)
    words = laptop.words("check_about")
    assert words == "You answered 0 of 32. If you send this as it is, it counts as no answer."
    laptop.click("send")
    assert laptop.screen() is Screen.DONE


def test_who_answered_anything_reads_that_leaving_questions_out_is_fine(laptop: Laptop) -> None:
    laptop.start()
    laptop.answer_all()
    assert "no answer" not in laptop.words("check_about")


def test_tab_goes_from_the_sections_to_the_answers_to_send_and_last_to_the_text_sizes(laptop: Laptop) -> None:
    laptop.start()
    laptop.answer_all()
    expected = _expected(laptop, "st", 7)
    assert _tab_order(laptop, len(expected)) == expected
    assert _focused(laptop) == expected[0]


def test_tab_keeps_its_order_for_another_section_and_after_a_change(laptop: Laptop) -> None:
    laptop.start()
    laptop.answer_all()
    laptop.press(K.Key_Down)
    expected = _expected(laptop, "mo", 7)
    assert _tab_order(laptop, len(expected)) == [*expected[1:], expected[0]]
    laptop.click("change_mo3")
    laptop.press(K.Key_1, K.Key_Return)
    assert laptop.screen() is Screen.CHECK
    expected = _expected(laptop, "mo", 7)
    assert _tab_order(laptop, len(expected)) == [*expected[1:], expected[0]]


@pytest.mark.parametrize(
    "focus", ["section_stability", "change_st2", "check_back", "send", "leave_check", "text_size_150"]
)
def test_control_enter_sends_wherever_the_focus_is(laptop: Laptop, focus: str) -> None:
    laptop.start()
    laptop.answer_all()
    laptop.wait(1)
    laptop.widget(focus).setFocus()
    laptop.press(K.Key_Return, control=True)
    assert laptop.screen() is Screen.DONE
    assert len(laptop.box.responses) == 1


def test_control_enter_pressed_twice_on_the_last_comment_sends_nothing(laptop: Laptop) -> None:
    laptop.start()
    laptop.wait(30)
    laptop.answer_all()
    assert laptop.screen() is Screen.CHECK
    laptop.press(K.Key_Return, control=True)
    laptop.pause()
    laptop.wait(0.9)
    laptop.press(K.Key_Return, control=True)
    assert laptop.screen() is Screen.CHECK
    assert laptop.box.tries == 0
    assert laptop.words("send_headline") == "Not sent yet."
    assert laptop.words("send_explained") == "Look at your answers, then press Ctrl and Enter again."
    laptop.wait(1)
    laptop.press(K.Key_Return, control=True)
    assert laptop.box.tries == 1


def test_enter_alone_never_sends_but_on_send(laptop: Laptop) -> None:
    laptop.start()
    laptop.answer_all()
    laptop.wait(5)
    laptop.press(K.Key_Return)
    assert laptop.box.tries == 0
    laptop.pause()
    laptop.widget("send").setFocus()
    laptop.press(K.Key_Return)
    assert laptop.box.tries == 1


def test_the_hint_bar_says_which_chord_sends(laptop: Laptop) -> None:
    laptop.start()
    laptop.answer_all()
    said = [label.accessibleName() for label in laptop.widget("key_bar").findChildren(QLabel)]
    assert "Ctrl + Enter: send" in said


@pytest.mark.parametrize("focus", ["section_morale", "change_mo3", "check_back", "send", "leave_check"])
def test_another_text_size_leaves_the_section_the_focus_and_its_ring_where_they_were(
    laptop: Laptop, focus: str
) -> None:
    laptop.start()
    laptop.answer_all()
    laptop.press(K.Key_Down)
    laptop.widget(focus).setFocus()
    laptop.press(K.Key_Plus, control=True)
    assert laptop.widget("change_mo3").isVisible()
    assert _focused(laptop) == focus
    [ring] = [each for each in laptop.window.findChildren(FocusRing) if each.isVisible()]
    assert ring.target is laptop.widget(focus)


def test_arrows_go_on_from_the_same_section_at_another_text_size(laptop: Laptop) -> None:
    laptop.start()
    laptop.answer_all()
    rows = [each.objectName() for each in laptop.window.body.pages.check.sections.rows]
    laptop.press(K.Key_Down)
    laptop.press(K.Key_Plus, control=True)
    laptop.press(K.Key_Down)
    assert _focused(laptop) == rows[2]
