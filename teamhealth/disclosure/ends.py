"""Shares of people with the lowest or the highest score: told only where they say nothing of any one team."""

from collections.abc import Callable, Sequence

from teamhealth.analysis.scoring import POINTS_A_STEP
from teamhealth.publication.values import Cap, ShownScore


def told_share(
    at_end: Sequence[int], people: Sequence[int], near: Sequence[bool], coarse: Callable[[float], int]
) -> int | None:
    """Return the share at an end as it is printed, or None where it would tell of one team.

    It is told if it would be the same with nobody of any one team there and, for a team whose own score leaves room
    for that, with everybody of it there. So whatever a team answered, the other teams alone could make the share.

    Parameters
    ----------
    at_end, people : sequence of int, one a team
        How many are at the end, of how many with a score.
    near : sequence of bool, one a team
        From ``near_lowest`` or ``near_highest``.
    coarse : callable
        From a share of 0 to 1 to what is printed of it.
    """
    whole, together = sum(people), sum(at_end)
    printed = coarse(together / whole)
    for mine, there, close in zip(people, at_end, near, strict=True):
        others = together - there
        if coarse(others / whole) != printed or (close and coarse((others + mine) / whole) != printed):
            return None
    return printed


def near_lowest(scores: Sequence[ShownScore], items: int) -> list[bool]:
    """Return for each printed score whether it is so low that nearly everybody could have the lowest one.

    Whoever is not at the end is away from it by a step in one of the domain's items, or by more.
    """
    return [each.cap is Cap.OR_LESS or _near(each.points, items) for each in scores]


def near_highest(scores: Sequence[ShownScore], items: int) -> list[bool]:
    """Return for each printed score whether it is so high that nearly everybody could have the highest one."""
    return [each.cap is Cap.OR_MORE or _near(100 - each.points, items) for each in scores]


def _near(points_from_end: int, items: int) -> bool:
    """Return whether a rounded score is less than one step a person from the end, in twice the points."""
    return (2 * points_from_end - 1) * items < 2 * POINTS_A_STEP
