"""Shows the questionnaire in place of the manager's window, which is hidden until it is left."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from teamhealth.ui.outside import Outside
from teamhealth.ui.problems.report_of import report_of

# The questionnaire is loaded when it is started, not with the manager's window.
if TYPE_CHECKING:
    from teamhealth.services.workspace import Workspace
    from teamhealth.survey.survey import Survey
    from teamhealth.texts.failure_words import FailureWords
    from teamhealth.ui.aside_window import AsideWindow
    from teamhealth.ui.laptop.file_opened import AnswerAlone
    from teamhealth.ui.questionnaire.not_saved import NotSaved
    from teamhealth.ui.questionnaire.window import QuestionnaireWindow


@dataclass(frozen=True, slots=True)
class Lost:
    """What is said of answers that are gone, and a report where nobody foresaw the error, else ''."""

    words: "FailureWords"
    report: str


class QuestionnaireRuns(QObject):
    """One questionnaire at a time; ``left`` tells that the manager is back.

    ``lost`` tells of answers that could not be saved, while the manager is still to read that they are gone.

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
        self.lost: Lost | None = None
        self._alone = False
        self._report = ""
        self._aside: AsideWindow | None = None

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

        self._run(partial(own_questionnaire, self._workspace, self._outside, asked), alone=True)

    def start_practice(self, survey: "Survey") -> None:
        """Let the questionnaire be tried; nothing is sealed or kept."""
        from teamhealth.ui.practice import practice_questionnaire

        self._run(partial(practice_questionnaire, self._workspace, survey))

    def show_failure(self, error: Exception) -> None:
        """Say to whoever is answering that something went wrong; nothing where nobody is."""
        if self.window is not None:
            from teamhealth.texts.failure_words import words_for

            self.window.say_unexpected(words_for(error).code)

    def forget_lost(self) -> None:
        """The manager has read what was lost."""
        self.lost = None

    def _run(self, make: "Callable[[], QuestionnaireWindow]", *, alone: bool = False) -> None:
        if self.window is not None:
            # A second press on what started it came in before the manager's window was hidden.
            return
        self.window = window = make()
        self._alone = alone
        window.left.connect(self._on_left)
        window.aside.begun.connect(self._on_set_aside)
        window.aside.over.connect(self._close_aside)
        window.conduct.counted.connect(self._on_counted)
        window.conduct.failed.connect(self._on_failed)
        window.conduct.given_up.connect(self._on_given_up)
        window.open_full_screen()
        self._manager.hide()

    def _on_failed(self, failure: Exception) -> None:
        self._report = report_of(failure)

    def _on_counted(self, seconds: int) -> None:
        if self._aside is not None:
            self._aside.show_seconds(seconds)

    def _on_given_up(self, why: "NotSaved") -> None:
        self.lost = Lost(why.thrown_away(alone=self._alone), self._report)
        if self._aside is not None:
            self._aside.say(self.lost.words, self.lost.report)
            self._aside.show_seconds(0)

    def _on_set_aside(self) -> None:
        unsaved = self.window.conduct.place.unsaved if self.window is not None else None
        if unsaved is None:
            return
        from teamhealth.ui.aside_window import AsideWindow
        from teamhealth.ui.questionnaire.idle import THROW_AWAY_AFTER

        self._close_aside()
        self._aside = AsideWindow(unsaved.while_kept(), self._report, self._outside)
        self._aside.show_seconds(THROW_AWAY_AFTER // timedelta(seconds=1))
        self._aside.back_asked.connect(self._on_back_asked)
        self._aside.show()
        self._aside.activateWindow()

    def _on_back_asked(self) -> None:
        if self.window is not None and self._aside is not None:
            self.window.open_full_screen()

    def _close_aside(self) -> None:
        if self._aside is not None:
            # Forgotten first: closing it asks to come back.
            aside, self._aside = self._aside, None
            aside.close()
            aside.deleteLater()

    def _on_left(self) -> None:
        self._close_aside()
        self._manager.show()
        self._manager.activateWindow()
        if self.window is not None:
            self.window.hide()
            self.window.deleteLater()
            self.window = None
        self.left.emit()
