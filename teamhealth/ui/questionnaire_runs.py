"""Shows the questionnaire in place of the manager's window, which is hidden until it is left."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from teamhealth.ui.outside import Outside

# The questionnaire is loaded when it is started, not with the manager's window.
if TYPE_CHECKING:
    from teamhealth.services.workspace import Workspace
    from teamhealth.survey.survey import Survey
    from teamhealth.ui.laptop.file_opened import AnswerAlone
    from teamhealth.ui.questionnaire.window import QuestionnaireWindow


class QuestionnaireRuns(QObject):
    """One questionnaire at a time; ``left`` tells that the manager is back.

    Parameters
    ----------
    manager : QWidget
        The manager's window.
    workspace : Workspace
    outside : Outside
    """

    left = Signal()

    def __init__(self, manager: QWidget, workspace: "Workspace", outside: Outside) -> None:
        super().__init__(manager)
        self._manager = manager
        self._workspace = workspace
        self._outside = outside
        self.window: QuestionnaireWindow | None = None

    def start_own(self, survey_id: str) -> None:
        """Let a team take turns whose answers are opened on this computer."""
        from teamhealth.ui.own_survey import own_survey_questionnaire

        self._run(partial(own_survey_questionnaire, self._workspace, survey_id))

    def start_laptop(self, survey_id: str, team_id: str, words: tuple[str, ...]) -> None:
        """Let a team take turns whose answers are sealed to its lead."""
        from teamhealth.ui.laptop.questionnaire import laptop_questionnaire

        self._run(partial(laptop_questionnaire, self._workspace, survey_id, team_id, words))

    def start_alone(self, asked: "AnswerAlone") -> None:
        """Let somebody answer on their own computer; they leave by answering, or by leaving."""
        from teamhealth.ui.laptop.questionnaire import own_questionnaire

        self._run(partial(own_questionnaire, self._workspace, self._outside, asked))

    def start_practice(self, survey: "Survey") -> None:
        """Let the questionnaire be tried; nothing is sealed or kept."""
        from teamhealth.ui.practice import practice_questionnaire

        self._run(partial(practice_questionnaire, self._workspace, survey))

    def show_failure(self, error: Exception) -> None:
        """Say to whoever is answering that something went wrong; nothing where nobody is."""
        if self.window is not None:
            from teamhealth.texts.failure_words import words_for

            self.window.say_unexpected(words_for(error).code)

    def _run(self, make: "Callable[[], QuestionnaireWindow]") -> None:
        if self.window is not None:
            # A second press on what started it came in before the manager's window was hidden.
            return
        self.window = window = make()
        window.left.connect(self._on_left)
        window.open_full_screen()
        self._manager.hide()

    def _on_left(self) -> None:
        self._manager.show()
        self._manager.activateWindow()
        if self.window is not None:
            self.window.hide()
            self.window.deleteLater()
            self.window = None
        self.left.emit()
