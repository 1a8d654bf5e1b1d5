"""Asks before a survey's published results are deleted, and names what goes with them."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from teamhealth.services.deleted_words import goes_words, stays_words
from teamhealth.services.deleting import Deleted, delete_results
from teamhealth.services.progress import Progress
from teamhealth.services.workspace import Workspace
from teamhealth.texts.catalogue import tr
from teamhealth.ui.prompt_window import PromptWindow
from teamhealth.ui.widgets.text import body


class DeleteResultsPrompt(PromptWindow):
    """Keeping them is the default."""

    def __init__(self, parent: QWidget, workspace: Workspace, survey_id: str, goes: Deleted) -> None:
        super().__init__(
            parent,
            "delete_results_prompt",
            tr("Delete these results?"),
            goes_words(goes),
            go=tr("Delete the results"),
            leave=tr("Keep them"),
        )
        for number, words in enumerate((stays_words(), tr("This cannot be undone."))):
            self.fields.addWidget(body(words, name=f"delete_results_stays_{number}", theme=self.theme))
        self._work = partial(_delete, workspace, survey_id)
        self.go.clicked.connect(self._on_go_clicked)
        self.swap_default()
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_go_clicked(self) -> None:
        self.attempt(self._work, tr("Deleting"))


def _delete(workspace: Workspace, survey_id: str, progress: Progress) -> None:
    progress(0, 1)
    delete_results(workspace, survey_id)
    progress(1, 1)
