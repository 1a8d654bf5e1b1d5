"""The one place where totals are made, from what is printed already: so nothing can be gained by subtracting.

Whoever reads a publication makes them again and compares: another total is refused.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from teamhealth.publication.caps import shown_score
from teamhealth.publication.numbers import round_half_up
from teamhealth.publication.results import FavourableCount, ItemResult, TeamResult
from teamhealth.publication.totals import Atom, AtomScore, DomainTotal, ItemPool, ItemShare, ItemTotal
from teamhealth.publication.values import AtomKind, ShownScore, Span

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

    A team enters with the count that it shows, a range such as 'two at most' or '4 or 5' as its middle; a pool with
    its shown share and weight. Each counts the shown teams in it, and fewer than two make no total.

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
    """Return what ranges such as 'two at most' leave open of items' totals: the least and the most they could be.

    It is made of the same print as the totals, so it tells no more. An item whose counts are all exact, or whose
    least and most are the same in whole percent, is not in it.
    """
    entered = _entered(services, carried)
    spans = {}
    for item, open_ in entered.open.items():
        least = round_half_up(Fraction(entered.favourable[item] - open_, entered.people[item]))
        most = round_half_up(Fraction(entered.favourable[item] + open_, entered.people[item]))
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
                    entered.add_team(result.item, count, result.answered or 0)
                elif result.word is not None and result.item in pooled:
                    entered.add_team(result.item, FavourableCount(0, 0), 0)
    entered.add_shares(carried.shares if carried else ())
    return entered


@dataclass(frozen=True, slots=True)
class _Entered:
    """What has entered items' totals: hundredths of favourable people, people, shown teams, and which have a pool.

    ``open`` are hundredths of people too: how far the favourable ones may be from the middles of ranges, with which
    these enter.
    """

    favourable: Counter[str]
    people: Counter[str]
    teams: Counter[str]
    open: Counter[str]
    pooled: set[str]

    def add_team(self, item: str, favourable: FavourableCount, answered: int) -> None:
        self.favourable[item] += 50 * (favourable.low + favourable.high)
        self.open[item] += 50 * (favourable.high - favourable.low)
        self.people[item] += answered
        self.teams[item] += 1

    def add_shares(self, shares: Sequence[ItemShare]) -> None:
        for share in shares:
            self.favourable[share.item] += share.favourable * share.weight
            self.people[share.item] += share.weight
            self.pooled.add(share.item)


def count_as_shown(result: ItemResult) -> FavourableCount | None:
    """Return the favourable answers that are shown, of a split too; None where no count is."""
    if result.answered is None:
        return None
    if result.split is not None:
        return FavourableCount(result.split.favourable, result.split.favourable)
    return result.favourable
