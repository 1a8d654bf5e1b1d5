"""Takes the teams of a survey from a file into its draft: looked at first, all of them or none."""

from dataclasses import dataclass
from pathlib import Path

from teamhealth.exchange.team_table import read_team_table
from teamhealth.services.drafts import DraftTeam


@dataclass(frozen=True, slots=True)
class TeamsFromFile:
    """The teams that a file holds, and the heads of columns that nothing was taken from."""

    file: str
    teams: tuple[DraftTeam, ...]
    unused: tuple[str, ...]

    @property
    def services(self) -> tuple[str, ...]:
        """The areas of service, in the order of the file."""
        return tuple(dict.fromkeys(team.service for team in self.teams if team.service))


def read_teams(path: Path) -> TeamsFromFile:
    """Return the teams of a CSV or XLSX file; FileUnreadable or TableInvalid for one that cannot be taken."""
    table = read_team_table(path)
    teams = tuple(DraftTeam(each.team, each.headcount, each.recipients, each.service) for each in table.teams)
    return TeamsFromFile(table.file, teams, table.unused)
