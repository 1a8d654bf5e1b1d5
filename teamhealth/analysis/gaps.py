"""How far each team stands from the rest in standard errors, for people as they sit and as they might sit."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from teamhealth.analysis.permutations import blocks

_LEAST_SQUARES = 1e-6
_TOLERANCE = 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class People:
    """Everybody in a test, team by team, in an order that depends on nothing but teams and scores.

    ``teams`` has shape (people,) and counts from 0, ``scores`` (people, domains) with NaN where missing.
    """

    teams: NDArray[np.intp]
    scores: NDArray[np.float64]

    @property
    def valid(self) -> NDArray[np.intp]:
        """People with a score: shape (teams, domains)."""
        teams = int(self.teams.max(initial=-1)) + 1
        present = ~np.isnan(self.scores)
        counts = [np.bincount(self.teams[column], minlength=teams) for column in present.T]
        return np.array(counts, dtype=np.intp).reshape(self.scores.shape[1], teams).T


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """One domain among the teams that are in play for it.

    Parameters
    ----------
    teams, seats : ndarray of int, shape (teams,)
        The teams in play, and how many people sit in each, those without a score in this domain too.
    taking_part : ndarray of bool, shape (people,)
        Whether a person sits in one of them.
    points : ndarray of float, shape (people,)
        Scores less the mean of those who take part; 0 where missing.
    present : ndarray of bool, shape (people,)
        Who takes part and has a score.
    squares : float
        Sum of squares of ``points`` over those present.
    """

    teams: NDArray[np.intp]
    seats: NDArray[np.intp]
    taking_part: NDArray[np.bool_]
    points: NDArray[np.float64]
    present: NDArray[np.bool_]
    squares: float


def line_up(teams: NDArray[np.integer], scores: NDArray[np.floating]) -> People:
    """Put people in their one order, so that the order in which answers came changes nothing.

    Raises
    ------
    ValueError
        If the two do not have one row a person, a team is below 0, or a score is infinite.
    """
    if teams.ndim != 1 or scores.ndim != 2 or len(teams) != len(scores):
        raise ValueError("one team and one row of scores a person are needed")
    if not np.issubdtype(teams.dtype, np.integer) or (teams < 0).any() or np.isinf(scores).any():
        raise ValueError("teams are counted from 0, and scores are numbers or missing")
    keys = np.where(np.isnan(scores), -np.inf, scores)
    order = np.lexsort((*keys.T[::-1], teams))
    return People(teams[order].astype(np.intp), scores[order].astype(np.float64))


def column(people: People, domain: int, in_play: NDArray[np.bool_]) -> Column:
    """Return a domain among the teams marked in ``in_play``, shape (teams,); each must have a score in it."""
    taking_part = in_play[people.teams]
    raw = people.scores[:, domain]
    present = taking_part & ~np.isnan(raw)
    points = np.where(present, raw - raw[present].mean(), 0.0)
    seats = np.bincount(people.teams, minlength=len(in_play))[in_play]
    return Column(np.flatnonzero(in_play), seats, taking_part, points, present, float((points**2).sum()))


def statistics(one: Column, orders: NDArray[np.integer]) -> NDArray[np.float64]:
    """Return each team's distance from the rest in standard errors, for each order of the people.

    |mean_t - mean_rest| / (s sqrt(1/n_t + 1/n_rest)), s^2 the squares within teams over their degrees of freedom.
    A missing score travels with its person, so n_t differs from order to order; a team left without any is at 0.

    Parameters
    ----------
    one : Column
    orders : ndarray of int, shape (orders, people)
        Who sits in the seats of the first team, of the second, and so on.

    Returns
    -------
    ndarray of float, shape (orders, teams in play)
    """
    # Once, for numpy would do it at each look-up.
    seated = orders.astype(np.intp)
    if not one.taking_part.all():
        mine = one.taking_part[seated]
        seated = seated[mine].reshape(len(orders), -1)
    edges = np.cumsum(one.seats) - one.seats
    sums = np.add.reduceat(one.points[seated], edges, axis=1)
    counts = _counts(one, seated, edges)
    total = int(one.present.sum())
    filled = counts > 0
    per_team = np.maximum(counts, 1)
    within = one.squares - (sums**2 / per_team).sum(axis=1)
    variance = np.maximum(within, _LEAST_SQUARES) / (total - filled.sum(axis=1))
    # With all scores centred, mean_t - mean_rest is sum_t * total / (n_t * n_rest).
    rest = np.maximum(total - counts, 1)
    scale = np.sqrt(np.where(filled & (counts < total), total / (per_team * rest), 0.0))
    found: NDArray[np.float64] = np.abs(sums) * scale / np.sqrt(variance)[:, np.newaxis]
    return found


def maxima(one: Column, orders: NDArray[np.integer]) -> NDArray[np.float64]:
    """Return, for each order, the largest distance over the teams in play: shape (orders,)."""
    largest = np.empty(len(orders))
    for part in blocks(0, len(orders), orders.shape[1]):
        largest[part] = statistics(one, orders[part]).max(axis=1)
    return largest


def error_factors(one: Column) -> NDArray[np.float64]:
    """Return sqrt(1/n_t + 1/n_rest) for each team in play, as people sit: its gap's standard error over the spread."""
    counts = np.add.reduceat(one.present[one.taking_part].astype(np.intp), np.cumsum(one.seats) - one.seats)
    factors: NDArray[np.float64] = np.sqrt(1 / counts + 1 / (counts.sum() - counts))
    return factors


def stands_above(one: Column) -> NDArray[np.bool_]:
    """Return for each team in play whether its mean is above the rest's."""
    edges = np.cumsum(one.seats) - one.seats
    sums = np.add.reduceat(one.points[one.taking_part], edges)
    above: NDArray[np.bool_] = sums > 0
    return above


def share_as_large(found: float, largest: NDArray[np.float64]) -> float:
    """Return p: the share of orders, the one at hand among them, whose largest distance is ``found`` or more."""
    return float((largest >= found * (1 - _TOLERANCE) - _TOLERANCE).mean())


def _counts(one: Column, seated: NDArray[np.intp], edges: NDArray[np.intp]) -> NDArray[np.intp]:
    if one.present.sum() == one.taking_part.sum():
        return one.seats[np.newaxis, :]
    counts = np.add.reduceat(one.present.astype(np.uint32)[seated], edges, axis=1)
    return counts.astype(np.intp)
