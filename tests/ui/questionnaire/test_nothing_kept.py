"""Answers in progress are in memory only: nothing of them reaches a file before they are sent, or if they never are."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from teamhealth.services.clock import local_now
from teamhealth.services.collect import may_start, submit
from teamhealth.services.surveys import load_survey
from teamhealth.services.workspace import Workspace, open_workspace
from teamhealth.survey.response import Response
from teamhealth.ui.questionnaire.place import Screen
from teamhealth.ui.questionnaire.window import QuestionnaireWindow
from tests.services.conftest import CHEAP
from tests.services.journeys import PIN, created
from tests.storage.rooms import folder_bytes

COMMENT = "Nobody has time to think on duty days"


@contextmanager
def opened(folder: Path) -> Iterator[Workspace]:
    with open_workspace(
        folder, clock=local_now, entropy=Random(7).randbytes, key_cost=CHEAP, pin_cost=CHEAP
    ) as workspace:
        yield workspace


def questionnaire(workspace: Workspace, survey_id: str) -> QuestionnaireWindow:
    asked = load_survey(workspace, survey_id)

    def send(response: Response) -> None:
        submit(workspace, response)

    window = QuestionnaireWindow(
        asked,
        asked.teams[0],
        submit=send,
        may_start=partial(may_start, workspace, survey_id),
        check_pin=partial(str.__eq__, PIN),
        clock=local_now,
    )
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    return window


def answer_up_to_the_check_page(window: QuestionnaireWindow) -> None:
    press(window, Qt.Key.Key_Return)
    interview = window.conduct.place.interview
    assert interview is not None
    for _ in interview.questions:
        interview = window.conduct.place.interview
        assert interview is not None
        if interview.current.options:
            press(window, Qt.Key.Key_2)
            press(window, Qt.Key.Key_Return)
        else:
            focused = window.focusWidget()
            assert focused is not None
            QTest.keyClicks(focused, COMMENT)
            # Nobody presses as fast as a test: without another key between, it would be a double press.
            press(window, Qt.Key.Key_Shift)
            press(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.shown is Screen.CHECK


def press(window: QuestionnaireWindow, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.windowHandle(), key, held)


@pytest.fixture
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let whatever writes elsewhere write where the test looks."""
    for variable in ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    monkeypatch.chdir(tmp_path / "home")


@pytest.mark.usefixtures("_home")
def test_no_file_changes_before_answers_are_sent(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with opened(folder) as workspace:
        window = questionnaire(workspace, created(workspace))
        before = folder_bytes(folder)
        answer_up_to_the_check_page(window)
        assert folder_bytes(folder) == before
        assert [path for path in (tmp_path / "home").rglob("*") if path.is_file()] == []
        window.close()
    for content in folder_bytes(folder).values():
        assert COMMENT.encode() not in content
        assert COMMENT.encode("utf-16-le") not in content


@pytest.mark.usefixtures("_home")
def test_the_attack_finds_a_draft_that_was_stored_and_deleted(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with opened(folder) as workspace, workspace.database.connect() as store:
        store.execute("PRAGMA secure_delete = OFF")
        store.execute("INSERT INTO draft (id, document) VALUES ('draft', ?)", (COMMENT.encode(),))
        store.execute("DELETE FROM draft")
    assert any(COMMENT.encode() in content for content in folder_bytes(folder).values())
