"""Teams beside each other: the rows of a comparison, in an order that ranks nobody who is not shown."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property, partial

from teamhealth.publication.share_spans import council_spans, service_spans
from teamhealth.publication.types import (
    Atom,
    Comparison,
    DomainResult,
    DomainTotal,
    ItemTotal,
    Publication,
    ServiceResult,
    ShownScore,
    Span,
    TeamResult,
    Verdict,
)
from teamhealth.publication.words import others_text
from teamhealth.survey.questionnaire import Domain
from teamhealth.texts.name_order import name_order

# In the order that sentences say them.
MORE_THAN_CHANCE = (Verdict.BELOW, Verdict.ABOVE)


class _WhenAsked(Mapping[str, Span]):
    """Ranges of an average's questions, worked out once somebody looks: of many teams that takes a while."""

    def __init__(self, make: Callable[[], Mapping[str, Span]]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> Mapping[str, Span]:
        return self._make()

    def __getitem__(self, item_id: str) -> Span:
        """Return an item's range; KeyError where there is none."""
        return self._made[item_id]

    def __iter__(self) -> Iterator[str]:
        """Return the items that have one."""
        return iter(self._made)

    def __len__(self) -> int:
        """Return how many have one."""
        return len(self._made)


class RowKind(StrEnum):
    """What a row is of; the order here is the order on the screen."""

    TEAM = "team"
    OTHERS = "others"
    HIDDEN = "hidden"
    SERVICE = "service"
    COUNCIL = "council"


@dataclass(frozen=True, slots=True)
class Row:
    """A row: what it is of, its name, and a score for each domain that has one.

    ``team`` is set for a team, shown or not; ``teams`` counts the shown teams of an average, ``fewest`` those of the
    theme that fewest show, ``others`` says whether other teams together are in it; ``spans`` holds the ranges of its
    items. ``service`` names the area of service that a row belongs to, '' for the council's.
    """

    kind: RowKind
    name: str
    scores: tuple[tuple[str, ShownScore], ...] = ()
    items: tuple[ItemTotal, ...] = ()
    team: TeamResult | None = None
    service: str = ""
    teams: int = 0
    others: bool = False
    fewest: int = 0
    spans: Mapping[str, Span] = field(default_factory=dict)

    def score(self, domain_id: str) -> ShownScore | None:
        """Return the row's score in a domain, or None."""
        return next((score for domain, score in self.scores if domain == domain_id), None)

    def share(self, item_id: str) -> ItemTotal | None:
        """Return an average's favourable share of an item, or None."""
        return next((each for each in self.items if each.item == item_id), None)

    def result(self, domain_id: str) -> DomainResult | None:
        """Return a team's result in a domain, or None."""
        # A plain loop: a comparison of 200 teams asks ten thousand times before it is shown.
        for each in self.team.domains if self.team is not None else ():
            if each.domain == domain_id:
                return each
        return None

    def comparison(self, domain_id: str) -> Comparison | None:
        """Return what stands beside a team's score in a domain, or None."""
        result = self.result(domain_id)
        return result.rest if result is not None else None


@dataclass(frozen=True, slots=True)
class Compared:
    """All rows of a comparison, teams from A to Z, and the domains that are scored.

    ``service`` is the area of service that is looked at, None for all of them.
    """

    publication: Publication
    service: ServiceResult | None
    domains: tuple[Domain, ...]
    rows: tuple[Row, ...]

    def of(self, *kinds: RowKind) -> tuple[Row, ...]:
        """Return the rows of these kinds, in their order."""
        return tuple(row for row in self.rows if row.kind in kinds)

    @property
    def shown(self) -> tuple[Row, ...]:
        """The teams that are shown by themselves."""
        return self.of(RowKind.TEAM)

    @property
    def several_services(self) -> bool:
        """Whether rows of several areas of service stand here, so that their names have to be said."""
        return self.service is None and len(self.publication.services) > 1

    @property
    def comparisons(self) -> tuple[Comparison, ...]:
        """Every comparison of a shown team that was tested."""
        found = [row.comparison(domain.id) for row in self.shown for domain in self.domains]
        return tuple(each for each in found if each is not None and each.verdict is not Verdict.NOT_TESTED)


def compare(publication: Publication, service_id: str | None = None) -> Compared:
    """Return a comparison of a service's teams, or with None of all.

    Raises
    ------
    KeyError
        If the publication has no such service.
    """
    services = publication.services if service_id is None else (_service(publication, service_id),)
    rows = [_team_row(team, service) for service in services for team in service.teams]
    alone = services[0] if service_id is not None else None
    ordered = sorted(rows, key=_by_name)
    shown = [row for row in ordered if row.kind is RowKind.TEAM]
    hidden = [row for row in ordered if row.kind is RowKind.HIDDEN]
    others = _others(publication, services, named=alone is None)
    averages = [_service_row(publication, service) for service in services if service.totals]
    if publication.council and (len(publication.services) > 1 or not averages):
        row = _total_row(RowKind.COUNCIL, "", publication.council, publication.council_items)
        averages.append(replace(row, spans=_WhenAsked(partial(council_spans, publication))))
    return Compared(publication, alone, scored_domains(publication), (*shown, *others, *hidden, *averages))


def scored_domains(publication: Publication) -> tuple[Domain, ...]:
    """Return the domains of a survey that have a score, in the order asked."""
    return tuple(
        domain
        for questionnaire in publication.survey.questionnaires
        if questionnaire.score_domains
        for domain in questionnaire.domains
    )


def ordered(rows: Sequence[Row], key: Callable[[Row], int | None] | None, *, falling: bool = False) -> tuple[Row, ...]:
    """Return the rows with the shown teams in the order of a key; all others keep their place and order.

    Parameters
    ----------
    rows : sequence of Row
        From ``compare``.
    key : callable or None
        Gives a shown team's number, or None where it has none: those come after the others, from A to Z. Without a
        key teams stand from A to Z.
    falling : bool
        Whether the largest comes first; names run from Z to A then.
    """
    teams = sorted((row for row in rows if row.kind is RowKind.TEAM), key=_by_name)
    rest = [row for row in rows if row.kind is not RowKind.TEAM]
    if key is None:
        return (*(reversed(teams) if falling else teams), *rest)
    numbered = [(number, row) for row in teams if (number := key(row)) is not None]
    sign = -1 if falling else 1
    known = [row for _, row in sorted(numbered, key=lambda each: (sign * each[0], _by_name(each[1])))]
    return (*known, *(row for row in teams if key(row) is None), *rest)


def with_late_teams(publication: Publication, late: Sequence[Publication]) -> Publication:
    """Return a publication with the teams in it that were published later by themselves; no total changes."""
    found = {team.id: team for each in late for team in each.teams if team.shown}
    if not found:
        return publication
    services = tuple(
        replace(service, teams=tuple(found.get(team.id, team) for team in service.teams))
        for service in publication.services
    )
    return replace(publication, services=services)


def _service(publication: Publication, service_id: str) -> ServiceResult:
    for service in publication.services:
        if service.id == service_id:
            return service
    raise KeyError(service_id)


def _by_name(row: Row) -> tuple[tuple[tuple[str, int], ...], str]:
    return name_order(row.name), row.team.id if row.team is not None else ""


def _team_row(team: TeamResult, service: ServiceResult) -> Row:
    scores = tuple((result.domain, result.score) for result in team.domains if result.score is not None)
    kind = RowKind.TEAM if team.shown else RowKind.HIDDEN
    return Row(kind, team.name, scores, team=team, service=service.name)


def _others(publication: Publication, services: Sequence[ServiceResult], *, named: bool) -> list[Row]:
    """Return the rows of other teams together; ``named`` says that several areas of service stand side by side."""
    found: list[tuple[str, Atom]] = []
    for service in services:
        atom = publication.others(service.id)
        if atom is not None:
            found.append((service.name, atom))
    carried = publication.others(None)
    if carried is not None and named:
        found.append(("", carried))
    return [
        Row(
            RowKind.OTHERS,
            others_text(),
            tuple((each.domain, each.score) for each in atom.scores),
            service=name,
        )
        for name, atom in found
    ]


def _service_row(publication: Publication, service: ServiceResult) -> Row:
    row = _total_row(RowKind.SERVICE, service.name, service.totals, service.items)
    return replace(row, spans=_WhenAsked(partial(service_spans, publication, service.id)))


def _total_row(kind: RowKind, name: str, totals: Sequence[DomainTotal], items: Sequence[ItemTotal]) -> Row:
    return Row(
        kind,
        name,
        tuple((total.domain, total.score) for total in totals),
        tuple(items),
        service=name,
        teams=max(total.teams for total in totals),
        fewest=min(total.teams for total in totals),
        others=any(total.others for total in totals),
    )
