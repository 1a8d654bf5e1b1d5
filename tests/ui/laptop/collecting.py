"""How tests go about a laptop that collects: its window, and the questionnaire on it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget

from teamhealth.services.lead_survey import LeadSurvey
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.questionnaire.code_entry import CodeEntry
from teamhealth.ui.questionnaire.place import Screen
from teamhealth.ui.questionnaire.window import QuestionnaireWindow
from tests.services.conftest import Clock
from tests.services.council import PIN
from tests.ui.office import press, settle

Made = tuple[LeadSurvey, Path]


def page_of(shown: MainWindow) -> QWidget:
    page = shown.surveys.currentWidget()
    assert page is not None
    return page


class Kiosk:
    """Presses keys in the questionnaire window that is open."""

    def __init__(self, clock: Clock) -> None:
        settle()
        (self.window,) = [
            each
            for each in QApplication.topLevelWidgets()
            if isinstance(each, QuestionnaireWindow) and each.isVisible()
        ]
        self.clock = clock

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        # Nobody presses as fast as a test: without another key between, it would be a double press.
        QTest.keyClick(self.window.windowHandle(), Qt.Key.Key_Shift)
        for key in keys:
            QTest.keyClick(self.window.windowHandle(), key, held)

    def screen(self) -> Screen:
        return self.window.shown

    @property
    def code(self) -> CodeEntry:
        found = self.window.body.findChild(CodeEntry)
        assert found is not None
        return found

    def enter_code(self, code: str) -> None:
        QTest.keyClicks(self.code, code)
        self.press(Qt.Key.Key_Return)

    def words(self, name: str) -> str:
        found = self.window.body.findChild(QLabel, name)
        assert found is not None
        return found.text()

    def answer(self) -> None:
        while self.screen() is Screen.QUESTION:
            interview = self.window.conduct.place.interview
            assert interview is not None
            if interview.current.options:
                self.press(Qt.Key.Key_4, Qt.Key.Key_Return)
            else:
                self.press(Qt.Key.Key_Return, held=Qt.KeyboardModifier.ControlModifier)
        assert self.screen() is Screen.CHECK

    def send(self) -> None:
        send = self.window.body.findChild(QWidget, "send")
        assert send is not None
        send.setFocus(Qt.FocusReason.TabFocusReason)
        self.press(Qt.Key.Key_Return)

    def next_person(self) -> None:
        self.clock.move(seconds=5)
        self.press(Qt.Key.Key_Return)


def teams_of(collecting: MainWindow) -> QComboBox:
    found = page_of(collecting).findChild(QComboBox, "laptop_team")
    assert found is not None
    return found


def hand_round(collecting: MainWindow, number: int = 0) -> None:
    """Choose a team of the list, and begin."""
    while teams_of(collecting).currentIndex() < number:
        QTest.keyClick(teams_of(collecting), Qt.Key.Key_Down)
    press(page_of(collecting), "laptop_start")


def answer_for_the_first_team(opened: MainWindow) -> None:
    team = page_of(opened).findChild(QComboBox, "open_file_team")
    assert team is not None
    QTest.keyClick(team, Qt.Key.Key_Down)
    press(page_of(opened), "open_file_answer")


def recent_files(window: MainWindow) -> list[str]:
    return list(window.choices.recent)


def answered_by(collecting: MainWindow, made: Made, clock: Clock, number: int) -> None:
    """Let somebody of a team answer, and come back to the manager's window."""
    hand_round(collecting, number)
    kiosk = Kiosk(clock)
    kiosk.enter_code(made[0].slips[made[0].survey.teams[number].id][0])
    kiosk.answer()
    kiosk.send()
    kiosk.next_person()
    kiosk.press(Qt.Key.Key_Q, held=Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(kiosk.window.focusWidget(), PIN)
    kiosk.press(Qt.Key.Key_Return)
    settle()
    assert collecting.isVisible()
