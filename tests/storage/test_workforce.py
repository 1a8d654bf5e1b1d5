"""Workforce figures come back as they were entered; nobody's absence is kept by team."""

import sqlite3
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from teamhealth.storage import references, workforce
from teamhealth.survey.units import UnitKind
from teamhealth.survey.workforce import Rate, WorkforceFigures
from teamhealth.survey.workforce_reference import ENGLAND_2023, Reference, ReferenceLevel
from tests.invented import TEAM_ID
from tests.storage.rooms import opened

FIGURES = WorkforceFigures(
    date(2026, 9, 30), 9, *(Decimal(each) for each in ("10", "8.53", "1.47", "0.5", "2", "31.25", "253", "104", "7.1"))
)


def test_figures_of_a_service_come_back_exactly_newest_first(tmp_path: Path) -> None:
    older = WorkforceFigures(date(2025, 9, 30), in_post=Decimal("7.1"))
    with opened(tmp_path) as store:
        for each in (FIGURES, older):
            workforce.save(store, UnitKind.SERVICE, "s", each)
        assert workforce.all_figures(store, UnitKind.SERVICE) == {"s": (FIGURES, older)}
        assert workforce.all_figures(store, UnitKind.TEAM) == {}


def test_a_teams_days_lost_are_never_stored(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        workforce.save(store, UnitKind.TEAM, TEAM_ID, FIGURES)
        assert workforce.all_figures(store, UnitKind.TEAM) == {TEAM_ID: (replace(FIGURES, days_lost=None),)}
        with pytest.raises(sqlite3.IntegrityError):
            store.execute("UPDATE workforce SET days_lost = 3125")


def test_another_count_of_the_same_day_replaces_the_first(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        workforce.save(store, UnitKind.TEAM, TEAM_ID, FIGURES)
        again = WorkforceFigures(FIGURES.as_of, in_post=Decimal(6))
        workforce.save(store, UnitKind.TEAM, TEAM_ID, again)
        assert workforce.all_figures(store, UnitKind.TEAM) == {TEAM_ID: (again,)}
        workforce.delete(store, UnitKind.TEAM, TEAM_ID, FIGURES.as_of)
        workforce.delete(store, UnitKind.TEAM, TEAM_ID, FIGURES.as_of)
        assert workforce.all_figures(store, UnitKind.TEAM) == {}


def test_a_newer_reference_replaces_an_older_one_and_not_the_other_way(tmp_path: Path) -> None:
    newer = replace(ENGLAND_2023, as_of=date(2025, 9, 30), rates={Rate.TURNOVER: Decimal("13.8")})
    region = Reference(ReferenceLevel.REGION, "North Vale", date(2024, 9, 30), {})
    with opened(tmp_path) as store:
        references.save_all(store, [newer, region])
        references.save_all(store, [ENGLAND_2023])
        assert references.all_references(store) == (newer, region)
        references.save_all(store, [replace(newer, rates={Rate.TURNOVER: Decimal("13.0")})])
        assert str(references.all_references(store)[0].rates[Rate.TURNOVER]) == "13.0"
