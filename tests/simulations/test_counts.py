"""With a theme's score beside word and count, three numbers of unfavourable answers stay possible nearly always."""

import pytest

from tests.simulations.counts import simulate
from tests.simulations.slow import needs_time


@pytest.mark.parametrize("people", [8, 10])
def test_the_score_hardly_ever_leaves_fewer_than_three(people: int) -> None:
    told, shown = simulate(people, 150)
    assert shown > 300
    assert told <= 0.01 * shown


@needs_time
@pytest.mark.slow
@pytest.mark.parametrize("items", [3, 7])
@pytest.mark.parametrize("people", range(8, 13))
def test_the_score_leaves_fewer_than_three_as_seldom_as_the_method_note_says(people: int, items: int) -> None:
    told, shown = simulate(people, 4_000, items)
    assert told <= (0.015 if items == 3 else 0.001) * shown
