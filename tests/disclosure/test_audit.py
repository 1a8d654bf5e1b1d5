"""What a printed sum leaves of its parts."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamhealth.disclosure.audit import Part, coarsest_step, leaves_half, left_of, lost_to_steps, points_part


@pytest.mark.parametrize(
    ("total", "people", "stands"),
    [
        (300, (3, 3), True),  # each lies in [0, 300]
        (100, (3, 3), False),  # each in [0, 100], a third
        (150, (3, 3), True),  # each in [0, 150], the half
        (149, (3, 3), False),
        (450, (3, 3), True),
        (451, (3, 3), False),
        (250, (4, 1), False),  # four in [150, 250]
        (250, (4, 2), True),  # four in [50, 250]
        (200, (4,), False),  # a team alone is known
        (0, (2, 2, 2, 2), False),
    ],
)
def test_each_team_keeps_half_of_its_range_or_the_sum_is_not_printed(
    total: int, people: tuple[int, ...], stands: bool
) -> None:
    assert leaves_half(total, [points_part(each) for each in people]) is stands


def test_parts_that_are_known_already_lose_nothing() -> None:
    assert leaves_half(5, [Part(2, 2), Part(3, 3)])
    assert not leaves_half(5, [Part(2, 2), Part(0, 4)])


def test_what_is_left_is_what_the_others_leave() -> None:
    assert left_of(5, [Part(0, 6), Part(0, 3)]) == (Part(2, 5), Part(0, 3))


@pytest.mark.parametrize("total", [-1, 601])
def test_a_sum_that_the_parts_cannot_make_is_refused(total: int) -> None:
    with pytest.raises(ValueError, match="cannot make the sum"):
        leaves_half(total, [points_part(3), points_part(3)])


@given(st.lists(st.integers(1, 4), min_size=1, max_size=4), st.data())
def test_the_range_is_the_one_that_counting_gives(people: list[int], data: st.DataObject) -> None:
    """Scores of 0 or 100 alone, so that all sums can be counted."""
    total = data.draw(st.integers(0, sum(people)))
    kept = []
    for mine in people:
        others = sum(people) - mine
        possible = [number for number in range(mine + 1) if 0 <= total - number <= others]
        kept.append((possible[-1] - possible[0]) * 2 >= mine)
    assert leaves_half(100 * total, [points_part(each) for each in people]) is all(kept)


def test_scores_that_come_in_steps_leave_a_part_less_than_its_ends_say() -> None:
    # Two of four items answered: 0, 12.5, 25 … points; of one item, an answer's own step.
    assert [coarsest_step(items) for items in (1, 4, 7)] == [25, Fraction(25, 2), Fraction(25, 4)]
    # Six people's mean of 34 leaves their sum 201 to 207, of which 206.25 alone is a multiple of 6.25; beside two
    # people, four can then be 12.5 to 200 together: less than half of 400.
    six = lost_to_steps(coarsest_step(4), 6)
    parts = [points_part(4), points_part(2)]
    assert leaves_half(204, parts)
    assert not leaves_half(204, parts, six)
    # Many people's mean leaves a window wider than any step.
    assert lost_to_steps(coarsest_step(7), 25) == 0
    # An end that the others do not set is reached whatever the steps are.
    assert leaves_half(300, [points_part(3), points_part(3)], 1000)
