"""The DfE's yearly indicators of the children's social work workforce, from the CSV that it publishes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from teamhealth.exchange.columns import Found, find_columns, first_problems, shown
from teamhealth.exchange.table_file import Row, read_table
from teamhealth.exchange.workbook import Limits, Oddity
from teamhealth.failures import TableInvalid
from teamhealth.survey.identities import plain
from teamhealth.survey.workforce import ONE_PLACE, Rate
from teamhealth.survey.workforce_reference import Reference, ReferenceLevel
from teamhealth.texts.catalogue import tr

LIMITS = Limits(rows=200_001, columns=200)
# The count is taken on 30 September of each year.
_MONTH, _DAY = 9, 30
_COLUMNS = {
    Rate.TURNOVER: "turnover_rate_fte",
    Rate.VACANCY: "vacancy_rate_fte",
    Rate.AGENCY: "agency_rate_fte",
    Rate.ABSENCE: "absence_rate_fte",
    Rate.CASELOAD: "caseload_fte",
}
_PLACES = ("time_period", "geographic_level", "region_name", "la_name")
_LEVELS = {
    "national": ReferenceLevel.ENGLAND,
    "regional": ReferenceLevel.REGION,
    "local authority": ReferenceLevel.COUNCIL,
}
# How the statistics mark what is not available, not applicable, confidential or too low.
_SUPPRESSED = frozenset({"", "z", "c", ":", "x", "u", "k", "-", ".", "..", "low"})
_NUMBER = re.compile(r"[0-9]{1,6}(\.[0-9]{1,20})?")
_YEAR = re.compile(r"(20[0-9]{2})(?:[-/]?([0-9]{2}))?")


@dataclass(frozen=True, slots=True)
class PublishedIndicators:
    """The newest year of each place; ``regions`` says which region each council is in."""

    references: tuple[Reference, ...]
    regions: dict[str, str]

    @property
    def councils(self) -> tuple[str, ...]:
        """The names of all councils, in order."""
        return tuple(sorted(self.regions))

    def of_council(self, council: str) -> tuple[Reference, ...]:
        """Return England, a council's region, and the council; '' for England alone."""
        wanted = {
            ReferenceLevel.ENGLAND: None,
            ReferenceLevel.REGION: self.regions.get(council, ""),
            ReferenceLevel.COUNCIL: council,
        }
        return tuple(each for each in self.references if wanted[each.level] in {None, each.place})


def read_indicators(path: Path) -> PublishedIndicators:
    """Return what the DfE's file says.

    Raises
    ------
    FileUnreadable
        If it is no table.
    TableInvalid
        If columns are missing or a value is no number, by row; nothing is taken then.
    """
    table = read_table(path, LIMITS)
    problems: list[str] = []
    found = find_columns(table, {each: (each,) for each in (*_PLACES, *_COLUMNS.values())}, problems, plain)
    problems += _missing(found)
    if problems:
        raise TableInvalid(path.name, tuple(first_problems(problems)))
    references: dict[tuple[ReferenceLevel, str], Reference] = {}
    regions: dict[str, str] = {}
    for row in table.rows:
        reference = _reference(row, found, problems)
        if reference is None:
            continue
        if reference.level is ReferenceLevel.COUNCIL:
            regions[reference.place] = str(found.cell(row, "region_name"))
        _keep_newest(references, reference, row, problems)
    if not references and not problems:
        problems.append(tr("There is no row of England, a region or a council."))
    if problems:
        raise TableInvalid(path.name, tuple(first_problems(problems)))
    return PublishedIndicators(tuple(references.values()), regions)


def council_named(organisation: str, councils: Sequence[str]) -> str:
    """Return the council that an organisation's name means, such as 'Exampleshire' of 'Exampleshire Council'; or ''."""
    wanted = _bare(organisation)
    return next((each for each in councils if _bare(each) == wanted), "")


def _bare(name: str) -> str:
    idle = {"council", "county", "city", "borough", "london", "royal", "metropolitan", "district", "of", "the", "and"}
    words = [each for each in re.split(r"\W+", plain(name)) if each and each not in idle]
    return " ".join(words) or plain(name)


def _missing(found: Found) -> Iterator[str]:
    for column in (*_PLACES, *_COLUMNS.values()):
        if column not in found.places:
            yield tr("There is no column ‘{column}’.", column=column)


def _reference(row: Row, found: Found, problems: list[str]) -> Reference | None:
    level = _LEVELS.get(plain(str(found.cell(row, "geographic_level"))))
    if level is None:
        return None
    year = _YEAR.fullmatch(str(found.cell(row, "time_period")))
    if year is None:
        problems.append(tr("Row {row}: ‘time_period’ is not a year.", row=row.number))
        return None
    names = {ReferenceLevel.ENGLAND: "England", ReferenceLevel.REGION: str(found.cell(row, "region_name")),
             ReferenceLevel.COUNCIL: str(found.cell(row, "la_name"))}  # fmt: skip
    if not names[level]:
        problems.append(tr("Row {row}: there is no name of the place.", row=row.number))
        return None
    rates = {rate: value for rate in Rate if (value := _rate(row, found, rate, problems)) is not None}
    last = int(year[2]) + 2000 if year[2] else int(year[1])
    return Reference(level, names[level], date(last, _MONTH, _DAY), rates)


def _rate(row: Row, found: Found, rate: Rate, problems: list[str]) -> Decimal | None:
    cell = found.cell(row, _COLUMNS[rate])
    written = cell.removesuffix("%").strip().casefold()
    if not isinstance(cell, Oddity) and written in _SUPPRESSED:
        return None
    if isinstance(cell, Oddity) or not written.isascii() or not _NUMBER.fullmatch(written):
        words = tr("Row {row}, {column}: ‘{value}’ is not a number.", row=row.number, column=_COLUMNS[rate],
                   value=shown(cell))  # fmt: skip
        problems.append(words)
        return None
    return Decimal(written).quantize(ONE_PLACE, ROUND_HALF_UP)


def _keep_newest(
    references: dict[tuple[ReferenceLevel, str], Reference], new: Reference, row: Row, problems: list[str]
) -> None:
    key = (new.level, new.place)
    before = references.get(key)
    if before is not None and before.as_of == new.as_of and before != new:
        problems.append(tr("Row {row}: {place} is there twice for the year.", row=row.number, place=shown(new.place)))
    if before is None or before.as_of <= new.as_of:
        references[key] = new
