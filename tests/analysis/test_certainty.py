"""Likely ranges and worst cases against figures worked out by hand."""

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamhealth.analysis.certainty import (
    Spread,
    likely_range,
    moderated_variance,
    shared_alpha,
    spread_within,
    worst_case,
)
from teamhealth.analysis.reliability import alpha_within, cronbach_alpha, moments, together
from teamhealth.publication.types import Span

FIXED = Spread(22, None)
HALF = Fraction(1, 2)


@pytest.mark.parametrize(
    ("points", "answered", "headcount", "expected"),
    [
        # 22 * 1.959964 * sqrt((1 - 6/7 * .5)/6) = 13.307
        (52, 6, 7, Span(39, 65)),
        # all of 9: 22 * 1.959964 * sqrt((1 - .5)/9) = 10.163
        (40, 9, 9, Span(30, 50)),
        # 5 of 20: 22 * 1.959964 * sqrt((1 - .25 * .5)/5) = 18.038
        (50, 5, 20, Span(32, 68)),
        # cut to the scale
        (6, 5, 5, Span(0, 20)),
        (94, 5, 5, Span(80, 100)),
        # more answers than people count as all
        (40, 9, 7, Span(30, 50)),
    ],
)
def test_likely_ranges_are_worked_out_as_by_hand(points: int, answered: int, headcount: int, expected: Span) -> None:
    assert likely_range(points, answered, headcount, FIXED, HALF) == expected


def test_a_measured_spread_brings_its_own_quantile() -> None:
    # 18 * 2.228139 * sqrt((1 - .8 * .9)/8) = 7.503
    assert likely_range(50, 8, 10, Spread(18, 10), Fraction(9, 10)) == Span(42, 58)


def test_alpha_is_at_most_seven_tenths_where_everyone_answered() -> None:
    everyone = likely_range(50, 10, 10, FIXED, Fraction(9, 10))
    assert everyone == likely_range(50, 10, 10, FIXED, Fraction(7, 10))
    # 22 * 1.959964 * sqrt(.3/10) = 7.469
    assert everyone == Span(43, 57)


@given(st.integers(6, 94), st.integers(1, 40), st.integers(0, 60), st.integers(1, 40), st.integers(0, 90))
def test_a_likely_range_holds_the_score_and_mirrors(points: int, n: int, people: int, s: int, percent: int) -> None:
    alpha = Fraction(percent, 100)
    span = likely_range(points, n, people, Spread(s, None), alpha)
    assert 0 <= span.low <= points <= span.high <= 100
    # Halves never occur but by chance of the float, so the mirrored range is the same seen from above.
    other = likely_range(100 - points, n, people, Spread(s, None), alpha)
    assert (100 - other.high, 100 - other.low) == (span.low, span.high)


def test_the_worst_case_is_worked_out_as_by_hand() -> None:
    assert worst_case(52, 6, 7) == Span(45, 59)  # 312/7 = 44.57, 412/7 = 58.86
    assert worst_case(50, 5, 10) == Span(25, 75)
    assert worst_case(51, 5, 10) == Span(26, 76)  # 25.5 and 75.5: halves go up
    assert worst_case(40, 9, 9) == Span(40, 40)
    assert worst_case(40, 9, 7) == Span(40, 40)


def test_the_worst_case_of_a_capped_score_goes_to_the_end_of_the_scale() -> None:
    # Everybody may have answered 0, and all of those missing may have: no end is claimed that is not known.
    assert worst_case(6, 6, 7) == Span(0, 19)
    assert worst_case(94, 6, 7) == Span(81, 100)
    assert worst_case(7, 6, 7) == Span(6, 20)


def test_nobody_has_no_range() -> None:
    with pytest.raises(ValueError, match="needs an answer"):
        likely_range(50, 0, 5, FIXED, HALF)
    with pytest.raises(ValueError, match="needs an answer"):
        worst_case(50, 0, 5)


def test_the_moderated_variance_is_worked_out_as_by_hand() -> None:
    # (10 * 400 + 900 + 1100) / (10 + 4 + 6) = 300
    assert moderated_variance([Fraction(900), Fraction(1100)], [5, 7]) == (Fraction(300), 20)
    assert moderated_variance([], []) == (Fraction(400), 10)
    with pytest.raises(ValueError, match="at least one score"):
        moderated_variance([Fraction(1)], [0])


def test_fewer_than_five_teams_share_a_fixed_spread() -> None:
    assert spread_within([Fraction(9_000)] * 4, [5] * 4) == FIXED
    # (4000 + 5 * 900) / (10 + 20) = 283.3, whose root is 16.8
    assert spread_within([Fraction(900)] * 5, [5] * 5) == Spread(17, 30)


@pytest.mark.parametrize("people", [5, 6, 18])
@pytest.mark.parametrize("teams", [5, 17, 200])
def test_a_published_spread_leaves_room_for_people_who_differ_even_where_nobody_does(teams: int, people: int) -> None:
    spread = spread_within([Fraction(0)] * teams, [people] * teams)
    assert spread.freedom == 10 + teams * (people - 1)
    # What the squares may come to for all that is printed; one person off by x adds x squared times (n - 1)/n.
    most = (spread.points + 0.5) ** 2 * spread.freedom - 10 * 20**2
    assert math.sqrt(most * people / (people - 1)) > 35
    # The same is printed where people differ a little.
    assert spread_within([Fraction(64 * (people - 1))] * teams, [people] * teams) == spread


def test_few_people_share_a_fixed_alpha() -> None:
    rows = [[1, 2], [2, 2], [4, 5]]
    assert shared_alpha([]) == HALF
    assert shared_alpha([moments(rows * 9, 2)]) == HALF
    assert shared_alpha([moments(rows * 5, 2), moments(rows * 5, 2)]) == Fraction(9, 10)


def test_teams_that_differ_are_no_true_difference_between_colleagues() -> None:
    drawn = np.random.default_rng(5)
    tables = [drawn.integers(0, 3, (n, 4)) + shift for n, shift in ((5, 0), (8, 2), (12, 1), (9, 2))]
    centred = np.concatenate([table - table.mean(axis=0) for table in tables])
    wanted = 4 / 3 * (1 - (centred**2).sum() / (centred.sum(axis=1) ** 2).sum())
    parts = [moments(table.tolist(), 4) for table in tables]
    found = alpha_within(parts)
    assert found is not None
    assert abs(float(found) - wanted) < 1e-12
    over_everybody = cronbach_alpha(together(parts))
    assert over_everybody is not None
    assert shared_alpha(parts) == max(found, Fraction(0)) < Fraction(3, 5) < over_everybody


def test_alpha_is_never_below_zero_and_nothing_where_nobody_differs() -> None:
    assert shared_alpha([moments([[1, 5], [5, 1], [2, 5]] * 10, 2)]) == 0
    assert shared_alpha([moments([[3, 3]] * 30, 2)]) == 0
