"""The manager's window: the rail at the left and one room at a time; it only navigates."""

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from teamhealth.texts.catalogue import tr
from teamhealth.ui.house import RoomMade
from teamhealth.ui.outside import Outside
from teamhealth.ui.questionnaire_runs import QuestionnaireRuns
from teamhealth.ui.rail import Rail
from teamhealth.ui.rooms import PLANS, RESULTS, RETURNS, SURVEYS, room_plans
from teamhealth.ui.surveys.failure_panel import FailurePanel
from teamhealth.ui.tasks import running_task
from teamhealth.ui.theme import current_theme
from teamhealth.ui.widgets.focus_ring import install_focus_ring
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.note import note_shelf

if TYPE_CHECKING:
    from teamhealth.services.workspace import Workspace
    from teamhealth.ui.plans.room import PlansRoom
    from teamhealth.ui.results_room import ResultsRoom
    from teamhealth.ui.returns.room import ReturnsRoom
    from teamhealth.ui.surveys.room import SurveysRoom

NARROW_BELOW = 1200

W = TypeVar("W", bound=QWidget)


class MainWindow(QMainWindow):
    """Makes each room when it is first visited, and moves between them; ``painted`` is told once.

    Parameters
    ----------
    workspace : Workspace or None
        The open data folder; without one the window is empty until ``move_in``.
    outside : Outside
        What is asked of the computer: where to save, which file, show it.
    """

    painted = Signal()

    def __init__(self, workspace: "Workspace | None" = None, outside: Outside | None = None) -> None:
        super().__init__()
        self._theme = current_theme()
        self._workspace: Workspace | None = None
        self.outside = outside or Outside()
        self._leaving = False
        self._was_painted = False
        named(self, "main_window", tr("Team Health"))
        self.setWindowTitle(tr("Team Health"))
        self.setMinimumSize(640, 480)
        self.failure = FailurePanel("window_failure", theme=self._theme)
        self._plans = {plan.place.id: plan for plan in room_plans()}
        self._made: dict[str, RoomMade] = {}
        self._here = SURVEYS
        self._stack = QStackedWidget()
        named(self._stack, "rooms", "")
        self.rail = Rail(tuple(plan.place for plan in self._plans.values()), self._theme)
        self.rail.setEnabled(False)
        self.rail.chosen.connect(self._on_place_chosen)
        self._lay_out()
        self._rings = install_focus_ring(self)
        self.resize(1366, 688)
        if workspace is not None:
            self.move_in(workspace)

    def move_in(self, workspace: "Workspace") -> None:
        """Show the surveys of an open data folder; called once."""
        self._workspace = workspace
        self.questionnaires = QuestionnaireRuns(self, workspace, self.outside)
        self.rail.setEnabled(True)
        self.go_to(SURVEYS)
        self._room(SURVEYS).widget.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def workspace(self) -> "Workspace":
        """The data folder; RuntimeError before it is open."""
        if self._workspace is None:
            raise RuntimeError("no data folder is open yet")
        return self._workspace

    def room(self, place_id: str, kind: type[W]) -> W:
        """Return a room, made now if nobody has been there; TypeError if it is another kind."""
        found = self._room(place_id).widget
        if not isinstance(found, kind):
            raise TypeError(place_id)
        return found

    @property
    def surveys(self) -> "SurveysRoom":
        """The room of surveys, up to publishing."""
        from teamhealth.ui.surveys.room import SurveysRoom

        return self.room(SURVEYS, SurveysRoom)

    @property
    def results(self) -> "ResultsRoom":
        """The room of published results."""
        from teamhealth.ui.results_room import ResultsRoom

        return self.room(RESULTS, ResultsRoom)

    @property
    def plans(self) -> "PlansRoom":
        """The room of retention plans."""
        from teamhealth.ui.plans.room import PlansRoom

        return self.room(PLANS, PlansRoom)

    @property
    def returns(self) -> "ReturnsRoom":
        """The room of a lead's sealed returns."""
        from teamhealth.ui.returns.room import ReturnsRoom

        return self.room(RETURNS, ReturnsRoom)

    def go_to(self, place_id: str) -> None:
        """Show a room as it was left, without asking the one that is shown."""
        self.failure.clear()
        self._here = place_id
        self._stack.setCurrentWidget(self._room(place_id).widget)
        self.rail.mark(place_id)

    def show_failure(self, error: Exception) -> None:
        """Say above any room what went wrong unexpectedly."""
        self.failure.show_failure(error)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell, after the first time, that there is something to see."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def showEvent(self, event: QShowEvent) -> None:
        """Come up with the focus on what is to be done first, not on the rail."""
        super().showEvent(event)
        shown = self._stack.currentWidget()
        if shown is not None:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shrink the rail on a narrow window."""
        super().resizeEvent(event)
        self.rail.show_narrow(event.size().width() < self._theme.px(NARROW_BELOW))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask first while something is being done; then ask each room."""
        if running_task(self) is not None and not self._leaving:
            event.ignore()
            self._ask_to_leave()
            return
        for place_id, made in self._made.items():
            if not made.may_close():
                self.go_to(place_id)
                event.ignore()
                return
        super().closeEvent(event)

    def _lay_out(self) -> None:
        central = QWidget()
        named(central, "central", "")
        row = QHBoxLayout(central)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(note_shelf("window_notes", (self.failure,), self._theme))
        column.addWidget(self._stack, 1)
        row.addLayout(column, 1)
        self.setCentralWidget(central)

    def _room(self, place_id: str) -> RoomMade:
        made = self._made.get(place_id)
        if made is None:
            made = self._made[place_id] = self._plans[place_id].make(self)
            self._stack.addWidget(made.widget)
        return made

    def _on_place_chosen(self, place_id: str) -> None:
        if place_id == self._here:
            here = self._room(place_id)
            (here.again or here.enter)()
            return
        if not self._room(self._here).may_leave():
            self.rail.mark(self._here)
            return
        self.go_to(place_id)
        self._room(place_id).enter()

    def _ask_to_leave(self) -> None:
        from teamhealth.ui.prompts import LeavePrompt

        prompt = LeavePrompt(self)
        prompt.accepted.connect(self._on_leave_accepted)
        prompt.open()

    def _on_leave_accepted(self) -> None:
        task = running_task(self)
        if task is not None:
            task.cancel()
        self._leaving = True
        self.close()
