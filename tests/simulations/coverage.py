"""How often the likely range holds the mean of the true scores of everybody in the team."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from teamhealth.analysis.certainty import likely_range, shared_alpha, spread_within
from teamhealth.analysis.reliability import moments
from teamhealth.publication.numbers import round_half_up
from tests.simulations.staff import ITEMS, RELIABILITY, Climate, climate, draw_factor, draw_steps, points, true_points

SPREADS = (8, 14, 20, 30)
TEAMS = (1, 2, 4, 5, 12, 30)
SEED = 41
_TABLES_OF_ONE = 3_000
BETWEEN_TEAMS = 6


@dataclass(frozen=True, slots=True)
class Coverage:
    """The share of ranges that held the truth, and half their mean width in points."""

    held: float
    half_width: float


@dataclass(frozen=True, slots=True)
class _Team:
    headcount: int
    steps: NDArray[np.intp]
    truth: float

    @property
    def score(self) -> Fraction:
        """The mean of the answers, in points; every item is answered, so it is the mean of the people's scores."""
        return Fraction(25 * int(self.steps.sum()), self.steps.size)


def simulate(
    spread: int,
    teams: int,
    tables: int,
    *,
    middle: float = 60,
    between: float = BETWEEN_TEAMS,
    reliability: float = RELIABILITY,
) -> Coverage:
    """Draw surveys of teams of 6 to 12 in which 60 to 100% answer, and 5 at least; teams differ by ``between``."""
    random = np.random.default_rng((SEED, spread, teams))
    where = climate(middle, spread, reliability)
    held, width = 0, 0
    for _ in range(tables):
        drawn = [_team(random, where, between) for _ in range(teams)]
        squares = [Fraction(float(((points(team.steps) - float(team.score)) ** 2).sum())) for team in drawn]
        within = spread_within(squares, [len(team.steps) for team in drawn])
        alpha = shared_alpha([moments(team.steps.tolist(), ITEMS) for team in drawn])
        for team in drawn:
            shown = min(max(round_half_up(team.score), 6), 94)
            span = likely_range(shown, len(team.steps), team.headcount, within, alpha)
            held += span.low <= team.truth <= span.high
            width += span.high - span.low
    return Coverage(held / (tables * teams), width / (2 * tables * teams))


def report() -> Iterator[str]:
    """Yield a line for each spread and number of teams."""
    yield f"seed {SEED}; {_TABLES_OF_ONE} ranges or more each; middle 60 and, last, 85"
    for middle in (60, 85):
        for spread in SPREADS if middle == 60 else (14, 20):
            for teams in TEAMS:
                found = simulate(spread, teams, max(100, _TABLES_OF_ONE // teams), middle=middle)
                yield (
                    f"middle {middle}, spread {spread}, {teams:>2} teams: "
                    f"{found.held:.1%}, half-width {found.half_width:.1f}"
                )
    for between in (12, 16):
        for reliability in (RELIABILITY, 0.6):
            for spread in SPREADS[:3]:
                held = simulate(spread, 30, 100, between=between, reliability=reliability).held
                yield f"teams differ by {between}, reliability {reliability}, spread {spread}, 30 teams: {held:.1%}"


def _team(random: np.random.Generator, where: Climate, between: float) -> _Team:
    headcount = int(random.integers(6, 13))
    answered = min(headcount, max(5, round(headcount * random.uniform(0.6, 1))))
    factor = draw_factor(random, headcount)[:, 0]
    push = random.normal(0, between)
    truth = float(true_points(factor, where, push).mean())
    # People are alike, so whoever comes first may be the one who answers.
    return _Team(headcount, draw_steps(random, factor[:answered], where, push), truth)
