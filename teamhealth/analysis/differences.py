"""Which teams differ from the rest by more than chance, tested over all teams and domains of a table at once."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from teamhealth.analysis.certainty import FIXED_SPREAD
from teamhealth.analysis.chance import chance_distances, renewed_distances
from teamhealth.analysis.gaps import (
    People,
    column,
    error_factors,
    line_up,
    share_as_large,
    stands_above,
    statistics,
)
from teamhealth.analysis.permutations import MANY_TEAMS, PERMUTATIONS, drawn_splits

FALSE_CLAIMS = 0.05
_JUST_ABOVE = 1e-9
_WIDEST = 100
# About what a single comparison needs. Where hardly anybody differs it would be less, and would tell that.
_LEAST_CRITICAL = 2.0


@dataclass(frozen=True, slots=True)
class Gap:
    """A team's distance from the rest in one domain, put to the test.

    ``team`` and ``domain`` count from 0. ``above`` says on which side of the rest the team stands. ``would_show`` is
    about the smallest gap, in whole points, that would have been flagged beside the teams that were not; None where
    there is none of those, or where no gap could be.
    """

    team: int
    domain: int
    flagged: bool
    above: bool
    would_show: int | None


@dataclass(frozen=True, slots=True)
class Largest:
    """The largest distance of a table, in standard errors, and how often chance makes one as large."""

    team: int
    domain: int
    distance: float
    p: float


def differences(
    teams: NDArray[np.integer],
    scores: NDArray[np.floating],
    seed: int,
    permutations: int = PERMUTATIONS,
    spreads: Sequence[int] | None = None,
) -> tuple[Gap, ...]:
    """Test each team against everybody else in the table, all domains together.

    Stepwise maxT: the statistic is |mean_t - mean_rest| / (s sqrt(1/n_t + 1/n_rest)), s^2 pooled within teams. Whole
    people are put into other teams, and of each order the largest statistic over all teams and domains is kept; p is
    the share of orders whose largest is as large as the one found, (1 + count)/(1 + permutations). Where it is .05 or
    less the team is flagged and taken out of that domain, and the rest is tested again. Of two teams left in a domain
    both are flagged. With more than 200 teams the orders are worked out again only once they flag nothing more.

    All orders are listed where every domain has the same teams and there are 20,000 or fewer. A person's missing
    score moves with the person. A team without any score in a domain, and with it its people, is out of that domain:
    blank the scores of a team whose figure is hidden.

    Parameters
    ----------
    teams : ndarray of int, shape (people,)
        Each person's team, counted from 0; in any order, which changes nothing.
    scores : ndarray of float, shape (people, domains)
        Points, NaN where missing.
    seed : int
        Of the drawn orders.
    permutations : int
        How many are drawn.
    spreads : sequence of int, one a domain, optional
        The published spread within teams in whole points; 22 each, as where none is published, if not given.

    Returns
    -------
    tuple of Gap
        By team, then domain. What could not be tested is not among them: a domain with one team only, or in which
        no team has two people.

    Raises
    ------
    ValueError
        If the shapes do not fit, a number is below 0, a score is infinite, or no permutation is asked for.

    References
    ----------
    Westfall and Young (1993), Resampling-Based Multiple Testing, Wiley, algorithm 4.1. One step agrees with base R
    (``combn`` for all splits of two teams); ``tests/oracles/differences.R`` does several teams and domains.
    """
    people, drawn = _drawn(teams, scores, seed, permutations)
    within = [FIXED_SPREAD] * people.scores.shape[1] if spreads is None else list(spreads)
    if len(within) != people.scores.shape[1] or any(spread < 0 for spread in within):
        raise ValueError("one spread a domain is needed, and none below 0")
    in_play = _testable(people.valid)
    flagged: dict[tuple[int, int], bool] = {}
    chance = chance_distances(people, in_play, drawn)
    changed: set[int] = set()
    while (top := _largest(people, in_play, chance.max(axis=1))) is not None:
        if top.p <= FALSE_CLAIMS:
            flagged |= _take_out(people, in_play, top)
            changed.add(top.domain)
        elif not changed:
            break
        if top.p > FALSE_CLAIMS or len(in_play) <= MANY_TEAMS:
            chance = renewed_distances(chance, changed, people, in_play, drawn)
            changed = set()
    return tuple(sorted(_gaps(people, in_play, flagged, _critical(chance.max(axis=1)), within), key=_place))


def largest_distance(
    teams: NDArray[np.integer], scores: NDArray[np.floating], seed: int, permutations: int = PERMUTATIONS
) -> Largest | None:
    """Return the first step of ``differences``: the largest distance and its p; None where nothing can be tested.

    Arguments and errors are those of ``differences``.
    """
    people, drawn = _drawn(teams, scores, seed, permutations)
    in_play = _testable(people.valid)
    return _largest(people, in_play, chance_distances(people, in_play, drawn).max(axis=1))


def _drawn(
    teams: NDArray[np.integer], scores: NDArray[np.floating], seed: int, permutations: int
) -> tuple[People, NDArray[np.integer]]:
    if permutations < 1:
        raise ValueError("at least one permutation is needed")
    people = line_up(teams, scores)
    return people, drawn_splits(len(people.teams), permutations, seed)


def _testable(valid: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Return which teams are in play, shape (teams, domains): two or more with scores, and people to spare."""
    some = valid > 0
    count = some.sum(axis=0)
    in_play: NDArray[np.bool_] = some & (count > 1) & (valid.sum(axis=0) > count)
    return in_play


def _largest(people: People, in_play: NDArray[np.bool_], largest: NDArray[np.float64]) -> Largest | None:
    best: Largest | None = None
    for domain in np.flatnonzero(in_play.any(axis=0)).tolist():
        one = column(people, domain, in_play[:, domain])
        found = statistics(one, np.arange(len(people.teams))[np.newaxis, :])[0]
        # The first of those that differ by rounding alone, so that machines agree on which it is.
        place = int(np.flatnonzero(found >= found.max() * (1 - _JUST_ABOVE))[0])
        if best is None or found[place] > best.distance * (1 + _JUST_ABOVE):
            best = Largest(int(one.teams[place]), domain, float(found[place]), 1.0)
    return (
        None if best is None else Largest(best.team, best.domain, best.distance, share_as_large(best.distance, largest))
    )


def _take_out(people: People, in_play: NDArray[np.bool_], top: Largest) -> dict[tuple[int, int], bool]:
    """Take the largest out of ``in_play``, of two teams left both; return on which side of the rest they stand."""
    one = column(people, top.domain, in_play[:, top.domain])
    sides = dict(zip(one.teams.tolist(), stands_above(one).tolist(), strict=True))
    gone = list(sides) if len(sides) == 2 else [top.team]
    in_play[gone, top.domain] = False
    in_play &= _testable(people.valid * in_play)
    return {(team, top.domain): sides[team] for team in gone}


def _critical(largest: NDArray[np.float64]) -> float | None:
    """Return the largest distance that chance makes in one table of twenty, in standard errors; None if few."""
    allowed = math.floor(FALSE_CLAIMS * len(largest) + _JUST_ABOVE)
    return max(float(np.sort(largest)[::-1][allowed]), _LEAST_CRITICAL) if allowed else None


def _gaps(
    people: People,
    in_play: NDArray[np.bool_],
    flagged: dict[tuple[int, int], bool],
    critical: float | None,
    spreads: Sequence[int],
) -> Iterator[Gap]:
    valid = people.valid
    for domain in np.flatnonzero(in_play.any(axis=0)).tolist():
        one = column(people, domain, in_play[:, domain])
        for team, factor, above in zip(one.teams.tolist(), error_factors(one), stands_above(one), strict=True):
            yield Gap(team, domain, False, bool(above), _smallest(critical, spreads[domain], float(factor)))
    for (team, domain), above in flagged.items():
        beside = int(valid[in_play[:, domain], domain].sum())
        factor = math.sqrt(1 / valid[team, domain] + 1 / beside) if beside else None
        yield Gap(team, domain, True, above, _smallest(critical, spreads[domain], factor))


def _smallest(critical: float | None, spread: int, factor: float | None) -> int | None:
    return None if critical is None or factor is None else _whole(critical * spread * factor)


def _whole(points: float) -> int:
    return min(max(math.ceil(points - _JUST_ABOVE), 1), _WIDEST)


def _place(gap: Gap) -> tuple[int, int]:
    return gap.team, gap.domain
