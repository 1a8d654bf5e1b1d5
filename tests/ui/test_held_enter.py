"""Enter that is held in a line was pressed once: what it asked for is not asked for again and again."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from teamhealth.services.collect import collection
from teamhealth.services.workspace import Workspace
from teamhealth.storage import keys as key_table
from teamhealth.storage.keys import Lock
from teamhealth.survey.ids import SurveyId
from teamhealth.ui.prompts import ClosePrompt
from tests.services.journeys import answered, created
from tests.ui.office import manager, settle, wait_for_work


@pytest.mark.parametrize("flagged", [True, False])
def test_enter_that_is_held_tries_a_wrong_pin_once(qtbot: QtBot, workspace: Workspace, *, flagged: bool) -> None:
    survey_id = created(workspace)
    answered(workspace, survey_id, [4] * 6)
    window = manager(qtbot, workspace)
    prompt = ClosePrompt(window, workspace, collection(workspace, survey_id))
    prompt.open()
    settle()
    prompt.pin.input.setText("111111")
    handle = prompt.windowHandle()
    at = 50_000
    # Some systems tell of a key that is held as of one that comes up and down again at the same moment.
    for turn in range(12):
        at += 660 if turn == 1 else 40
        for kind in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress)[0 if turn else 1 :]:
            held = QKeyEvent(kind, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", flagged and turn > 0)
            held.setTimestamp(at)
            QApplication.sendEvent(handle, held)
        wait_for_work(qtbot, prompt)
    with workspace.database.connect() as store:
        assert key_table.tries(store, SurveyId(survey_id), Lock.PIN).failures == 1
    assert prompt.isVisible()
    prompt.reject()
