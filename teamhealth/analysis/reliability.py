"""Cronbach's alpha, from sums that add up over teams so that no single answer needs to be kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

_NONE = Fraction(0)


@dataclass(frozen=True, slots=True)
class Moments:
    """Sums over ``people`` who answered every item of a domain.

    ``sums`` and ``squares`` are each item's, ``total`` and ``total_squares`` those of the people's sums over the items.
    """

    people: int
    sums: tuple[int, ...]
    squares: tuple[int, ...]
    total: int
    total_squares: int


def moments(table: Sequence[Sequence[int]], items: int) -> Moments:
    """Sum up a table of complete answers, people by ``items``; ValueError for rows of another length."""
    if any(len(row) != items for row in table):
        raise ValueError("every row needs one answer an item")
    steps = np.array(table, dtype=np.int64).reshape(len(table), items)
    totals = steps.sum(axis=1)
    return Moments(
        people=len(table),
        sums=tuple(steps.sum(axis=0).tolist()),
        squares=tuple((steps**2).sum(axis=0).tolist()),
        total=int(totals.sum()),
        total_squares=int((totals**2).sum()),
    )


def together(parts: Sequence[Moments]) -> Moments:
    """Add up the moments of several groups; ValueError for none, or for groups of unlike items."""
    if not parts or len({len(each.sums) for each in parts}) != 1:
        raise ValueError("groups of the same items are needed")
    return Moments(
        people=sum(each.people for each in parts),
        sums=tuple(sum(column) for column in zip(*(each.sums for each in parts), strict=True)),
        squares=tuple(sum(column) for column in zip(*(each.squares for each in parts), strict=True)),
        total=sum(each.total for each in parts),
        total_squares=sum(each.total_squares for each in parts),
    )


def cronbach_alpha(sums: Moments) -> Fraction | None:
    """Return Cronbach's alpha, exactly; None with fewer than two items or people, or if nobody differs.

    alpha = k/(k - 1) * (1 - sum of the items' variances / variance of the sums). Reversed items are recoded before.

    References
    ----------
    Cronbach (1951), Coefficient alpha and the internal structure of tests, Psychometrika 16. In R: ``psych::alpha``.
    """
    items = len(sums.sums)
    if items < 2 or sums.people < 2:
        return None
    whole = _scatter(sums.people, sums.total, sums.total_squares)
    if not whole:
        return None
    parts = sum(_scatter(sums.people, *each) for each in zip(sums.sums, sums.squares, strict=True))
    return Fraction(items, items - 1) * (1 - Fraction(parts, whole))


def alpha_within(parts: Sequence[Moments]) -> Fraction | None:
    """Return Cronbach's alpha of people's distances from their own team's means; None if nobody differs in any team.

    Over everybody, teams that differ make people look more unlike than the colleagues in any of them are. As
    ``cronbach_alpha``, with the squares within teams in place of variances; the degrees of freedom are the same above
    and below, and cancel. In R: ``psych::alpha`` of the items less their teams' means. ValueError for unlike items.
    """
    together(parts)
    items = len(parts[0].sums)
    filled = [each for each in parts if each.people]
    whole = sum(
        (Fraction(_scatter(each.people, each.total, each.total_squares), each.people) for each in filled), _NONE
    )
    if items < 2 or not whole:
        return None
    own = sum(
        (
            Fraction(_scatter(each.people, total, squares), each.people)
            for each in filled
            for total, squares in zip(each.sums, each.squares, strict=True)
        ),
        _NONE,
    )
    return Fraction(items, items - 1) * (1 - own / whole)


def _scatter(people: int, total: int, squares: int) -> int:
    """Return ``people`` times the sum of squared deviations: a whole number, and the factor cancels."""
    return people * squares - total**2
