"""Whether a printed sum leaves every hidden part of it in the dark: at least half of the range it had anyway."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

LOWEST_POINTS = 0
HIGHEST_POINTS = 100
# Between two neighbouring answers to an item.
POINTS_A_STEP = 25


@dataclass(frozen=True, slots=True)
class Part:
    """A hidden part of a sum: the least and the most that it could be, as far as is printed elsewhere."""

    low: Fraction | int
    high: Fraction | int


def points_part(people: int) -> Part:
    """Return what the sum of so many people's scores could be."""
    return Part(LOWEST_POINTS * people, HIGHEST_POINTS * people)


def coarsest_step(items: int) -> Fraction:
    """Return the most points between two neighbouring scores of a person: half of the items answered, no fewer."""
    return Fraction(POINTS_A_STEP, (items + 1) // 2)


def lost_to_steps(step: Fraction, people: int) -> Fraction:
    """Return how many points of a range's end may be out of reach because scores come in steps.

    So many people's printed mean leaves their sum a window of as many points. Where the window is wide, some sum of
    steps lies near each end of it; where it is narrow, whoever knows who skipped which questions may find that only
    one does, and then a part's last value may be two steps from its end.
    """
    return max(2 * step - Fraction(people, 2), Fraction(0))


def leaves_half(total: Fraction | int, parts: Sequence[Part], lost: Fraction | int = 0) -> bool:
    """Return whether each part keeps at least half of its range once the parts' sum is known.

    A part in [lo, hi] beside others in [LO, HI] can then only be in [max(lo, total - HI), min(hi, total - LO)].
    Everything but the parts themselves is taken as known: how many answered in each, and the sum exactly.

    Parameters
    ----------
    total : Fraction or int
        As shown.
    parts : sequence of Part
        All hidden parts of the sum.
    lost : Fraction or int
        What is out of reach at each end that the other parts set.

    Raises
    ------
    ValueError
        If the parts cannot make the sum.
    """
    return all(
        2 * (width(left) - lost * ((left.low > part.low) + (left.high < part.high))) >= width(part)
        for part, left in zip(parts, left_of(total, parts), strict=True)
    )


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
