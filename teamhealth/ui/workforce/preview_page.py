"""What a file would bring, looked at before anything of it is stored."""

from PySide6.QtCore import Signal

from teamhealth.services.workforce_import import PlannedImport
from teamhealth.survey.units import UnitKind
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.lists import and_list
from teamhealth.ui.results.tables import WordsView
from teamhealth.ui.widgets.buttons import primary_button, secondary_button
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.note import Note, NoteKind
from teamhealth.ui.widgets.page import Page
from teamhealth.ui.widgets.text import hint
from teamhealth.ui.workforce.figure_tables import MOST_ROWS, preview_table

_MOST_NAMES = 12


class PreviewPage(Page):
    """``accepted`` to store it all, ``left`` to store nothing."""

    accepted = Signal()
    left = Signal()

    def __init__(self, planned: PlannedImport) -> None:
        title = tr("Look at it before it is taken in")
        super().__init__(title, "workforce_preview_page", subtitle=_counted(planned), crumb=tr("Workforce figures"))
        for number, (kind, words) in enumerate(_notes(planned)):
            self.body.addWidget(Note(kind, words, f"preview_note_{number}", theme=self.theme))
        card = Card(None, "preview_card", theme=self.theme)
        table = preview_table(planned)
        card.setAccessibleName(table.title)
        card.content.addWidget(WordsView(table, self.theme))
        more = len(planned.figures) - MOST_ROWS
        if more > 0:
            words = trn("And {count} more row.", "And {count} more rows.", more)
            card.content.addWidget(hint(words, name="preview_more", theme=self.theme))
        self.body.addWidget(card)
        self.body.addStretch(1)
        bar = self.bottom_bar()
        take = primary_button(tr("Take it all in"), "preview_take", theme=self.theme)
        leave = secondary_button(tr("Take nothing"), "preview_leave", theme=self.theme)
        bar.addWidget(take)
        bar.addWidget(leave)
        bar.addStretch(1)
        take.clicked.connect(self.accepted)
        leave.clicked.connect(self.left)
        self.crumb_followed.connect(self.left)
        self.start_at(take)


def _counted(planned: PlannedImport) -> str:
    teams = trn("{count} team", "{count} teams", planned.count(UnitKind.TEAM))
    services = trn("{count} service", "{count} services", planned.count(UnitKind.SERVICE))
    return tr("{file}: {teams} and {services} of {organisation}.", file=planned.file, teams=teams, services=services,
              organisation=planned.organisation.name)  # fmt: skip


def _notes(planned: PlannedImport) -> list[tuple[NoteKind, str]]:
    found: list[tuple[NoteKind, str]] = []
    new = [each.name for each in planned.new_units]
    if new:
        names = and_list(new if len(new) <= _MOST_NAMES else [*new[:_MOST_NAMES], tr("others")])
        words = tr("New here, and added if you take it in: {names}. Check that none is misspelt.", names=names)
        found.append((NoteKind.WARNING, words))
    found += [(NoteKind.INFO, each) for each in planned.notes]
    if planned.unused:
        words = tr("Not used: {columns}.", columns=", ".join(planned.unused))
        found.append((NoteKind.INFO, words))
    return found
