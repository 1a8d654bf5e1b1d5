"""The one place where totals are made, from what is printed already: so nothing can be gained by subtracting.

Whoever reads a publication makes them again and compares: another total is refused.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from teamhealth.publication.caps import shown_score
from teamhealth.publication.numbers import round_half_up
from teamhealth.publication.results import ItemResult, TeamResult
from teamhealth.publication.totals import Atom, AtomScore, DomainTotal, ItemPool, ItemShare, ItemTotal
from teamhealth.publication.values import AtomKind, CountKind, ShownScore, Span

FEWEST_TEAMS = 2


def mean_score(scores: Sequence[AtomScore]) -> ShownScore:
    """Return the mean of shown scores weighted by their answers; ValueError without any."""
    return _mean_shown(*_sums(scores))


def means_of_others(scores: Sequence[AtomScore], apart: Sequence[bool]) -> tuple[ShownScore | None, ...]:
    """Return for each of these shown scores the mean of the others that do not stand apart.

    Where fewer than two such others are left it is the mean of all others, so that it is no single one's score; None
    where there is no other at all.
    """
    calm = [each for each, stands in zip(scores, apart, strict=True) if not stands]
    near, every = _sums(calm), _sums(scores)
    made = []
    for each, stands in zip(scores, apart, strict=True):
        points, people = near if len(calm) - (not stands) >= FEWEST_TEAMS else every
        if not stands or (points, people) == every:
            points, people = points - each.score.points * each.weight, people - each.weight
        made.append(_mean_shown(points, people) if people > 0 else None)
    return tuple(made)


def _sums(scores: Sequence[AtomScore]) -> tuple[int, int]:
    return sum(each.score.points * each.weight for each in scores), sum(each.weight for each in scores)


def _mean_shown(points: int, people: int) -> ShownScore:
    """Return a weighted sum of shown scores over its weights: every mean of several teams that is printed."""
    if people <= 0:
        raise ValueError("a mean needs an answer")
    return shown_score(Fraction(points, people))


def totals(atoms: Sequence[Atom], domains: Sequence[str]) -> tuple[DomainTotal, ...]:
    """Return the domain totals over atoms: the one function that makes any.

    Parameters
    ----------
    atoms : sequence of Atom
        Those of a service, or all of the council.
    domains : sequence of str
        Domain ids in the order asked; one that fewer than two shown teams have gets no total.
    """
    found: dict[str, list[tuple[AtomKind, AtomScore]]] = {domain: [] for domain in domains}
    for atom in atoms:
        for score in atom.scores:
            found[score.domain].append((atom.kind, score))
    made = []
    for domain, scores in found.items():
        teams = sum(kind is AtomKind.TEAM for kind, _ in scores)
        if teams >= FEWEST_TEAMS:
            mean = mean_score([score for _, score in scores])
            made.append(DomainTotal(domain, mean, teams, others=teams < len(scores)))
    return tuple(made)


@dataclass(frozen=True, slots=True)
class TeamsAndPool:
    """A service's teams, and its own pool of answers without a count."""

    teams: tuple[TeamResult, ...]
    pool: ItemPool | None


def item_totals(
    services: Sequence[TeamsAndPool], carried: ItemPool | None, items: Sequence[str]
) -> tuple[ItemTotal, ...]:
    """Return the item totals over services: the one function that makes any.

    A team enters with the count that it shows, 'two at most' as 1 and 'all, or all but one or two' as all but 1; a
    pool with its shown share and weight. Each counts the shown teams in it, and fewer than two make no total.

    Parameters
    ----------
    services : sequence of TeamsAndPool
        One for a service's totals, all for the council's.
    carried : ItemPool or None
        For the council's: the pool of those services that have no share of an item themselves.
    items : sequence of str
        Item ids in the order asked.
    """
    entered = _entered(services, carried)
    return tuple(
        ItemTotal(
            item,
            round_half_up(Fraction(entered.favourable[item], entered.people[item])),
            entered.teams[item],
            pooled=item in entered.pooled,
        )
        for item in items
        if entered.teams[item] >= FEWEST_TEAMS and entered.people[item]
    )


def item_spans(services: Sequence[TeamsAndPool], carried: ItemPool | None) -> dict[str, Span]:
    """Return what limits such as 'two at most' leave open of items' totals: the least and the most they could be.

    It is made of the same print as the totals, so it tells no more. An item whose counts are all exact, or whose
    least and most are the same in whole percent, is not in it.
    """
    entered = _entered(services, carried)
    spans = {}
    for item, limits in entered.limits.items():
        least = round_half_up(Fraction(entered.favourable[item] - 100 * limits, entered.people[item]))
        most = round_half_up(Fraction(entered.favourable[item] + 100 * limits, entered.people[item]))
        if least < most:
            spans[item] = Span(least, most)
    return spans


def _entered(services: Sequence[TeamsAndPool], carried: ItemPool | None) -> "_Entered":
    entered = _Entered(Counter(), Counter(), Counter(), Counter(), set())
    above = frozenset(share.item for share in carried.shares) if carried else frozenset()
    for service in services:
        shares = service.pool.shares if service.pool else ()
        entered.add_shares(shares)
        pooled = above.union(share.item for share in shares)
        for team in service.teams:
            for result in team.items:
                count = count_as_shown(result)
                if count is not None:
                    entered.add_team(result.item, *count)
                    entered.add_limit(result)
                elif result.word is not None and result.item in pooled:
                    entered.add_team(result.item, 0, 0)
    entered.add_shares(carried.shares if carried else ())
    return entered


@dataclass(frozen=True, slots=True)
class _Entered:
    """What has entered items' totals: hundredths of favourable people, people, shown teams, and which have a pool.

    ``limits`` counts the teams that show a limit. Each enters as the middle of the three numbers that it stands for.
    """

    favourable: Counter[str]
    people: Counter[str]
    teams: Counter[str]
    limits: Counter[str]
    pooled: set[str]

    def add_team(self, item: str, favourable: int, answered: int) -> None:
        self.favourable[item] += 100 * favourable
        self.people[item] += answered
        self.teams[item] += 1

    def add_limit(self, result: ItemResult) -> None:
        if result.split is None and result.favourable is not None and result.favourable.kind is not CountKind.EXACT:
            self.limits[result.item] += 1

    def add_shares(self, shares: Sequence[ItemShare]) -> None:
        for share in shares:
            self.favourable[share.item] += share.favourable * share.weight
            self.people[share.item] += share.weight
            self.pooled.add(share.item)


def count_as_shown(result: ItemResult) -> tuple[int, int] | None:
    """Return the favourable answers that a shown count stands for, and the answers; None where no count is shown."""
    if result.answered is None:
        return None
    if result.split is not None:
        return result.split.favourable, result.answered
    if result.favourable is None:
        return None
    if result.favourable.kind is CountKind.TWO_AT_MOST:
        return 1, result.answered
    if result.favourable.kind is CountKind.ALL_BUT_TWO:
        return result.answered - 1, result.answered
    return result.favourable.people or 0, result.answered
