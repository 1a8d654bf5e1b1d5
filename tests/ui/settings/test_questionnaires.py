"""A questionnaire's file is looked at, added and taken away by keys; a wrong one is told with all that is wrong."""

from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from teamhealth.services.questionnaires import own_questionnaires
from teamhealth.services.workspace import Workspace
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.outside import Outside
from tests.services.test_questionnaires import module
from tests.ui.office import nameless, press, seen, text


def opened(qtbot: QtBot, workspace: Workspace, path: Path) -> MainWindow:
    window = MainWindow(workspace, Outside(open_path=lambda _parent, _kind: path))
    qtbot.addWidget(window)
    window.show()
    press(window, "rail_settings")
    return window


def test_a_questionnaire_is_looked_at_added_and_taken_away(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> None:
    window = opened(qtbot, workspace, module(tmp_path))
    press(window, "questionnaires_choose")
    assert text(window, "looked_title") == "Our way of working, version 1.9"
    assert text(window, "looked_count") == "3 questions, about 2 minutes"
    assert text(window, "looked_origin_0") == "Source: Exampleshire Council, 2026"
    assert text(window, "looked_origin_1") == "Licence: CC BY 4.0"
    assert text(window, "looked_short_0") == (
        "‘Our way’ has fewer than four questions. Reports show a word for each, and no count of answers."
    )
    assert text(window, "looked_questions_0") == "We do ow1.\nWe do ow2.\nWe do ow3."
    assert own_questionnaires(workspace) == ()
    assert not nameless(window)
    press(window, "questionnaires_add")
    assert [each.id for each in own_questionnaires(workspace)] == ["own-way"]
    assert "We do ow1." not in seen(window)
    press(window, "questionnaire_own-way_remove")
    assert own_questionnaires(workspace) == ()


def test_a_wrong_file_is_told_and_nothing_is_offered(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> None:
    window = opened(qtbot, workspace, module(tmp_path, ids=("st1", "ow2")))
    press(window, "questionnaires_choose")
    told = text(window, "settings_failure_what")
    assert "a domain with a score has 3 items or more" in told
    assert window.findChild(QLabel, "looked_title") is None
