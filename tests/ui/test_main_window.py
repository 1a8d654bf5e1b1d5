"""The manager's window: where its rail leads, what it tells above its pages, and what it keeps when it is closed."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from teamhealth.failures import Cancelled
from teamhealth.services.progress import Progress
from teamhealth.services.survey_list import list_surveys
from teamhealth.services.workspace import Workspace
from teamhealth.ui.results.dashboard import TeamDashboard
from teamhealth.ui.surveys.home import HomePage
from teamhealth.ui.tasks import run_task
from tests.services.journeys import answered, created, draft, published
from tests.ui.office import (
    Desk,
    button,
    fill,
    manager,
    nameless,
    press,
    seen,
    settle,
    text,
    wait_for_work,
)
from tests.ui.pointing import click, is_in_view, ringed
from tests.ui.window_steps import current


class WindowWatch(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(watched.objectName())
        return False


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
