"""Asks before a survey's answers are destroyed by hand."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from teamhealth.services.destroying import destroy_now
from teamhealth.services.progress import Progress
from teamhealth.services.survey_list import SurveyStatus, SurveySummary
from teamhealth.services.workspace import Workspace
from teamhealth.survey.policy import DAYS_BETWEEN_ROUNDS
from teamhealth.survey.role import SurveyRole
from teamhealth.texts.catalogue import tr
from teamhealth.ui.keeping.words import unopened_words
from teamhealth.ui.prompt_window import PromptWindow


class DestroyPrompt(PromptWindow):
    """Keeping them is the default; what can then no longer be published, or be sent to the lead, it says.

    Of a survey lead's that is ``unopened`` it says all that goes, and that the survey is closed by it.
    """

    def __init__(
        self, parent: QWidget, workspace: Workspace, summary: SurveySummary, *, unopened: bool = False
    ) -> None:
        words = tr("This cannot be undone.")
        if unopened:
            words = " ".join((unopened_words(), words))
            words += "\n" + tr(
                "The survey counts as closed today, and its teams can be asked again in {days} days. Files and laptops"
                " elsewhere stay as they are.",
                days=DAYS_BETWEEN_ROUNDS,
            )
        elif summary.role is SurveyRole.LAPTOP:
            words += " " + tr("No sealed return can be sent after this. What has not been sent is lost.")
        elif summary.status is SurveyStatus.CLOSED:
            words += " " + tr("Nothing of this survey has been published, and nothing can be after this.")
        super().__init__(
            parent,
            "destroy_prompt",
            tr("Destroy the answers and the key unopened?") if unopened else tr("Destroy the answers of this survey?"),
            words,
            go=tr("Destroy the answers"),
            leave=tr("Keep them"),
        )
        self._work = partial(_destroy, workspace, summary.id)
        self.go.clicked.connect(self._on_go_clicked)
        self.swap_default()
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_go_clicked(self) -> None:
        self.attempt(self._work, tr("Destroying"))


def _destroy(workspace: Workspace, survey_id: str, progress: Progress) -> None:
    progress(0, 1)
    destroy_now(workspace, survey_id)
    progress(1, 1)
