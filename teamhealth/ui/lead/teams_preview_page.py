"""The teams that a file would bring into the form, looked at before they take the place of those in it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from teamhealth.services.drafts import DraftTeam
from teamhealth.services.team_file import TeamsFromFile
from teamhealth.texts.catalogue import tr, trn
from teamhealth.ui.results.table_rows import Table
from teamhealth.ui.results.tables import WordsView
from teamhealth.ui.widgets.buttons import primary_button, secondary_button
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.note import Note, NoteKind
from teamhealth.ui.widgets.page import Page


class TeamsPreviewPage(Page):
    """``accepted`` to put the teams into the form, ``left`` to leave the form as it is."""

    accepted = Signal()
    left = Signal()

    def __init__(self, found: TeamsFromFile, before: Sequence[DraftTeam]) -> None:
        super().__init__(
            tr("Look at the teams"), "teams_preview", subtitle=_counted(found), crumb=tr("Set up a survey")
        )
        replaced = [team for team in before if team != DraftTeam()]
        if replaced:
            words = trn(
                "They take the place of {count} team in the form.",
                "They take the place of {count} teams in the form.",
                len(replaced),
            )
            self.body.addWidget(Note(NoteKind.WARNING, words, "teams_preview_replaced", theme=self.theme))
        if found.unused:
            words = tr("Not used: {columns}.", columns=", ".join(found.unused))
            self.body.addWidget(Note(NoteKind.INFO, words, "teams_preview_unused", theme=self.theme))
        card = Card(None, "teams_preview_card", theme=self.theme)
        card.content.addWidget(WordsView(_table(found), self.theme))
        self.body.addWidget(card)
        self.body.addStretch(1)
        bar = self.bottom_bar()
        take = primary_button(tr("Put them into the form"), "teams_preview_take", theme=self.theme)
        leave = secondary_button(tr("Leave the form as it is"), "teams_preview_leave", theme=self.theme)
        bar.addWidget(take)
        bar.addWidget(leave)
        bar.addStretch(1)
        take.clicked.connect(self.accepted)
        leave.clicked.connect(self.left)
        self.crumb_followed.connect(self.left)
        self.start_at(take)


def _counted(found: TeamsFromFile) -> str:
    teams = trn("{count} team", "{count} teams", len(found.teams))
    people = trn("{count} person", "{count} people", sum(team.headcount or 0 for team in found.teams))
    services = trn("{count} service", "{count} services", len(found.services))
    return tr("{file}: {teams} in {services}, {people}.", file=found.file, teams=teams, services=services,
              people=people)  # fmt: skip


def _table(found: TeamsFromFile) -> Table:
    heads = (tr("Area of service"), tr("Team"), tr("People"), tr("Of them get the report"))
    rows = tuple(
        (team.service or "–", team.name, str(team.headcount), str(team.answering_recipients)) for team in found.teams
    )
    return Table("teams_preview_table", tr("Teams of the file"), heads, rows)
