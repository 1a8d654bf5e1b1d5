"""Services, teams and headcounts from a table that somebody keeps: a row a team."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from teamhealth.exchange.columns import Found, find_columns, first_problems, is_sum, read_number, shown
from teamhealth.exchange.table_file import Row, read_table
from teamhealth.exchange.workbook import Limits, Oddity
from teamhealth.failures import TableInvalid
from teamhealth.survey.identities import plain
from teamhealth.survey.organisation import LARGEST_HEADCOUNT, LONGEST_NAME
from teamhealth.survey.readable import problem_with_text
from teamhealth.texts.catalogue import tr

MOST_TEAMS = 500
LIMITS = Limits(rows=MOST_TEAMS + 1, columns=60)
TEAM, SERVICE, HEADCOUNT, RECIPIENTS = "team", "service", "headcount", "recipients"
WORDINGS = {
    TEAM: ("team", "team name", "team title", "unit", "unit name"),
    SERVICE: ("service", "service name", "service area", "area of service", "area", "division", "department"),
    HEADCOUNT: ("people", "headcount", "head count", "staff", "staff headcount", "team size", "size", "members"),
    RECIPIENTS: ("of them get the report", "get the report", "recipients", "recipients answering",
                 "managers answering"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class TeamLine:
    """A team, its area of service ('' for none), its people, and how many of them receive the report and answer."""

    team: str
    service: str
    headcount: int
    recipients: int = 0


@dataclass(frozen=True, slots=True)
class TeamTable:
    """The teams of a table, and the heads of columns that nothing was taken from."""

    file: str
    teams: tuple[TeamLine, ...]
    unused: tuple[str, ...]


def read_team_table(path: Path) -> TeamTable:
    """Return the teams of a CSV or XLSX file.

    Raises
    ------
    FileUnreadable
        If it is no table, or of more teams than a form can hold.
    TableInvalid
        With every problem by row and column, twenty at most; nothing is taken then.
    """
    table = read_table(path, LIMITS)
    problems: list[str] = []
    found = find_columns(table, WORDINGS, problems)
    for column, words in ((TEAM, tr("Team")), (HEADCOUNT, tr("People"))):
        if column not in found.places:
            problems.append(tr("There is no column ‘{column}’.", column=words))
    rows = [row for row in table.rows if not any(is_sum(found.cell(row, each)) for each in (TEAM, SERVICE))]
    if not problems and not rows:
        problems.append(tr("There is no row below the heads."))
    lines = [] if problems else [(row, _line(row, found, problems)) for row in rows]
    problems += _repeated(lines)
    if problems:
        raise TableInvalid(path.name, tuple(first_problems(problems)))
    return TeamTable(path.name, tuple(line for _, line in lines), found.unused)


def _line(row: Row, found: Found, problems: list[str]) -> TeamLine:
    names = {column: found.cell(row, column) for column in (TEAM, SERVICE)}
    if not names[TEAM]:
        problems.append(tr("Row {row}: there is no team.", row=row.number))
    for name in names.values():
        if isinstance(name, Oddity) or (name and problem_with_text(name, LONGEST_NAME)):
            problems.append(tr("Row {row}: ‘{name}’ cannot be a name.", row=row.number, name=shown(name)))
    headcount = _whole(row, found, HEADCOUNT, problems)
    if headcount is not None and not 1 <= headcount <= LARGEST_HEADCOUNT:
        problems.append(tr("Row {row}: a team has 1 to {count} people.", row=row.number, count=LARGEST_HEADCOUNT))
    recipients = _whole(row, found, RECIPIENTS, problems) if found.cell(row, RECIPIENTS) else 0
    if headcount is not None and recipients is not None and recipients > headcount:
        words = tr("Row {row}: more people get the report than are in the team.", row=row.number)
        problems.append(words)
    return TeamLine(str(names[TEAM]), str(names[SERVICE]), headcount or 0, recipients or 0)


def _whole(row: Row, found: Found, column: str, problems: list[str]) -> int | None:
    cell = found.cell(row, column)
    try:
        number = read_number(cell, decimal_commas=found.decimal_commas)
    except ValueError:
        number = None
    if number is None or number != int(number):
        problems.append(tr("Row {row}: ‘{value}’ is not a number of people.", row=row.number, value=shown(cell)))
        return None
    return int(number)


def _repeated(lines: list[tuple[Row, TeamLine]]) -> Iterator[str]:
    first: dict[str, int] = {}
    for row, line in lines:
        key = plain(line.team)
        if key and key in first:
            yield tr("Row {row}: {name} is in row {other} too.", row=row.number, name=shown(line.team),
                     other=first[key])  # fmt: skip
        first.setdefault(key, row.number)
