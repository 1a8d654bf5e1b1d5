"""Whether a team's scores changed between two rounds by more than chance, from published figures alone."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from teamhealth.analysis.certainty import CONFIDENCE
from teamhealth.analysis.student_t import t_distribution, t_quantile

FALSE_CLAIMS = 0.05
_JUST_ABOVE = 1e-9
_WIDEST = 100


@dataclass(frozen=True, slots=True)
class RoundScore:
    """A team's score in one domain and round, as published.

    ``points`` and ``spread`` are whole points, ``answered`` the valid scores behind it, ``freedom`` the degrees of
    freedom of the spread.
    """

    points: int
    answered: int
    spread: int
    freedom: int


@dataclass(frozen=True, slots=True)
class RoundChange:
    """A domain's change from one round to the next, put to the test.

    ``difference`` is in points, later less earlier; ``p`` is two-sided, ``adjusted`` after Holm over the domains.
    ``would_show`` is the smallest change in whole points that would have been called more than chance.
    """

    difference: int
    t: float
    freedom: float
    p: float
    adjusted: float
    would_show: int

    @property
    def more_than_chance(self) -> bool:
        """Whether the change is larger than chance would make it once in twenty tables."""
        return self.adjusted <= FALSE_CLAIMS


def changes(rounds: Sequence[tuple[RoundScore, RoundScore] | None]) -> tuple[RoundChange | None, ...]:
    """Test a team's changes between an earlier and a later round, all its domains together.

    v_r = s_r^2 / n_r; t = (m2 - m1) / sqrt(v1 + v2) on (v1 + v2)^2 / (v1^2/d1 + v2^2/d2) degrees of freedom; Holm
    over the domains given. The smallest change that would have shown is t(1 - .025/m, df) sqrt(v1 + v2), m domains.
    Cautious: answers are unpaired by design, so what people share between rounds counts as chance.

    Parameters
    ----------
    rounds : sequence of (earlier, later) or None
        For each domain its two published scores; None where it cannot be tested: not shown in both rounds, or fewer
        than five shown teams in either, so that no spread is published.

    Returns
    -------
    tuple of RoundChange or None
        In the same order.

    Raises
    ------
    ValueError
        If a score has no answers or no degrees of freedom, or a number is below 0.

    References
    ----------
    Welch (1947), The generalization of 'Student's' problem when several different population variances are involved,
    Biometrika 34; Holm (1979), A simple sequentially rejective multiple test procedure, Scandinavian Journal of
    Statistics 6. In R: ``2 * pt(-abs(t), df)``, ``p.adjust``; with one own variance a round, ``t.test``.
    """
    tested = [pair for pair in rounds if pair is not None]
    parts = [_welch(earlier, later) for earlier, later in tested]
    chances = [2 * t_distribution(-abs(difference / error), freedom) for difference, error, freedom in parts]
    each = iter(zip(parts, chances, holm(chances), strict=True))
    return tuple(None if pair is None else _change(*next(each), len(tested)) for pair in rounds)


def holm(chances: Sequence[float]) -> tuple[float, ...]:
    """Adjust p values for their number: the i-th smallest times (m - i + 1), never below a smaller one's, at most 1.

    Raises
    ------
    ValueError
        If one is not between 0 and 1.

    References
    ----------
    Holm (1979), as above. In R: ``p.adjust``.
    """
    if not all(0 <= chance <= 1 for chance in chances):
        raise ValueError("a p value lies between 0 and 1")
    adjusted = [0.0] * len(chances)
    floor = 0.0
    for place, position in enumerate(sorted(range(len(chances)), key=chances.__getitem__)):
        floor = max(floor, min(1.0, (len(chances) - place) * chances[position]))
        adjusted[position] = floor
    return tuple(adjusted)


def _change(part: tuple[int, float, float], p: float, adjusted: float, domains: int) -> RoundChange:
    difference, error, freedom = part
    least = t_quantile(1 - (1 - CONFIDENCE) / domains, freedom) * error
    would_show = min(math.ceil(least - _JUST_ABOVE), _WIDEST)
    return RoundChange(difference, difference / error, freedom, p, adjusted, would_show)


def _welch(earlier: RoundScore, later: RoundScore) -> tuple[int, float, float]:
    """Return the difference in points, its standard error and its degrees of freedom."""
    for one in (earlier, later):
        if one.answered < 1 or one.freedom < 1 or one.spread < 0 or one.points < 0:
            raise ValueError("a change needs answers, degrees of freedom and no number below 0")
    first, second = _variance(earlier), _variance(later)
    freedom = (first + second) ** 2 / (first**2 / earlier.freedom + second**2 / later.freedom)
    return later.points - earlier.points, math.sqrt(first + second), freedom


def _variance(one: RoundScore) -> float:
    # A spread is 0 by rounding only: the moderated variance is above 0.
    return max(one.spread, 1) ** 2 / one.answered
