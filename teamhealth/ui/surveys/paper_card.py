"""For staff who cannot come to the laptop: the questionnaire to print, and keying what comes back."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal

from teamhealth.services.papers import Paper, paper_name, write_questionnaire
from teamhealth.services.progress import Progress
from teamhealth.services.workspace import Workspace
from teamhealth.survey.promises import return_to
from teamhealth.survey.survey import Survey
from teamhealth.texts.catalogue import tr
from teamhealth.ui.outside import Outside
from teamhealth.ui.problems.failure_panel import FailurePanel
from teamhealth.ui.tasks import run_task
from teamhealth.ui.theme import Theme
from teamhealth.ui.widgets.buttons import link_button
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.text import hint, set_text


class PaperCard(Card):
    """``keying_asked`` wants to key sheets that have come back."""

    keying_asked = Signal()

    def __init__(self, workspace: Workspace, survey: Survey, outside: Outside, theme: Theme) -> None:
        super().__init__(tr("On paper"), "paper_card", theme=theme)
        self._workspace, self._survey, self._outside = workspace, survey, outside
        self.failure = FailurePanel("paper_failure", theme=theme)
        self.content.addWidget(self.failure)
        said = tr("For staff who cannot come to the laptop. It says: ‘{words}’", words=return_to(survey.custody))
        self._said = hint(said, name="paper_said", theme=theme)
        self.content.addWidget(self._said)
        save = link_button(tr("Save the questionnaire as PDF"), "collecting_paper_save", theme=theme)
        large = link_button(tr("Save it in large print"), "collecting_paper_large", theme=theme)
        large.setAccessibleName(tr("Save the questionnaire in large print as PDF"))
        key = link_button(tr("Key paper answers"), "collecting_paper", theme=theme)
        for each in (save, large, key):
            self.content.addWidget(each, 0, Qt.AlignmentFlag.AlignLeft)
        save.clicked.connect(self._on_save_clicked)
        large.clicked.connect(self._on_large_clicked)
        key.clicked.connect(self.keying_asked)

    def _on_save_clicked(self) -> None:
        self._save(large_print=False)

    def _on_large_clicked(self) -> None:
        self._save(large_print=True)

    def _save(self, *, large_print: bool) -> None:
        self.failure.clear()
        suggested = paper_name(self._survey, Paper.QUESTIONNAIRE, large_print=large_print)
        path = self._outside.save_path(self, suggested, tr("PDF (*.pdf)"))
        if path is None:
            return
        path = path if path.suffix else path.with_suffix(".pdf")
        work = partial(_saved, self._workspace, str(self._survey.id), large_print, path)
        words = tr("Saving")
        run_task(self, work, done=self._on_saved, failed=self.failure.show_failure, words=words)

    def _on_saved(self, path: Path) -> None:
        set_text(self._said, tr("Saved as {name}", name=path.name))


def _saved(workspace: Workspace, survey_id: str, large_print: bool, path: Path, progress: Progress) -> Path:
    progress(0, 0)
    write_questionnaire(workspace, survey_id, path, large_print=large_print)
    return path
