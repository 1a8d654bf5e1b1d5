"""Dated, sourced reference marks for workforce rates: England's, a region's and the council's own, as published."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from teamhealth.survey.workforce import Rate

OLD_AFTER_YEARS = 2
# As many as stand beside a rate on a page.
MOST_BESIDE = 3
SOURCE = "Department for Education, Children’s social work workforce"


class ReferenceLevel(StrEnum):
    """Whose figures a reference is."""

    ENGLAND = "england"
    REGION = "region"
    COUNCIL = "council"


@dataclass(frozen=True, slots=True)
class Reference:
    """Published rates of one place on one date; a rate that was not published, or suppressed, is not among them."""

    level: ReferenceLevel
    place: str
    as_of: date
    rates: Mapping[Rate, Decimal]
    source: str = SOURCE

    def is_old(self, today: date) -> bool:
        """Return whether the date lies more than two years back."""
        return today > _years_later(self.as_of, OLD_AFTER_YEARS)


# Leavers 5,254.6; in post 33,119.1; vacancies 7,722.7; agency 7,173.5; 337,055 cases by 21,111.4 holders.
ENGLAND_2023 = Reference(
    ReferenceLevel.ENGLAND,
    "England",
    date(2023, 9, 30),
    {
        Rate.TURNOVER: Decimal("15.9"),
        Rate.VACANCY: Decimal("18.9"),
        Rate.AGENCY: Decimal("17.8"),
        Rate.ABSENCE: Decimal("3.2"),
        Rate.CASELOAD: Decimal("16.0"),
    },
)


def newest_references(references: Iterable[Reference]) -> tuple[Reference, ...]:
    """Return the newest of each place, England first, then regions and councils by name.

    What comes with the program stands in for England where nothing newer was read in.
    """
    newest: dict[tuple[ReferenceLevel, str], Reference] = {}
    for each in (ENGLAND_2023, *references):
        key = (each.level, "" if each.level is ReferenceLevel.ENGLAND else each.place)
        if key not in newest or newest[key].as_of <= each.as_of:
            newest[key] = each
    order = list(ReferenceLevel)
    return tuple(sorted(newest.values(), key=lambda each: (order.index(each.level), each.place)))


def _years_later(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        # 29 February.
        return day.replace(year=day.year + years, day=28)
