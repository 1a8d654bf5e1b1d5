"""The ways of putting the same people into the same teams: all of them where they are few, else drawn ones."""

import math
from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from teamhealth.survey.ids import SurveyId

MOST_SPLITS = 20_000
MANY_TEAMS = 200
PERMUTATIONS = 4_999
PERMUTATIONS_IN_MANY = 999
_BLOCK = 1 << 20
_SMALL = np.iinfo(np.uint16).max


def permutation_count(shown_teams: int) -> int:
    """Return how many permutations a survey's tests draw: 999 with more than 200 shown teams, else 4,999."""
    return PERMUTATIONS_IN_MANY if shown_teams > MANY_TEAMS else PERMUTATIONS


def permutation_seed(survey: SurveyId) -> int:
    """Return the seed of a survey's permutations: its id read as a number."""
    return int(survey, 16)


def count_splits(sizes: Sequence[int]) -> int:
    """Return in how many ways people fall into teams of these sizes: (sum of n)! / product of n!.

    Raises
    ------
    ValueError
        If a size is below 0.
    """
    if any(size < 0 for size in sizes):
        raise ValueError("a team has no fewer than nobody")
    ways, people = 1, 0
    for size in sizes:
        people += size
        ways *= math.comb(people, size)
    return ways


def all_splits(sizes: Sequence[int]) -> NDArray[np.integer]:
    """Return every way of putting people into teams of these sizes, the one at hand first.

    Parameters
    ----------
    sizes : sequence of int
        People in each team.

    Returns
    -------
    ndarray of int, shape (splits, people)
        Who sits in the seats of the first team, of the second, and so on. Row 0 is 0, 1, 2, ...

    Raises
    ------
    ValueError
        If there are more than 20,000.
    """
    if count_splits(sizes) > MOST_SPLITS:
        raise ValueError("too many splits to list")
    return np.array(list(_splits(tuple(range(sum(sizes))), tuple(sizes))), dtype=np.uint16)


def drawn_splits(people: int, permutations: int, seed: int) -> NDArray[np.integer]:
    """Return the order at hand and ``permutations`` random ones.

    A row sorts one 64-bit random key a person. The raw bits of PCG64 are the same for a seed in every release of
    numpy and on every machine, which the methods of its generators do not promise.

    Parameters
    ----------
    people : int
        Seats, 0 or more.
    permutations : int
        Random orders, 0 or more.
    seed : int
        0 or more.

    Returns
    -------
    ndarray of int, shape (1 + permutations, people)
        Row 0 is 0, 1, 2, ...

    Raises
    ------
    ValueError
        If a number is below 0.

    References
    ----------
    O'Neill (2014), PCG: a family of simple fast space-efficient statistically good algorithms for random number
    generation, Harvey Mudd College HMC-CS-2014-0905.
    """
    if people < 0 or permutations < 0 or seed < 0:
        raise ValueError("people, permutations and seed are 0 or more")
    bits = np.random.PCG64(seed)
    rows = np.empty((1 + permutations, people), dtype=np.uint16 if people <= _SMALL else np.uint32)
    rows[0] = np.arange(people)
    for part in blocks(1, 1 + permutations, people):
        keys = bits.random_raw((part.stop - part.start, people))
        rows[part] = np.argsort(keys, axis=1)
    return rows


def blocks(start: int, stop: int, width: int) -> Iterator[slice]:
    """Cut rows ``start`` to ``stop`` into slices of about a million cells at ``width`` cells a row."""
    rows = max(1, _BLOCK // max(1, width))
    for first in range(start, stop, rows):
        yield slice(first, min(stop, first + rows))


def _splits(people: tuple[int, ...], sizes: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    if len(sizes) < 2:
        yield people
        return
    for chosen in combinations(people, sizes[0]):
        taken = frozenset(chosen)
        rest = tuple(person for person in people if person not in taken)
        for others in _splits(rest, sizes[1:]):
            yield chosen + others
