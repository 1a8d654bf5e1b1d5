"""What somebody reads who is answering while the program goes wrong, and what of theirs is still there."""

import pytest
from PySide6.QtCore import Qt

from teamhealth.ui.questionnaire.place import Screen
from tests.ui.questionnaire.laptop import Laptop

K = Qt.Key
CODE = "TH-ValueError"


def test_somebody_who_is_answering_goes_on_where_they_were(laptop: Laptop) -> None:
    laptop.start()
    laptop.press(K.Key_4)
    focus = laptop.window.focusWidget()
    laptop.window.say_unexpected(CODE)
    assert laptop.words("trouble_title") == "Something unexpected went wrong in the program."
    said = laptop.words("trouble_text")
    assert "Your answers are still here, and are not sent until you press Send." in said
    assert CODE in said
    assert laptop.window.focusWidget() is focus
    laptop.press(K.Key_Return)
    assert laptop.position == 1
    assert list(laptop.answers.values()) == [4]
    assert laptop.window.body.trouble.isHidden()


def test_a_comment_that_is_being_typed_stays(laptop: Laptop) -> None:
    laptop.start()
    while (interview := laptop.window.conduct.place.interview) is not None and interview.current.options:
        laptop.answer_page()
    laptop.type("More time")
    laptop.window.say_unexpected(CODE)
    laptop.type(" for visits")
    laptop.press(K.Key_Return, control=True)
    now = laptop.window.conduct.place.interview
    assert now is not None
    assert "More time for visits" in now.comments.values()


@pytest.mark.parametrize("leave_page", [False, True])
def test_where_nobody_is_answering_what_was_sent_is_said_to_be_safe(laptop: Laptop, leave_page: bool) -> None:
    if leave_page:
        laptop.start()
        laptop.answer_all()
        laptop.click("send")
        assert laptop.screen() is Screen.DONE
    laptop.window.say_unexpected(CODE)
    assert "Answers that were sent are safe" in laptop.words("trouble_text")
