"""What a publication tells the adversary, worked out without a line of the program's own rules.

Totals that are no more than sums of other printed figures tell nothing more. One that is not so explained must be
about the true answers, and is taken so.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from teamhealth.publication.types import (
    Cap,
    DomainTotal,
    ItemPool,
    ItemResult,
    ItemTotal,
    ItemWord,
    Publication,
    ServiceResult,
    ShownScore,
    TeamResult,
)
from teamhealth.survey.questionnaire import Domain
from teamhealth.survey.response import Response
from teamhealth.survey.survey import Survey
from tests.adversary.explained import explained_points, explained_share
from tests.adversary.program import Coefficients, Fact, Key
from tests.adversary.unknowns import among, step_weight, steps

JUST_BELOW = 1e-4
MEANS = {ItemWord.STRENGTH: (65.5, 100.1), ItemWord.MIXED: (44.5, 65.5), ItemWord.CONCERN: (0.0, 44.5)}
FAVOURABLE, NEUTRAL, UNFAVOURABLE = (3, 4), (2,), (0, 1)
FLOOR, CEILING = (0,), (4,)


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum over answers: the unknown part, the part of who looks, and how many people are in it."""

    terms: Coefficients
    own: float
    people: int

    def plus(self, other: "Amount") -> "Amount":
        """Return both together."""
        return Amount({**self.terms, **other.terms}, self.own + other.own, self.people + other.people)


NOTHING = Amount({}, 0.0, 0)


@dataclass(frozen=True, slots=True)
class ItemEnds:
    """The shares at an item's lower and upper end, in steps of five: what would be told if they were published."""

    item: str
    floor: int
    ceiling: int


@dataclass(frozen=True, slots=True)
class Watcher:
    """Somebody who reads a publication of these responses.

    ``own`` is their own response if they answered; ``newcomers`` are those who were not in an earlier publication.
    """

    survey: Survey
    responses: Sequence[Response]
    own: Response | None = None
    newcomers: frozenset[int] = frozenset()

    @property
    def domains(self) -> tuple[Domain, ...]:
        """All domains."""
        return tuple(domain for each in self.survey.questionnaires for domain in each.domains)

    def points(self, team: str, domain: Domain) -> Amount:
        """Return the sum of a team's scores in a domain."""
        return self._sum(team, domain, domain.items[0].id, lambda step, weight: step * weight, scores=True)

    def counted(self, team: str, domain: Domain, item: str, kind: tuple[int, ...]) -> Amount:
        """Return how many of a team answered an item with one of these steps."""
        return self._sum(team, domain, item, lambda step, _: float(step in kind), scores=False)

    def item_points(self, team: str, domain: Domain, item: str) -> Amount:
        """Return the sum of a team's points for an item."""
        return self._sum(team, domain, item, lambda step, _: 25.0 * step, scores=False)

    def _sum(
        self, team: str, domain: Domain, item: str, value: Callable[[int, float], float], *, scores: bool
    ) -> Amount:
        terms: dict[tuple[Key, int], float] = {}
        own, people = 0.0, 0
        for response in self.responses:
            if response.team != team:
                continue
            given = steps(response, domain)
            where = among(response, self.newcomers)
            weight = step_weight(len(given), len(domain.items))
            mine = given if scores else {name: step for name, step in given.items() if name == item}
            people += int(weight > 0 if scores else bool(mine))
            for name, step in mine.items():
                if response is self.own:
                    own += value(step, weight)
                else:
                    for each in range(5):
                        if value(each, weight):
                            terms[(where, name, len(given)), each] = value(each, weight)
        return Amount(terms, own, people)


def facts(publication: Publication, watcher: Watcher, domain: Domain, ends: Sequence[ItemEnds] = ()) -> Iterator[Fact]:
    """Yield all that a publication tells of a domain and its items, with the ends of items told besides."""
    for team in publication.teams:
        yield from own_facts(team, watcher, domain)
    yield from _rows(publication, watcher, domain)
    yield from _pools(publication, watcher, domain)
    yield from _totals(publication, watcher, domain)
    yield from _theme_ends(publication, watcher, domain)
    yield from _item_ends(publication, watcher, domain, ends)


def own_facts(team: TeamResult, watcher: Watcher, domain: Domain) -> Iterator[Fact]:
    """Yield what a team's own figures tell."""
    for result in team.domains:
        if result.domain == domain.id and result.score is not None:
            yield _mean(f"{team.name} {domain.id}", watcher.points(team.id, domain), _around(result.score))
    asked = {item.id for item in domain.items}
    for item in team.items:
        if item.item in asked:
            yield from _item(team, item, watcher, domain)


def hides_score(team: TeamResult, domain: str) -> bool:
    """Whether a team shows no score in a domain."""
    return all(each.domain != domain or each.score is None for each in team.domains)


def shows_count(team: TeamResult, item: str) -> bool:
    """Whether a team shows a count of an item."""
    return any(each.item == item and each.answered is not None for each in team.items)


def _item(team: TeamResult, item: ItemResult, watcher: Watcher, domain: Domain) -> Iterator[Fact]:
    where = f"{team.name} {item.item}"
    if item.word is not None:
        yield _mean(where, watcher.item_points(team.id, domain, item.item), MEANS[item.word])
    if item.favourable is not None:
        low, high = item.favourable.low, item.favourable.high
        yield _fact(where, watcher.counted(team.id, domain, item.item, FAVOURABLE), low, high)
    if item.split is not None:
        for kind, people in (
            (UNFAVOURABLE, item.split.unfavourable),
            (NEUTRAL, item.split.neutral),
            (FAVOURABLE, item.split.favourable),
        ):
            yield _fact(where, watcher.counted(team.id, domain, item.item, kind), people, people)


def _rows(publication: Publication, watcher: Watcher, domain: Domain) -> Iterator[Fact]:
    places = {service.id: service.id if publication.others(service.id) else None for service in publication.services}
    for place in {*places.values(), None}:
        row = publication.others(place)
        for score in row.scores if row else ():
            if score.domain == domain.id:
                cells = [
                    watcher.points(team.id, domain)
                    for service in publication.services
                    if places[service.id] == place
                    for team in service.teams
                    if hides_score(team, domain.id)
                ]
                yield _mean(f"other teams of {place} {domain.id}", _all(cells), _around(score.score))


def _pools(publication: Publication, watcher: Watcher, domain: Domain) -> Iterator[Fact]:
    for pool in publication.pools:
        for share in pool.shares:
            if any(item.id == share.item for item in domain.items):
                cells = [
                    watcher.counted(team.id, domain, share.item, FAVOURABLE)
                    for team in in_pool(publication, pool, share.item)
                ]
                bounds = ((share.favourable - 0.5) / 100, (share.favourable + 0.5) / 100)
                yield _mean(f"pool of {pool.service} {share.item}", _all(cells), bounds)


def in_pool(publication: Publication, pool: ItemPool, item: str) -> list[TeamResult]:
    """Return the teams whose answers to an item are in a pool.

    A service's pool holds all its cells without a count, but not a hidden team that is the only one. Those, and the
    cells of services that have no share of the item, are in the council's.
    """
    own = {each.service for each in publication.pools for share in each.shares if share.item == item}
    teams = []
    for service in publication.services:
        alone = sum(not team.shown for team in service.teams) == 1
        for team in service.teams:
            lone = alone and not team.shown
            here = service.id == pool.service and not lone
            above = pool.service is None and (service.id not in own or lone)
            if (here or above) and not shows_count(team, item):
                teams.append(team)
    return teams


def _totals(publication: Publication, watcher: Watcher, domain: Domain) -> Iterator[Fact]:
    scopes: list[tuple[Sequence[ServiceResult], Sequence[DomainTotal], Sequence[ItemTotal]]] = [
        ([service], service.totals, service.items) for service in publication.services
    ]
    scopes.append((publication.services, publication.council, publication.council_items))
    for services, totals, items in scopes:
        ids = {service.id for service in services}
        teams = [team for service in services for team in service.teams]
        for total in totals:
            if total.domain == domain.id and total.score.points not in explained_points(publication, ids, total.domain):
                cells = [watcher.points(team.id, domain) for team in teams]
                yield _mean(f"total of {len(ids)} services {domain.id}", _all(cells), _around(total.score))
        for share in items:
            wanted = any(item.id == share.item for item in domain.items)
            if wanted and share.favourable != explained_share(publication, services, share.item):
                cells = [watcher.counted(team.id, domain, share.item, FAVOURABLE) for team in teams]
                bounds = ((share.favourable - 0.5) / 100, (share.favourable + 0.5) / 100)
                yield _mean(f"total of {len(ids)} services {share.item}", _all(cells), bounds)


def _theme_ends(publication: Publication, watcher: Watcher, domain: Domain) -> Iterator[Fact]:
    """Yield what the shares of people with the lowest and the highest score tell.

    Whoever is at an end gave all their answers there, so that each item has so many there but for those who skipped
    it; and whoever is not is at least one step of one item away.
    """
    teams = [team.id for team in publication.teams if not hides_score(team, domain.id)]
    whole = _all([watcher.points(team, domain) for team in teams])
    step = 25 / len(domain.items)
    for figures in publication.quality:
        for kind, share in ((FLOOR, figures.floor), (CEILING, figures.ceiling)):
            if figures.domain != domain.id or share is None:
                continue
            least, most = (bound * whole.people for bound in _coarse(share))
            for item in domain.items:
                cells = _all([watcher.counted(team, domain, item.id, kind) for team in teams])
                skipped = max(0, whole.people - cells.people)
                yield _fact(f"end {kind} of {domain.id} in {item.id}", cells, least - skipped, cells.people)
            away = (step * (whole.people - most), 100 * (whole.people - least))
            low, high = away if kind == FLOOR else (100 * whole.people - away[1], 100 * whole.people - away[0])
            yield _fact(f"end {kind} of {domain.id}", whole, low, high)


def _item_ends(publication: Publication, watcher: Watcher, domain: Domain, ends: Sequence[ItemEnds]) -> Iterator[Fact]:
    """Yield what shares at an item's ends would tell, of all teams that show a score and a word."""
    for item in ends:
        teams = [
            team.id
            for team in publication.teams
            if not hides_score(team, domain.id) and any(e.item == item.item and e.word for e in team.items)
        ]
        for kind, share in ((FLOOR, item.floor), (CEILING, item.ceiling)):
            cells = [watcher.counted(team, domain, item.item, kind) for team in teams]
            if any(each.id == item.item for each in domain.items):
                yield _mean(f"end {kind} of {item.item}", _all(cells), _coarse(share))


def _coarse(share: int) -> tuple[float, float]:
    return 0.0 if share == 5 else (share - 2.5) / 100, 1.001 if share == 95 else (share + 2.5) / 100


def _all(cells: Sequence[Amount]) -> Amount:
    whole = NOTHING
    for cell in cells:
        whole = whole.plus(cell)
    return whole


def _around(score: ShownScore) -> tuple[float, float]:
    if score.cap is Cap.OR_LESS:
        return 0.0, score.points + 0.5
    return score.points - 0.5, 100.1 if score.cap is Cap.OR_MORE else score.points + 0.5


def _mean(source: str, amount: Amount, bounds: tuple[float, float]) -> Fact:
    low, high = bounds
    return Fact(source, amount.terms, low * amount.people - amount.own, high * amount.people - amount.own - JUST_BELOW)


def _fact(source: str, amount: Amount, low: float, high: float) -> Fact:
    return Fact(source, amount.terms, low - amount.own, high - amount.own)
