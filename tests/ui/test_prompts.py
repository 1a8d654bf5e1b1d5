"""Enter in a prompt's field does what its first button does."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from teamhealth.services.collect import collection
from teamhealth.services.survey_list import list_surveys
from teamhealth.services.workspace import Workspace
from teamhealth.ui.prompts import HeadcountPrompt, RenamePrompt
from tests.services.journeys import created
from tests.ui.office import entry, fill, manager, number, prompt, text, wait_for_work


def test_enter_saves_the_headcount(qtbot: QtBot, workspace: Workspace) -> None:
    survey_id = created(workspace, team="Riverside & \u0141\u00f3d\u017a", headcount=9)
    window = manager(qtbot, workspace)
    HeadcountPrompt(window, workspace, collection(workspace, survey_id)).open()
    asked = prompt("headcount_prompt")
    assert text(asked, "prompt_headcount_label") == "People in Riverside && \u0141\u00f3d\u017a"
    field = number(asked, "prompt_headcount")
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "11")
    QTest.keyClick(asked.windowHandle(), Qt.Key.Key_Return)
    wait_for_work(qtbot, window)
    assert collection(workspace, survey_id).team.headcount == 11


def test_enter_saves_a_new_title(qtbot: QtBot, workspace: Workspace) -> None:
    created(workspace)
    window = manager(qtbot, workspace)
    RenamePrompt(window, workspace, list_surveys(workspace)[0]).open()
    asked = prompt("rename_prompt")
    fill(asked, "prompt_title", "Winter check")
    assert entry(asked, "prompt_title").hasFocus()
    QTest.keyClick(asked.windowHandle(), Qt.Key.Key_Return)
    wait_for_work(qtbot, window)
    assert [each.title for each in list_surveys(workspace)] == ["Winter check"]
