"""Hedges' g against R's answer."""

import pytest

from teamhealth.analysis.effect_size import hedges_g

FIRST = (75, 80, 65, 55, 70, 62.5)
SECOND = (50, 45, 60, 55, 40)


def test_hedges_g_agrees_with_r() -> None:
    assert hedges_g(FIRST, SECOND) == pytest.approx(1.919865, abs=5e-7)
    assert hedges_g(SECOND, FIRST) == -hedges_g(FIRST, SECOND)


def test_groups_without_a_spread_are_refused() -> None:
    with pytest.raises(ValueError, match="two people"):
        hedges_g((50,), SECOND)
    with pytest.raises(ValueError, match="must differ"):
        hedges_g((50, 50), (60, 60, 60))
