"""Published workforce rates that were read in: the newest of England, a region and a council."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from teamhealth.storage.library import Store
from teamhealth.survey.workforce import Rate
from teamhealth.survey.workforce_reference import Reference, ReferenceLevel

_TENTHS = 10
# In the order of the table's columns.
_RATES = (Rate.TURNOVER, Rate.VACANCY, Rate.AGENCY, Rate.ABSENCE, Rate.CASELOAD)


def save_all(store: Store, references: Iterable[Reference]) -> None:
    """Store references in place of those of the same places; older ones than are there already are passed over."""
    kept = {(each.level, each.place): each.as_of for each in all_references(store)}
    for each in references:
        if each.as_of < kept.get((each.level, each.place), each.as_of):
            continue
        store.execute(
            "INSERT OR REPLACE INTO workforce_reference"
            " (level, place, as_of, source, turnover, vacancy, agency, absence, caseload)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (each.level.value, each.place, each.as_of.isoformat(), each.source,
             *(_tenths(each.rates.get(rate)) for rate in _RATES)),
        )  # fmt: skip


def all_references(store: Store) -> tuple[Reference, ...]:
    """Return all that is stored."""
    found = store.execute(
        "SELECT level, place, as_of, source, turnover, vacancy, agency, absence, caseload FROM workforce_reference"
        " ORDER BY level, place"
    ).fetchall()
    return tuple(
        Reference(
            ReferenceLevel(level),
            place,
            date.fromisoformat(as_of),
            {rate: Decimal(value).scaleb(-1) for rate, value in zip(_RATES, values, strict=True) if value is not None},
            source,
        )
        for level, place, as_of, source, *values in found
    )


def _tenths(value: Decimal | None) -> int | None:
    return None if value is None else int(value * _TENTHS)
