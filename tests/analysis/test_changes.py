"""Changes between rounds against figures worked out with R."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamhealth.analysis.changes import RoundScore, changes, holm

Pair = tuple[RoundScore, RoundScore]

SCORES = st.builds(RoundScore, st.integers(6, 94), st.integers(5, 20), st.integers(0, 40), st.integers(30, 400))
PAIRS = st.lists(st.none() | st.tuples(SCORES, SCORES), max_size=6)


def test_holm_agrees_with_r() -> None:
    assert holm((0.01, 0.02, 0.03, 0.04)) == pytest.approx((0.04, 0.06, 0.06, 0.06))
    assert holm((0.5, 0.001, 0.9)) == pytest.approx((1.0, 0.003, 1.0))
    assert holm(()) == ()


def test_a_change_agrees_with_r() -> None:
    pair = (RoundScore(50, 8, 18, 120), RoundScore(71, 9, 22, 90))
    (found,) = changes([pair])
    assert found is not None
    # R: v <- c(18^2/8, 22^2/9); t <- 21/sqrt(sum(v)); df <- sum(v)^2/sum(v^2/c(120, 90)); 2*pt(-t, df)
    assert found.difference == 21
    assert found.t == pytest.approx(2.162791360775, abs=1e-9)
    assert found.freedom == pytest.approx(194.056520089, abs=1e-6)
    assert found.p == found.adjusted == pytest.approx(0.031780301814, abs=1e-9)
    # R: qt(.975, df) * sqrt(sum(v))
    assert found.would_show == 20  # 19.150040646 and up
    assert found.more_than_chance


def test_a_domain_that_cannot_be_tested_costs_the_others_nothing() -> None:
    pair = (RoundScore(50, 8, 18, 120), RoundScore(71, 9, 22, 90))
    assert changes([None, pair, None]) == (None, changes([pair])[0], None)
    assert changes([]) == ()


@given(PAIRS)
def test_what_would_have_shown_shows_and_nothing_smaller_by_itself(pairs: list[Pair | None]) -> None:
    for pair, found in zip(pairs, changes(pairs), strict=True):
        if pair is None or found is None:
            continue
        assert found.p <= found.adjusted <= 1
        if abs(found.difference) >= found.would_show:
            assert found.more_than_chance
        (alone,) = changes([pair])
        assert alone is not None
        assert alone.more_than_chance == (abs(found.difference) >= alone.would_show)
        assert alone.would_show <= found.would_show


@given(PAIRS)
def test_rounds_can_be_seen_from_either_side(pairs: list[Pair | None]) -> None:
    back = changes([pair and (pair[1], pair[0]) for pair in pairs])
    for there, again in zip(changes(pairs), back, strict=True):
        if there is not None and again is not None:
            assert again.difference == -there.difference
            assert math.isclose(again.p, there.p, abs_tol=1e-12)


@pytest.mark.parametrize(
    "score", [RoundScore(50, 0, 18, 120), RoundScore(50, 8, 18, 0), RoundScore(50, 8, -1, 9), RoundScore(-1, 8, 9, 9)]
)
def test_impossible_figures_are_refused(score: RoundScore) -> None:
    with pytest.raises(ValueError, match="a change needs"):
        changes([(score, RoundScore(50, 8, 18, 120))])


def test_no_p_value_lies_outside_nought_and_one() -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        holm((0.5, 1.5))
