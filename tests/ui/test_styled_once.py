"""Parts of the window and of a team’s results are styled hardly more often than once: each is made where it stays."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from teamhealth.services.workspace import Workspace
from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.results.dashboard import TeamDashboard
from tests.invented import TEAM_ID, publication
from tests.services.journeys import created
from tests.ui.office import press, settle, wait_for_work

# A label or button that is made by itself is styled once more when it is laid out.
MOST_TIMES = 2.0


class StylingsCounted(QObject):
    """How often Qt told a widget of another style."""

    count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Count."""
        self.count += event.type() is QEvent.Type.StyleChange
        return False


def test_a_start_styles_each_part_hardly_more_often_than_once(qtbot: QtBot, workspace: Workspace) -> None:
    created(workspace)
    application = QApplication.instance()
    assert application is not None
    counted = StylingsCounted()
    application.installEventFilter(counted)
    try:
        window = MainWindow(None)
        qtbot.addWidget(window)
        window.show()
        settle()
        window.move_in(workspace)
        settle()
    finally:
        application.removeEventFilter(counted)
    parts = len(window.findChildren(QWidget))
    assert 0 < counted.count <= MOST_TIMES * parts


def test_a_dashboard_styles_each_part_hardly_more_often_than_once(qtbot: QtBot, workspace: Workspace) -> None:
    window = MainWindow(workspace)
    qtbot.addWidget(window)
    window.show()
    press(window, "rail_results")
    wait_for_work(qtbot, window)
    application = QApplication.instance()
    assert application is not None
    counted = StylingsCounted()
    application.installEventFilter(counted)
    try:
        window.results.show_publication(publication(12), TEAM_ID)
        wait_for_work(qtbot, window)
        settle()
    finally:
        application.removeEventFilter(counted)
    shown = window.findChild(TeamDashboard)
    assert shown is not None
    assert shown.isVisible()
    assert 0 < counted.count <= MOST_TIMES * len(shown.findChildren(QWidget))


def test_what_is_seldom_told_is_not_made_at_a_start(qtbot: QtBot, workspace: Workspace) -> None:
    window = MainWindow(workspace)
    qtbot.addWidget(window)
    window.show()
    settle()
    assert [each.objectName() for each in window.findChildren(QWidget) if "window_" in each.objectName()] == [
        "window_notes"
    ]
