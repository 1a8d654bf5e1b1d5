"""The whole job of a manager, from an empty list to published results, by keys and through the widgets."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from teamhealth.services.collect import submit
from teamhealth.services.survey_list import SurveyStatus, list_surveys
from teamhealth.services.workspace import Workspace
from teamhealth.ui.questionnaire.window import QuestionnaireWindow
from teamhealth.ui.results.dashboard import TeamDashboard
from teamhealth.ui.surveys.check import CheckPage
from teamhealth.ui.surveys.setup import SetupPage
from tests.services.journeys import PIN, WORDS, answered, created, response
from tests.ui.office import (
    Desk,
    button,
    choose,
    fill,
    manager,
    press,
    prompt,
    read_to_the_end,
    seen,
    settle,
    take_pdf,
    text,
    tick,
    wait_for_work,
)
from tests.ui.scenes.stage import come_to_rest
from tests.ui.window_steps import close_and_publish, current, fill_setup, set_up_by_keys


def test_from_an_empty_list_to_results(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    window = manager(qtbot, workspace, desk)
    survey_id = set_up_by_keys(qtbot, window)
    for number_, code in enumerate((4, 4, 5, 3, 2, 4)):
        comments = {"change": "Ask Jo Bloggs to stop." if number_ == 0 else f"Quiet room {number_}."}
        submit(workspace, response(workspace, survey_id, code, comments))
    window.surveys.refresh()
    assert "6" in text(window, "collecting_answered")
    close_and_publish(qtbot, window)
    rows = [row for row in current(window).rows if "Jo Bloggs" in row.accessibleName()]  # type: ignore[attr-defined]
    assert len(rows) == 1
    QTest.keyClick(rows[0].switch.withhold_half, Qt.Key.Key_Space)
    read_to_the_end(window)
    assert "Northgate: 6 of 7 answered" in seen(current(window))
    tick(window, "publish_sure")
    press(window, "publish_go")
    wait_for_work(qtbot, window)
    dashboard = window.results.pages.currentWidget()
    assert isinstance(dashboard, TeamDashboard)
    assert dashboard.isVisible()
    take_pdf(dashboard, "export_pdf", "team")
    wait_for_work(qtbot, window)
    saved = [path for path in tmp_path.iterdir() if path.suffix == ".pdf"]
    assert len(saved) == 1
    assert saved[0].read_bytes().startswith(b"%PDF")
    press(window, "saved_folder")
    assert desk.shown == [tmp_path]
    everything = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"Jo Bloggs" not in everything


@pytest.mark.qt_log_ignore("does not support raise")
def test_the_questionnaire_hides_this_window_and_the_pin_brings_it_back(qtbot: QtBot, workspace: Workspace) -> None:
    created(workspace)
    window = manager(qtbot, workspace)
    press(window, f"row_{list_surveys(workspace)[0].id}_action")
    press(window, "collecting_start")
    questionnaire = window.questionnaires.window
    assert isinstance(questionnaire, QuestionnaireWindow)
    assert questionnaire.isVisible()
    assert not window.isVisible()
    questionnaire.close()
    assert questionnaire.isVisible()
    questionnaire.left.emit()
    settle()
    assert window.isVisible()
    assert window.questionnaires.window is None


@pytest.mark.qt_log_ignore("does not support raise")
@pytest.mark.parametrize("times", [2, 3])
def test_a_start_pressed_twice_starts_one_questionnaire(qtbot: QtBot, workspace: Workspace, times: int) -> None:
    created(workspace)
    window = manager(qtbot, workspace)
    press(window, f"row_{list_surveys(workspace)[0].id}_action")
    start = button(window, "collecting_start")
    for _ in range(times):
        # The second press was under way before the manager's window was hidden.
        QTest.keyClick(start, Qt.Key.Key_Return)
    shown = [each for each in QApplication.topLevelWidgets() if isinstance(each, QuestionnaireWindow)]
    assert shown == [window.questionnaires.window]


@pytest.mark.qt_log_ignore("does not support raise")
def test_a_preview_keeps_nothing(qtbot: QtBot, workspace: Workspace) -> None:
    window = manager(qtbot, workspace)
    press(window, "home_empty_new")
    press(window, "setup_preview")
    press(window, "preview_try")
    questionnaire = window.questionnaires.window
    assert isinstance(questionnaire, QuestionnaireWindow)
    QTest.keyClick(questionnaire, Qt.Key.Key_Escape)
    settle()
    assert window.isVisible()
    assert list_surveys(workspace) == ()


def test_closing_below_the_threshold_has_keep_open_as_its_default(qtbot: QtBot, workspace: Workspace) -> None:
    survey_id = created(workspace)
    answered(workspace, survey_id, (3, 4))
    window = manager(qtbot, workspace)
    press(window, f"row_{survey_id}_action")
    assert "3 more needed to publish" in window.findChild(QWidget, "collecting_dots").accessibleName()  # type: ignore[union-attr]
    press(window, "collecting_close")
    asked = prompt("close_prompt")
    assert "Close with 2 of 9?" in seen(asked)
    assert "7 people will not be able to answer." in seen(asked)
    assert asked.focusWidget() is button(asked, "close_prompt_leave")
    QTest.keyClick(asked.focusWidget(), Qt.Key.Key_Return)
    settle()
    assert list_surveys(workspace)[0].status is SurveyStatus.COLLECTING


def test_closed_below_the_threshold_shows_options_and_opens_nothing(qtbot: QtBot, workspace: Workspace) -> None:
    survey_id = created(workspace)
    answered(workspace, survey_id, (3, 4))
    window = manager(qtbot, workspace)
    press(window, f"row_{survey_id}_action")
    press(window, "collecting_close")
    asked = prompt("close_prompt")
    fill(asked, "prompt_pin", PIN)
    press(asked, "close_prompt_go")
    wait_for_work(qtbot, asked)
    assert "Fewer than 5 people answered." in seen(current(window))
    press(window, "options_back")
    # The list as it was before is gone only then.
    come_to_rest(window)
    assert text(window, f"row_{survey_id}_count_0") == "fewer than 5"


def test_a_wrong_pin_closes_nothing_and_says_so(qtbot: QtBot, workspace: Workspace) -> None:
    survey_id = created(workspace)
    answered(workspace, survey_id, (3, 4, 5, 4, 3, 4, 4, 4, 4))
    window = manager(qtbot, workspace)
    press(window, f"row_{survey_id}_action")
    asked = prompt("close_prompt")
    fill(asked, "prompt_pin", "9999")
    press(asked, "close_prompt_go")
    wait_for_work(qtbot, asked)
    assert asked.isVisible()
    assert "PIN" in seen(asked)
    assert list_surveys(workspace)[0].status is SurveyStatus.READY


def test_a_chosen_persons_passphrase_can_be_shown_to_nobody_who_comes_back(qtbot: QtBot, workspace: Workspace) -> None:
    window = manager(qtbot, workspace)
    press(window, "home_empty_new")
    page = current(window)
    fill_setup(page)
    choose(page, "custody_chosen")
    fill(page, "role", "our union rep")
    press(window, "setup_continue")
    check = current(window)
    assert isinstance(check, CheckPage)
    check.left.emit()
    setup = current(window)
    assert isinstance(setup, SetupPage)
    press(window, "passphrase_show")
    fields = (setup.passphrase.passphrase, setup.passphrase.repeated)
    assert [each.input.text() for each in fields] == ["", ""]


def test_ones_own_passphrase_stays_and_is_covered_again(qtbot: QtBot, workspace: Workspace) -> None:
    window = manager(qtbot, workspace)
    press(window, "home_empty_new")
    fill_setup(current(window))
    press(window, "passphrase_show")
    press(window, "setup_continue")
    check = current(window)
    assert isinstance(check, CheckPage)
    check.left.emit()
    setup = current(window)
    assert isinstance(setup, SetupPage)
    assert setup.passphrase.values() == (WORDS, WORDS)
    assert setup.passphrase.passphrase.input.echoMode() is QLineEdit.EchoMode.Password
