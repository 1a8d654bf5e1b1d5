"""Publishing for good: what will be shown and what stays hidden, a box to tick, and the ways on and back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from teamhealth.failures import Cancelled
from teamhealth.figures import palette
from teamhealth.publication.types import Publication
from teamhealth.services.opened import Opened
from teamhealth.services.progress import Progress
from teamhealth.texts.catalogue import tr
from teamhealth.ui.columns import Columns, column
from teamhealth.ui.opening.opened_page import OpenedPage
from teamhealth.ui.opening.safeguarding_note import safeguarding_note
from teamhealth.ui.opening.stop_prompt import stop_reading
from teamhealth.ui.opening.sure_box import SureBox
from teamhealth.ui.problems.failure_panel import FailurePanel
from teamhealth.ui.tasks import run_task
from teamhealth.ui.theme import SPACE_8, SPACE_12, SPACE_24
from teamhealth.ui.widgets.buttons import link_button, primary_button
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.icons import IconName, IconView
from teamhealth.ui.widgets.note import Note, NoteKind
from teamhealth.ui.widgets.steps import Steps
from teamhealth.ui.widgets.text import body, hint

_NARROW_BELOW = 780

Publish = Callable[[Opened, frozenset[str], Progress], Publication]


@dataclass(frozen=True, slots=True)
class PublishWords:
    """What a page of publishing says: its steps, of which it is the last, warnings by name, both lists, and its bar."""

    subtitle: str
    steps: tuple[str, ...]
    warnings: tuple[tuple[str, str], ...]
    shown: tuple[str, ...]
    hidden: tuple[str, ...]
    go: str
    said: str


class Publishing(OpenedPage):
    """Publishes by ``publish`` once a box is ticked, where the focus starts.

    ``comments_asked`` goes back to the comments. What comes of it is told by ``_on_published`` and ``_on_failed``;
    the modules of the page that ``leads_to`` names are loaded with it.
    """

    comments_asked = Signal()
    leads_to = ""

    def __init__(self, opened: Opened, withheld: frozenset[str], publish: Publish, words: PublishWords) -> None:
        super().__init__(tr("Publish the results"), "publish_page", opened, words.subtitle)
        self._withheld = withheld
        self._work = partial(publish, opened, withheld)
        self.action_row.addWidget(Steps(words.steps, len(words.steps) - 1, name="publish_steps", theme=self.theme))
        self.failure = FailurePanel("publish_failure", theme=self.theme)
        self.body.addWidget(self.failure)
        for name, warning in words.warnings:
            self.body.addWidget(Note(NoteKind.WARNING, warning, name, theme=self.theme))
        if opened.comments:
            self.body.addWidget(safeguarding_note(self.theme))
        shown = self._list(tr("What will be shown"), "publish_shown", words.shown, True)
        hidden = self._list(tr("What stays hidden"), "publish_hidden", words.hidden, False)
        columns = (
            (column("publish_left", (shown,), self.theme), 60),
            (column("publish_right", (hidden,), self.theme), 40),
        )
        self.body.addWidget(Columns(columns, self.theme, narrow_below=_NARROW_BELOW, name="publish_columns"))
        self.body.addStretch(1)
        self.sure = SureBox(self.theme, comments=bool(opened.comments))
        self.bottom_bar().addLayout(self._bar(words), 1)
        self.start_at(self.sure.box)

    @property
    def withheld(self) -> frozenset[str]:
        """The keys of the comments that are withheld."""
        return self._withheld

    def _bar(self, words: PublishWords) -> QVBoxLayout:
        theme = self.theme
        rows = QVBoxLayout()
        rows.setSpacing(theme.px(SPACE_8))
        # Beside the box, which leaves more room than the buttons do in large text.
        above = QHBoxLayout()
        above.setSpacing(theme.px(SPACE_24))
        above.addWidget(self.sure)
        above.addWidget(hint(words.said, name="publish_said", theme=theme), 1)
        rows.addLayout(above)
        row = QHBoxLayout()
        row.setSpacing(theme.px(SPACE_12))
        rows.addLayout(row)
        go = primary_button(words.go, "publish_go", theme=theme)
        go.clicked.connect(self._on_go_clicked)
        row.addWidget(go)
        if self._opened.comments:
            back = link_button(tr("Back to comments"), "publish_back", theme=theme, size=16)
            back.clicked.connect(self.comments_asked)
            row.addWidget(back)
        stop = link_button(tr("Stop, and publish later"), "publish_stop", theme=theme, size=16)
        stop.clicked.connect(self._on_stop_clicked)
        row.addWidget(stop)
        row.addStretch(1)
        return rows

    def _list(self, title: str, name: str, lines: Sequence[str], shown: bool) -> Card:
        theme = self.theme
        card = Card(title, name, theme=theme)
        icon, colour = (IconName.CHECK, palette.SUCCESS_TEXT) if shown else (IconName.LOCK, palette.INK_2)
        for number, line in enumerate(lines):
            row = QHBoxLayout()
            row.setSpacing(theme.px(SPACE_12))
            row.addWidget(IconView(icon, theme.px(20), colour))
            row.addWidget(body(line, name=f"{name}_{number}", theme=theme), 1)
            card.content.addLayout(row)
        return card

    def _on_stop_clicked(self) -> None:
        stop_reading(self, self._withheld, self.stopped)

    def _on_go_clicked(self) -> None:
        if not self.sure.insist():
            return
        self.failure.clear()
        words = tr("Working out what may be shown")
        run_task(
            self,
            partial(_work_and_load, self._work, self.leads_to),
            done=self._on_published,
            failed=self._on_failed,
            words=words,
        )

    def _on_published(self, publication: Publication) -> None:
        raise NotImplementedError

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self.failure.show_failure(error)


def _work_and_load(work: Callable[[Progress], Publication], leads_to: str, progress: Progress) -> Publication:
    # Behind the panel: on the screen's thread the window would stand still for it once everything is done.
    if leads_to:
        import_module(leads_to)
    return work(progress)
