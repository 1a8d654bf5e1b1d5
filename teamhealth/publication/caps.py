"""Means as they are shown: rounded once, and capped where nearly everyone must have answered alike."""

from fractions import Fraction

from teamhealth.publication.numbers import round_half_up
from teamhealth.publication.types import Cap, ShownScore

LOWEST = 6
HIGHEST = 94


def shown_score(mean: Fraction) -> ShownScore:
    """Return a mean of 0 to 100 in whole points: '6 or less', 7 to 93, or '94 or more'."""
    points = round_half_up(mean)
    if points <= LOWEST:
        return ShownScore(LOWEST, Cap.OR_LESS)
    if points >= HIGHEST:
        return ShownScore(HIGHEST, Cap.OR_MORE)
    return ShownScore(points)
