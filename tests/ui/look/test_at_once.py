"""Another text size is there at once: nothing is done for pages that go."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from teamhealth.ui.questionnaire.column import Column
from teamhealth.ui.questionnaire.window import QuestionnaireWindow
from tests.ui.look.enlarging import enlarge
from tests.ui.office import settle
from tests.ui.scenes import questionnaire, results, surveys
from tests.ui.scenes.stage import Scene, come_to_rest
from tests.ui.watchdog import allowed_ms, watched

ROOM = (1366, 768)
SCENES: dict[str, Scene] = {
    "home": surveys.home,
    "set-up": surveys.set_up_empty,
    "dashboard": results.dashboard(12),
    "question": questionnaire.page(questionnaire.question),
}
_MOST = 1.5
COSTLY = {QEvent.Type.StyleChange, QEvent.Type.FontChange, QEvent.Type.PaletteChange}


class Told(QObject):
    """Hears what widgets are told of another style, font or palette."""

    def __init__(self, heard: list[QWidget]) -> None:
        super().__init__()
        self.count = 0
        for each in heard:
            each.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() in COSTLY
        return False


@pytest.mark.parametrize("name", SCENES)
def test_pages_that_go_are_told_of_no_other_look(themed_application: QApplication, tmp_path: Path, name: str) -> None:
    with SCENES[name](tmp_path, ROOM) as shown:
        old = [each for each in shown.findChildren(QWidget) if each.isVisible()]
        told = Told(old)
        enlarge(shown)
        assert len(old) > 20
        assert told.count == 0


@pytest.mark.parametrize("name", SCENES)
def test_nothing_keeps_the_window_waiting_for_another_text_size(
    themed_application: QApplication, tmp_path: Path, name: str
) -> None:
    with SCENES[name](tmp_path, ROOM) as shown:
        tries = (_overrun(partial(_step, shown, by)) for by in (Qt.Key.Key_Plus, Qt.Key.Key_Minus) * 6)
        # The best of a few: the machine may be busier in one than in another. Set-up, with most that is to be made,
        # takes about as long as may go by without a sign; the pointer says meanwhile that something is being done.
        assert any(share <= _MOST for share in tries)


def test_a_page_of_the_questionnaire_is_made_when_somebody_comes_to_it(
    themed_application: QApplication, tmp_path: Path
) -> None:
    with questionnaire.page(questionnaire.question)(tmp_path, ROOM) as shown:
        assert isinstance(shown, QuestionnaireWindow)
        enlarge(shown)
        assert [each.objectName() for each in shown.findChildren(Column)] == ["question_page"]


def _step(window: QWidget, by: Qt.Key) -> None:
    QTest.keyClick(window, by, Qt.KeyboardModifier.ControlModifier)
    come_to_rest(window)


def _overrun(go: Callable[[], None]) -> float:
    settle()
    before = allowed_ms()
    with watched() as dog:
        go()
        QTest.qWait(50)
    return dog.longest_ms / max(before, allowed_ms())
