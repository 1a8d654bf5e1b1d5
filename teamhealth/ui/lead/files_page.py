"""The files that a new survey has made: each is saved where the lead says; slips can be saved now only."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalMapper, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from teamhealth.services.lead import export_key_copy, export_survey_file
from teamhealth.services.lead_survey import LeadSurvey
from teamhealth.services.papers import Paper, paper_name, papers_of, write_paper
from teamhealth.services.parts import travelling_name
from teamhealth.services.progress import Progress
from teamhealth.services.workspace import Workspace
from teamhealth.texts.catalogue import tr
from teamhealth.ui.columns import Columns, column
from teamhealth.ui.laptop.cards import seal_words_card
from teamhealth.ui.lead.second_lead_card import SecondLeadCard
from teamhealth.ui.lead.setup_page import lead_steps
from teamhealth.ui.opening.refused import tell_not_opened
from teamhealth.ui.outside import Outside
from teamhealth.ui.problems.failure_panel import FailurePanel
from teamhealth.ui.tasks import run_task
from teamhealth.ui.theme import SPACE_12
from teamhealth.ui.widgets.buttons import Button, primary_button, secondary_button
from teamhealth.ui.widgets.card import Card, rule
from teamhealth.ui.widgets.check_box import CheckBox
from teamhealth.ui.widgets.naming import restyle
from teamhealth.ui.widgets.note import Note, NoteKind
from teamhealth.ui.widgets.page import Page
from teamhealth.ui.widgets.steps import Steps
from teamhealth.ui.widgets.text import hint, set_text, strong

_NARROW_BELOW = 860
_SURVEY = "survey"
_KEY = "key"


class FilesPage(Page):
    """``finished`` when the lead goes on; what has not been saved is said first."""

    finished = Signal()

    def __init__(self, workspace: Workspace, made: LeadSurvey, outside: Outside) -> None:
        super().__init__(tr("Save the files"), "files", subtitle=made.survey.title)
        self._workspace, self._made, self._outside = workspace, made, outside
        self._survey_custody = made.survey.custody
        # The paper questionnaire is for teams that need it, and can be written from the survey file on any day.
        needed = [paper for paper in papers_of(made) if paper is not Paper.QUESTIONNAIRE]
        self._missing = [_SURVEY, *needed, _KEY]
        self._states: dict[str, QLabel] = {}
        self._presses = QSignalMapper(self)
        self._presses.mappedString.connect(self._on_save_asked)
        self.action_row.addWidget(Steps(lead_steps(), 2, name="files_steps", theme=self.theme))
        self.failure = FailurePanel("files_failure", theme=self.theme)
        self.body.addWidget(self.failure)
        self._unsaved = Note(NoteKind.WARNING, "", "files_unsaved", theme=self.theme)
        self._unsaved.hide()
        self.body.addWidget(self._unsaved)
        self.second = SecondLeadCard(self.theme)
        self.second.asked.connect(self._on_key_asked)
        left = column("files_left", (self._list(),), self.theme)
        right = column("files_right", (self.second, seal_words_card(made.words, self.theme)), self.theme)
        self.body.addWidget(
            Columns(((left, 60), (right, 40)), self.theme, narrow_below=_NARROW_BELOW, name="files_columns")
        )
        self.body.addStretch(1)
        self._go = primary_button(tr("Go on"), "files_go", theme=self.theme)
        self._go.clicked.connect(self._on_go_clicked)
        self.bottom_bar().addWidget(self._go)
        said = tr("Returns come in under ‘Sealed returns’.")
        self.bottom_bar().addWidget(hint(said, name="files_said", theme=self.theme), 1)

    @property
    def missing(self) -> tuple[str, ...]:
        """What has not been saved yet."""
        return tuple(self._missing)

    def _list(self) -> Card:
        card = Card(tr("Files of this survey"), "files_list", theme=self.theme)
        self.large = CheckBox(tr("Save papers in large print"), "files_large", theme=self.theme)
        first = self._row(card, _SURVEY)
        for paper in papers_of(self._made):
            self._row(card, paper)
        card.content.addWidget(rule())
        card.content.addWidget(self.large, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(first)
        return card

    def _row(self, card: Card, which: str) -> Button:
        title, words = _about(which)
        card.content.addWidget(rule())
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(SPACE_12))
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(strong(title, name=f"files_{which}_title", theme=self.theme))
        text.addWidget(hint(words, name=f"files_{which}_words", theme=self.theme))
        self._states[which] = hint(tr("Not saved yet"), tone="warning", name=f"files_{which}_state", theme=self.theme)
        text.addWidget(self._states[which])
        row.addLayout(text, 1)
        save = secondary_button(tr("Save"), f"files_{which}_save", theme=self.theme)
        save.setAccessibleName(tr("Save: {title}", title=title))
        save.clicked.connect(self._presses.map)
        self._presses.setMapping(save, str(which))
        row.addWidget(save, 0, Qt.AlignmentFlag.AlignVCenter)
        card.content.addLayout(row)
        return save

    def _on_save_asked(self, which: str) -> None:
        self.failure.clear()
        if which == _SURVEY:
            suggested = travelling_name(self._made.survey.title, "", ".thsurvey")
            kind = tr("Survey file (*.thsurvey)")
        else:
            suggested = paper_name(self._made.survey, Paper(which), large_print=self.large.isChecked())
            kind = tr("PDF (*.pdf)")
        path = self._outside.save_path(self, suggested, kind)
        if path is None:
            return
        path = path if path.suffix else path.with_suffix(Path(suggested).suffix)
        work = partial(_saved, self._workspace, self._made, which, path, large_print=self.large.isChecked())
        done = partial(self._on_saved, which)
        run_task(self, work, done=done, failed=self._on_failed, words=tr("Saving"))

    def _on_key_asked(self, own: str, theirs: str) -> None:
        self.failure.clear()
        suggested = travelling_name(self._made.survey.title, tr("key for a second lead"), ".thkey")
        path = self._outside.save_path(self, suggested, tr("Key file (*.thkey)"))
        if path is None:
            return
        path = path if path.suffix else path.with_suffix(".thkey")
        secrets = (own, theirs)
        work = partial(_key_saved, self._workspace, str(self._made.survey.id), secrets, path)
        words = tr("Locking the key again")
        run_task(self, work, done=self._on_key_saved, failed=self._on_failed, words=words)

    def _on_saved(self, which: str, path: Path) -> None:
        set_text(self._states[which], tr("Saved as {name}", name=path.name))
        restyle(self._states[which], "tone", "success")
        self._done_with(which)

    def _on_key_saved(self, path: Path) -> None:
        self.second.show_saved(path.name)
        self._done_with(_KEY)

    def _done_with(self, which: str) -> None:
        self._missing = [each for each in self._missing if each != which]
        self._unsaved.hide()
        self._go.set_words(tr("Go on"))

    def _on_failed(self, error: Exception) -> None:
        if tell_not_opened(error, self.second.refuse, self.failure):
            self.scroller.verticalScrollBar().setValue(0)

    def _on_go_clicked(self) -> None:
        if not self.warn_once():
            self.finished.emit()

    def warn_once(self) -> bool:
        """Say what has not been saved; False where nothing is missing, or it has been said already."""
        if not self._missing or self._unsaved.isVisible():
            return False
        names = ", ".join(_about(each)[0] for each in self._missing)
        lines = [tr("Not saved: {names}.", names=names)]
        if {Paper.SLIPS, Paper.SPARES} & set(self._missing):
            lines.append(tr("Code slips can be saved now only: the program does not keep the codes."))
        if _KEY in self._missing:
            lines.append(tr("Without a second lead, the answers are lost if you lose the passphrase."))
        self._unsaved.say(NoteKind.WARNING, " ".join(lines), tr("Go on without them?"))
        self._unsaved.show()
        self._go.set_words(tr("Go on without them"))
        self.scroller.verticalScrollBar().setValue(0)
        return True


def _about(which: str) -> tuple[str, str]:
    return {
        _SURVEY: (tr("Survey file"), tr("For every laptop that collects, and for anyone who answers alone.")),
        _KEY: (tr("Key file for a second lead"), ""),
        Paper.SLIPS: (
            tr("Code slips"),
            tr("Print, cut and give them to the team directly. No names on them. Then delete the file."),
        ),
        Paper.SPARES: (tr("Spare slips"), tr("Keep them yourself, for lost slips and newcomers.")),
        Paper.WORDS: (tr("Notice with the three words"), tr("Goes to staff directly, not through the manager.")),
        Paper.POSTER: (tr("Poster"), tr("Invites the team, and says what is protected and what is not.")),
        Paper.QUESTIONNAIRE: (
            tr("Paper questionnaire"),
            tr("For staff who cannot come to a screen. It comes back to you, never to the manager."),
        ),
    }[which]


def _saved(
    workspace: Workspace, made: LeadSurvey, which: str, path: Path, progress: Progress, *, large_print: bool
) -> Path:
    progress(0, 0)
    if which == _SURVEY:
        export_survey_file(workspace, made.survey.id, path)
    else:
        write_paper(made, Paper(which), path, large_print=large_print)
    return path


def _key_saved(workspace: Workspace, survey_id: str, secrets: tuple[str, str], path: Path, progress: Progress) -> Path:
    progress(0, 0)
    own, theirs = secrets
    export_key_copy(workspace, survey_id, own, theirs, path)
    return path
