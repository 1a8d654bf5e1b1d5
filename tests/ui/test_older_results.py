"""Results that an earlier version made: each room says so in a sentence, and shows what else there is."""

import pytest
from pytestqt.qtbot import QtBot

from teamhealth.failures import ResultsOlder
from teamhealth.services.workspace import Workspace
from teamhealth.texts.failure_words import words_for
from teamhealth.ui.main_window import MainWindow
from tests.rounds import council
from tests.services.older_results import make_older
from tests.ui.office import Desk, manager, press, seen, settle, text, wait_for_work
from tests.ui.rounds import store_rounds

OLDEST, *_, NEWEST = council()


@pytest.fixture
def window(qtbot: QtBot, workspace: Workspace, desk: Desk) -> MainWindow:
    store_rounds(workspace, council())
    make_older(workspace.folder, OLDEST.survey.id)
    return manager(qtbot, workspace, desk)


def go(qtbot: QtBot, window: MainWindow, name: str) -> None:
    press(window, name)
    wait_for_work(qtbot, window)
    settle()


def test_results_name_it_with_what_to_do_below_those_that_are_shown(qtbot: QtBot, window: MainWindow) -> None:
    go(qtbot, window, "rail_results")
    words = text(window, f"survey_older_{OLDEST.survey.id}")
    assert words.startswith("The results of this survey were made by an earlier version of Team Health.")
    assert "They are kept unchanged" in words
    assert "whoever looks after this program can compute the results again" in words
    assert "teamhealth open" not in words
    assert "teamhealth open" in words_for(ResultsOlder()).command_line
    assert NEWEST.survey.title in seen(window)


def test_whoever_wants_to_see_it_is_told_above_the_list(qtbot: QtBot, window: MainWindow) -> None:
    go(qtbot, window, "rail_results")
    window.results.show_survey(OLDEST.survey.id)
    wait_for_work(qtbot, window)
    wait_for_work(qtbot, window)
    assert window.results.failure.isVisible()
    assert "They are kept unchanged, but not shown here." in seen(window.results.failure)
    assert NEWEST.survey.title in seen(window)


@pytest.mark.parametrize(
    ("rail", "note"), [("rail_trends", "trends_older_text"), ("rail_compare", "compare_older_text")]
)
def test_trends_and_comparison_say_that_it_is_left_out(qtbot: QtBot, window: MainWindow, rail: str, note: str) -> None:
    go(qtbot, window, rail)
    assert text(window, note) == (
        f"An earlier version of Team Health made the results of ‘{OLDEST.survey.title}’."
        " They are kept unchanged, but not shown here."
    )


def test_plans_say_that_it_is_left_out(qtbot: QtBot, window: MainWindow) -> None:
    go(qtbot, window, "rail_plans")
    assert f"‘{OLDEST.survey.title}’" in text(window, "plans_older_text")


def test_without_such_results_nothing_is_said(qtbot: QtBot, workspace: Workspace, desk: Desk) -> None:
    store_rounds(workspace, council())
    window = manager(qtbot, workspace, desk)
    for rail in ("rail_results", "rail_trends", "rail_plans"):
        go(qtbot, window, rail)
        assert "earlier version" not in seen(window)
