"""Cronbach's alpha against R's answer."""

from fractions import Fraction

import pytest

from teamhealth.analysis.reliability import cronbach_alpha, moments, together

# Six people by four items; R 4.2.2, psych 2.2.9: psych::alpha gives .9424902.
COLUMNS = ((4, 3, 5, 2, 4, 3), (4, 3, 4, 2, 5, 3), (5, 3, 4, 1, 4, 2), (4, 2, 5, 2, 4, 3))
GOLD = [list(row) for row in zip(*COLUMNS, strict=True)]


def test_alpha_agrees_with_r() -> None:
    alpha = cronbach_alpha(moments(GOLD, 4))
    assert alpha is not None
    assert float(alpha) == pytest.approx(0.9424902, abs=5e-8)


def test_sums_of_groups_give_the_alpha_of_all() -> None:
    parts = [moments(GOLD[:2], 4), moments(GOLD[2:], 4), moments([], 4)]
    assert together(parts) == moments(GOLD, 4)


def test_items_that_are_the_same_have_an_alpha_of_one() -> None:
    assert cronbach_alpha(moments([[1, 1, 1], [3, 3, 3], [4, 4, 4]], 3)) == Fraction(1)


@pytest.mark.parametrize("table", [[], [[1, 2]], [[3, 3], [3, 3]]])
def test_without_differences_there_is_no_alpha(table: list[list[int]]) -> None:
    assert cronbach_alpha(moments(table, 2)) is None


def test_one_item_has_no_alpha() -> None:
    assert cronbach_alpha(moments([[1], [2]], 1)) is None


def test_ragged_tables_and_unlike_groups_are_refused() -> None:
    with pytest.raises(ValueError, match="one answer an item"):
        moments([[1, 2], [1]], 2)
    with pytest.raises(ValueError, match="same items"):
        together([moments([], 2), moments([], 3)])
    with pytest.raises(ValueError, match="same items"):
        together([])
