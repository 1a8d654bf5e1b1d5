"""Invented staff whose true scores are known: items share a factor, and answers fall on five steps."""

import math
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

ITEMS = 7
_POINTS_A_STEP = 25
RELIABILITY = 0.85
_GRID = np.linspace(-5, 5, 401)
_CALIBRATING = 20_000


@dataclass(frozen=True, slots=True)
class Climate:
    """How people of a domain answer: where the middle lies, and how far people and items scatter, in steps."""

    middle: float
    people: float
    items: float


@cache
def climate(points: float, spread: float, reliability: float = RELIABILITY) -> Climate:
    """Return the climate whose scores have this standard deviation between people, about a middle in points.

    Answers beyond the scale's ends are cut, so the scatter is searched for.
    """
    middle = points / _POINTS_A_STEP
    low, high = 0.0, 20 * spread
    for _ in range(40):
        tried = (low + high) / 2
        if _spread(_scattered(middle, tried, reliability)) < spread:
            low = tried
        else:
            high = tried
    return _scattered(middle, (low + high) / 2, reliability)


def draw_factor(random: np.random.Generator, people: int, domains: int = 1) -> NDArray[np.float64]:
    """Return standard normal factors, shape (people, domains), half of whose variance the domains share."""
    shared = random.normal(size=(people, 1))
    own = random.normal(size=(people, domains))
    return own if domains == 1 else (shared + own) / math.sqrt(2)


def draw_steps(
    random: np.random.Generator, factor: NDArray[np.float64], where: Climate, push: float = 0
) -> NDArray[np.intp]:
    """Return answers counted from 0 to 4, shape (people, items), for factors of shape (people,); push in points."""
    return draw_items(random, factor, where, ITEMS, push)


def draw_items(
    random: np.random.Generator, factor: NDArray[np.float64], where: Climate, items: int, push: float = 0
) -> NDArray[np.intp]:
    """Return the same for so many items."""
    noise = random.normal(size=(len(factor), items)) * where.items
    middle = where.middle + push / _POINTS_A_STEP
    return np.clip(np.rint(middle + where.people * factor[:, np.newaxis] + noise), 0, 4).astype(np.intp)


def points(steps: NDArray[np.intp]) -> NDArray[np.float64]:
    """Return each person's score."""
    scores: NDArray[np.float64] = steps.mean(axis=1) * _POINTS_A_STEP
    return scores


def true_points(factor: NDArray[np.float64], where: Climate, push: float = 0) -> NDArray[np.float64]:
    """Return what each person would score on average, were they asked again and again."""
    middle = where.middle + push / _POINTS_A_STEP
    scale = max(where.items, 1e-6) * math.sqrt(2)
    expected = [
        sum(0.5 * math.erfc((step - 0.5 - middle - where.people * each) / scale) for step in range(1, 5))
        for each in _GRID
    ]
    found: NDArray[np.float64] = np.interp(factor, _GRID, np.array(expected) * _POINTS_A_STEP)
    return found


def _scattered(middle: float, spread: float, reliability: float) -> Climate:
    variance = (spread / _POINTS_A_STEP) ** 2
    # Falling on whole steps adds a twelfth of a step's square to each item.
    items = max(ITEMS * (1 - reliability) * variance - 1 / 12, 0.01)
    return Climate(middle, math.sqrt(reliability * variance), math.sqrt(items))


def _spread(where: Climate) -> float:
    random = np.random.default_rng(0)
    return float(points(draw_steps(random, draw_factor(random, _CALIBRATING)[:, 0], where)).std())
