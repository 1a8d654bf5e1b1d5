"""Workforce rates follow the DfE's formulas, to the decimal that it publishes."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamhealth.survey.workforce import Rate, WorkforceFigures, part_of, rate_of
from teamhealth.survey.workforce_reference import ENGLAND_2023

DAY = date(2023, 9, 30)
# As published for England; working days and days lost are not, so these give 3.2 by the formula.
ENGLAND = WorkforceFigures(
    DAY,
    in_post=Decimal("33119.1"),
    vacancies=Decimal("7722.7"),
    agency=Decimal("7173.5"),
    leavers=Decimal("5254.6"),
    days_lost=Decimal("268132"),
    working_days=Decimal(253),
    cases=Decimal(337055),
    case_holders=Decimal("21111.4"),
)


@pytest.mark.parametrize(
    ("rate", "expected"),
    [
        (Rate.TURNOVER, "15.9"),
        (Rate.VACANCY, "18.9"),
        (Rate.AGENCY, "17.8"),
        (Rate.ABSENCE, "3.2"),
        (Rate.CASELOAD, "16.0"),
    ],
)
def test_rates_of_england_are_those_published(rate: Rate, expected: str) -> None:
    assert rate_of(rate, ENGLAND) == Decimal(expected)
    assert ENGLAND_2023.rates[rate] == Decimal(expected)


def test_a_rate_needs_both_its_figures() -> None:
    assert all(rate_of(rate, WorkforceFigures(DAY, in_post=Decimal(8))) is None for rate in Rate)
    assert rate_of(Rate.CASELOAD, WorkforceFigures(DAY, cases=Decimal(90))) is None


def test_nobody_in_post_makes_no_rate() -> None:
    nobody = WorkforceFigures(DAY, in_post=Decimal(0), leavers=Decimal(2), vacancies=Decimal(0), agency=Decimal(0))
    assert [rate_of(rate, nobody) for rate in Rate] == [None] * 5


def test_vacancies_follow_from_the_establishment_where_they_are_not_given() -> None:
    figures = WorkforceFigures(DAY, establishment=Decimal(10), in_post=Decimal(8))
    assert rate_of(Rate.VACANCY, figures) == Decimal("20.0")
    assert rate_of(Rate.VACANCY, WorkforceFigures(DAY, establishment=Decimal(8), in_post=Decimal(9))) == Decimal("0.0")


def test_halves_are_rounded_up() -> None:
    assert rate_of(Rate.TURNOVER, WorkforceFigures(DAY, in_post=Decimal(2000), leavers=Decimal(1))) == Decimal("0.1")


def test_a_caseload_is_about_its_holders() -> None:
    figures = WorkforceFigures(DAY, people=9, in_post=Decimal(8), cases=Decimal(60), case_holders=Decimal("3.5"))
    part = part_of(Rate.CASELOAD, figures)
    assert part is not None
    assert part.people == 4


@given(st.decimals(min_value=0, max_value=500, places=2))
def test_as_many_people_as_their_hours_need(in_post: Decimal) -> None:
    headcount = WorkforceFigures(DAY, in_post=in_post).headcount
    assert in_post <= headcount < in_post + 1
