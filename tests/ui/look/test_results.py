"""What is looked at in results, and how, stays in another text size."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from teamhealth.ui.compare.model import FIRST, Sorting
from teamhealth.ui.compare.table import CompareTable
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.results.area_page import AreaPage
from teamhealth.ui.results.dashboard import TeamDashboard
from teamhealth.ui.results.fitted_figure import FittedFigure
from teamhealth.ui.results.tables import WordsView
from teamhealth.ui.theme import current_theme
from teamhealth.ui.trends.small_panels import SmallPanels
from tests.rounds import council
from tests.ui.look.enlarging import enlarge
from tests.ui.office import button, choose, press, text
from tests.ui.scenes.results import of_rounds
from tests.ui.scenes.stage import come_to_rest


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
