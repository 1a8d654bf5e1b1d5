"""Workforce figures that a manager or HR enters, and the five rates made of them as the DfE defines them.

Everything is counted full-time equivalent (FTE), on one date, the year being the twelve months up to it. None of it
comes from answers, and none of it enters a survey's figures.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from math import ceil

ONE_PLACE = Decimal("0.1")


class Rate(StrEnum):
    """A rate that the DfE publishes each year; all are per cent but the caseload, which is cases a holder."""

    TURNOVER = "turnover"
    VACANCY = "vacancy"
    AGENCY = "agency"
    ABSENCE = "absence"
    CASELOAD = "caseload"


@dataclass(frozen=True, slots=True)
class WorkforceFigures:
    """What was counted of one team or service; what nobody knows is None.

    Attributes
    ----------
    as_of : date
        The day of the count, and the last of the year that leavers and days lost are of.
    people : int or None
        People in post, however many hours they work.
    establishment, in_post, vacancies, agency : Decimal or None
        Posts, people in post, unfilled posts and agency workers, FTE.
    leavers : Decimal or None
        Who left in the year, FTE.
    days_lost : Decimal or None
        Working days lost to sickness in the year.
    working_days : Decimal or None
        Days that one full-time person works in a year, such as 253.
    cases, case_holders : Decimal or None
        Children and families held, and the people who hold them, FTE.
    """

    as_of: date
    people: int | None = None
    establishment: Decimal | None = None
    in_post: Decimal | None = None
    vacancies: Decimal | None = None
    agency: Decimal | None = None
    leavers: Decimal | None = None
    days_lost: Decimal | None = None
    working_days: Decimal | None = None
    cases: Decimal | None = None
    case_holders: Decimal | None = None

    @property
    def unfilled(self) -> Decimal | None:
        """Vacancies as given, else the posts that nobody is in; None if that cannot be told."""
        if self.vacancies is not None or self.establishment is None or self.in_post is None:
            return self.vacancies
        return max(self.establishment - self.in_post, Decimal(0))

    @property
    def headcount(self) -> int:
        """People in post; where they were not counted, the fewest there can be, since nobody is more than one FTE."""
        if self.people is not None:
            return self.people
        return 0 if self.in_post is None else ceil(self.in_post)

    @property
    def is_empty(self) -> bool:
        """Whether nothing but the date is given."""
        return all(getattr(self, each.name) is None for each in fields(self) if each.name != "as_of")


@dataclass(frozen=True, slots=True)
class Part:
    """What one team or service brings to a rate: numerator, denominator, and the FTE and people it is about."""

    top: Decimal
    bottom: Decimal
    fte: Decimal
    people: int


def part_of(rate: Rate, figures: WorkforceFigures) -> Part | None:
    """Return what these figures bring to a rate; None where one that it needs is missing, or nobody is counted.

    Formulas
    --------
    turnover = leavers in the year / in post; vacancy = vacancies / (vacancies + in post);
    agency = agency workers / (agency workers + in post); absence = days lost / (working days x in post);
    caseload = cases / case holders.

    References
    ----------
    Department for Education, Children's social work workforce: methodology.
    """
    pair = _pair(rate, figures)
    if pair is None or pair[1] <= 0:
        return None
    if rate is Rate.CASELOAD:
        holders = pair[1]
        return Part(pair[0], holders, holders, min(figures.headcount, ceil(holders)))
    return Part(*pair, figures.in_post or Decimal(0), figures.headcount)


def rate_of(rate: Rate, figures: WorkforceFigures) -> Decimal | None:
    """Return a rate to one decimal place, for whoever entered the figures; None where something is missing."""
    part = part_of(rate, figures)
    return None if part is None else value_of(rate, part)


def value_of(rate: Rate, part: Part) -> Decimal:
    """Return per cent, or cases a holder, to one decimal place, halves up."""
    factor = 1 if rate is Rate.CASELOAD else 100
    return (part.top * factor / part.bottom).quantize(ONE_PLACE, ROUND_HALF_UP)


def together(parts: Sequence[Part]) -> Part:
    """Return what several teams or services bring together."""
    return Part(
        sum((each.top for each in parts), Decimal(0)),
        sum((each.bottom for each in parts), Decimal(0)),
        sum((each.fte for each in parts), Decimal(0)),
        sum(each.people for each in parts),
    )


def _pair(rate: Rate, of: WorkforceFigures) -> tuple[Decimal, Decimal] | None:
    """Return numerator and denominator."""
    if rate is Rate.CASELOAD:
        return None if of.cases is None or of.case_holders is None else (of.cases, of.case_holders)
    if of.in_post is None:
        return None
    if rate is Rate.ABSENCE:
        return None if of.days_lost is None or of.working_days is None else (of.days_lost, of.working_days * of.in_post)
    if rate is Rate.TURNOVER:
        return None if of.leavers is None else (of.leavers, of.in_post)
    added = of.unfilled if rate is Rate.VACANCY else of.agency
    return None if added is None else (added, added + of.in_post)
