"""Workforce figures from the tables that HR systems give: a row for a team or a service, and a date."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from teamhealth.exchange.columns import Found, UnsureNumber, find_columns, first_problems, is_sum, read_number, shown
from teamhealth.exchange.table_file import Row, read_table
from teamhealth.exchange.workbook import Limits, Oddity
from teamhealth.failures import TableInvalid
from teamhealth.survey.identities import plain
from teamhealth.survey.organisation import LONGEST_NAME
from teamhealth.survey.readable import problem_with_text
from teamhealth.survey.workforce import WorkforceFigures
from teamhealth.survey.workforce_checks import FIELDS, figure_problems, figures_from
from teamhealth.survey.workforce_words import field_name
from teamhealth.texts.catalogue import tr
from teamhealth.texts.dates import read_date

LIMITS = Limits(rows=20_001, columns=60)
WORDINGS: Mapping[str, tuple[str, ...]] = {
    "team": ("team", "team name", "team title", "unit", "unit name", "cost centre name"),
    "service": ("service", "service name", "service area", "area of service", "area", "division", "department",
                "directorate"),
    "as_of": ("date", "as of", "as at", "date of count", "count date", "snapshot date", "census date", "period end",
              "period ending", "month end", "effective date", "report date"),
    "people": ("people", "headcount", "head count", "people in post", "staff headcount", "employees", "heads"),
    "establishment": ("establishment", "established posts", "establishment posts", "budgeted establishment",
                      "funded establishment", "posts", "budgeted posts", "funded posts", "budgeted", "budget"),
    "in_post": ("in post", "staff in post", "fte", "wte", "fte in post", "actual", "contracted", "filled",
                "filled posts", "actual in post", "in-post"),
    "vacancies": ("vacancies", "vacant", "vacant posts", "vacancy", "unfilled posts"),
    "agency": ("agency", "agency workers", "agency staff", "agency social workers", "locums", "agency in post"),
    "leavers": ("leavers", "leavers in the year", "leavers in year", "leavers last 12 months", "leavers 12 months",
                "leavers rolling 12 months", "leavers in last 12 months"),
    "days_lost": ("days lost", "days lost to sickness", "sickness days", "sick days", "working days lost",
                  "sickness days lost", "sickness absence days", "absence days", "days sick", "days lost in the year"),
    "working_days": ("working days", "working days in the year", "working days in year", "working days a year",
                     "working days per year", "contracted days", "available days"),
    "cases": ("cases", "open cases", "cases held", "case count", "allocated cases", "children and families"),
    "case_holders": ("case holders", "caseholders", "case holding social workers", "case holding", "holders",
                     "social workers with cases"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class WorkforceRow:
    """A row: of a team, or with '' for the team of a whole service; ``service`` may be '' for a team."""

    number: int
    service: str
    team: str
    figures: WorkforceFigures


@dataclass(frozen=True, slots=True)
class WorkforceTable:
    """The rows of a table, and the heads of columns that nothing was taken from."""

    file: str
    rows: tuple[WorkforceRow, ...]
    unused: tuple[str, ...]


def read_workforce_table(path: Path, today: date) -> WorkforceTable:
    """Return the rows of a CSV or XLSX file.

    Raises
    ------
    FileUnreadable
        If it is no table.
    TableInvalid
        With every problem by row and column, twenty at most; nothing is taken then.
    """
    table = read_table(path, LIMITS)
    problems: list[str] = []
    found = find_columns(table, WORDINGS, problems)
    problems += _missing(found)
    if problems:
        raise TableInvalid(path.name, tuple(first_problems(problems)))
    rows = [_row(row, found, today, problems) for row in table.rows]
    problems += _repeated([row for row in rows if row is not None])
    if not table.rows:
        problems.append(tr("There is no row below the heads."))
    if problems:
        raise TableInvalid(path.name, tuple(first_problems(problems)))
    return WorkforceTable(path.name, tuple(row for row in rows if row is not None), found.unused)


def _missing(found: Found) -> Iterator[str]:
    if "team" not in found.places and "service" not in found.places:
        yield tr("There is no column ‘Team’ or ‘Service’.")
    if "as_of" not in found.places:
        yield tr("There is no column ‘Date’.")
    if not any(each in found.places for each in FIELDS):
        yield tr("There is no column with a workforce figure, such as ‘In post’.")


def _row(row: Row, found: Found, today: date, problems: list[str]) -> WorkforceRow | None:
    before = len(problems)
    names = {column: found.cell(row, column) for column in ("service", "team")}
    if any(is_sum(name) for name in names.values()):
        return None
    for name in names.values():
        if isinstance(name, Oddity) or (name and problem_with_text(name, LONGEST_NAME)):
            problems.append(tr("Row {row}: ‘{name}’ cannot be a name.", row=row.number, name=shown(name)))
    if not any(names.values()):
        problems.append(tr("Row {row}: there is no team or service.", row=row.number))
    as_of = _day(found.cell(row, "as_of"), row.number, today, problems)
    values = _values(row, found, problems)
    if as_of is None or len(problems) > before:
        return None
    figures = figures_from(as_of, values)
    problems += [
        tr("Row {row}, {column}: {problem}", row=row.number, column=field_name(each.field), problem=each.text)
        for each in figure_problems(figures)
        if each.blocking
    ]
    return WorkforceRow(row.number, str(names["service"]), str(names["team"]), figures)


def _day(cell: str | Oddity, row: int, today: date, problems: list[str]) -> date | None:
    day = None if isinstance(cell, Oddity) else read_date(cell)
    if day is None:
        words = tr("Row {row}: ‘{date}’ is not a date such as 30 September 2026.", row=row, date=shown(cell))
        problems.append(words)
    elif day > today:
        problems.append(tr("Row {row}: the date has not come yet.", row=row))
    return day


def _values(row: Row, found: Found, problems: list[str]) -> dict[str, Decimal | None]:
    values: dict[str, Decimal | None] = {}
    for column in FIELDS:
        cell = found.cell(row, column)
        try:
            values[column] = read_number(cell, decimal_commas=found.decimal_commas)
        except UnsureNumber:
            what = tr("‘{value}’ may be thousands or a decimal: write it without the comma", value=shown(cell))
            problems.append(_at(row, column, what))
        except ValueError:
            what = (
                tr("there is a formula: put the number in its place")
                if cell is Oddity.FORMULA
                else tr("‘{value}’ is not a number", value=shown(cell))
            )
            problems.append(_at(row, column, what))
    return values


def _at(row: Row, column: str, problem: str) -> str:
    return tr("Row {row}, {column}: {problem}.", row=row.number, column=field_name(column), problem=problem)


def _repeated(rows: list[WorkforceRow]) -> Iterator[str]:
    first: dict[tuple[str, str, date], int] = {}
    for row in rows:
        key = ("" if row.team else plain(row.service), plain(row.team), row.figures.as_of)
        if key in first:
            name = row.team or row.service
            yield tr("Row {row}: {name} on this date is in row {other} too.", row=row.number, name=shown(name),
                     other=first[key])  # fmt: skip
        first.setdefault(key, row.number)
