"""The last page before results: what will be shown, what stays hidden, and publishing for good."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from teamhealth.failures import Cancelled
from teamhealth.figures import palette
from teamhealth.publication.types import Publication
from teamhealth.services.opening import Opened, publish
from teamhealth.services.workspace import Workspace
from teamhealth.survey.custody import Custody
from teamhealth.texts.catalogue import tr, trn
from teamhealth.ui.columns import Columns, column
from teamhealth.ui.opening.release_words import hidden_lines, shown_lines
from teamhealth.ui.opening.safeguarding_note import safeguarding_note
from teamhealth.ui.opening.steps import opening_steps
from teamhealth.ui.opening.stop_prompt import StopPrompt
from teamhealth.ui.opening.sure_box import SureBox
from teamhealth.ui.problems.failure_panel import FailurePanel
from teamhealth.ui.tasks import run_task
from teamhealth.ui.theme import SPACE_8, SPACE_12
from teamhealth.ui.widgets.buttons import link_button, primary_button
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.icons import IconName, IconView
from teamhealth.ui.widgets.note import Note, NoteKind
from teamhealth.ui.widgets.page import Page
from teamhealth.ui.widgets.steps import Steps
from teamhealth.ui.widgets.text import body, hint

_NARROW_BELOW = 780


class PublishPage(Page):
    """``published`` carries the survey's id; ``stopped`` leaves everything sealed as it was.

    ``comments_asked`` goes back to the comments. Nothing is published before a box is ticked, where the focus starts.
    """

    published = Signal(str)
    comments_asked = Signal()
    stopped = Signal()

    def __init__(self, workspace: Workspace, opened: Opened, withheld: frozenset[str]) -> None:
        survey = opened.survey
        super().__init__(
            tr("Publish the results"),
            "publish_page",
            subtitle=tr("{survey} · {team}", survey=survey.title, team=survey.teams[0].name),
        )
        self._workspace = workspace
        self._opened = opened
        self._withheld = withheld
        self.action_row.addWidget(Steps(opening_steps(), 2, name="publish_steps", theme=self.theme))
        self.failure = FailurePanel("publish_failure", theme=self.theme)
        self.body.addWidget(self.failure)
        if opened.damaged:
            self.body.addWidget(Note(NoteKind.WARNING, _damaged_words(opened), "publish_damaged", theme=self.theme))
        if opened.comments:
            self.body.addWidget(safeguarding_note(self.theme))
        shown = self._list(tr("What will be shown"), "publish_shown", shown_lines(opened, len(withheld)), True)
        hidden = self._list(tr("What stays hidden"), "publish_hidden", hidden_lines(opened), False)
        columns = (
            (column("publish_left", (shown,), self.theme), 60),
            (column("publish_right", (hidden,), self.theme), 40),
        )
        self.body.addWidget(Columns(columns, self.theme, narrow_below=_NARROW_BELOW, name="publish_columns"))
        self.body.addStretch(1)
        self.bottom_bar().addLayout(self._bar(), 1)
        self.start_at(self._sure.box)

    @property
    def survey_custody(self) -> Custody:
        """Who opens the answers."""
        return self._opened.survey.custody

    @property
    def opened(self) -> Opened:
        """The answers as opened."""
        return self._opened

    @property
    def withheld(self) -> frozenset[str]:
        """The keys of the comments that are withheld."""
        return self._withheld

    def _bar(self) -> QVBoxLayout:
        theme = self.theme
        rows = QVBoxLayout()
        rows.setSpacing(theme.px(SPACE_8))
        read = bool(self._opened.comments)
        self._sure = SureBox(theme, comments=read)
        rows.addWidget(self._sure)
        row = QHBoxLayout()
        row.setSpacing(theme.px(SPACE_12))
        go = primary_button(tr("Publish the results"), "publish_go", theme=theme)
        row.addWidget(go)
        if read:
            back = link_button(tr("Back to comments"), "publish_back", theme=theme, size=16)
            back.clicked.connect(self.comments_asked)
            row.addWidget(back)
        stop = link_button(tr("Stop, and publish later"), "publish_stop", theme=theme, size=16)
        row.addWidget(stop)
        said = tr("Nothing is sent: results stand on this laptop. They cannot change, and late answers are refused.")
        row.addWidget(hint(said, name="publish_said", theme=theme), 1)
        rows.addLayout(row)
        go.clicked.connect(self._on_go_clicked)
        stop.clicked.connect(self._on_stop_clicked)
        return rows

    def _list(self, title: str, name: str, lines: tuple[str, ...], shown: bool) -> Card:
        theme = self.theme
        card = Card(title, name, theme=theme)
        for number, line in enumerate(lines):
            row = QHBoxLayout()
            row.setSpacing(theme.px(SPACE_12))
            icon, colour = (IconName.CHECK, palette.SUCCESS_TEXT) if shown else (IconName.LOCK, palette.INK_2)
            row.addWidget(IconView(icon, theme.px(20), colour))
            row.addWidget(body(line, name=f"{name}_{number}", theme=theme), 1)
            card.content.addLayout(row)
        return card

    def _on_stop_clicked(self) -> None:
        if not self._withheld:
            self.stopped.emit()
            return
        prompt = StopPrompt(self)
        prompt.accepted.connect(self.stopped)
        prompt.open()

    def _on_go_clicked(self) -> None:
        if not self._sure.insist():
            return
        self.failure.clear()
        work = partial(publish, self._workspace, self._opened, self._withheld)
        run_task(self, work, done=self._on_published, failed=self._on_failed, words=tr("Working out what may be shown"))

    def _on_published(self, publication: Publication) -> None:
        self.published.emit(publication.survey.id)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self.failure.show_failure(error)


def _damaged_words(opened: Opened) -> str:
    damaged = trn(
        "{count} sealed answer is damaged and cannot be opened.",
        "{count} sealed answers are damaged and cannot be opened.",
        opened.damaged,
    )
    others = tr("All others are complete.")
    return f"{damaged} {others}"
