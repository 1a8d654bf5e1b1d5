"""A start while the program runs: the open window takes the file over and comes forward, and the second start ends."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from teamhealth.exchange.results_file import write_results
from teamhealth.services.second_start import ASKED_NAME, Asked, leave_asked, take_asked
from teamhealth.services.survey_list import SurveyStatus, list_surveys
from teamhealth.services.workspace import Workspace
from teamhealth.settings.choices import CHOICES_NAME, read_choices
from teamhealth.storage.folder import FolderLock
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.second_starts import SecondStarts
from tests.invented import publication
from tests.services.journeys import PIN, created
from tests.ui.office import manager, office

LONGEST = 20.0
LONGEST_LOOK = 8.0


def results_named(path: Path) -> Path:
    write_results(publication(6), path)
    return path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return results_named(tmp_path / "one.thresults")


# As a program of Windows without a console is started.
WITHOUT_STREAMS = (
    "import sys; sys.stdout = sys.stderr = None; from teamhealth.app import run; sys.exit(run(sys.argv[1:]))"
)


def start(data: Path, *file: Path, streams: bool = True) -> "subprocess.Popen[str]":
    program = ["-m", "teamhealth"] if streams else ["-c", WITHOUT_STREAMS]
    return subprocess.Popen(
        [sys.executable, *program, "--data-dir", str(data), *map(str, file)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def wait_until_opened(data: Path, name: str) -> None:
    begun = time.monotonic()
    while name not in str(read_choices(data / CHOICES_NAME).recent):
        assert time.monotonic() - begun < LONGEST, name
        time.sleep(0.05)


@pytest.mark.parametrize("streams", [True, False])
def test_two_programs_on_one_folder_become_one_window_with_the_file(
    tmp_path: Path, file: Path, *, streams: bool
) -> None:
    data = tmp_path / "data"
    another = results_named(tmp_path / "another.thresults")
    first = start(data, file)
    try:
        # The first file is kept among the recent ones once the window is there.
        wait_until_opened(data, file.name)
        second = start(data, another, streams=streams)
        told, said = second.communicate(timeout=LONGEST)
        assert (second.returncode, said) == (0, "")
        assert told == "" if not streams else "its window comes forward" in told
        wait_until_opened(data, another.name)
        assert first.poll() is None
        assert not (data / ASKED_NAME).exists()
    finally:
        first.kill()
        first.communicate()


def test_a_window_in_another_account_is_handed_nothing_and_the_start_says_so(tmp_path: Path, file: Path) -> None:
    data = tmp_path / "data"
    with office(data):
        pass
    with FolderLock(data, "another account"):
        second = start(data, file)
        handed = []
        begun = time.monotonic()
        # It says so in a window, which somebody closes.
        while second.poll() is None and time.monotonic() - begun < LONGEST_LOOK:
            handed += [each for each in data.iterdir() if each.name == ASKED_NAME]
            time.sleep(0.01)
        second.kill()
        told, said = second.communicate()
    assert handed == []
    assert told == ""
    assert said.startswith("Error: Team Health is open in another account on this computer")


def test_a_folder_that_no_window_has_open_is_still_refused(tmp_path: Path, file: Path) -> None:
    with office(tmp_path / "data"):
        second = start(tmp_path / "data", file)
        try:
            # It says so in a window, which somebody closes.
            _, said = second.communicate(timeout=8)
        except subprocess.TimeoutExpired:
            second.kill()
            _, said = second.communicate()
    assert "is already open" in said
    assert not (tmp_path / "data" / ASKED_NAME).exists()


def test_nothing_but_a_path_is_left_and_it_is_taken_once(tmp_path: Path, file: Path) -> None:
    leave_asked(tmp_path, Asked(file))
    assert (tmp_path / ASKED_NAME).read_text(encoding="utf-8") == str(file)
    assert take_asked(tmp_path) == Asked(file)
    assert take_asked(tmp_path) is None
    leave_asked(tmp_path, Asked(None))
    assert take_asked(tmp_path) == Asked(None)
    (tmp_path / ASKED_NAME).write_bytes(b"\xff\xfe\x00")
    assert take_asked(tmp_path) is None


def test_the_window_opens_the_file_in_its_room(qtbot: QtBot, workspace: Workspace, file: Path) -> None:
    window = watched(qtbot, workspace)
    window.showMinimized()
    leave_asked(workspace.folder, Asked(file))
    qtbot.waitUntil(window.results.isVisible)
    assert not window.isMinimized()


def test_the_file_waits_until_questionnaire_mode_is_left(qtbot: QtBot, workspace: Workspace, file: Path) -> None:
    survey_id = created(workspace)
    assert list_surveys(workspace)[0].status is SurveyStatus.COLLECTING
    window = watched(qtbot, workspace)
    window.questionnaires.start_own(survey_id)
    questionnaire = window.questionnaires.window
    assert questionnaire is not None
    leave_asked(workspace.folder, Asked(file))
    qtbot.waitUntil(lambda: not (workspace.folder / ASKED_NAME).exists())
    QTest.qWait(500)
    assert not window.isVisible()
    assert str(file) not in window.choices.recent
    control_shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(questionnaire, Qt.Key.Key_Q, control_shift)
    pin = QApplication.focusWidget()
    assert pin is not None
    QTest.keyClicks(pin, PIN)
    QTest.keyClick(pin, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.isVisible() and window.results.isVisible())
    qtbot.waitUntil(lambda: window.choices.recent == (str(file),))


def watched(qtbot: QtBot, workspace: Workspace) -> MainWindow:
    window = manager(qtbot, workspace)
    SecondStarts(window, workspace.folder)
    return window
