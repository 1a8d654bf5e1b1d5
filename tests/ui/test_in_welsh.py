"""A manager adds the questionnaire in Welsh, sets a survey up with it, and staff are asked in Welsh."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from teamhealth.services.survey_list import list_surveys
from teamhealth.services.surveys import load_survey
from teamhealth.services.workspace import Workspace
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.outside import Outside
from teamhealth.ui.questionnaire.window import QuestionnaireWindow
from tests.survey.cymraeg import cymraeg
from tests.ui.office import button, flush, press, seen, settle, text, tick, wait_for_work
from tests.ui.window_steps import current, fill_setup


@pytest.mark.qt_log_ignore("does not support raise")
def test_from_the_file_in_settings_to_the_first_answer_in_welsh(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    path = cymraeg(tmp_path)
    window = MainWindow(workspace, Outside(open_path=lambda _parent, _kind: path))
    qtbot.addWidget(window)
    window.show()
    press(window, "rail_settings")
    press(window, "questionnaires_choose")
    assert text(window, "looked_title") == "Iechyd y tîm, version 1.0, in Cymraeg"
    assert "The same questions as ‘Team health’, in another language." in text(window, "looked_translation")
    press(window, "questionnaires_add")
    assert "Iechyd y tîm, version 1.0, in Cymraeg" in seen(window)

    press(window, "rail_surveys")
    flush()
    press(window, "home_empty_new")
    page = current(window)
    fill_setup(page)
    box = page.findChild(QComboBox, "questions_language")
    assert box is not None
    assert [box.itemText(place) for place in range(box.count())] == ["English", "Cymraeg"]
    QTest.keyClick(box, Qt.Key.Key_Down)
    tick(page, "module_clear-framework")
    assert text(page, "questions_untranslated").startswith("Asked in another language, as there is no translation: ")
    tick(page, "module_clear-framework")
    assert not _widget(page, "questions_untranslated").isVisible()
    press(window, "setup_continue")
    assert "Iechyd y tîm, 32 questions" in seen(current(window))
    press(window, "check_create")
    wait_for_work(qtbot, window)
    press(window, "collecting_start")
    questionnaire = window.questionnaires.window
    assert isinstance(questionnaire, QuestionnaireWindow)
    settle()
    assert text(questionnaire, "welcome_language") == "The questions are in: Cymraeg."
    QTest.mouseClick(button(questionnaire, "start"), Qt.MouseButton.LeftButton)
    settle()
    words = {each.text() for each in questionnaire.body.findChildren(QLabel) if each.isVisible()}
    assert "Rwy’n disgwyl bod yn y tîm hwn ymhen blwyddyn." in words
    QTest.keyClick(questionnaire.windowHandle(), Qt.Key.Key_5)
    focused = questionnaire.focusWidget()
    assert focused is not None
    assert "Cytuno’n gryf" in focused.accessibleName()
    questionnaire.left.emit()
    settle()
    (made,) = load_survey(workspace, _only_survey(workspace)).questionnaires
    assert (made.id, made.language) == ("team-health", "cy")


def _widget(root: QWidget, name: str) -> QWidget:
    found = root.findChild(QWidget, name)
    assert found is not None
    return found


def _only_survey(workspace: Workspace) -> str:
    (only,) = list_surveys(workspace)
    return only.id
