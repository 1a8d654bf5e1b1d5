"""Orders of people: all of them once, or drawn ones that every machine draws alike."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamhealth.analysis.permutations import (
    all_splits,
    blocks,
    count_splits,
    drawn_splits,
    permutation_count,
    permutation_seed,
)
from teamhealth.survey.ids import SurveyId


def _teams(row: list[int], sizes: list[int]) -> tuple[frozenset[int], ...]:
    ends = np.cumsum(sizes).tolist()
    return tuple(frozenset(row[end - size : end]) for end, size in zip(ends, sizes, strict=True))


def test_splits_are_counted_as_by_hand() -> None:
    assert count_splits([6, 5]) == 462
    assert count_splits([8, 8]) == 12_870
    assert count_splits([3, 3, 3]) == 1_680
    assert count_splits([]) == 1


@given(st.lists(st.integers(0, 2), min_size=1, max_size=3))
def test_every_split_is_listed_once(sizes: list[int]) -> None:
    people = sum(sizes)
    listed = [_teams(row, sizes) for row in all_splits(sizes).tolist()]
    assert set(listed) == {_teams(list(row), sizes) for row in permutations(range(people))}
    assert len(listed) == len(set(listed)) == count_splits(sizes)
    assert listed[0] == _teams(list(range(people)), sizes)


def test_too_many_splits_are_not_listed() -> None:
    with pytest.raises(ValueError, match="too many"):
        all_splits([9, 9])
    with pytest.raises(ValueError, match="fewer than nobody"):
        count_splits([3, -1])


def test_drawn_orders_hold_everybody_once_and_begin_with_the_one_at_hand() -> None:
    drawn = drawn_splits(50, 200, 7)
    assert drawn.shape == (201, 50)
    assert (np.sort(drawn, axis=1) == np.arange(50)).all()
    assert (drawn[0] == np.arange(50)).all()
    assert len({tuple(row) for row in drawn.tolist()}) == 201


def test_a_seed_draws_the_same_orders_everywhere() -> None:
    # Worked out once: a change here would change what published rounds were flagged for.
    assert drawn_splits(6, 3, 12345).tolist()[1:] == [[0, 1, 5, 4, 3, 2], [1, 4, 0, 2, 3, 5], [1, 5, 2, 0, 4, 3]]
    assert (drawn_splits(6, 3, 12345) != drawn_splits(6, 3, 12346)).any()


def test_many_people_are_drawn_in_several_blocks() -> None:
    drawn = drawn_splits(70_000, 20, 3)
    assert (np.sort(drawn[-1]) == np.arange(70_000)).all()
    assert len(list(blocks(0, 21, 70_000))) == 2


def test_every_place_is_as_likely_for_everybody() -> None:
    drawn = drawn_splits(4, 24_000, 11)[1:]
    counts = np.array([np.bincount(drawn[:, place], minlength=4) for place in range(4)])
    # Standard deviation of each count is 67.
    assert (abs(counts - 6_000) < 300).all()


def test_large_surveys_draw_fewer() -> None:
    assert permutation_count(200) == 4_999
    assert permutation_count(201) == 999


def test_the_seed_is_the_survey_id() -> None:
    assert permutation_seed(SurveyId("0" * 30 + "ff")) == 255


def test_numbers_below_nought_are_refused() -> None:
    for arguments in ((-1, 3, 1), (3, -1, 1), (3, 3, -1)):
        with pytest.raises(ValueError, match="0 or more"):
            drawn_splits(*arguments)
