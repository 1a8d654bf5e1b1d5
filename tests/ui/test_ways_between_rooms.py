"""What is looked at in one room is what the next room comes up with: a theme in its plan, a team in its trend."""

from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from teamhealth.publication.compared import Row
from teamhealth.publication.planned import concerns_of
from teamhealth.services.workspace import Workspace
from teamhealth.ui.compare.model import FIRST
from teamhealth.ui.compare.table import CompareTable
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.outside import Outside
from teamhealth.ui.plans.action_page import ActionPage
from teamhealth.ui.plans.concern_row import ConcernRow
from teamhealth.ui.plans.plan_page import PlanPage
from tests.rounds import council
from tests.ui.office import button, manager, press, settle, text, wait_for_work
from tests.ui.rounds import as_files, store_rounds


def compare(qtbot: QtBot, window: MainWindow) -> CompareTable:
    press(window, "rail_compare")
    wait_for_work(qtbot, window)
    found = window.findChild(CompareTable)
    assert found is not None
    return found


def look_at(cells: CompareTable, team: str, theme: str) -> None:
    """Go to a cell and open it with Enter."""
    place = [row.name for row in cells.compared.rows].index(team)
    themes = [column.domain.id for column in cells.compared.columns]
    cells.setFocus()
    cells.setCurrentIndex(cells.compared.index(place, FIRST + themes.index(theme)))
    QTest.keyClick(cells, Qt.Key.Key_Return)
    settle()


def concerns(row: Row) -> dict[str, list[str]]:
    """Return a shown team's concerns by theme."""
    found: dict[str, list[str]] = {}
    if row.team is not None and row.team.shown:
        for each in concerns_of(council()[-1], row.team.id):
            found.setdefault(each.domain.id, []).append(each.item.id)
    return found


def test_add_to_plan_leads_to_the_concerns_of_the_theme_that_was_looked_at(qtbot: QtBot, workspace: Workspace) -> None:
    store_rounds(workspace, council())
    window = manager(qtbot, workspace)
    cells = compare(qtbot, window)
    teams = {row.name: found for row in cells.compared.rows if len(found := concerns(row)) > 2}
    name, found = max(teams.items(), key=_concern_count)
    last = [column.domain.id for column in cells.compared.columns if column.domain.id in found][-1]
    look_at(cells, name, last)
    press(window, "drill_plan")
    wait_for_work(qtbot, window)
    page = window.findChild(PlanPage)
    assert page is not None
    assert text(page, "plan_page_title") == f"{name}: retention plan"
    first = button(page, f"add_{found[last][0]}")
    assert QApplication.focusWidget() is first
    row = page.findChild(ConcernRow, f"concern_{found[last][0]}")
    assert row is not None
    view = page.scroller.viewport()
    assert view.rect().contains(QRect(row.mapTo(view, row.rect().topLeft()), row.size()))


def test_add_to_plan_of_a_theme_without_a_concern_begins_an_action_that_it_measures(
    qtbot: QtBot, workspace: Workspace
) -> None:
    store_rounds(workspace, council())
    window = manager(qtbot, workspace)
    cells = compare(qtbot, window)
    name, theme = next(
        (row.name, column.domain)
        for row in cells.compared.rows
        if row.team is not None and row.team.shown
        for column in cells.compared.columns
        if column.domain.id not in concerns(row)
    )
    look_at(cells, name, theme.id)
    press(window, "drill_plan")
    wait_for_work(qtbot, window)
    form = window.findChild(ActionPage)
    assert form is not None
    assert form.isVisible()
    assert form.concern.currentText() == "Something else"
    assert theme.title in form.measure.currentText()


def test_the_trend_of_a_team_is_shown_of_results_files_too(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> None:
    files = as_files(council()[1:2], tmp_path)
    store_rounds(workspace, council()[:1])
    window = MainWindow(workspace, Outside(open_paths=lambda _parent, _kind: files))
    qtbot.addWidget(window)
    window.show()
    cells = compare(qtbot, window)
    name = next(row.name for row in reversed(cells.compared.rows) if row.team is not None and row.team.shown)
    look_at(cells, name, cells.compared.columns[0].domain.id)
    assert not button(window, "drill_trend").isVisible()
    press(window, "compare_files")
    wait_for_work(qtbot, window)
    cells = visible(window)
    look_at(cells, name, cells.compared.columns[0].domain.id)
    assert button(window, "drill_trend").accessibleName() == f"Trend of {name}"
    press(window, "drill_trend")
    wait_for_work(qtbot, window)
    teams = window.findChild(QComboBox, "trends_team")
    assert teams is not None
    assert teams.currentText() == name
    trends = window.findChild(QWidget, "trends_page")
    assert trends is not None
    assert trends.isVisible()


def visible(window: MainWindow) -> CompareTable:
    """Return the table that is shown; one that was replaced may still be about."""
    return next(each for each in window.findChildren(CompareTable) if each.isVisible())


def _concern_count(team: tuple[str, dict[str, list[str]]]) -> int:
    return sum(len(items) for items in team[1].values())
