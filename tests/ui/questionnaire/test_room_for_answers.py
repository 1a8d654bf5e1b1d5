"""Answers stay where they are from question to question, and what leads on stays in sight however large the text is."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from teamhealth.ui.questionnaire.place import Screen
from tests.ui.office import settle
from tests.ui.questionnaire.laptop import Laptop
from tests.ui.scenes import states
from tests.ui.scenes.stage import come_to_rest

K = Qt.Key


def _laptop(size: tuple[int, int], larger: int = 0) -> Laptop:
    laptop = Laptop()
    laptop.window.resize(*size)
    for _ in range(larger):
        laptop.press(K.Key_Plus, control=True)
    settle()
    return laptop


def _top(laptop: Laptop, name: str) -> int:
    return laptop.widget(name).mapTo(laptop.window, QPoint()).y()


def _whole(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() == widget.rect()


@pytest.mark.parametrize("size", [(1366, 768), (1366, 688), (1080, 600)])
def test_answers_and_next_stay_where_they_are(size: tuple[int, int]) -> None:
    laptop = _laptop(size)
    laptop.start()
    first, following, scrolled = set(), set(), set()
    while laptop.screen() is Screen.QUESTION:
        interview = laptop.window.conduct.place.interview
        assert interview is not None
        settle()
        if interview.current.options:
            first.add(_top(laptop, "answer_1"))
        if len(interview.current.options) == 5:
            following.add(_top(laptop, "next"))
            scrolled.add(laptop.window.body.page.scroller.verticalScrollBar().maximum())
        laptop.answer_page()
    assert len(first) == 1
    assert len(following) == 1
    assert scrolled == {0}


@pytest.mark.parametrize("height", [740, 768])
def test_all_answers_are_seen_in_larger_text_before_short_questions_keep_the_room_of_long_ones(height: int) -> None:
    laptop = _laptop((1366, height), 1)
    laptop.start()
    page = laptop.window.body.pages.question
    for _ in range(5):
        settle()
        assert all(_whole(page.rows.row(code)) for code in (1, 2, 3, 4, 5, 9, 0))
        laptop.answer_page()


@pytest.mark.parametrize("size", [(1366, 768), (1366, 688), (1080, 600)])
@pytest.mark.parametrize("larger", [1, 2, 3])
def test_what_leads_on_stays_in_sight(size: tuple[int, int], larger: int) -> None:
    laptop = _laptop(size, larger)
    laptop.start()
    page = laptop.window.body.pages.question
    while laptop.screen() is Screen.QUESTION:
        settle()
        assert _whole(page.next_button)
        assert laptop.window.focusWidget() is not None
        assert not laptop.window.focusWidget().visibleRegion().isEmpty()
        laptop.answer_page()
    settle()
    assert laptop.screen() is Screen.CHECK
    assert _whole(laptop.window.body.pages.check.send)
    assert _whole(laptop.window.body.pages.check.back)
    # On the first screen, wherever the card with the rest of it is.
    said = [label for label in laptop.window.body.pages.check.findChildren(QLabel) if label.isVisible()]
    final = [label for label in said if label.accessibleName().startswith("Once you send, you cannot change")]
    assert any(_whole(label) for label in final)


def test_what_is_said_before_sending_stands_off_the_answers_in_the_largest_text() -> None:
    laptop = _laptop((1366, 768), 3)
    laptop.start()
    laptop.answer_all()
    settle()
    check = laptop.window.body.pages.check
    answers = check.table.mapTo(check, check.table.rect().bottomLeft()).y()
    assert check.card.mapTo(check, QPoint()).y() - answers > check.theme.px(8)


@pytest.mark.parametrize(("size", "least"), [((1366, 768), 4), ((1366, 688), 4), ((1080, 600), 3)])
def test_a_question_is_seen_with_most_of_its_answers_in_the_largest_text(size: tuple[int, int], least: int) -> None:
    laptop = _laptop(size, 3)
    laptop.start()
    page = laptop.window.body.pages.question
    seen: list[int] = []
    while laptop.screen() is Screen.QUESTION:
        settle()
        interview = laptop.window.conduct.place.interview
        assert interview is not None
        options = interview.current.options
        if len(options) == 5:
            assert _whole(page.head.words)
            seen.append(sum(_whole(page.rows.row(code)) for code in range(1, 6)))
        laptop.answer_page()
    assert min(seen) >= least


@pytest.mark.parametrize("size", [(1366, 768), (1366, 688), (1080, 600)])
@pytest.mark.parametrize("larger", [0, 1, 2, 3])
def test_the_field_of_the_code_is_in_sight_at_once(tmp_path: Path, size: tuple[int, int], larger: int) -> None:
    with states.half_a_code(tmp_path, size) as shown:
        for _ in range(larger):
            QTest.keyClick(shown, K.Key_Plus, Qt.KeyboardModifier.ControlModifier)
        come_to_rest(shown)
        field = shown.findChild(QWidget, "code")
        assert field is not None
        assert _whole(field)
        assert field.hasFocus()


@pytest.mark.parametrize("size", [(1366, 768), (1080, 600)])
def test_start_is_in_sight_too_once_the_code_is_whole_in_the_largest_text(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    with states.half_a_code(tmp_path, size) as shown:
        for _ in range(3):
            QTest.keyClick(shown, K.Key_Plus, Qt.KeyboardModifier.ControlModifier)
        come_to_rest(shown)
        field, start = shown.findChild(QWidget, "code"), shown.findChild(QWidget, "start")
        assert field is not None
        assert start is not None
        QTest.keyClicks(field, "XY")
        come_to_rest(shown)
        assert _whole(field)
        assert _whole(start)
        assert field.hasFocus()


@pytest.mark.parametrize("size", [(1366, 768), (1080, 600)])
def test_every_answer_that_has_the_focus_is_seen_whole(size: tuple[int, int]) -> None:
    laptop = _laptop(size, 3)
    laptop.start()
    page = laptop.window.body.pages.question
    for key in (K.Key_Tab, K.Key_Backtab):
        for _ in range(12):
            laptop.press(key)
            settle()
            focused = QApplication.focusWidget()
            assert focused is not None
            assert not page.isAncestorOf(focused) or _whole(focused) or focused is page.head.words, focused.objectName()
    for code in (5, 1, 9, 0, 3):
        laptop.press(getattr(K, f"Key_{code}"))
        settle()
        assert _whole(page.rows.row(code))


def test_a_mouse_press_moves_nothing_under_it() -> None:
    laptop = _laptop((1080, 620), 3)
    laptop.start()
    settle()
    half = laptop.widget("answer_4")
    assert not _whole(half)
    assert not half.visibleRegion().isEmpty()
    laptop.click("answer_4")
    settle()
    assert laptop.answers == {"st1": 4}


def test_what_is_missing_is_said_beside_the_buttons_in_large_text() -> None:
    laptop = _laptop((1080, 600), 3)
    laptop.start()
    laptop.pause()
    laptop.press(K.Key_Return)
    settle()
    assert _whole(laptop.widget("problem"))
    assert _whole(laptop.window.body.pages.question.next_button)


def test_keys_too_soon_and_a_failure_are_seen_on_the_check_page_in_large_text() -> None:
    laptop = _laptop((1366, 768), 3)
    laptop.start()
    laptop.answer_all()
    laptop.press(K.Key_Return, control=True)
    settle()
    assert laptop.screen() is Screen.CHECK
    assert laptop.words("send_headline") == "Not sent yet."
    assert not laptop.widget("send_headline").visibleRegion().isEmpty()
    laptop.box.fault = OSError("full")
    laptop.window.body.pages.check.send.setFocus()
    laptop.pause()
    laptop.press(K.Key_Return)
    settle()
    assert laptop.words("send_headline") == "Your answers were not saved."
    assert not laptop.widget("send_headline").visibleRegion().isEmpty()
