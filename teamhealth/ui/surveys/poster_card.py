"""The poster that tells a team what is asked and who opens the answers, to print before anybody answers."""

from functools import partial
from pathlib import Path

from teamhealth.services.papers import Paper, paper_name, write_poster_of
from teamhealth.services.progress import Progress
from teamhealth.services.workspace import Workspace
from teamhealth.survey.survey import Survey
from teamhealth.texts.catalogue import tr
from teamhealth.ui.file_saver import FileSaver, pdf_files
from teamhealth.ui.outside import Outside
from teamhealth.ui.problems.failure_panel import FailurePanel
from teamhealth.ui.surveys.icon_lines import icon_title
from teamhealth.ui.theme import SPACE_16, Theme
from teamhealth.ui.widgets.buttons import link_button
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.flow import Flow
from teamhealth.ui.widgets.icons import IconName
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import hint, set_text


class PosterCard(Card):
    """Saves the poster as PDF, in large print too, and says under which name."""

    def __init__(self, workspace: Workspace, survey: Survey, outside: Outside, theme: Theme) -> None:
        super().__init__(None, "poster_card", theme=theme)
        title = tr("Have you told the team?")
        named(self, "poster_card", title, "card")
        self.content.addLayout(icon_title(IconName.PRINTER, title, "poster_card_title", theme))
        self._workspace, self._survey = workspace, survey
        self._files = FileSaver(self, outside)
        self.failure = FailurePanel("poster_failure", theme=theme)
        self.content.addWidget(self.failure)
        words = tr("The poster says what is asked, who opens the answers, and that nobody has to take part.")
        self._said = hint(words, name="poster_said", theme=theme)
        self.content.addWidget(self._said)
        save = link_button(tr("Save the poster as PDF"), "poster_save", theme=theme)
        large = link_button(tr("Save it in large print"), "poster_large", theme=theme)
        large.setAccessibleName(tr("Save it in large print: the poster, as PDF"))
        row = Flow(theme, gap=SPACE_16)
        for each in (save, large):
            row.addWidget(each)
        self.content.addLayout(row)
        self.content.addStretch(1)
        save.clicked.connect(self._on_save_clicked)
        large.clicked.connect(self._on_large_clicked)
        self._files.written.connect(self._on_written)
        self._files.failed.connect(self.failure.show_failure)

    def _on_save_clicked(self) -> None:
        self._save(large_print=False)

    def _on_large_clicked(self) -> None:
        self._save(large_print=True)

    def _save(self, *, large_print: bool) -> None:
        self.failure.clear()
        name = paper_name(self._survey, Paper.POSTER, large_print=large_print)
        write = partial(_write, self._workspace, str(self._survey.id), large_print)
        self._files.save(name, pdf_files(), write, tr("Writing the PDF"))

    def _on_written(self, path: Path) -> None:
        set_text(self._said, tr("Saved as {name}", name=path.name))


def _write(workspace: Workspace, survey_id: str, large_print: bool, path: Path, progress: Progress) -> None:
    progress(0, 0)
    write_poster_of(workspace, survey_id, path, large_print=large_print)
