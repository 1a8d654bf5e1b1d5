"""An unexpected error is told in the window, answers are said to be safe, and a report without values can be saved."""

import pytest
from pytestqt.qtbot import QtBot

from teamhealth.failures import SurveyNotOpen
from teamhealth.services.workspace import Workspace
from teamhealth.ui.main_window import MainWindow
from tests.services.journeys import created
from tests.ui.office import Desk, button, manager, press, settle, text

# Not what the watch over the suite looks for: here it is in an error on purpose.
TYPED = "warm pebble garden seven"


@pytest.fixture
def window(qtbot: QtBot, workspace: Workspace, desk: Desk) -> MainWindow:
    return manager(qtbot, workspace, desk)


def read(words: str) -> None:
    raise ValueError(words, {"comment": words})


def fail(window: MainWindow) -> None:
    try:
        read(TYPED)
    except ValueError as error:
        window.show_failure(error)
    settle()


def test_it_says_what_happened_and_that_answers_are_safe_and_takes_the_focus(window: MainWindow) -> None:
    fail(window)
    assert text(window, "window_failure_what") == "Something unexpected went wrong in the program."
    assert "Answers that were sent are safe" in text(window, "window_failure_safe")
    assert window.failure.hasFocus()


def test_the_report_is_saved_by_keys_and_holds_no_value(window: MainWindow, desk: Desk) -> None:
    fail(window)
    press(window, "window_failure_save")
    saved = desk.folder / "Team Health report.txt"
    report = saved.read_text(encoding="utf-8")
    assert "ValueError" in report
    assert "test_unexpected_errors.py, line" in report
    assert TYPED not in report
    assert "Saved as Team Health report.txt." in window.failure.accessibleName()


def test_a_folder_that_cannot_be_written_is_told(window: MainWindow, desk: Desk) -> None:
    fail(window)
    desk.folder = desk.folder / "gone"
    press(window, "window_failure_save")
    assert text(window, "window_failure_code") == "The report could not be saved there. Choose another folder."


def test_a_failure_with_words_of_its_own_offers_no_report(window: MainWindow) -> None:
    window.show_failure(SurveyNotOpen())
    settle()
    assert not button(window, "window_failure_save").isVisible()
    fail(window)
    assert button(window, "window_failure_save").isVisible()


def test_it_is_told_over_the_questionnaire_and_still_in_the_window_when_that_is_left(
    window: MainWindow, workspace: Workspace
) -> None:
    window.questionnaires.start_own(created(workspace, headcount=7))
    asked = window.questionnaires.window
    assert asked is not None
    settle()
    fail(window)
    assert not window.isVisible()
    assert asked.body.trouble.isVisible()
    assert "TH-ValueError" in text(asked, "trouble_text")
    assert TYPED not in asked.body.trouble.accessibleName()
    asked.body.pages.pin.accepted.emit()
    settle()
    assert window.isVisible()
    assert window.failure.isVisible()
    assert button(window, "window_failure_save").isVisible()
