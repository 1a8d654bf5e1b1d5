"""Which workforce rates a page or screen may show: of teams, services and the council, and never one small team's.

Totals are made of parts of five people or more: each team that is shown, and all others together. So a total less the
teams beside it is never one small team. A total that one of several teams makes alone is no total, and is not shown.
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
class Cover:
    """How many of how many teams a total is made of."""

    teams: int
    of: int


@dataclass(frozen=True, slots=True)
class ShownRate:
    """A rate to one decimal place, or why there is none.

    ``left_out`` says that a small part of a total is in no figure, since it could be worked out by subtraction;
    ``cover`` how many of its teams a total is made of, where they are some but not all.
    """

    rate: Rate
    value: Decimal | None
    why_not: WhyNot | None = None
    left_out: bool = False
    cover: Cover | None = None


@dataclass(frozen=True, slots=True)
class ShownRates:
    """All five rates of a team, a service or the council, in the order of ``Rate``.

    ``since`` is the day of the oldest count among them, ``as_of`` that of the newest.
    """

    name: str
    as_of: date | None
    rates: tuple[ShownRate, ...]
    id: str = ""
    since: date | None = None

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
    """A service's part that may be shown, and what of it may not: carried up, or left out; or why there is none.

    ``teams`` is how many of ``of`` teams are in what is shown, ``carried`` how many in what is not.
    """

    shown: Part | None
    residue: Part | None
    why_not: WhyNot
    teams: int = 0
    carried: int = 0
    of: int = 0


def shown_rates(council: str, services: Sequence[ServiceWorkforce], uncounted: int = 0) -> ShownWorkforce:
    """Return the rates that may be shown.

    Parameters
    ----------
    council : str
        Its name.
    services : sequence of ServiceWorkforce
        With the figures of one date or of neighbouring ones; the newest date of all is the council's.
    uncounted : int
        How many more teams the council has, in services of which nothing was counted.
    """
    totals = {rate: [_service_total(rate, service) for service in services] for rate in Rate}
    days = _dates(services)
    return ShownWorkforce(
        ShownRates(
            council,
            max(days, default=None),
            tuple(_council_rate(rate, totals[rate], uncounted) for rate in Rate),
            since=min(days, default=None),
        ),
        tuple(
            _shown_service(service, tuple(_total_rate(rate, totals[rate][place]) for rate in Rate))
            for place, service in enumerate(services)
        ),
    )


def _shown_service(service: ServiceWorkforce, rates: tuple[ShownRate, ...]) -> ShownService:
    days = _dates([service])
    return ShownService(
        ShownRates(service.name, max(days, default=None), rates, service.id, min(days, default=None)),
        tuple(
            ShownRates(
                team.name, team.figures.as_of, tuple(_team_rate(r, team) for r in Rate), team.id, team.figures.as_of
            )
            for team in service.teams
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
    of = max(service.team_count, len(parts))
    lacking = what_lacks(rate, service.whole)
    whole = part_of(rate, service.whole) if service.whole else None
    if whole is None:
        found = _of_parts(shown, together(hidden) if hidden else None, lacking)
        return _counted(found, len(shown), len(hidden), of)
    rest = _less(whole, together(shown))
    if rest is None:
        # The teams come to more than their service: somebody has made a mistake, and the teams were counted nearer.
        found = _of_parts(shown, together(hidden) if hidden else None)
        return _counted(found, len(shown), len(hidden), of)
    # What is left of the whole is of all other teams, counted by themselves or not.
    found = _of_parts(shown, rest if rest.people or rest.top or rest.bottom else None)
    return _counted(found, len(shown), of - len(shown), of)


def _counted(found: _Total, shown: int, rest: int, of: int) -> _Total:
    """Return a total with how many teams are in it: those shown, and the rest where it was not carried up."""
    apart = rest if found.residue is not None else 0
    return replace(found, teams=shown + rest - apart, carried=apart, of=of)


def _of_parts(shown: list[Part], rest: Part | None, lacking: WhyNot = WhyNot.NOT_GIVEN) -> _Total:
    """Put the rest to the shown teams if it is about enough people; else it is carried up."""
    why_not = WhyNot.TOO_FEW if shown or rest is not None else lacking
    if rest is not None and rest.people >= LEAST_PEOPLE:
        return _Total(together([*shown, rest]), None, why_not)
    return _Total(together(shown) if shown else None, rest, why_not)


def _absence(service: ServiceWorkforce) -> _Total:
    """Return days lost of a whole service: with one team alone it would be that team's."""
    part = part_of(Rate.ABSENCE, service.whole) if service.whole else None
    of = service.team_count
    if part is None:
        return _Total(None, None, what_lacks(Rate.ABSENCE, service.whole), of=of)
    if part.people < LEAST_PEOPLE:
        return _Total(None, part, WhyNot.TOO_FEW, carried=of, of=of)
    if of < _LEAST_TEAMS:
        return _Total(None, part, WhyNot.ONE_TEAM, carried=of, of=of)
    return _Total(part, None, WhyNot.TOO_FEW, teams=of, of=of)


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
    cover = Cover(total.teams, total.of) if total.teams < total.of else None
    if total.shown is None:
        return ShownRate(rate, None, total.why_not, left_out)
    if cover is not None and cover.teams < _LEAST_TEAMS:
        # It would be one team's rate under the name of them all.
        return ShownRate(rate, None, WhyNot.ONE_OF_SEVERAL, left_out, cover)
    return ShownRate(rate, value_of(rate, total.shown), left_out=left_out, cover=cover)


def _council_rate(rate: Rate, totals: Sequence[_Total], uncounted: int) -> ShownRate:
    """Return the council's rate: the services' shown parts, and what they carried up if it is about enough people."""
    shown = [each.shown for each in totals if each.shown is not None]
    left = [each for each in totals if each.residue is not None]
    # One service's rest alone could be read off its own figures.
    carried = together([each.residue for each in left if each.residue is not None]) if len(left) > 1 else None
    combined = _of_parts(shown, carried)
    if len(left) == 1:
        combined = replace(combined, residue=left[0].residue, why_not=left[0].why_not)
    teams = sum(each.teams for each in totals), sum(each.carried for each in left)
    return _total_rate(rate, _counted(combined, *teams, sum(each.of for each in totals) + uncounted))


def _dates(services: Iterable[ServiceWorkforce]) -> list[date]:
    found = [team.figures.as_of for service in services for team in service.teams]
    return [*found, *(service.figures.as_of for service in services if service.figures is not None)]
