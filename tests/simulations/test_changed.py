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
    found = simulate(0, 1_500, same_people=same_people).false
    # With the same people it is cautious by design; with others it has to claim about once in twenty.
    assert (0 if same_people else 0.025) <= found <= 0.065


@needs_time
@pytest.mark.slow
@pytest.mark.parametrize(("same_people", "least", "most"), [(True, 0.37, 0.51), (False, 0.4, 0.54)])
def test_a_change_of_twenty_points_is_found_as_often_as_the_method_note_says(
    same_people: bool, least: float, most: float
) -> None:
    assert least <= simulate(-20, 500, same_people=same_people, spread=16).true <= most
