"""Workforce figures of teams and services, one row a date; a team's days lost are never stored."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from teamhealth.storage.library import Store
from teamhealth.survey.units import UnitKind
from teamhealth.survey.workforce import WorkforceFigures

_HUNDREDTHS = 100
_SAVE = """INSERT INTO workforce (kind, unit, as_of, people, establishment, in_post, vacancies, agency, leavers,
        days_lost, working_days, cases, case_holders)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (kind, unit, as_of) DO UPDATE SET people = excluded.people, establishment = excluded.establishment,
        in_post = excluded.in_post, vacancies = excluded.vacancies, agency = excluded.agency,
        leavers = excluded.leavers, days_lost = excluded.days_lost, working_days = excluded.working_days,
        cases = excluded.cases, case_holders = excluded.case_holders"""


def save(store: Store, kind: UnitKind, unit: str, figures: WorkforceFigures) -> None:
    """Store a unit's figures of one date in place of earlier ones of that date; a team's days lost are left out."""
    kept = replace(figures, days_lost=None) if kind is UnitKind.TEAM else figures
    numbers = (
        kept.establishment, kept.in_post, kept.vacancies, kept.agency, kept.leavers, kept.days_lost,
        kept.working_days, kept.cases, kept.case_holders,
    )  # fmt: skip
    store.execute(
        _SAVE, (kind.value, unit, kept.as_of.isoformat(), kept.people, *(_hundredths(each) for each in numbers))
    )


def all_figures(store: Store, kind: UnitKind) -> dict[str, tuple[WorkforceFigures, ...]]:
    """Return the figures of all teams or of all services, each unit's newest first."""
    found: dict[str, list[WorkforceFigures]] = {}
    for unit, as_of, people, *numbers in store.execute(
        "SELECT unit, as_of, people, establishment, in_post, vacancies, agency, leavers, days_lost, working_days,"
        " cases, case_holders FROM workforce WHERE kind = ? ORDER BY unit, as_of DESC",
        (kind.value,),
    ).fetchall():
        figures = WorkforceFigures(date.fromisoformat(as_of), people, *(_decimal(each) for each in numbers))
        found.setdefault(unit, []).append(figures)
    return {unit: tuple(each) for unit, each in found.items()}


def delete(store: Store, kind: UnitKind, unit: str, as_of: date) -> None:
    """Delete a unit's figures of one date; those that are not there are no error."""
    store.execute(
        "DELETE FROM workforce WHERE kind = ? AND unit = ? AND as_of = ?", (kind.value, unit, as_of.isoformat())
    )


def _hundredths(value: Decimal | None) -> int | None:
    return None if value is None else int(value * _HUNDREDTHS)


def _decimal(value: int | None) -> Decimal | None:
    return None if value is None else Decimal(value) / _HUNDREDTHS
