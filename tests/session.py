"""A whole session in a program of its own, started as people start it and driven by keys.

``python -m tests.session FOLDER`` sets a survey up, lets a team answer, closes, opens and publishes it, and saves the
team's report with Qt's own window for files. Data go to ``FOLDER/data``, the report is ``FOLDER/team.pdf``.
"""

import os
import sys
import traceback
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from teamhealth import app
from teamhealth.services.collect import submit
from teamhealth.services.survey_list import list_surveys
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.questionnaire.place import Screen
from teamhealth.ui.questionnaire.window import QuestionnaireWindow
from tests.services.journeys import PIN, WORDS, response
from tests.ui.office import choose, fill, number, press, prompt, read_to_the_end, settle, take_pdf, tick
from tests.ui.scenes.stage import come_to_rest

CHOICES, COMMENTS = 30, 2
ANSWERED_BEFORE = (4, 3, 5, 2, 4, 3, 4)
REPORT = "team.pdf"


class Session(QObject):
    """Waits for the window and drives it; what goes wrong ends the program at once."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._looking, self._choosing = QTimer(self), QTimer(self)
        self._looking.timeout.connect(self._on_look)
        self._choosing.timeout.connect(self._on_choose)
        self._looking.start(50)

    def _on_look(self) -> None:
        for each in QApplication.topLevelWidgets():
            if isinstance(each, MainWindow) and each.rail.isEnabled():
                self._looking.stop()
                try:
                    self._walk(each)
                except BaseException:
                    traceback.print_exc()
                    os._exit(1)
                each.close()

    def _on_choose(self) -> None:
        for each in QApplication.topLevelWidgets():
            if isinstance(each, QFileDialog) and each.isVisible():
                field = each.findChild(QLineEdit, "fileNameEdit")
                assert field is not None
                field.setText(str(self._folder / REPORT))
                each.accept()

    def _walk(self, window: MainWindow) -> None:
        _set_up(window)
        (survey,) = list_surveys(window.workspace)
        for code in ANSWERED_BEFORE:
            submit(window.workspace, response(window.workspace, survey.id, code))
        _answer(window)
        _publish(window, survey.id)
        self._choosing.start(50)
        take_pdf(window, "export_pdf", "team")
        come_to_rest(window)
        print("published and saved")


def _set_up(window: MainWindow) -> None:
    press(window, "home_empty_new")
    choose(window, "custody_manager")
    for field, typed in (("round_name", "Autumn 2026"), ("organisation", "Exampleshire Council"), ("team", "Harbour")):
        fill(window, field, typed)
    number(window, "headcount").setValue(9)
    for field, typed in (("passphrase", WORDS), ("passphrase_repeated", WORDS), ("pin", PIN), ("pin_repeated", PIN)):
        fill(window, field, typed)
    press(window, "setup_continue")
    press(window, "check_create")
    come_to_rest(window)


def _answer(window: MainWindow) -> None:
    press(window, "collecting_start")
    asked = window.questionnaires.window
    assert isinstance(asked, QuestionnaireWindow)
    _keys(asked, Qt.Key.Key_Return)
    for _ in range(CHOICES):
        _keys(asked, Qt.Key.Key_4, Qt.Key.Key_Return)
    for _ in range(COMMENTS):
        _type(asked, "Fewer forms.")
        QTest.keyClick(asked.windowHandle(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    _see(asked, Screen.CHECK)
    press(asked, "send")
    _see(asked, Screen.DONE)
    QTest.keyClick(
        asked.windowHandle(), Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    _see(asked, Screen.PIN)
    _type(asked, PIN)
    _keys(asked, Qt.Key.Key_Return)
    settle()
    assert window.questionnaires.window is None


def _publish(window: MainWindow, survey_id: str) -> None:
    for each in ("rail_surveys", f"row_{survey_id}_action", "collecting_close"):
        press(window, each)
        come_to_rest(window)
    fill(prompt("close_prompt"), "prompt_pin", PIN)
    press(prompt("close_prompt"), "close_prompt_go")
    come_to_rest(window)
    fill(window, "open_passphrase", WORDS)
    press(window, "open_go")
    come_to_rest(window)
    read_to_the_end(window)
    come_to_rest(window)
    tick(window, "publish_sure")
    press(window, "publish_go")
    come_to_rest(window)


def _keys(asked: QuestionnaireWindow, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(asked.windowHandle(), key)


def _see(asked: QuestionnaireWindow, screen: Screen) -> None:
    assert asked.shown is screen, asked.shown


def _type(asked: QuestionnaireWindow, words: str) -> None:
    focused = asked.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, words)
    # Nobody presses as fast as a program: without another key between, what follows would be a double press.
    _keys(asked, Qt.Key.Key_Shift)


def main() -> int:
    """Run the session; returns the program's exit status."""
    folder = Path(sys.argv[1])
    application = app.make_application()
    session = Session(folder)
    session.setParent(application)
    return app.run(["--data-dir", str(folder / "data")])


if __name__ == "__main__":
    sys.exit(main())
