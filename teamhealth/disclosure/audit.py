"""Whether a printed sum leaves every hidden part of it in the dark: enough of the range it had anyway."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

LOWEST_POINTS = 0
HIGHEST_POINTS = 100
HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Part:
    """A hidden part of a sum: the least and the most that it could be, as far as is printed elsewhere."""

    low: int
    high: int


def points_part(people: int) -> Part:
    """Return what the sum of so many people's scores could be."""
    return Part(LOWEST_POINTS * people, HIGHEST_POINTS * people)


def leaves(total: Fraction | int, parts: Sequence[Part], share: Fraction = HALF) -> bool:
    """Return whether each part keeps at least this share of its range once the parts' sum is known.

    A part in [lo, hi] beside others in [LO, HI] can then only be in [max(lo, total - HI), min(hi, total - LO)].
    Everything but the parts themselves is taken as known: how many answered in each, and the sum exactly.

    Parameters
    ----------
    total : Fraction or int
        As shown.
    parts : sequence of Part
        All hidden parts of the sum.
    share : Fraction

    Raises
    ------
    ValueError
        If the parts cannot make the sum.
    """
    lowest, highest = sum(each.low for each in parts), sum(each.high for each in parts)
    if not lowest <= total <= highest:
        raise ValueError("the parts cannot make the sum")
    return all(
        min(each.high, total - (lowest - each.low)) - max(each.low, total - (highest - each.high))
        >= share * (each.high - each.low)
        for each in parts
    )
