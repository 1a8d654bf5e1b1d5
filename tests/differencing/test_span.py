"""Sums that can be made of others are found, and no more."""

from tests.differencing.span import rank, within


def test_of_a_total_and_all_parts_but_one_the_last_can_be_made() -> None:
    rows = [{"a": 3, "b": 2, "c": 5}, {"a": 1}, {"b": 1}]
    assert rank(rows) == 3
    assert within(rows, {"c"}) == 1
    assert within(rows[:2], {"c"}) == 0
    assert within(rows[:2], {"b", "c"}) == 1


def test_the_same_said_twice_makes_no_more() -> None:
    rows = [{"a": 1, "b": 2}, {"a": 2, "b": 4}]
    assert rank(rows) == 1
    assert within(rows, {"b"}) == 0
