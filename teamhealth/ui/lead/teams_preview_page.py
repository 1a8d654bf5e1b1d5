"""The teams that a file would bring into the form, looked at before they take the place of those in it."""

from collections.abc import Sequence

from teamhealth.services.drafts import DraftTeam
from teamhealth.services.team_file import TeamsFromFile
from teamhealth.texts.catalogue import tr, trn
from teamhealth.ui.file_look import FileLook
from teamhealth.ui.results.table_rows import Table
from teamhealth.ui.widgets.note import NoteKind


class TeamsPreviewPage(FileLook):
    """The teams of a file, and how many teams of the form they take the place of."""

    def __init__(self, found: TeamsFromFile, before: Sequence[DraftTeam]) -> None:
        super().__init__(
            "teams_preview",
            tr("Look at the teams"),
            _counted(found),
            _notes(found, before),
            _table(found),
            crumb=tr("Set up a survey"),
        )
        self.offer(tr("Put them into the form"), tr("Leave the form as it is"))


def _notes(found: TeamsFromFile, before: Sequence[DraftTeam]) -> list[tuple[NoteKind, str]]:
    notes: list[tuple[NoteKind, str]] = []
    replaced = sum(team != DraftTeam() for team in before)
    if replaced:
        words = trn(
            "They take the place of {count} team in the form.",
            "They take the place of {count} teams in the form.",
            replaced,
        )
        notes.append((NoteKind.WARNING, words))
    if found.unused:
        notes.append((NoteKind.INFO, tr("Not used: {columns}.", columns=", ".join(found.unused))))
    return notes


def _counted(found: TeamsFromFile) -> str:
    teams = trn("{count} team", "{count} teams", len(found.teams))
    people = trn("{count} person", "{count} people", sum(team.headcount or 0 for team in found.teams))
    services = trn("{count} service", "{count} services", len(found.services))
    return tr("{file}: {teams} in {services}, {people}.", file=found.file, teams=teams, services=services,
              people=people)  # fmt: skip


def _table(found: TeamsFromFile) -> Table:
    heads = (tr("Area of service"), tr("Team"), tr("People"), tr("How many also get the report"))
    rows = tuple(
        (team.service or "–", team.name, str(team.headcount), str(team.answering_recipients)) for team in found.teams
    )
    return Table("teams_preview_table", tr("Teams of the file"), heads, rows)
