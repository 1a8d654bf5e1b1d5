"""What was typed, and what is said to be wrong with it, stays in another text size."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.plans.action_page import ActionPage
from teamhealth.ui.plans.plan_page import PlanPage
from teamhealth.ui.problems.error_summary import ProblemLink
from teamhealth.ui.surveys.home_row import HomeRow
from teamhealth.ui.theme import current_theme
from teamhealth.ui.widgets.error_line import ErrorLine
from tests.services.council import WORDS
from tests.ui.look.enlarging import enlarge, note
from tests.ui.office import button, choose, entry, fill, press, seen, settle, text
from tests.ui.scenes import states
from tests.ui.scenes.stage import come_to_rest


def test_set_up_stays_as_it_is_filled_in_with_its_passphrase_focus_and_place(window: MainWindow) -> None:
    window.surveys.setup.start_draft()
    fill(window, "organisation", "Exampleshire Council")
    fill(window, "passphrase", WORDS)
    fill(window, "pin", "2468")
    field = entry(window, "team")
    field.setFocus()
    fill(window, "team", "Northgate")
    area = window.findChild(QScrollArea, "setup_scroll")
    assert area is not None
    area.ensureWidgetVisible(field)
    enlarge(window)
    assert current_theme().scale == 1.15
    assert window.here == "surveys"
    for name, words in (
        ("organisation", "Exampleshire Council"),
        ("passphrase", WORDS),
        ("pin", "2468"),
        ("team", "Northgate"),
    ):
        assert entry(window, name).text() == words
        assert entry(window, name).isVisible()
    assert entry(window, "team").hasFocus()
    assert not entry(window, "team").visibleRegion().isEmpty()


def test_what_is_wrong_with_a_set_up_is_still_said_and_the_focus_stays_on_it(window: MainWindow) -> None:
    window.surveys.setup.start_draft()
    fill(window, "organisation", "Exampleshire Council")
    press(window, "setup_continue")
    fill(window, "team", "Northgate")
    settle()
    listed, marked = _problems(window)
    assert listed
    assert marked
    assert "problem_team" not in listed
    entry(window, "round_name").setFocus()
    enlarge(window)
    assert current_theme().scale == 1.15
    assert _problems(window) == (listed, marked)
    assert entry(window, "round_name").hasFocus()
    button(window, listed[0]).setFocus()
    enlarge(window)
    assert _problems(window) == (listed, marked)
    assert button(window, listed[0]).hasFocus()
    QTest.keyClick(button(window, "problem_round_name"), Qt.Key.Key_Return)
    assert entry(window, "round_name").hasFocus()
    QTest.keyClicks(entry(window, "round_name"), "Autumn 2026")
    settle()
    assert _problems(window)[0] == [each for each in listed if each != "problem_round_name"]


def test_what_is_wrong_with_a_leads_teams_is_still_said(themed_application: QApplication, tmp_path: Path) -> None:
    with states.lead_set_up(tmp_path, (1366, 688)) as shown:
        press(shown, "lead_setup_continue")
        listed, marked = _problems(shown)
        teams = [each for each in listed if each.startswith("problem_team_")]
        assert teams
        enlarge(shown)
        assert _problems(shown) == (listed, marked)
        QTest.keyClicks(entry(shown, "round_name"), "Autumn 2026")
        settle()
        assert _problems(shown)[0] == [each for each in listed if each != "problem_round_name"]


def test_what_is_wrong_with_an_action_is_still_said(themed_application: QApplication, tmp_path: Path) -> None:
    with states.action(tmp_path, (1366, 688)) as shown:
        assert isinstance(shown, MainWindow)
        fill(shown, "action_what", "")
        press(shown, "action_save")
        listed, marked = _problems(shown)
        assert listed
        assert marked
        enlarge(shown)
        assert _problems(shown) == (listed, marked)
        assert shown.findChild(QWidget, "action_summary").hasFocus()  # type: ignore[union-attr]


def _problems(window: QWidget) -> tuple[list[str], list[str]]:
    """Return what the summary lists, and at which fields something is said."""
    links = [each.objectName() for each in window.findChildren(ProblemLink) if each.isVisible()]
    return links, [each.field for each in window.findChildren(ErrorLine) if each.isVisible()]


def test_ctrl_and_0_lead_back_to_the_usual_size(window: MainWindow) -> None:
    enlarge(window)
    enlarge(window)
    assert current_theme().scale == 1.3
    QTest.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    come_to_rest(window)
    assert current_theme().scale == 1.0


def test_an_action_being_written_stays_as_it_is_typed(themed_application: QApplication, tmp_path: Path) -> None:
    with states.action(tmp_path, (1366, 688)) as shown:
        assert isinstance(shown, MainWindow)
        fill(shown, "action_owner", "Practice lead")
        fill(shown, "action_what", "Ask each week whose caseload is over the line")
        entry(shown, "action_owner").setFocus()
        enlarge(shown)
        assert QApplication.activeModalWidget() is None
        page = shown.plans.pages.currentWidget()
        assert isinstance(page, ActionPage)
        assert page.theme.scale == 1.15
        assert note(shown) == ""
        assert entry(page, "action_owner").text() == "Practice lead"
        assert entry(page, "action_what").text() == "Ask each week whose caseload is over the line"
        assert entry(page, "action_owner").hasFocus()
        assert page.changed
        page.left.emit()
        come_to_rest(shown)
        assert isinstance(shown.plans.pages.currentWidget(), PlanPage)


def test_an_action_stays_while_a_size_is_chosen_in_the_settings(
    themed_application: QApplication, tmp_path: Path
) -> None:
    with states.action(tmp_path, (1366, 688)) as shown:
        fill(shown, "action_owner", "Practice lead")
        press(shown, "rail_settings")
        choose(shown, "text_size_150")
        come_to_rest(shown)
        assert current_theme().scale == 1.5
        press(shown, "rail_plans")
        come_to_rest(shown)
        assert entry(shown, "action_owner").isVisible()
        assert entry(shown, "action_owner").text() == "Practice lead"


def test_help_that_lies_over_a_room_stays_and_leads_back(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F1)
    settle()
    words = text(window, "help_place_title")
    enlarge(window)
    assert window.here == "help"
    assert text(window, "help_place_title") == words
    press(window, "help_back")
    assert window.here == "surveys"
    assert "Surveys" in seen(window)


def test_the_list_shows_what_it_was_narrowed_to(themed_application: QApplication, tmp_path: Path) -> None:
    with states.home_long(tmp_path, (1366, 688)) as shown:
        press(shown, "home_filter_published")
        before = [each.objectName() for each in shown.findChildren(HomeRow) if each.isVisible()]
        enlarge(shown)
        assert button(shown, "home_filter_published").isChecked()
        assert [each.objectName() for each in shown.findChildren(HomeRow) if each.isVisible()] == before
        assert any(not each.isVisible() for each in shown.findChildren(HomeRow))
