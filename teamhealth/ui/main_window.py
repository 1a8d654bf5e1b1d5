"""The manager's window: the rail at the left and one room at a time; it only navigates."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from teamhealth.publication.types import Publication
from teamhealth.services.collect import may_start, submit
from teamhealth.services.late import LateRelease
from teamhealth.services.pin_gate import PinGate
from teamhealth.services.progress import Progress
from teamhealth.services.surveys import load_survey
from teamhealth.services.workspace import Workspace
from teamhealth.survey.survey import Survey
from teamhealth.texts.catalogue import tr
from teamhealth.ui.help.help_page import HelpPage
from teamhealth.ui.laptop.file_opened import AnswerAlone
from teamhealth.ui.laptop.questionnaire import laptop_questionnaire, own_questionnaire
from teamhealth.ui.outside import Outside
from teamhealth.ui.practice import practice_questionnaire
from teamhealth.ui.prompts import LeavePrompt
from teamhealth.ui.questionnaire.window import QuestionnaireWindow
from teamhealth.ui.rail import Place, Rail
from teamhealth.ui.results_room import ResultsRoom
from teamhealth.ui.returns.room import ReturnsRoom
from teamhealth.ui.surveys.failure_panel import FailurePanel
from teamhealth.ui.surveys.room import SurveysRoom
from teamhealth.ui.tasks import run_task, running_task
from teamhealth.ui.theme import current_theme
from teamhealth.ui.widgets.focus_ring import install_focus_ring
from teamhealth.ui.widgets.icons import IconName
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.note import note_shelf

SURVEYS, RESULTS, RETURNS, HELP = "surveys", "results", "returns", "help"
NARROW_BELOW = 1200


class MainWindow(QMainWindow):
    """Knows the rooms and moves between them.

    Parameters
    ----------
    workspace : Workspace
        The open data folder.
    outside : Outside
        What is asked of the computer: where to save, which file, show it.
    late_release : callable or None
        The release rules for a team that comes later; without them none is opened.
    """

    def __init__(
        self, workspace: Workspace, outside: Outside | None = None, late_release: LateRelease | None = None
    ) -> None:
        super().__init__()
        self._theme = current_theme()
        self._workspace = workspace
        self._questionnaire: QuestionnaireWindow | None = None
        self._leaving = False
        named(self, "main_window", tr("Team Health"))
        self.setWindowTitle(tr("Team Health"))
        self.setMinimumSize(640, 480)
        self._outside = outside or Outside()
        self.surveys = SurveysRoom(workspace, self._outside)
        self.results = ResultsRoom(workspace, self._outside)
        self.returns = ReturnsRoom(workspace, self._outside, late_release)
        self.failure = FailurePanel("window_failure", theme=self._theme)
        self._rooms: dict[str, QWidget] = {
            SURVEYS: self.surveys,
            RESULTS: self.results,
            RETURNS: self.returns,
            HELP: HelpPage(),
        }
        self._stack = QStackedWidget()
        named(self._stack, "rooms", "")
        for room in self._rooms.values():
            self._stack.addWidget(room)
        self.rail = Rail(_places(), self._theme)
        self._lay_out()
        self._listen()
        self.rail.mark(SURVEYS)
        self._rings = install_focus_ring(self)
        self.resize(1366, 688)

    def show_results(self, survey_id: str) -> None:
        """Show the results of a published survey."""
        self._show_room(RESULTS)
        self.results.show_survey(survey_id)

    def show_failure(self, error: Exception) -> None:
        """Say above any room what went wrong unexpectedly."""
        self.failure.show_failure(error)

    def start_questionnaire(self, survey_id: str) -> None:
        """Fill the screen with the questionnaire; this window is hidden until the PIN is given."""
        survey = load_survey(self._workspace, survey_id)
        self._run(
            QuestionnaireWindow(
                survey,
                survey.teams[0],
                submit=partial(submit, self._workspace),
                may_start=partial(may_start, self._workspace, survey_id),
                check_pin=PinGate(self._workspace, survey_id),
                clock=self._workspace.clock,
            )
        )

    def show_returns(self, survey_id: str) -> None:
        """Show the sealed returns of a survey of this lead."""
        self._show_room(RETURNS)
        self.returns.show_survey(survey_id)

    def start_laptop(self, survey_id: str, team_id: str, words: tuple[str, ...]) -> None:
        """Fill the screen with the questionnaire of a survey that is sealed for its lead."""
        self._run(laptop_questionnaire(self._workspace, survey_id, team_id, words))

    def start_alone(self, asked: AnswerAlone) -> None:
        """Let somebody answer on their own computer; they leave by answering, or by leaving."""
        self._run(own_questionnaire(self._workspace, self._outside, asked))

    def start_practice(self, survey: Survey) -> None:
        """Let the questionnaire be tried; nothing is sealed or kept."""
        self._run(practice_questionnaire(self._workspace, survey))

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
        """Ask first while something is being done; keep what was filled in as a draft."""
        if running_task(self) is not None and not self._leaving:
            event.ignore()
            prompt = LeavePrompt(self)
            prompt.accepted.connect(self._on_leave_accepted)
            prompt.open()
            return
        if self.surveys.lead.holds_back():
            self._show_room(SURVEYS)
            event.ignore()
            return
        self.surveys.keep_draft()
        super().closeEvent(event)

    def _listen(self) -> None:
        self.rail.chosen.connect(self._on_place_chosen)
        self.surveys.questionnaire_asked.connect(self.start_questionnaire)
        self.surveys.practice_asked.connect(self.start_practice)
        self.surveys.results_asked.connect(self.show_results)
        self.surveys.example_asked.connect(self._on_example_asked)
        self.surveys.returns_asked.connect(self.show_returns)
        self.surveys.laptop.start_asked.connect(self.start_laptop)
        self.surveys.laptop.alone_asked.connect(self.start_alone)
        self.returns.publication_asked.connect(self._on_publication_asked)
        self.returns.surveys_asked.connect(self._on_surveys_asked)

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

    def _show_room(self, place: str) -> None:
        self.failure.clear()
        self._stack.setCurrentWidget(self._rooms[place])
        self.rail.mark(place)

    def _on_place_chosen(self, place: str) -> None:
        here = self._stack.currentWidget() is self._rooms[place]
        self._show_room(place)
        if place == RESULTS:
            self.results.enter()
        elif place == RETURNS:
            self.returns.enter()
        elif place == SURVEYS and here and not self.surveys.lead.holds_back():
            self.surveys.show_home()
        elif place == SURVEYS:
            self.surveys.enter()

    def _run(self, window: QuestionnaireWindow) -> None:
        self._questionnaire = window
        window.left.connect(self._on_questionnaire_left)
        window.open_full_screen()
        self.hide()

    def _on_example_asked(self) -> None:
        work = partial(_example, self._workspace)
        words = tr("Making an example")
        run_task(self, work, done=self._on_example_made, failed=self.show_failure, words=words, cancellable=False)

    def _on_example_made(self, publication: Publication) -> None:
        self._show_room(RESULTS)
        self.results.show_example(publication)

    def _on_publication_asked(self, publication: Publication) -> None:
        self._show_room(RESULTS)
        shown = [team.id for team in publication.teams if team.shown]
        self.results.show_publication(publication, shown[0] if shown else publication.teams[0].id)

    def _on_surveys_asked(self) -> None:
        self._show_room(SURVEYS)
        if not self.surveys.lead.holds_back():
            self.surveys.show_home()

    def _on_questionnaire_left(self) -> None:
        self.show()
        self.activateWindow()
        if self._questionnaire is not None:
            self._questionnaire.hide()
            self._questionnaire.deleteLater()
            self._questionnaire = None
        self.surveys.refresh()

    def _on_leave_accepted(self) -> None:
        task = running_task(self)
        if task is not None:
            task.cancel()
        self._leaving = True
        self.close()


def _places() -> tuple[Place, ...]:
    return (
        Place(SURVEYS, tr("Surveys"), IconName.LAYERS),
        Place(RESULTS, tr("Results"), IconName.BARS),
        Place(RETURNS, tr("Sealed returns"), IconName.TRAY),
        Place(HELP, tr("Help"), IconName.HELP, last=True),
    )


def _example(workspace: Workspace, progress: Progress) -> Publication:
    # Scoring is loaded when it is needed, not when the window opens.
    from teamhealth.services.demo import example_publication

    progress(0, 0)
    return example_publication(workspace)
