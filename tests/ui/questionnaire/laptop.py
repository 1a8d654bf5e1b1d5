"""A laptop in questionnaire mode, with a clock that is set by hand and a box that takes answers."""

from datetime import UTC, datetime, timedelta
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from teamhealth.survey.response import Response
from teamhealth.survey.survey import Survey
from teamhealth.ui.questionnaire.door import Door
from teamhealth.ui.questionnaire.place import Screen
from teamhealth.ui.questionnaire.window import QuestionnaireWindow
from tests.invented import survey

PIN = "480215"


class HandClock(Protocol):
    """A clock that is set by hand."""

    now: datetime


class Clock:
    """A wall clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 16, 10, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


class Box:
    """Takes responses; ``fault`` is raised instead while it is set."""

    def __init__(self) -> None:
        self.responses: list[Response] = []
        self.tries = 0
        self.full = False
        self.fault: Exception | None = None
        self.start_fault: Exception | None = None

    def submit(self, response: Response) -> None:
        self.tries += 1
        if self.fault is not None:
            raise self.fault
        self.responses.append(response)

    def may_start(self) -> bool:
        if self.start_fault is not None:
            raise self.start_fault
        return not self.full


class Keys:
    """Presses keys on a questionnaire window as the native window would pass them on."""

    def __init__(self, window: QuestionnaireWindow, clock: HandClock) -> None:
        self.window = window
        self.clock = clock

    def screen(self) -> Screen:
        return self.window.shown

    @property
    def answers(self) -> dict[str, int]:
        interview = self.window.conduct.place.interview
        assert interview is not None
        return dict(interview.answers)

    @property
    def position(self) -> int:
        interview = self.window.conduct.place.interview
        assert interview is not None
        return interview.position

    def press(self, *keys: Qt.Key, control: bool = False, shift: bool = False) -> None:
        held = Qt.KeyboardModifier.NoModifier
        if control:
            held |= Qt.KeyboardModifier.ControlModifier
        if shift:
            held |= Qt.KeyboardModifier.ShiftModifier
        for key in keys:
            QTest.keyClick(self.window.windowHandle(), key, held)

    def pause(self) -> None:
        """Press a key that does nothing, after which the next press is not the second half of a double press."""
        self.press(Qt.Key.Key_Shift)

    def type(self, text: str) -> None:
        focused = self.window.focusWidget()
        assert focused is not None
        # As a keyboard does, from which the window hears first that something else was pressed.
        self.pause()
        QTest.keyClicks(focused, text)

    def wait(self, seconds: float) -> None:
        """Let the wall clock go on, and the window look at it."""
        self.clock.now += timedelta(seconds=seconds)
        self.window.look_at_clock()

    def click(self, name: str) -> None:
        QTest.mouseClick(self.widget(name), Qt.MouseButton.LeftButton)

    def widget(self, name: str) -> QWidget:
        """Return the visible widget of this name on the page that is shown."""
        # Widgets that were just made are shown when the events after them are worked off.
        QApplication.processEvents()
        found = [each for each in self.window.body.findChildren(QWidget, name) if each.isVisible()]
        assert len(found) == 1, (name, len(found))
        return found[0]

    def words(self, name: str) -> str:
        widget = self.widget(name)
        assert isinstance(widget, (QLabel, QPushButton))
        return widget.text()

    def start(self) -> None:
        self.pause()
        self.press(Qt.Key.Key_Return)
        assert self.screen() is Screen.QUESTION
        self.pause()

    def answer_all(self, key: Qt.Key = Qt.Key.Key_4) -> None:
        """Answer what is left with one key, leave comments empty, and stop at the check page."""
        while self.screen() is Screen.QUESTION:
            self.answer_page(key)

    def answer_page(self, key: Qt.Key = Qt.Key.Key_4) -> None:
        """Answer one question with a key, or leave a comment empty."""
        interview = self.window.conduct.place.interview
        assert interview is not None
        if interview.current.options:
            self.press(key, Qt.Key.Key_Return)
        else:
            self.pause()
            self.press(Qt.Key.Key_Return, control=True)
            self.pause()


class Laptop(Keys):
    """A laptop of its own, which takes what is sent."""

    def __init__(
        self, asked: Survey | None = None, *, practice: bool = False, width: int = 1366, door: Door | None = None
    ) -> None:
        clock = Clock()
        self.box = Box()
        self.pins: list[str] = []
        self.pin_fault: Exception | None = None
        asked = asked or survey()
        window = QuestionnaireWindow(
            asked,
            asked.teams[0],
            submit=self.box.submit,
            may_start=self.box.may_start,
            check_pin=self._check_pin,
            clock=clock,
            practice=practice,
            door=door,
        )
        super().__init__(window, clock)
        self.window.resize(width, 768)
        self.window.show()
        self.window.activateWindow()
        QApplication.processEvents()

    def _check_pin(self, pin: str) -> bool:
        self.pins.append(pin)
        if self.pin_fault is not None:
            raise self.pin_fault
        return pin == PIN
