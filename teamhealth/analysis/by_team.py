"""Answers counted and summed up for all teams at once, in whole numbers: no order of people changes a digit."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from teamhealth.analysis.reliability import Moments


@dataclass(frozen=True, slots=True, eq=False)
class Seats:
    """Where each team's people are in tables with one row a person.

    Parameters
    ----------
    order : ndarray of int, shape (people,)
        Rows, team by team.
    edges : ndarray of int, shape (teams + 1,)
        The rows of team t are ``order[edges[t]:edges[t + 1]]``: none where nobody answered.
    """

    order: NDArray[np.intp]
    edges: NDArray[np.intp]

    def cut(self, values: Sequence[int | None]) -> Iterator[list[int]]:
        """Yield each team's values, without those that are missing; ``values`` stand in ``order``."""
        for first, last in pairwise(self.edges.tolist()):
            yield [each for each in values[first:last] if each is not None]


def seats(teams: Sequence[str], people: "pd.Series[str]") -> Seats:
    """Return where the people of these teams are; ``people`` holds the team of each row."""
    place = pd.Index(teams).get_indexer(pd.Index(people))
    order = np.argsort(place, kind="stable")[np.count_nonzero(place < 0) :]
    sizes = np.bincount(place[order], minlength=len(teams))
    return Seats(order, np.concatenate(([0], np.cumsum(sizes))).astype(np.intp))


def sums(values: NDArray[np.integer] | NDArray[np.bool_], seated: Seats) -> NDArray[np.int64]:
    """Return each team's sums: shape (teams, columns) for values of shape (people, columns)."""
    running = np.zeros((len(seated.order) + 1, *values.shape[1:]), dtype=np.int64)
    np.cumsum(values[seated.order], axis=0, out=running[1:])
    found: NDArray[np.int64] = np.diff(running[seated.edges], axis=0)
    return found


def option_counts(codes: NDArray[np.integer], options: int, seated: Seats) -> NDArray[np.int64]:
    """Return how many of each team chose each option, from 1: shape (teams, columns, options); 0 is missing."""
    if not options:
        return np.zeros((len(seated.edges) - 1, codes.shape[1], 0), dtype=np.int64)
    return np.stack([sums(codes == each, seated) for each in range(1, options + 1)], axis=2)


def moments_by_team(steps: NDArray[np.integer], seated: Seats) -> list[Moments]:
    """Return each team's moments over its people who answered all items; one column of ``steps`` an item, 0 missing."""
    complete: NDArray[np.bool_] = np.all(steps > 0, axis=1)
    mine = np.where(complete[:, np.newaxis], steps, 0)
    totals = mine.sum(axis=1)
    columns = (complete, mine, mine**2, totals, totals**2)
    people, items, squares, total, total_squares = (sums(each, seated).tolist() for each in columns)
    return [
        Moments(each, tuple(item), tuple(square), whole, whole_squares)
        for each, item, square, whole, whole_squares in zip(people, items, squares, total, total_squares, strict=True)
    ]


def mean_deviations(counts: NDArray[np.integer]) -> list[Fraction | None]:
    """Return each team's mean absolute deviation from its items' means, in steps, averaged over items with an answer.

    Parameters
    ----------
    counts : ndarray of int, shape (teams, items, options)
        How many chose each option.

    Returns
    -------
    list of Fraction or None
        None where nobody answered any item.
    """
    steps = np.arange(counts.shape[2])
    answered = counts.sum(axis=2)
    total = (counts * steps).sum(axis=2)
    # Distances from the mean, each times the number of answers: whole numbers.
    distances = (np.abs(steps * answered[:, :, np.newaxis] - total[:, :, np.newaxis]) * counts).sum(axis=2)
    return [_mean(*each) for each in zip(distances.tolist(), answered.tolist(), strict=True)]


def _mean(distances: Sequence[int], answered: Sequence[int]) -> Fraction | None:
    parts = [(distance, many * many) for distance, many in zip(distances, answered, strict=True) if many]
    if not parts:
        return None
    common = math.lcm(*(square for _, square in parts))
    return Fraction(sum(distance * (common // square) for distance, square in parts), common * len(parts))
