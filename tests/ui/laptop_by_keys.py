"""People who answer by keyboard in the questionnaire window."""

from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.questionnaire.place import Screen
from teamhealth.ui.questionnaire.window import QuestionnaireWindow
from tests.invented import core_questionnaire
from tests.services.conftest import Clock

ITEMS = [item.id for item in core_questionnaire().items]

BANDED = [item.id for item in core_questionnaire().banded_items]

COMMENTS = ["change", "keep"]

DIGITS = {number: Qt.Key(Qt.Key.Key_0.value + number) for number in range(10)}


@dataclass
class Person:
    """What somebody will press: a key an item, a key a band, words a comment."""

    keys: dict[str, int]
    bands: dict[str, int]
    comments: dict[str, str] = field(default_factory=dict)


class Laptop:
    """The questionnaire window that the manager's window opened, and keys for it."""

    def __init__(self, manager: MainWindow, survey_id: str, clock: Clock) -> None:
        self.clock = clock
        manager.questionnaires.start_own(survey_id)
        QApplication.processEvents()
        (self.window,) = [
            each
            for each in QApplication.topLevelWidgets()
            if isinstance(each, QuestionnaireWindow) and each.isVisible()
        ]

    def screen(self) -> Screen:
        return self.window.shown

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        # Nobody presses as fast as a test: without another key between, it would be a double press.
        QTest.keyClick(self.window.windowHandle(), Qt.Key.Key_Shift)
        for key in keys:
            QTest.keyClick(self.window.windowHandle(), key, held)

    def type(self, text: str) -> None:
        focused = self.window.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, text)

    def focus(self, name: str) -> None:
        found = [each for each in self.window.body.findChildren(QWidget, name) if each.isVisible()]
        assert len(found) == 1, name
        found[0].setFocus(Qt.FocusReason.TabFocusReason)

    def start(self) -> None:
        assert self.screen() is Screen.WELCOME
        self.press(Qt.Key.Key_Return)
        assert self.screen() is Screen.QUESTION

    def answer(self, person: Person) -> None:
        """Press the person's keys through every page, up to the check page."""
        self.start()
        for key in (*(person.keys[each] for each in ITEMS), *(person.bands[each] for each in BANDED)):
            self.press(DIGITS[key], Qt.Key.Key_Return)
        for question in COMMENTS:
            if person.comments.get(question):
                self.type(person.comments[question])
            self.press(Qt.Key.Key_Return, held=Qt.KeyboardModifier.ControlModifier)
        assert self.screen() is Screen.CHECK

    def send(self, times: int = 1) -> None:
        self.focus("send")
        self.press(*[Qt.Key.Key_Return] * times)

    def next_person(self) -> None:
        assert self.screen() is Screen.DONE
        self.clock.move(seconds=5)
        self.press(Qt.Key.Key_Return)
        assert self.screen() is Screen.WELCOME
