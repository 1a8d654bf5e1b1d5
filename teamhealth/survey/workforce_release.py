"""Which workforce rates a page or screen may show: of teams, services and the council, and never one small team's.

Totals are made of parts of five people or more: each team that is shown, and all others together. So a total less the
teams beside it is never one small team.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from math import ceil

from teamhealth.survey.ids import ServiceId, TeamId
from teamhealth.survey.workforce import Part, Rate, WorkforceFigures, part_of, together, value_of
from teamhealth.survey.workforce_why_not import WhyNot, what_lacks

LEAST_PEOPLE = 5
_LEAST_TEAMS = 2


@dataclass(frozen=True, slots=True)
class TeamWorkforce:
    """A team's own figures."""

    id: TeamId
    name: str
    figures: WorkforceFigures


@dataclass(frozen=True, slots=True)
class ServiceWorkforce:
    """A service's teams with their figures, and what was counted for the service as a whole, if anything.

    ``team_count`` is how many teams the service has, with figures or without.
    """

    id: ServiceId
    name: str
    team_count: int
    teams: tuple[TeamWorkforce, ...] = ()
    figures: WorkforceFigures | None = None

    @property
    def whole(self) -> WorkforceFigures | None:
        """What was counted for the service as a whole; if not who is in post, they are its teams', once all are known.

        Then days lost, say, need no second count of everybody.
        """
        counted = [team.figures.in_post for team in self.teams if team.figures.in_post is not None]
        if self.figures is None or self.figures.in_post is not None or len(counted) < max(self.team_count, 1):
            return self.figures
        people = sum(team.figures.headcount for team in self.teams) if self.figures.people is None else None
        return replace(self.figures, in_post=sum(counted, Decimal(0)), people=people or self.figures.people)


@dataclass(frozen=True, slots=True)
class ShownRate:
    """A rate to one decimal place, or why there is none.

    ``left_out`` says that a small part of a total is in no figure, since it could be worked out by subtraction.
    """

    rate: Rate
    value: Decimal | None
    why_not: WhyNot | None = None
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class ShownRates:
    """All five rates of a team, a service or the council, in the order of ``Rate``."""

    name: str
    as_of: date | None
    rates: tuple[ShownRate, ...]
    id: str = ""

    def rate(self, rate: Rate) -> ShownRate:
        """Return one of the five."""
        return next(each for each in self.rates if each.rate is rate)


@dataclass(frozen=True, slots=True)
class ShownService:
    """A service's rates and its teams', in the order given."""

    service: ShownRates
    teams: tuple[ShownRates, ...]


@dataclass(frozen=True, slots=True)
class ShownWorkforce:
    """All that may be shown of one council's figures."""

    council: ShownRates
    services: tuple[ShownService, ...]

    def service(self, service_id: ServiceId) -> ShownService | None:
        """Return the service of this identity, or None."""
        return next((each for each in self.services if each.service.id == service_id), None)

    def team(self, team_id: TeamId) -> ShownRates | None:
        """Return the team of this identity, or None if there are no figures of it."""
        return next((each for service in self.services for each in service.teams if each.id == team_id), None)


@dataclass(frozen=True, slots=True)
class _Total:
    """A service's part that may be shown, and what of it may not: carried up, or left out; or why there is none."""

    shown: Part | None
    residue: Part | None
    why_not: WhyNot


def shown_rates(council: str, services: Sequence[ServiceWorkforce]) -> ShownWorkforce:
    """Return the rates that may be shown.

    Parameters
    ----------
    council : str
        Its name.
    services : sequence of ServiceWorkforce
        With the figures of one date or of neighbouring ones; the newest date of all is the council's.
    """
    totals = {rate: [_service_total(rate, service) for service in services] for rate in Rate}
    return ShownWorkforce(
        ShownRates(council, _newest(_dates(services)), tuple(_council_rate(rate, totals[rate]) for rate in Rate)),
        tuple(
            ShownService(
                ShownRates(
                    service.name,
                    _newest(_dates([service])),
                    tuple(_total_rate(rate, totals[rate][place]) for rate in Rate),
                    service.id,
                ),
                tuple(
                    ShownRates(team.name, team.figures.as_of, tuple(_team_rate(r, team) for r in Rate), team.id)
                    for team in service.teams
                ),
            )
            for place, service in enumerate(services)
        ),
    )


def _team_rate(rate: Rate, team: TeamWorkforce) -> ShownRate:
    if rate is Rate.ABSENCE:
        return ShownRate(rate, None, WhyNot.SERVICE_ONLY)
    part = part_of(rate, team.figures)
    if team.figures.headcount < LEAST_PEOPLE:
        # The same for every rate, given or not: which ones a small team has is nobody's business either.
        return ShownRate(rate, None, WhyNot.TOO_FEW)
    if part is None:
        return ShownRate(rate, None, what_lacks(rate, team.figures))
    if part.people < LEAST_PEOPLE:
        return ShownRate(rate, None, WhyNot.TOO_FEW)
    return ShownRate(rate, value_of(rate, part))


def _service_total(rate: Rate, service: ServiceWorkforce) -> _Total:
    if rate is Rate.ABSENCE:
        return _absence(service)
    parts = [part for team in service.teams if (part := part_of(rate, team.figures)) is not None]
    shown = [each for each in parts if each.people >= LEAST_PEOPLE]
    hidden = [each for each in parts if each.people < LEAST_PEOPLE]
    lacking = what_lacks(rate, service.whole)
    whole = part_of(rate, service.whole) if service.whole else None
    if whole is None:
        return _of_parts(shown, together(hidden) if hidden else None, lacking)
    rest = _less(whole, together(shown))
    if rest is None:
        # The teams come to more than their service: somebody has made a mistake, and the teams were counted nearer.
        return _of_parts(shown, together(hidden) if hidden else None)
    return _of_parts(shown, rest if rest.people or rest.top or rest.bottom else None)


def _of_parts(shown: list[Part], rest: Part | None, lacking: WhyNot = WhyNot.NOT_GIVEN) -> _Total:
    """Put the rest to the shown teams if it is about enough people; else it is carried up."""
    why_not = WhyNot.TOO_FEW if shown or rest is not None else lacking
    if rest is not None and rest.people >= LEAST_PEOPLE:
        return _Total(together([*shown, rest]), None, why_not)
    return _Total(together(shown) if shown else None, rest, why_not)


def _absence(service: ServiceWorkforce) -> _Total:
    """Return days lost of a whole service: with one team alone it would be that team's."""
    part = part_of(Rate.ABSENCE, service.whole) if service.whole else None
    if part is None:
        return _Total(None, None, what_lacks(Rate.ABSENCE, service.whole))
    if part.people < LEAST_PEOPLE:
        return _Total(None, part, WhyNot.TOO_FEW)
    if service.team_count < _LEAST_TEAMS:
        return _Total(None, part, WhyNot.ONE_TEAM)
    return _Total(part, None, WhyNot.TOO_FEW)


def _less(whole: Part, known: Part) -> Part | None:
    """Return what is left of a whole; None if less than nothing is.

    It is about as many people as are left, or as their hours make, whichever is fewer: of 4.1 FTE left, 4 may be all.
    """
    top, bottom, fte = whole.top - known.top, whole.bottom - known.bottom, whole.fte - known.fte
    if min(top, bottom, fte) < 0:
        return None
    return Part(top, bottom, fte, min(ceil(fte), max(whole.people - known.people, 0)))


def _total_rate(rate: Rate, total: _Total) -> ShownRate:
    left_out = total.residue is not None
    if total.shown is not None:
        return ShownRate(rate, value_of(rate, total.shown), left_out=left_out)
    return ShownRate(rate, None, total.why_not, left_out)


def _council_rate(rate: Rate, totals: Sequence[_Total]) -> ShownRate:
    """Return the council's rate: the services' shown parts, and what they carried up if it is about enough people."""
    shown = [each.shown for each in totals if each.shown is not None]
    residue = [each.residue for each in totals if each.residue is not None]
    # One service's rest alone could be read off its own figures.
    carried = together(residue) if len(residue) > 1 else None
    combined = _of_parts(shown, carried)
    alone = next((each for each in totals if each.residue is not None), None) if len(residue) == 1 else None
    if alone is None:
        return _total_rate(rate, combined)
    return _total_rate(rate, _Total(combined.shown, combined.residue or alone.residue, alone.why_not))


def _dates(services: Iterable[ServiceWorkforce]) -> list[date]:
    found = [team.figures.as_of for service in services for team in service.teams]
    return [*found, *(service.figures.as_of for service in services if service.figures is not None)]


def _newest(dates: Sequence[date]) -> date | None:
    return max(dates) if dates else None
