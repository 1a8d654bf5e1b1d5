"""The likely range holds the truth about as often as it says."""

import pytest

from tests.simulations.coverage import SPREADS, TEAMS, simulate
from tests.simulations.slow import needs_time


@pytest.mark.parametrize("spread", [14, 20])
def test_ranges_of_a_few_surveys_hold_the_truth(spread: int) -> None:
    # 240 ranges: a standard deviation of 1.4 points at 95%.
    assert simulate(spread, teams=12, tables=20).held >= 0.92


def test_ranges_hold_the_truth_where_teams_differ_much() -> None:
    # 600 ranges; with alpha over everybody 91% of them held it.
    assert simulate(8, teams=30, tables=20, between=16, reliability=0.6).held >= 0.95


@needs_time
@pytest.mark.slow
@pytest.mark.parametrize("teams", TEAMS)
@pytest.mark.parametrize("spread", SPREADS)
def test_ranges_hold_the_truth_as_the_method_note_says(spread: int, teams: int) -> None:
    held = simulate(spread, teams, 2_000 // teams).held
    assert held >= (0.94 if spread <= 20 else 0.85)
