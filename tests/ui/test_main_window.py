"""The whole job of a manager, from an empty list to published results, by keys and through the widgets."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from teamhealth.failures import Cancelled
from teamhealth.services.collect import submit
from teamhealth.services.progress import Progress
from teamhealth.services.survey_list import SurveyStatus, list_surveys
from teamhealth.services.workspace import Workspace
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.questionnaire.window import QuestionnaireWindow
from teamhealth.ui.results.dashboard import TeamDashboard
from teamhealth.ui.surveys.check import CheckPage
from teamhealth.ui.surveys.collecting import CollectingPage
from teamhealth.ui.surveys.home import HomePage
from teamhealth.ui.surveys.setup import SetupPage
from teamhealth.ui.tasks import run_task
from tests.services.journeys import PIN, WORDS, answered, created, draft, published, response
from tests.ui.office import (
    Desk,
    button,
    choose,
    fill,
    manager,
    nameless,
    number,
    press,
    prompt,
    seen,
    settle,
    take_pdf,
    text,
    tick,
    wait_for_work,
)
from tests.ui.pointing import click, is_in_view, ringed
from tests.ui.scenes.stage import come_to_rest


class WindowWatch(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(watched.objectName())
        return False


def fill_setup(page: QWidget) -> None:
    choose(page, "custody_manager")
    fill(page, "organisation", "Exampleshire Council")
    fill(page, "round_name", "Autumn 2026")
    fill(page, "team", "Northgate")
    number(page, "headcount").setValue(7)
    choose(page, "comments_from_threshold")
    for name, words in (("passphrase", WORDS), ("passphrase_repeated", WORDS), ("pin", PIN), ("pin_repeated", PIN)):
        fill(page, name, words)


def current(window: MainWindow) -> QWidget:
    settle()
    return window.surveys.pages[-1]


def set_up_by_keys(qtbot: QtBot, window: MainWindow) -> str:
    press(window, "home_empty_new")
    fill_setup(current(window))
    press(window, "setup_continue")
    assert isinstance(current(window), CheckPage)
    press(window, "check_create")
    wait_for_work(qtbot, window)
    page = current(window)
    assert isinstance(page, CollectingPage)
    return list_surveys(window.surveys._workspace)[0].id


def close_and_publish(qtbot: QtBot, window: MainWindow) -> None:
    press(window, "collecting_close")
    asked = prompt("close_prompt")
    fill(asked, "prompt_pin", PIN)
    press(asked, "close_prompt_go")
    wait_for_work(qtbot, asked)
    fill(current(window), "open_passphrase", WORDS)
    press(window, "open_go")
    wait_for_work(qtbot, window)


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
    press(window, "comments_go")
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


def test_a_damaged_results_file_is_refused_with_words(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.chosen = tmp_path / "cut.thresults"
    desk.chosen.write_bytes(b'{"version": 1')
    window = manager(qtbot, workspace, desk)
    press(window, "rail_results")
    wait_for_work(qtbot, window)
    press(window, "open_results_file")
    wait_for_work(qtbot, window)
    assert window.results.failure.isVisible()
    assert window.results.failure.accessibleName()


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


def test_stopped_work_is_said_until_other_work_starts(qtbot: QtBot, workspace: Workspace) -> None:
    window = manager(qtbot, workspace)
    failed: list[Exception] = []

    def work(progress: Progress) -> None:
        while True:
            progress(1, 2)

    task = run_task(window.surveys, work, done=_take, failed=failed.append, words="Opening", stopped="Stopped.")
    task.cancel()
    wait_for_work(qtbot, window)
    told = window.findChild(QWidget, "window_told")
    assert told is not None
    assert told.isVisible()
    assert text(window, "window_told_text") == "Stopped."
    run_task(window.surveys, _nothing, done=_take, failed=failed.append, words="Opening")
    assert not told.isVisible()
    wait_for_work(qtbot, window)
    assert [type(each) for each in failed] == [Cancelled]


def _nothing(_progress: Progress) -> None:
    """Do nothing."""


def _take(_result: None) -> None:
    """Take what came of nothing."""


def test_a_problem_followed_by_the_mouse_is_in_view_and_has_a_ring(qtbot: QtBot, workspace: Workspace) -> None:
    window = manager(qtbot, workspace)
    window.resize(1366, 480)
    window.activateWindow()
    press(window, "home_empty_new")
    press(window, "setup_continue")
    click(button(window, "problem_custody"))
    focused = window.focusWidget()
    assert focused is not None
    assert is_in_view(focused)
    assert ringed(window) == [focused.objectName()]


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


def test_the_rail_leads_to_each_room_and_shrinks(qtbot: QtBot, workspace: Workspace) -> None:
    window = manager(qtbot, workspace)
    wide = window.rail.width()
    press(window, "rail_results")
    wait_for_work(qtbot, window)
    assert window.results.isVisible()
    assert "No results yet" in seen(window.results)
    press(window, "rail_help")
    assert "What the likely range is" in seen(window)
    press(window, "rail_surveys")
    assert isinstance(current(window), HomePage)
    window.resize(1080, 600)
    settle()
    assert window.rail.width() == 64 < wide
    assert button(window, "rail_results").toolTip() == "Results"


def test_results_opened_from_the_list_are_the_published_ones(qtbot: QtBot, workspace: Workspace) -> None:
    survey_id = created(workspace)
    answered(workspace, survey_id, (3, 4, 5, 4, 3, 4))
    published(workspace, survey_id)
    window = manager(qtbot, workspace)
    press(window, f"row_{survey_id}_action")
    wait_for_work(qtbot, window)
    assert isinstance(window.results.pages.currentWidget(), TeamDashboard)


def test_closing_the_window_keeps_what_was_filled_in_as_a_draft(qtbot: QtBot, workspace: Workspace) -> None:
    window = manager(qtbot, workspace)
    press(window, "home_empty_new")
    fill(current(window), "team", "Harbour")
    window.close()
    assert [each.teams[0].name for each in list_surveys(workspace)] == ["Harbour"]


def test_an_unexpected_error_is_shown_above_the_page(qtbot: QtBot, workspace: Workspace) -> None:
    window = manager(qtbot, workspace)
    window.show_failure(RuntimeError("secret"))
    assert window.failure.isVisible()
    assert "secret" not in window.failure.accessibleName()


def test_no_part_of_a_page_is_ever_a_window_by_itself(qtbot: QtBot, workspace: Workspace) -> None:
    """A part that is shown before it has a parent flashes up as a window and takes the activation away."""
    survey_id = created(workspace)
    watch = WindowWatch()
    QApplication.instance().installEventFilter(watch)  # type: ignore[union-attr]
    window = manager(qtbot, workspace)
    for show in (window.surveys.setup.start_draft, window.results.enter, window.surveys.show_home):
        show()
        wait_for_work(qtbot, window)
    window.surveys.show_collecting(survey_id)
    window.surveys.opening.show_passphrase(survey_id)
    fill(window, "open_passphrase", "four wrong words here")
    press(window, "open_go")
    wait_for_work(qtbot, window)
    QApplication.instance().removeEventFilter(watch)  # type: ignore[union-attr]
    assert watch.windows == ["main_window"]


def test_every_control_has_a_name(qtbot: QtBot, workspace: Workspace) -> None:
    survey_id = created(workspace)
    window = manager(qtbot, workspace)
    assert nameless(window) == []
    window.surveys.setup.start_draft()
    assert nameless(current(window)) == []
    window.surveys.setup._on_preview_asked(draft(workspace))
    assert nameless(current(window)) == []
    window.surveys.show_collecting(survey_id)
    assert nameless(current(window)) == []
    window.surveys.opening.show_options(survey_id)
    assert nameless(current(window)) == []
    window.surveys.opening.show_passphrase(survey_id)
    assert nameless(current(window)) == []


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


def test_what_went_wrong_stands_above_what_is_told_whichever_comes_first(qtbot: QtBot, workspace: Workspace) -> None:
    window = manager(qtbot, workspace)
    window.frame.look.show()
    window.tell("Moved.")
    window.show_failure(ValueError())
    settle()
    frame = window.frame
    tops = [each.mapTo(window, QPoint()).y() for each in (frame.failure, frame.told, frame.look)]
    assert tops == sorted(set(tops))


def test_what_is_told_above_every_page_can_be_closed_by_keys(qtbot: QtBot, workspace: Workspace) -> None:
    window = manager(qtbot, workspace)
    window.say_new_folder(workspace.folder)
    settle()
    told = window.findChild(QWidget, "window_told")
    assert told is not None
    assert told.isVisible()
    close = button(window, "window_told_close")
    close.setFocus()
    QTest.keyClick(close, Qt.Key.Key_Space)
    settle()
    assert not told.isVisible()
