"""What two rounds' rows of other teams tell of a hidden team that left the row, if the same people answer again."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tests.simulations.staff import climate, draw_factor, draw_steps, points

SEED = 71
_COUNCILS = 4_000
_MIDDLE, _BETWEEN_TEAMS, _SPREAD = 58, 8, 20


@dataclass(frozen=True, slots=True)
class Guessed:
    """How far guesses of the team's score are off, in points on average.

    ``row`` guesses the row that it is in, ``difference`` what is left of the row once the later one is taken away, and
    ``best`` weighs both as well as can be.
    """

    row: float
    difference: float
    best: float


def simulate(leaving: int, councils: int, *, alike: bool = False, seed: int = SEED) -> Guessed:
    """Draw rows of three or four hidden teams, of whom one of so many people has left by the next round.

    How many answered in each is known. ``alike`` has everybody answer the very same again.
    """
    truths, rows, differences = [], [], []
    for number in range(councils):
        random = np.random.default_rng((seed, leaving, number))
        sizes = np.array([leaving, *random.integers(2, 5, random.integers(2, 4))])
        teams = np.repeat(np.arange(len(sizes)), sizes)
        factor = draw_factor(random, len(teams))[:, 0]
        push = random.normal(0, _BETWEEN_TEAMS, len(sizes))
        before = _scores(random, factor, push[teams])
        after = before if alike else _scores(random, factor, push[teams])
        row, later = round(float(before.mean())), round(float(after[teams > 0].mean()))
        rest = len(teams) - leaving
        truths.append(float(before[teams == 0].mean()))
        rows.append(float(row))
        differences.append(min(100.0, max(0.0, (row * len(teams) - later * rest) / leaving)))
    return _off(np.array(truths), np.array(rows), np.array(differences))


def report() -> Iterator[str]:
    """Yield a line for each number of people in the team that left."""
    yield f"seed {SEED}; {_COUNCILS} rows of three or four hidden teams each, of which one leaves"
    for alike, again in ((False, ""), (True, ", all the very same again")):
        for leaving in (1, 2, 3, 4):
            found = simulate(leaving, _COUNCILS, alike=alike)
            yield (
                f"{leaving} answered{again}: off by {found.row:.1f} points by the row, "
                f"{found.difference:.1f} by the difference, {found.best:.1f} by both"
            )


def _scores(random: np.random.Generator, factor: NDArray[np.float64], push: NDArray[np.float64]) -> NDArray[np.float64]:
    where = climate(_MIDDLE, _SPREAD)
    found = np.empty(len(factor))
    for each in np.unique(push):
        mine = push == each
        found[mine] = points(draw_steps(random, factor[mine], where, float(each)))
    return found


def _off(truths: NDArray[np.float64], rows: NDArray[np.float64], differences: NDArray[np.float64]) -> Guessed:
    known = np.column_stack([np.ones(len(truths)), rows, differences])
    weights, *_ = np.linalg.lstsq(known, truths, rcond=None)
    return Guessed(
        row=float(np.abs(truths - rows).mean()),
        difference=float(np.abs(truths - differences).mean()),
        best=float(np.abs(truths - known @ weights).mean()),
    )
