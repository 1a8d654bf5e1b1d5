"""Asks before every return of a survey is taken out again, while nothing has been opened."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from teamhealth.services.progress import Progress
from teamhealth.services.returns import take_out_returns
from teamhealth.services.workspace import Workspace
from teamhealth.texts.catalogue import tr
from teamhealth.ui.prompt_window import PromptWindow


class EmptyPrompt(PromptWindow):
    """Keeping them is the default; it says what cannot be added a second time from a file."""

    def __init__(self, parent: QWidget, workspace: Workspace, survey_id: str) -> None:
        words = tr("The files themselves stay where they are: add the right ones again.")
        words += " " + tr("Answers that you keyed from paper are only here, and would have to be keyed again.")
        super().__init__(
            parent,
            "empty_prompt",
            tr("Take all returns out again?"),
            words,
            go=tr("Take them out"),
            leave=tr("Keep them"),
        )
        self._work = partial(_take_out, workspace, survey_id)
        self.go.clicked.connect(self._on_go_clicked)
        self.swap_default()
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_go_clicked(self) -> None:
        self.attempt(self._work, tr("Taking returns out"))


def _take_out(workspace: Workspace, survey_id: str, progress: Progress) -> None:
    progress(0, 1)
    take_out_returns(workspace, survey_id)
    progress(1, 1)
