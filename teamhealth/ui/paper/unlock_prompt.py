"""Asks for the passphrase of the person that the team chose, before forms are keyed in."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from teamhealth.services.paper import unlock_paper
from teamhealth.services.progress import Progress
from teamhealth.services.workspace import Workspace
from teamhealth.survey.survey import Survey
from teamhealth.texts.catalogue import tr
from teamhealth.ui.prompt_window import PromptWindow
from teamhealth.ui.widgets.focus import lead_to
from teamhealth.ui.widgets.passphrase_field import PassphraseField


class UnlockPaperPrompt(PromptWindow):
    """Accepted once the passphrase is right: whoever has it may read the forms, and nobody else."""

    def __init__(self, parent: QWidget, workspace: Workspace, survey: Survey) -> None:
        words = tr(
            "Only {role} may read the forms. Ask them to type the passphrase, and leave them alone with the laptop.",
            role=survey.custody.role,
        )
        super().__init__(
            parent, "paper_prompt", tr("Key paper answers"), words, go=tr("Key in forms"), leave=tr("Not now")
        )
        self._workspace = workspace
        self._survey_id = survey.id
        self.passphrase = PassphraseField(tr("Passphrase"), "paper", self.theme)
        self.fields.addWidget(self.passphrase)
        self.go.clicked.connect(self._on_go_clicked)
        self.passphrase.input.returnPressed.connect(self._on_go_clicked)
        self.passphrase.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_failed(self, error: Exception) -> None:
        """Say what is wrong; the focus goes back to the passphrase."""
        super().on_failed(error)
        lead_to(self.passphrase.input)

    def _on_go_clicked(self) -> None:
        typed = self.passphrase.input.text()

        def work(progress: Progress) -> None:
            progress(0, 0)
            unlock_paper(self._workspace, self._survey_id, typed)

        self.attempt(work, tr("Checking the passphrase"))
