"""What sums of known sums can be made, in exact fractions."""

from collections.abc import Hashable, Mapping, Sequence
from fractions import Fraction
from typing import TypeVar

Name = TypeVar("Name", bound=Hashable)


def rank(rows: Sequence[Mapping[Name, int]]) -> int:
    """Return how many of these weighted sums are not made of the others."""
    left = [{name: Fraction(value) for name, value in row.items() if value} for row in rows]
    found = 0
    while left:
        row = left.pop()
        if not row:
            continue
        found += 1
        name, size = next(iter(row.items()))
        left = [_without(each, row, each.get(name, Fraction(0)) / size) for each in left]
    return found


def within(rows: Sequence[Mapping[Name, int]], names: set[Name]) -> int:
    """Return how many sums of nothing but these names can be made of known sums, none of them of the others."""
    others = [{name: value for name, value in row.items() if name not in names} for row in rows]
    return rank(rows) - rank(others)


def _without(row: Mapping[Name, Fraction], other: Mapping[Name, Fraction], times: Fraction) -> dict[Name, Fraction]:
    made = {name: row.get(name, Fraction(0)) - times * other.get(name, Fraction(0)) for name in {**row, **other}}
    return {name: value for name, value in made.items() if value}
