"""The window as a whole: names for everybody, room on small screens, no heavy imports, endurance."""

import gc
import subprocess
import sys
import weakref

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QScrollBar, QWidget

from teamhealth.survey.policy import CommentsChoice
from teamhealth.ui.questionnaire.door import Door, Entrance
from teamhealth.ui.questionnaire.place import Screen
from teamhealth.ui.questionnaire.window import QuestionnaireWindow
from teamhealth.ui.widgets.focus_ring import FocusRing
from teamhealth.ui.widgets.keycap import KeyCap
from tests.invented import survey
from tests.ui.questionnaire.laptop import Clock, Laptop

K = Qt.Key
_QT_OWN = "qt_"


def _unnamed(window: QWidget) -> list[str]:
    missing = []
    for each in window.findChildren(QWidget):
        if each.objectName().startswith(_QT_OWN) or isinstance(each, QScrollBar):
            continue
        if not each.objectName():
            missing.append(f"a {type(each).__name__} has no name")
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and not each.accessibleName():
            missing.append(f"{each.objectName()} has no accessible name")
        if isinstance(each, QLabel) and each.isVisible() and each.text() and not each.accessibleName():
            missing.append(f"label {each.objectName()} has no accessible name")
    return missing


def test_a_team_too_small_for_comments_is_asked_for_none_and_promised_none() -> None:
    def told(headcount: int) -> tuple[str, int]:
        laptop = Laptop(survey(headcount, comments=CommentsChoice.FROM_EIGHT))
        words = " ".join(each.text() for each in laptop.window.findChildren(QLabel))
        laptop.start()
        interview = laptop.window.conduct.place.interview
        assert interview is not None
        return words, len(interview.questions)

    small, fewer = told(7)
    large, all_of_them = told(8)
    assert "Comments are read word for word." in large
    assert "Comments are read" not in small
    assert fewer == all_of_them - 2
    assert f"{fewer} short questions" in small


def test_every_widget_has_its_names_on_every_page(laptop: Laptop) -> None:
    seen = set()

    def look() -> None:
        seen.add(laptop.screen())
        assert _unnamed(laptop.window) == []

    look()
    laptop.press(K.Key_F1)
    look()
    laptop.press(K.Key_Backspace)
    laptop.start()
    look()
    laptop.press(K.Key_3)
    laptop.click("leave")
    look()
    laptop.click("stay")
    laptop.press(K.Key_Q, control=True, shift=True)
    look()
    laptop.press(K.Key_Escape)
    laptop.wait(180)
    look()
    laptop.press(K.Key_Space)
    laptop.window.conduct.turn_away(away=True)
    look()
    laptop.window.conduct.turn_away(away=False)
    laptop.answer_all()
    look()
    laptop.window.conduct.come_back()
    look()
    laptop.click("returned_show")
    laptop.click("send")
    look()
    assert seen == set(Screen)


def test_all_words_are_plain_text() -> None:
    asked = survey(team_name="<b>North</b><img src='x'>")
    laptop = Laptop(asked)
    for each in laptop.window.findChildren(QLabel):
        assert each.textFormat() == Qt.TextFormat.PlainText, each.objectName()


class ShownAlone(QObject):
    """Notes widgets that are shown as windows of their own."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(watched.objectName())
        return False


def test_building_the_window_flashes_no_other(themed_application: QApplication) -> None:
    asked = survey()
    watcher = ShownAlone()
    themed_application.installEventFilter(watcher)
    QuestionnaireWindow(
        asked,
        asked.teams[0],
        submit=print,
        may_start=bool,
        check_pin=bool,
        clock=Clock(),
    )
    themed_application.removeEventFilter(watcher)
    assert watcher.seen == []


@pytest.mark.usefixtures("themed_application")
@pytest.mark.parametrize("width", [1366, 1000])
def test_whoever_hears_the_first_page_hears_every_promise_with_what_has_the_focus(width: int) -> None:
    laptop = Laptop(width=width)
    focused = laptop.window.focusWidget()
    assert focused is not None
    told = focused.accessibleDescription()
    promised = [
        each.accessibleName()
        for each in laptop.window.body.findChildren(QLabel)
        if each.isVisible() and each.objectName().startswith(("promise_", "always_", "welcome_about"))
    ]
    assert len(promised) >= 9
    assert [each for each in promised if each not in told] == []
    assert "This is confidential, not anonymous." in told


@pytest.mark.parametrize("scale_key_presses", [0, 2])
def test_narrow_window_scrolls_downwards_only(scale_key_presses: int) -> None:
    laptop = Laptop(width=1080)
    laptop.window.resize(1080, 600)
    for _ in range(scale_key_presses):
        laptop.press(K.Key_Plus, control=True)
    assert (laptop.window.width(), laptop.window.height()) == (1080, 600)
    laptop.start()
    for _ in range(32):
        QApplication.processEvents()
        assert laptop.window.body.page.scroller.horizontalScrollBar().maximum() == 0
        focused = laptop.window.focusWidget()
        assert focused is not None
        assert not focused.visibleRegion().isEmpty()
        laptop.answer_page()


def test_every_page_fits_a_common_screen_without_scrolling(laptop: Laptop) -> None:
    scrolled = []
    laptop.start()
    while laptop.screen() is Screen.QUESTION:
        QApplication.processEvents()
        scrolled.append(laptop.window.body.page.scroller.verticalScrollBar().maximum())
        laptop.answer_page()
    QApplication.processEvents()
    scrolled.append(laptop.window.body.page.scroller.verticalScrollBar().maximum())
    assert scrolled == [0] * 33


def test_questionnaire_screens_load_nothing_heavy() -> None:
    code = (
        "import sys, teamhealth.ui.questionnaire.window; "
        "print([name for name in ('pandas', 'numpy', 'reportlab', 'msgspec') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.slow
def test_three_thousand_question_pages_survive(laptop: Laptop) -> None:
    conduct = laptop.window.conduct
    pages = 0
    widgets_after_first = 0
    while pages < 3_000:
        conduct.start()
        while laptop.screen() is Screen.QUESTION:
            interview = conduct.place.interview
            if interview is not None and interview.current.options:
                conduct.answer(pages % 5 + 1)
            conduct.go_on()
            pages += 1
        conduct.start_over()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        widgets_after_first = widgets_after_first or len(laptop.window.findChildren(QWidget))
    assert laptop.screen() is Screen.WELCOME
    assert len(laptop.window.findChildren(QWidget)) == widgets_after_first


def test_a_window_that_nobody_holds_any_more_goes_without_an_error(capfd: pytest.CaptureFixture[str]) -> None:
    laptop = Laptop()
    laptop.start()
    laptop.window.hide()
    window = weakref.ref(laptop.window)
    del laptop
    gc.collect()
    assert window() is None
    assert "Error" not in capfd.readouterr().err


def bar_says(laptop: Laptop) -> set[str]:
    bar = laptop.widget("key_bar")
    groups = [each for each in bar.findChildren(QWidget) if each.objectName().startswith("key_hint_")]
    for each in groups:
        assert not each.isVisible() or each.visibleRegion().boundingRect() == each.rect()
    shown = [each.findChild(QLabel, "words") for each in groups if each.isVisible()]
    return {each.accessibleName() for each in shown if each is not None}


@pytest.mark.parametrize("size", [(1080, 600), (1366, 768)])
def test_keys_stand_clear_of_the_rule_above_their_bar(size: tuple[int, int]) -> None:
    laptop = Laptop()
    laptop.start()
    laptop.window.resize(*size)
    laptop.press(Qt.Key.Key_1, Qt.Key.Key_Return)
    bar = laptop.widget("key_bar")
    caps = [each for each in bar.findChildren(KeyCap) if each.isVisible()]
    assert caps
    for each in caps:
        top = each.mapTo(bar, each.rect().topLeft()).y()
        assert top >= 4
        assert top + each.height() <= bar.height() - 4


def test_at_the_largest_text_a_short_line_says_which_keys_choose_go_on_and_send() -> None:
    laptop = Laptop()
    laptop.start()
    laptop.press(*[Qt.Key.Key_Plus] * 3, control=True)
    assert laptop.window.text_scale == 2.0
    assert {"1 to 5: choose", "Enter: next"} <= bar_says(laptop)
    assert laptop.widget("key_bar").height() < 80
    laptop.answer_all()
    assert laptop.screen() is Screen.CHECK
    assert "Ctrl + Enter: send" in bar_says(laptop)


def test_another_text_size_leaves_the_focus_and_its_ring_where_they_were(laptop: Laptop) -> None:
    laptop.start()
    laptop.press(Qt.Key.Key_4)
    laptop.press(Qt.Key.Key_Plus, control=True)
    QApplication.processEvents()
    focused = laptop.window.focusWidget()
    assert focused is not None
    assert focused.objectName() == "answer_4"
    [ring] = [each for each in laptop.window.findChildren(FocusRing) if each.isVisible()]
    assert ring.target is focused


def test_another_text_size_keeps_what_was_typed_of_a_code() -> None:
    laptop = Laptop(door=Door((), lambda _typed: Entrance("7K4TM2XT9AB")))
    laptop.type("7k4tm")
    laptop.press(Qt.Key.Key_Plus, control=True)
    assert laptop.words("code_left") == "6 more to type"
    laptop.type("2xt9ab")
    laptop.press(Qt.Key.Key_F1)
    laptop.press(Qt.Key.Key_Plus, control=True)
    laptop.press(Qt.Key.Key_Escape)
    code = laptop.widget("code")
    assert isinstance(code, QLineEdit)
    assert code.text() == "7K4T-M2XT-9AB"
    laptop.press(Qt.Key.Key_Return)
    assert laptop.screen() is Screen.QUESTION


def test_no_code_is_kept_for_the_next_person_by_another_text_size() -> None:
    laptop = Laptop(door=Door((), lambda _typed: Entrance("7K4TM2XT9AB")))
    laptop.type("7K4TM2XT9AB")
    laptop.press(Qt.Key.Key_Return)
    laptop.pause()
    laptop.press(Qt.Key.Key_Plus, control=True)
    laptop.answer_all()
    laptop.click("send")
    laptop.wait(60)
    assert laptop.screen() is Screen.WELCOME
    code = laptop.widget("code")
    assert isinstance(code, QLineEdit)
    assert code.text() == ""


def test_ctrl_and_0_give_the_usual_text_size_and_leave_no_question_out() -> None:
    laptop = Laptop()
    laptop.start()
    laptop.press(Qt.Key.Key_Plus, Qt.Key.Key_Plus, control=True)
    assert laptop.window.text_scale == 1.5
    laptop.press(Qt.Key.Key_0, control=True)
    assert laptop.window.text_scale == 1.0
    assert laptop.answers == {}
