"""Another text size leaves somebody where they are, with what they typed; where it cannot, it waits and says so."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from teamhealth.figures import palette
from teamhealth.services.workspace import Workspace
from teamhealth.settings.choices import CHOICES_NAME, Choices, read_choices
from teamhealth.ui.compare.model import FIRST, Sorting
from teamhealth.ui.compare.table import CompareTable
from teamhealth.ui.contrast import shown as shown_colour
from teamhealth.ui.look import use_look
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.opening.comments_page import CommentsPage
from teamhealth.ui.opening.publish_page import PublishPage
from teamhealth.ui.paper.paper_page import PaperPage
from teamhealth.ui.plans.action_page import ActionPage
from teamhealth.ui.plans.plan_page import PlanPage
from teamhealth.ui.problems.error_summary import ProblemLink
from teamhealth.ui.results.area_page import AreaPage
from teamhealth.ui.results.dashboard import TeamDashboard
from teamhealth.ui.results.fitted_figure import FittedFigure
from teamhealth.ui.results.tables import WordsView
from teamhealth.ui.returns.comments_page import TeamsCommentsPage
from teamhealth.ui.returns.publish_page import TeamsPublishPage
from teamhealth.ui.returns.published_page import PublishedPage
from teamhealth.ui.surveys.home_row import HomeRow
from teamhealth.ui.theme import current_theme
from teamhealth.ui.trends.small_panels import SmallPanels
from teamhealth.ui.widgets.error_line import ErrorLine
from tests.rounds import council
from tests.services.council import WORDS
from tests.ui.office import button, choose, entry, fill, office, press, seen, settle, text
from tests.ui.scenes import states, surveys
from tests.ui.scenes.results import of_rounds
from tests.ui.scenes.stage import come_to_rest


@pytest.fixture(autouse=True)
def usual_look(themed_application: QApplication) -> Iterator[None]:
    yield
    use_look(themed_application, Choices())


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with office(tmp_path / "data") as opened:
        yield opened


@pytest.fixture
def kept(workspace: Workspace) -> Path:
    return workspace.folder / CHOICES_NAME


@pytest.fixture
def window(qtbot: QtBot, workspace: Workspace, kept: Path) -> MainWindow:
    made = MainWindow(workspace, None, kept)
    qtbot.addWidget(made)
    made.resize(1080, 600)
    made.show()
    settle()
    return made


def enlarge(window: QWidget) -> None:
    QTest.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    come_to_rest(window)


def tick(window: QWidget, name: str) -> None:
    box = window.findChild(QCheckBox, name)
    assert box is not None
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert box.isChecked()


def note(window: MainWindow) -> str:
    return text(window, "window_look_text") if window.findChild(QWidget, "window_look").isVisible() else ""  # type: ignore[union-attr]


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


def test_results_of_several_teams_and_of_one_stay_open(themed_application: QApplication, tmp_path: Path) -> None:
    rounds = council()
    with of_rounds(tmp_path, (1080, 600), "results", rounds) as shown:
        shown.results.show_area(rounds[-1], None)
        come_to_rest(shown)
        enlarge(shown)
        page = shown.results.pages.currentWidget()
        assert isinstance(page, AreaPage)
        assert page.theme.scale == 1.15
        team = next(each.id for each in rounds[-1].teams if each.shown)
        page.team_opened.emit(team)
        come_to_rest(shown)
        enlarge(shown)
        dashboard = shown.results.pages.currentWidget()
        assert isinstance(dashboard, TeamDashboard)
        assert dashboard.team_id == team
        assert current_theme().scale == 1.3
        theme = rounds[-1].team(team).domains[0].domain
        dashboard.open_domain(theme)
        come_to_rest(shown)
        enlarge(shown)
        dashboard = shown.results.pages.currentWidget()
        assert isinstance(dashboard, TeamDashboard)
        assert (dashboard.closer, current_theme().scale) == (theme, 1.5)


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


def test_a_lead_reading_comments_keeps_what_is_withheld_and_what_has_been_read(
    themed_application: QApplication, tmp_path: Path
) -> None:
    with states.comments_long(tmp_path, (1366, 688)) as shown:
        assert isinstance(shown, MainWindow)
        first = shown.returns.currentWidget()
        assert isinstance(first, TeamsCommentsPage)
        press(shown, "comment_0_switch_withhold")
        while first.list.entries[0].isChecked():
            press(shown, "comments_go")
            come_to_rest(shown)
        withheld, states_said = first.withheld, [each.accessibleName() for each in first.list.entries]
        assert len(withheld) == 1
        enlarge(shown)
        assert QApplication.activeModalWidget() is None
        page = shown.returns.currentWidget()
        assert isinstance(page, TeamsCommentsPage)
        assert page.theme.scale == 1.15
        assert note(shown) == ""
        assert page.withheld == withheld
        assert [each.accessibleName() for each in page.list.entries] == states_said
        assert page.list.entries[1].isChecked()
        press(shown, "rail_settings")
        choose(shown, "text_size_150")
        come_to_rest(shown)
        press(shown, "rail_returns")
        come_to_rest(shown)
        again = shown.returns.currentWidget()
        assert isinstance(again, TeamsCommentsPage)
        assert again.theme.scale == 1.5
        assert again.withheld == withheld


def test_publishing_stays_with_the_comments_that_are_withheld_behind_it(
    themed_application: QApplication, tmp_path: Path
) -> None:
    with surveys.comments(tmp_path, (1366, 688)) as shown:
        assert isinstance(shown, MainWindow)
        press(shown, "comment_1_switch_withhold")
        press(shown, "comments_go")
        come_to_rest(shown)
        said = text(shown, "publish_shown_1")
        tick(shown, "publish_sure")
        enlarge(shown)
        page = shown.surveys.currentWidget()
        assert isinstance(page, PublishPage)
        assert page.theme.scale == 1.15
        assert len(page.withheld) == 1
        assert text(shown, "publish_shown_1") == said
        assert page.findChild(QCheckBox, "publish_sure").isChecked()  # type: ignore[union-attr]
        press(shown, "publish_back")
        come_to_rest(shown)
        behind = shown.surveys.currentWidget()
        assert isinstance(behind, CommentsPage)
        assert behind.withheld == page.withheld


def test_publishing_several_teams_stays_and_leads_back_to_the_comments(
    themed_application: QApplication, tmp_path: Path
) -> None:
    with states.comments_long(tmp_path, (1366, 688)) as shown:
        assert isinstance(shown, MainWindow)
        press(shown, "comment_0_switch_withhold")
        while isinstance(shown.returns.currentWidget(), TeamsCommentsPage):
            press(shown, "comments_go")
            come_to_rest(shown)
        enlarge(shown)
        page = shown.returns.currentWidget()
        assert isinstance(page, TeamsPublishPage)
        assert page.theme.scale == 1.15
        assert len(page.withheld) == 1
        press(shown, "publish_back")
        come_to_rest(shown)
        behind = shown.returns.currentWidget()
        assert isinstance(behind, TeamsCommentsPage)
        assert behind.withheld == page.withheld
        press(shown, "comments_go")
        come_to_rest(shown)
        last = shown.returns.currentWidget()
        assert isinstance(last, TeamsPublishPage)
        tick(shown, "publish_sure")
        press(shown, "publish_go")
        come_to_rest(shown)
        assert isinstance(shown.returns.currentWidget(), PublishedPage)


def test_forms_being_keyed_in_are_not_asked_about_and_the_size_comes_when_they_are_left(
    themed_application: QApplication, tmp_path: Path
) -> None:
    with states.paper(tmp_path, (1366, 688)) as shown:
        assert isinstance(shown, MainWindow)
        enlarge(shown)
        assert QApplication.activeModalWidget() is None
        page = shown.returns.currentWidget()
        assert isinstance(page, PaperPage)
        assert note(shown) == "The new text size or contrast is shown when you leave this page."
        assert current_theme().scale == 1.0
        page.left.emit()
        come_to_rest(shown)
        assert current_theme().scale == 1.15
        assert note(shown) == ""


def test_a_size_that_waits_is_not_kept_until_it_is_shown_and_can_be_taken_back(
    themed_application: QApplication, tmp_path: Path
) -> None:
    with states.paper(tmp_path, (1366, 688)) as shown:
        assert isinstance(shown, MainWindow)
        shown._settings = kept = tmp_path / CHOICES_NAME
        enlarge(shown)
        assert note(shown)
        assert read_choices(kept).text_size == 100
        QTest.keyClick(shown, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
        come_to_rest(shown)
        assert note(shown) == ""
        enlarge(shown)
        page = shown.returns.currentWidget()
        assert isinstance(page, PaperPage)
        page.left.emit()
        come_to_rest(shown)
        assert read_choices(kept).text_size == 115


def test_from_the_settings_nobody_is_led_to_a_page_that_has_to_be_left_first(
    themed_application: QApplication, tmp_path: Path
) -> None:
    with states.paper(tmp_path, (1366, 688)) as shown:
        assert isinstance(shown, MainWindow)
        press(shown, "rail_settings")
        choose(shown, "text_size_150")
        come_to_rest(shown)
        assert shown.here == "settings"
        assert "when you leave the page in Sealed returns" in note(shown)
        press(shown, "rail_returns")
        assert isinstance(shown.returns.currentWidget(), PaperPage)


def test_a_laptop_that_collects_for_a_lead_changes_at_once_and_stays_at_its_team(
    themed_application: QApplication, tmp_path: Path
) -> None:
    with states.laptop(tmp_path, (1366, 688)) as shown:
        assert isinstance(shown, MainWindow)
        teams = shown.findChild(QComboBox, "laptop_team")
        assert teams is not None
        QTest.keyClick(teams, Qt.Key.Key_Down)
        chosen = teams.currentText()
        enlarge(shown)
        assert (note(shown), current_theme().scale) == ("", 1.15)
        again = shown.findChild(QComboBox, "laptop_team")
        assert again is not None
        assert again.isVisible()
        assert again.currentText() == chosen
        press(shown, "rail_settings")
        choose(shown, "contrast_high")
        come_to_rest(shown)
        press(shown, "rail_surveys")
        come_to_rest(shown)
        assert note(shown) == ""
        press(shown, "laptop_start")
        come_to_rest(shown)
        assert shown.questionnaires.window is not None
        assert shown_colour(palette.TEAL).name().upper() == "#000000"
        asked = shown.findChild(QComboBox, "laptop_team")
        assert asked is not None
        assert asked.currentText() == chosen


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


def test_a_dashboard_stays_a_table_with_its_cell_and_the_card_to_copy(
    themed_application: QApplication, tmp_path: Path
) -> None:
    rounds = council()
    with of_rounds(tmp_path, (1080, 600), "results", rounds) as shown:
        team = next(each for each in rounds[-1].teams if each.shown)
        shown.results.show_publication(rounds[-1], team.id)
        come_to_rest(shown)
        card = shown.findChild(QWidget, f"card_{team.domains[1].domain}")
        assert card is not None
        card.setFocus(Qt.FocusReason.TabFocusReason)
        copied = button(shown, "copy_chart").accessibleName()
        press(shown, "show_tables")
        cells = shown.findChildren(WordsView)[1]
        cells.setFocus(Qt.FocusReason.TabFocusReason)
        cells.setCurrentIndex(cells.model().index(2, 1))
        enlarge(shown)
        again = shown.findChildren(WordsView)[1]
        assert again.isVisible()
        assert again.hasFocus()
        assert (again.currentIndex().row(), again.currentIndex().column()) == (2, 1)
        assert button(shown, "show_tables").text() == "Show the dashboard"
        press(shown, "show_tables")
        assert button(shown, "copy_chart").accessibleName() == copied


def test_several_teams_together_stay_tables(themed_application: QApplication, tmp_path: Path) -> None:
    rounds = council()
    with of_rounds(tmp_path, (1080, 600), "results", rounds) as shown:
        shown.results.show_area(rounds[-1], None)
        come_to_rest(shown)
        press(shown, "area_tables")
        enlarge(shown)
        assert button(shown, "area_tables").text() == "Show the cards"
        assert shown.findChildren(WordsView)[0].isVisible()


def flag_says(window: MainWindow, theme: str) -> tuple[str, str, str]:
    """Return what is chosen for the flag, what a card says with it, and what the chart of the theme in detail says."""
    flags, card = window.findChild(QComboBox, "comparator"), window.findChild(QWidget, f"card_{theme}")
    detail = window.findChild(QWidget, f"detail_{theme}")
    assert flags is not None
    assert card is not None
    assert detail is not None
    (chart,) = (each for each in detail.findChildren(FittedFigure) if each.objectName() == f"range_{theme}")
    return flags.currentText(), card.accessibleName(), chart.accessibleName()


def test_the_flag_stands_for_the_same_on_a_dashboard_and_in_the_theme_that_lies_over_it(
    themed_application: QApplication, tmp_path: Path
) -> None:
    rounds = council()
    with of_rounds(tmp_path, (1080, 600), "results", rounds) as shown:
        team = next(each for each in rounds[-1].teams if each.shown)
        theme = team.domains[0].domain
        shown.results.show_publication(rounds[-1], team.id)
        come_to_rest(shown)
        dashboard = shown.results.pages.currentWidget()
        assert isinstance(dashboard, TeamDashboard)
        dashboard.open_domain(theme)
        first = flag_says(shown, theme)
        QTest.keyClick(shown, Qt.Key.Key_Escape)
        come_to_rest(shown)
        flags = shown.findChild(QComboBox, "comparator")
        assert flags is not None
        flags.setFocus()
        QTest.keyClick(flags, Qt.Key.Key_End)
        dashboard.open_domain(theme)
        said = flag_says(shown, theme)
        assert all(one != other for one, other in zip(first, said, strict=True))
        enlarge(shown)
        assert flag_says(shown, theme) == said


def test_a_comparison_keeps_items_order_cell_and_what_is_behind_it(
    themed_application: QApplication, tmp_path: Path
) -> None:
    with of_rounds(tmp_path, (1366, 688), "compare", council()) as shown:
        press(shown, "compare_mode_1")
        table = shown.findChild(CompareTable, "compare_table")
        assert table is not None
        table.header.setFocus(Qt.FocusReason.TabFocusReason)
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Down):
            QTest.keyClick(table.header if table.header.hasFocus() else table, key)
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Down):
            QTest.keyClick(table, key)
        first, behind, sorting = table.compared.header_words(FIRST), text(shown, "drill_title"), table.compared.sorting
        at = table.currentIndex().row(), table.currentIndex().column()
        assert sorting.way is Sorting.FALLING
        enlarge(shown)
        again = shown.findChild(CompareTable, "compare_table")
        assert again is not None
        assert button(shown, "compare_mode_1").isChecked()
        assert again.compared.sorting == sorting
        assert again.compared.header_words(FIRST) == first
        assert (again.currentIndex().row(), again.currentIndex().column()) == at
        assert text(shown, "drill_title") == behind
        assert again.hasFocus()


def test_trends_stay_tables_and_panels_of_all_teams_stay_at_their_team(
    themed_application: QApplication, tmp_path: Path
) -> None:
    with of_rounds(tmp_path, (1366, 688), "trends", council()) as shown:
        press(shown, "trends_tables")
        enlarge(shown)
        assert button(shown, "trends_tables").text() == "Show the charts"
        press(shown, "trends_tables")
        themes = shown.findChild(QComboBox, "trends_theme")
        assert themes is not None
        themes.setFocus()
        QTest.keyClick(themes, Qt.Key.Key_Down)
        come_to_rest(shown)
        panels = shown.findChild(SmallPanels)
        assert panels is not None
        panels.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(panels, Qt.Key.Key_Right)
        at = panels.currentIndex().row()
        assert at > 0
        enlarge(shown)
        again = shown.findChild(SmallPanels)
        assert again is not None
        assert again.hasFocus()
        assert again.currentIndex().row() == at


def test_what_was_chosen_in_other_rooms_is_still_chosen_after_a_size_from_the_settings(
    themed_application: QApplication, tmp_path: Path
) -> None:
    with of_rounds(tmp_path, (1366, 688), "compare", council()) as shown:
        chosen = {}
        for place, name in (("compare", "compare_round"), ("trends", "trends_team")):
            press(shown, f"rail_{place}")
            come_to_rest(shown)
            box = shown.findChild(QComboBox, name)
            assert box is not None
            box.setFocus()
            QTest.keyClick(box, Qt.Key.Key_Down)
            come_to_rest(shown)
            box = shown.findChild(QComboBox, name)
            assert box is not None
            chosen[place, name] = box.currentText()
        press(shown, "rail_settings")
        choose(shown, "text_size_150")
        come_to_rest(shown)
        for (place, name), words in chosen.items():
            press(shown, f"rail_{place}")
            come_to_rest(shown)
            box = shown.findChild(QComboBox, name)
            assert box is not None
            assert box.currentText() == words


def test_results_that_help_lies_over_are_there_when_it_leads_back(
    themed_application: QApplication, tmp_path: Path
) -> None:
    rounds = council()
    with of_rounds(tmp_path, (1366, 688), "results", rounds) as shown:
        shown.results.show_area(rounds[-1], None)
        come_to_rest(shown)
        press(shown, "area_tables")
        QTest.keyClick(shown, Qt.Key.Key_F1)
        enlarge(shown)
        assert shown.here == "help"
        press(shown, "help_back")
        assert button(shown, "area_tables").text() == "Show the cards"
