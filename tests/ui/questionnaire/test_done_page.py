"""The last page: it counts down by the clock, and stands on the screen at every text size."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from teamhealth.ui.questionnaire.place import Screen
from tests.ui.questionnaire.laptop import Laptop

K = Qt.Key
_SCAN_CODE = 61


def _to_done(laptop: Laptop, larger: int = 0) -> None:
    for _ in range(larger):
        laptop.press(K.Key_Plus, control=True)
    laptop.start()
    laptop.answer_all()
    laptop.click("send")
    assert laptop.screen() is Screen.DONE
    QApplication.processEvents()


def _key(laptop: Laptop, kind: QEvent.Type, key: Qt.Key) -> None:
    event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, _SCAN_CODE, 0, 0)
    QApplication.sendEvent(laptop.window.windowHandle(), event)


def test_the_seconds_go_down_with_the_clock(laptop: Laptop) -> None:
    _to_done(laptop)
    said = []
    for _ in range(3):
        said.append(laptop.words("clears"))
        laptop.wait(1)
    assert said == [f"This page clears itself in {seconds} seconds." for seconds in (20, 19, 18)]


def test_a_key_that_comes_up_as_another_holds_nothing_up(laptop: Laptop) -> None:
    _to_done(laptop)
    # As when Shift is let go before the key: '?' went down, '/' comes up.
    _key(laptop, QEvent.Type.KeyPress, K.Key_Question)
    _key(laptop, QEvent.Type.KeyRelease, K.Key_Slash)
    laptop.wait(5)
    assert laptop.words("clears") == "This page clears itself in 15 seconds."


def test_the_last_things_stand_in_the_middle(laptop: Laptop) -> None:
    _to_done(laptop)
    card, ready = laptop.widget("last_things"), laptop.widget("ready")
    middles = [each.mapTo(laptop.window, each.rect().center()).x() for each in (card, ready)]
    assert abs(middles[0] - middles[1]) <= 1


@pytest.mark.parametrize("larger", [0, 1, 2])
def test_the_whole_page_stands_on_a_common_screen_at_every_text_size(laptop: Laptop, larger: int) -> None:
    _to_done(laptop, larger)
    assert laptop.window.body.pages.done.scroller.verticalScrollBar().maximum() == 0
    assert laptop.widget("ready").visibleRegion().boundingRect() == laptop.widget("ready").rect()


def test_choosing_the_largest_text_on_the_last_page_keeps_the_thanks_in_view() -> None:
    laptop = Laptop(width=1080)
    laptop.window.resize(1080, 600)
    _to_done(laptop)
    laptop.click("text_size_150")
    title = laptop.widget("done_title")
    assert laptop.window.focusWidget() is laptop.widget("text_size_150")
    assert title.visibleRegion().boundingRect() == title.rect()
