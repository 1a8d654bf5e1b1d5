"""How large a difference between two groups is beside the spread within them; for the method note only."""

import math
from collections.abc import Sequence
from statistics import fmean


def hedges_g(first: Sequence[float], second: Sequence[float]) -> float:
    """Return the difference of two means in pooled standard deviations, corrected for few people.

    g = (m1 - m2) / s (1 - 3/(4 df - 1)), s pooled over both groups, df = n1 + n2 - 2. Never published: beside a gap in
    points it would give the spread away.

    Raises
    ------
    ValueError
        If a group has fewer than two people, or nobody differs within a group.

    References
    ----------
    Hedges (1981), Distribution theory for Glass's estimator of effect size and related estimators, Journal of
    Educational Statistics 6. In R: worked out in base R.
    """
    if min(len(first), len(second)) < 2:
        raise ValueError("two people a group are needed")
    means = fmean(first), fmean(second)
    freedom = len(first) + len(second) - 2
    squares = sum((each - means[0]) ** 2 for each in first) + sum((each - means[1]) ** 2 for each in second)
    if squares <= 0:
        raise ValueError("somebody within a group must differ")
    return (means[0] - means[1]) / math.sqrt(squares / freedom) * (1 - 3 / (4 * freedom - 1))
