"""A page on which what a file would bring is looked at before any of it is taken."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from teamhealth.ui.results.table_rows import Table
from teamhealth.ui.results.tables import WordsView
from teamhealth.ui.widgets.buttons import primary_button, secondary_button
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.note import Note, NoteKind
from teamhealth.ui.widgets.page import Page


class FileLook(Page):
    """Notes, then a table in ``card``; ``accepted`` to take it all, ``left`` to take nothing.

    The widgets are named after the page: ``<name>_note_0``, ``<name>_take``, ``<name>_leave``.
    """

    accepted = Signal()
    left = Signal()

    def __init__(
        self, name: str, title: str, subtitle: str, notes: Sequence[tuple[NoteKind, str]], table: Table, *, crumb: str
    ) -> None:
        super().__init__(title, name, subtitle=subtitle, crumb=crumb)
        for number, (kind, words) in enumerate(notes):
            self.body.addWidget(Note(kind, words, f"{name}_note_{number}", theme=self.theme))
        self.card = Card(None, f"{name}_card", theme=self.theme)
        self.card.setAccessibleName(table.title)
        self.card.content.addWidget(WordsView(table, self.theme))
        self.body.addWidget(self.card)
        self.body.addStretch(1)
        self.crumb_followed.connect(self.left)

    def offer(self, take: str, leave: str) -> None:
        """Put the two ways on into the bar; taking it all has the focus."""
        bar = self.bottom_bar()
        go = primary_button(take, f"{self.objectName()}_take", theme=self.theme)
        back = secondary_button(leave, f"{self.objectName()}_leave", theme=self.theme)
        bar.addWidget(go)
        bar.addWidget(back)
        bar.addStretch(1)
        go.clicked.connect(self.accepted)
        back.clicked.connect(self.left)
        self.start_at(go)
