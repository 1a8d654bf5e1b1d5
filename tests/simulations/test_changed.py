"""Changes between rounds are called cautiously: seldom where nothing changed, and large ones often."""

import pytest

from tests.simulations.changed import simulate
from tests.simulations.slow import needs_time


def test_a_few_rounds_without_a_change_are_seldom_called() -> None:
    assert simulate(0, 40, same_people=True).false <= 0.1


def test_a_few_large_changes_are_mostly_called() -> None:
    assert simulate(-45, 40, same_people=True).true >= 0.7


@needs_time
@pytest.mark.slow
@pytest.mark.parametrize("same_people", [True, False])
def test_rounds_without_a_change_are_called_once_in_twenty_at_most(same_people: bool) -> None:
    assert simulate(0, 1_500, same_people=same_people).false <= 0.065
