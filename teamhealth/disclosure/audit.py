"""Whether a printed sum leaves every hidden part of it in the dark: at least half of the range it had anyway."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

LOWEST_POINTS = 0
HIGHEST_POINTS = 100


@dataclass(frozen=True, slots=True)
class Part:
    """A hidden part of a sum: the least and the most that it could be, as far as is printed elsewhere."""

    low: Fraction | int
    high: Fraction | int


def points_part(people: int) -> Part:
    """Return what the sum of so many people's scores could be."""
    return Part(LOWEST_POINTS * people, HIGHEST_POINTS * people)


def leaves_half(total: Fraction | int, parts: Sequence[Part]) -> bool:
    """Return whether each part keeps at least half of its range once the parts' sum is known.

    A part in [lo, hi] beside others in [LO, HI] can then only be in [max(lo, total - HI), min(hi, total - LO)].
    Everything but the parts themselves is taken as known: how many answered in each, and the sum exactly.

    Parameters
    ----------
    total : Fraction or int
        As shown.
    parts : sequence of Part
        All hidden parts of the sum.

    Raises
    ------
    ValueError
        If the parts cannot make the sum.
    """
    return all(2 * width(left) >= width(part) for part, left in zip(parts, left_of(total, parts), strict=True))


def left_of(total: Fraction | int, parts: Sequence[Part]) -> tuple[Part, ...]:
    """Return what each part could still be once their sum is known; arguments and errors as above."""
    lowest, highest = sum(each.low for each in parts), sum(each.high for each in parts)
    if not lowest <= total <= highest:
        raise ValueError("the parts cannot make the sum")
    return tuple(
        Part(max(each.low, total - (highest - each.high)), min(each.high, total - (lowest - each.low)))
        for each in parts
    )


def width(part: Part) -> Fraction | int:
    """Return how far a part's ends are apart."""
    return part.high - part.low
