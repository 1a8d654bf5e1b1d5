"""How often a team's change between rounds is called more than chance, where it is and where it is not."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from teamhealth.analysis.certainty import Spread, spread_within
from teamhealth.analysis.changes import RoundScore, changes
from teamhealth.publication.numbers import round_half_up
from tests.simulations.staff import climate, draw_factor, draw_steps, points

SEED = 47
TEAMS = 12
DOMAINS = 4
_ROUNDS = 1_500


@dataclass(frozen=True, slots=True)
class Called:
    """Shares of a team's tables: a changed domain called; an unchanged one called."""

    true: float
    false: float


def simulate(change: float, tables: int, *, same_people: bool, spread: float = 20, seed: int = SEED) -> Called:
    """Draw two rounds of twelve teams of 5 to 12; the first domain of the first team changes by so many points."""
    true = false = 0
    for table in range(tables):
        random = np.random.default_rng((seed, table))
        sizes = random.integers(5, 13, TEAMS)
        factors = draw_factor(random, int(sizes.sum()), DOMAINS)
        later = factors if same_people else draw_factor(random, int(sizes.sum()), DOMAINS)
        rounds = [
            (
                _score(random, factors[:, domain], sizes, spread, 0),
                _score(random, later[:, domain], sizes, spread, push),
            )
            for domain, push in enumerate((change, 0, 0, 0))
        ]
        called = [each is not None and each.more_than_chance for each in changes(rounds)]
        true += called[0] and change != 0
        false += any(called[1:] if change else called)
    return Called(true / tables, false / tables)


def report() -> Iterator[str]:
    """Yield a line for each change, with the same people and with new ones."""
    yield f"seed {SEED}; {_ROUNDS} pairs of rounds each; {TEAMS} teams of 5 to 12, {DOMAINS} domains"
    for same_people, spread in ((True, 20), (False, 20), (True, 16), (False, 16)):
        for change in (0, 10, 20, 30):
            found = simulate(-change, _ROUNDS, same_people=same_people, spread=spread)
            yield (
                f"spread {spread}, {'same' if same_people else 'new'} people, change {change}: "
                f"called {found.true:.1%}, a false one {found.false:.1%}"
            )


def _score(
    random: np.random.Generator, factor: NDArray[np.float64], sizes: NDArray[np.integer], spread: float, push: float
) -> RoundScore:
    """Return the first team's published score; the spread comes from all teams."""
    where = climate(62, spread)
    people = points(draw_steps(random, factor, where))
    first = points(draw_steps(random, factor[: sizes[0]], where, push))
    groups = [first, *np.split(people, np.cumsum(sizes)[:-1])[1:]]
    within: Spread = spread_within(
        [Fraction(float(((group - group.mean()) ** 2).sum())) for group in groups], [len(group) for group in groups]
    )
    assert within.freedom is not None
    shown = min(max(round_half_up(Fraction(float(first.mean()))), 6), 94)
    return RoundScore(shown, len(first), within.points, within.freedom)
