"""The last page before several teams' results: what will be shown of each, what stays hidden, what did not count."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from teamhealth.failures import Cancelled, TeamHidden
from teamhealth.figures import palette
from teamhealth.publication.types import Publication
from teamhealth.services.opened import Opened
from teamhealth.services.progress import Progress
from teamhealth.survey.custody import Custody
from teamhealth.texts.catalogue import tr
from teamhealth.ui.columns import Columns, column
from teamhealth.ui.opening.safeguarding_note import safeguarding_note
from teamhealth.ui.opening.stop_prompt import stop_reading
from teamhealth.ui.opening.sure_box import SureBox
from teamhealth.ui.problems.failure_panel import FailurePanel
from teamhealth.ui.returns.publish_words import crowded_words, hidden_lines, publish_words, refused_words, shown_lines
from teamhealth.ui.returns.words import return_steps
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

Publish = Callable[[Opened, frozenset[str], Progress], Publication]


class TeamsPublishPage(Page):
    """``published`` carries the publication; ``stopped`` leaves everything sealed as it was.

    ``comments_asked`` goes back to the comments. Nothing is published before a box is ticked, where the focus starts.
    """

    published = Signal(object)
    comments_asked = Signal()
    stopped = Signal()

    def __init__(self, opened: Opened, withheld: frozenset[str], publish: Publish) -> None:
        super().__init__(tr("Publish the results"), "publish_page", subtitle=opened.survey.title)
        self._work = partial(publish, opened, withheld)
        self._opened = opened
        self._withheld = withheld
        self.action_row.addWidget(Steps(return_steps(), 4, name="publish_steps", theme=self.theme))
        self.failure = FailurePanel("publish_failure", theme=self.theme)
        self.body.addWidget(self.failure)
        warnings = (("publish_refused", refused_words(opened.refused)), ("publish_crowded", crowded_words(opened)))
        for name, words in warnings:
            if words:
                self.body.addWidget(Note(NoteKind.WARNING, words, name, theme=self.theme))
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
        self.sure = SureBox(self.theme, comments=bool(opened.comments))
        rows = QVBoxLayout()
        rows.setSpacing(self.theme.px(SPACE_8))
        rows.addWidget(self.sure)
        bar = QHBoxLayout()
        bar.setSpacing(self.theme.px(SPACE_12))
        rows.addLayout(bar)
        self.bottom_bar().addLayout(rows, 1)
        self.go = primary_button(publish_words(opened), "publish_go", theme=self.theme)
        stop = link_button(tr("Stop, and publish later"), "publish_stop", theme=self.theme, size=16)
        bar.addWidget(self.go)
        if opened.comments:
            back = link_button(tr("Back to comments"), "publish_back", theme=self.theme, size=16)
            back.clicked.connect(self.comments_asked)
            bar.addWidget(back)
        bar.addWidget(stop)
        said = tr("Nothing is sent: results stand on this computer. They cannot change then.")
        bar.addWidget(hint(said, name="publish_said", theme=self.theme), 1)
        self.go.clicked.connect(self._on_go_clicked)
        stop.clicked.connect(self._on_stop_clicked)
        self.start_at(self.sure.box)

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

    def _list(self, title: str, name: str, lines: Sequence[str], shown: bool) -> Card:
        card = Card(title, name, theme=self.theme)
        icon, colour = (IconName.CHECK, palette.SUCCESS_TEXT) if shown else (IconName.LOCK, palette.INK_2)
        for number, line in enumerate(lines):
            row = QHBoxLayout()
            row.setSpacing(self.theme.px(SPACE_12))
            row.addWidget(IconView(icon, self.theme.px(20), colour))
            row.addWidget(body(line, name=f"{name}_{number}", theme=self.theme), 1)
            card.content.addLayout(row)
        return card

    def _on_stop_clicked(self) -> None:
        stop_reading(self, self._withheld, self.stopped)

    def _on_go_clicked(self) -> None:
        if not self.sure.insist():
            return
        self.failure.clear()
        words = tr("Working out what may be shown")
        run_task(self, self._work, done=self._on_published, failed=self._on_failed, words=words)

    def _on_published(self, publication: Publication) -> None:
        self.published.emit(publication)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, TeamHidden):
            # A team that came later and has too few answers that count: there is nothing to publish, as was said here.
            self.stopped.emit()
        elif not isinstance(error, Cancelled):
            self.failure.show_failure(error)
