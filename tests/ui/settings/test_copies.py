"""A copy of all data is made and brought back by keys, and the window shows what is here then."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from teamhealth.services.backup import BackedUp, back_up, held_here, look_into
from teamhealth.services.collect import close_survey
from teamhealth.services.survey_list import list_surveys
from teamhealth.services.workspace import Workspace
from teamhealth.ui.main_window import MainWindow
from tests.services.journeys import PIN, answered, created
from tests.ui.office import Desk, button, manager, nameless, press, prompt, seen, wait_for_work

NAME = "Team Health copy 2026-11-02.thcopy"


def settings(qtbot: QtBot, workspace: Workspace, desk: Desk) -> MainWindow:
    window = manager(qtbot, workspace, desk)
    press(window, "rail_settings")
    return window


def said(window: MainWindow) -> str:
    note = window.findChild(QLabel, "copies_said_text")
    assert note is not None
    assert note.isVisible()
    return seen(window).replace("\N{ZERO WIDTH SPACE}", "")


def test_a_copy_is_made_and_says_where_it_is_and_what_is_in_it(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    survey_id = created(workspace)
    answered(workspace, survey_id, [4, 2])
    close_survey(workspace, survey_id, PIN)
    desk = Desk(tmp_path)
    window = settings(qtbot, workspace, desk)
    press(window, "copies_make")
    wait_for_work(qtbot, window)
    assert look_into(tmp_path / NAME) == BackedUp(1, 2, 0)
    assert f"Copied to {NAME} in {tmp_path}" in said(window)
    assert "1 survey, 2 sealed answers, 0 published results" in said(window)
    press(window, "copies_show")
    assert desk.shown == [tmp_path]


def test_while_people_answer_a_copy_is_asked_about_first(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> None:
    created(workspace)
    window = settings(qtbot, workspace, Desk(tmp_path))
    press(window, "copies_make")
    asked = prompt("copy_prompt")
    assert button(asked, "copy_prompt_leave").hasFocus()
    press(asked, "copy_prompt_leave")
    assert not (tmp_path / NAME).exists()
    press(window, "copies_make")
    press(prompt("copy_prompt"), "copy_prompt_go")
    wait_for_work(qtbot, window)
    assert look_into(tmp_path / NAME).surveys == 1


@pytest.mark.parametrize("there", ["key", "synced"])
def test_a_copy_is_refused_where_it_would_do_harm(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path, there: str
) -> None:
    folder = tmp_path / ("OneDrive - Exampleshire" if there == "synced" else "keys")
    folder.mkdir()
    key = b'{"kind":"team-health-key"}'
    if there == "key":
        (folder / NAME).write_bytes(key)
    window = settings(qtbot, workspace, Desk(folder))
    assert "not on a network drive or in OneDrive" in seen(window)
    press(window, "copies_make")
    wait_for_work(qtbot, window)
    words = seen(window).replace("\N{ZERO WIDTH SPACE}", "")
    if there == "key":
        assert "Nothing is written over a key" in words
        assert (folder / NAME).read_bytes() == key
    else:
        assert "is shared or synced (OneDrive)" in words
        assert "USB stick that IT has locked" in words
        assert list(folder.iterdir()) == []


def test_a_copy_is_brought_back_and_the_window_shows_it(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> None:
    survey_id = created(workspace, team="Northgate")
    answered(workspace, survey_id, [4, 2])
    back_up(workspace, tmp_path / "copy")
    answered(workspace, survey_id, [5])
    created(workspace, team="Riverside")
    desk = Desk(tmp_path)
    desk.chosen = tmp_path / "copy"
    window = settings(qtbot, workspace, desk)
    press(window, "copies_back")
    wait_for_work(qtbot, window)
    asked = prompt("back_prompt")
    words = seen(asked)
    assert "The copy holds 1 survey, 2 sealed answers, 0 published results." in words
    assert "what is here: 2 surveys, 3 sealed answers, 0 published results." in words
    assert "still takes answers" in words
    assert button(asked, "back_prompt_leave").hasFocus()
    press(asked, "back_prompt_go")
    wait_for_work(qtbot, window)
    assert held_here(workspace) == BackedUp(1, 2, 0)
    kept = workspace.folder / "before-bringing-back-2026-11-02.thcopy"
    assert look_into(kept) == BackedUp(2, 3, 0)
    assert f"kept as {kept.name} in {kept.parent}" in said(window)
    press(window, "rail_surveys")
    assert "Northgate" in seen(window)
    assert "Riverside" not in seen(window)


def test_leaving_everything_as_it_is_changes_nothing(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> None:
    back_up(workspace, tmp_path / "copy")
    created(workspace)
    desk = Desk(tmp_path)
    desk.chosen = tmp_path / "copy"
    window = settings(qtbot, workspace, desk)
    press(window, "copies_back")
    wait_for_work(qtbot, window)
    press(prompt("back_prompt"), "back_prompt_leave")
    assert len(list_surveys(workspace)) == 1
    assert not list(workspace.folder.glob("*.thcopy"))


def test_a_file_that_is_no_copy_is_told_and_nothing_changes(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> None:
    created(workspace)
    desk = Desk(tmp_path)
    desk.chosen = tmp_path / "letter.docx"
    desk.chosen.write_bytes(b"Dear all, " * 400)
    window = settings(qtbot, workspace, desk)
    press(window, "copies_back")
    wait_for_work(qtbot, window)
    assert "letter.docx" in seen(window)
    assert len(list_surveys(workspace)) == 1


def test_everything_has_a_name(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> None:
    created(workspace)
    window = settings(qtbot, workspace, Desk(tmp_path))
    press(window, "copies_make")
    assert nameless(prompt("copy_prompt")) == []
    assert nameless(window) == []
