"""The list of surveys: order, words, keys, and what More offers."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from teamhealth.services.collect import close_survey
from teamhealth.services.drafts import list_drafts, save_draft
from teamhealth.services.surveys import list_surveys
from teamhealth.services.workspace import Workspace
from teamhealth.ui.surveys.home import HomePage
from teamhealth.ui.surveys.room import SurveysRoom
from tests.services.journeys import PIN, answered, created, draft
from tests.ui.office import fill, press, prompt, seen, settle, text, wait_for_work


def home(qtbot: QtBot, workspace: Workspace) -> HomePage:
    page = HomePage(list_surveys(workspace))
    qtbot.addWidget(page)
    page.resize(1174, 688)
    page.show()
    settle()
    return page


def several(workspace: Workspace) -> None:
    answered(workspace, created(workspace, team="Millbrook", headcount=5, title="Ready one"), (3, 4, 4, 4, 5))
    answered(workspace, created(workspace, team="Northgate", title="Collecting one"), (3, 4))
    save_draft(workspace, draft(workspace, team="Oakdale", title="Draft one"))
    closed = created(workspace, team="Dockside", title="Closed one")
    answered(workspace, closed, (3, 4, 5))
    close_survey(workspace, closed, PIN)


def test_rows_say_what_each_survey_needs(qtbot: QtBot, workspace: Workspace) -> None:
    several(workspace)
    page = home(qtbot, workspace)
    assert [row.action.accessibleName() for row in page.rows] == [
        "Close survey",
        "Carry on collecting",
        "Finish setting up",
        "See your options",
    ]
    assert "Two surveys need something from you." in seen(page)


def test_a_closed_survey_below_the_threshold_does_not_tell_its_count(qtbot: QtBot, workspace: Workspace) -> None:
    several(workspace)
    page = home(qtbot, workspace)
    closed = page.rows[-1]
    assert text(closed, f"row_{closed.summary.id}_count_0") == "fewer than 5"
    assert "3" not in seen(closed)


def test_down_and_up_move_between_rows_and_enter_acts(qtbot: QtBot, workspace: Workspace) -> None:
    several(workspace)
    page = home(qtbot, workspace)
    page.setFocus()
    assert QApplication.focusWidget() is page.rows[0].action
    QTest.keyClick(page.rows[0].action, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is page.rows[1].action
    QTest.keyClick(page.rows[1].action, Qt.Key.Key_Up)
    assert QApplication.focusWidget() is page.rows[0].action
    with qtbot.waitSignal(page.acted) as heard:
        QTest.keyClick(page.rows[0].action, Qt.Key.Key_Return)
    assert heard.args == [page.rows[0].summary]


def test_control_n_starts_a_new_survey(qtbot: QtBot, workspace: Workspace) -> None:
    page = home(qtbot, workspace)
    with qtbot.waitSignal(page.new_asked):
        QTest.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)


def test_an_empty_list_offers_a_start_and_an_example(qtbot: QtBot, workspace: Workspace) -> None:
    page = home(qtbot, workspace)
    assert "There are no surveys on this laptop yet." in seen(page)
    with qtbot.waitSignal(page.example_asked):
        press(page, "home_empty_example")


def test_more_offers_deleting_for_drafts_only(qtbot: QtBot, workspace: Workspace) -> None:
    several(workspace)
    page = home(qtbot, workspace)
    offered = [[action.text() for action in row.menu().actions()] for row in page.rows]
    assert offered[2] == ["Delete draft"]
    assert all("Delete draft" not in each for each in offered[:2])


def test_a_survey_is_renamed(qtbot: QtBot, workspace: Workspace) -> None:
    created(workspace)
    room = SurveysRoom(workspace)
    qtbot.addWidget(room)
    room.show()
    room.show_home().rename_asked.emit(list_surveys(workspace)[0])
    asked = prompt("rename_prompt")
    fill(asked, "prompt_title", "Winter check")
    press(asked, "rename_prompt_go")
    wait_for_work(qtbot, asked)
    assert [each.title for each in list_surveys(workspace)] == ["Winter check"]


def test_a_draft_is_deleted_only_when_asked_twice(qtbot: QtBot, workspace: Workspace) -> None:
    save_draft(workspace, draft(workspace))
    room = SurveysRoom(workspace)
    qtbot.addWidget(room)
    room.show()
    for answer, left in (("delete_prompt_leave", 1), ("delete_prompt_go", 0)):
        room.show_home().delete_asked.emit(list_surveys(workspace)[0])
        asked = prompt("delete_prompt")
        press(asked, answer)
        wait_for_work(qtbot, room)
        assert len(list_drafts(workspace)) == left


def test_a_survey_is_copied_to_a_draft_without_its_round(qtbot: QtBot, workspace: Workspace) -> None:
    survey_id = created(workspace)
    room = SurveysRoom(workspace)
    qtbot.addWidget(room)
    room._on_copy_of_asked(survey_id)
    copied = list_drafts(workspace)
    assert [(each.team, each.round_name) for each in copied] == [("Northgate", "")]
