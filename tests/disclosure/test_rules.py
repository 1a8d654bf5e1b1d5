"""The small rules by themselves: caps, words, counts, splits and bands."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamhealth.disclosure.bands import joined_bands
from teamhealth.disclosure.words import agreement, item_word
from teamhealth.publication.caps import shown_score
from teamhealth.publication.types import Agreement, BandCount, Cap, ItemWord, ShownScore


@pytest.mark.parametrize(
    ("mean", "shown"),
    [
        (Fraction(0), ShownScore(6, Cap.OR_LESS)),
        (Fraction(649, 100), ShownScore(6, Cap.OR_LESS)),
        (Fraction(13, 2), ShownScore(7)),
        (Fraction(101, 2), ShownScore(51)),
        (Fraction(9349, 100), ShownScore(93)),
        (Fraction(187, 2), ShownScore(94, Cap.OR_MORE)),
        (Fraction(100), ShownScore(94, Cap.OR_MORE)),
    ],
)
def test_means_are_rounded_half_up_and_capped(mean: Fraction, shown: ShownScore) -> None:
    assert shown_score(mean) == shown


@pytest.mark.parametrize(
    ("mean", "word"),
    [
        (Fraction(0), ItemWord.CONCERN),
        (Fraction(889, 20), ItemWord.CONCERN),  # 44.45
        (Fraction(89, 2), ItemWord.MIXED),  # 44.5 is 45
        (Fraction(45), ItemWord.MIXED),
        (Fraction(65), ItemWord.MIXED),
        (Fraction(850, 13), ItemWord.MIXED),  # 65.38 is 65
        (Fraction(131, 2), ItemWord.STRENGTH),
        (Fraction(100), ItemWord.STRENGTH),
    ],
)
def test_words_follow_the_rounded_mean(mean: Fraction, word: ItemWord) -> None:
    assert item_word(mean) is word


def test_answers_are_alike_up_to_a_deviation_of_083() -> None:
    assert agreement(Fraction(83, 100)) is Agreement.ALIKE
    assert agreement(Fraction(831, 1000)) is Agreement.DIFFER


@pytest.mark.parametrize(
    ("counts", "bands"),
    [
        ((2, 3, 5), ((0, 0, 2), (1, 1, 3), (2, 2, 5))),
        ((1, 0, 4, 5), ((0, 2, 5), (3, 3, 5))),
        ((0, 5, 4, 1), ((0, 1, 5), (2, 3, 5))),
        ((5, 0, 0, 5, 0, 0), ((0, 0, 5), (1, 5, 5))),
        ((4, 1, 1, 3, 1, 0), ((0, 0, 4), (1, 2, 2), (3, 5, 4))),
        ((9, 1, 0), None),
        ((1, 0, 9), None),
        ((0, 10), None),
        ((1, 0, 0), None),
        ((0, 0, 0), None),
    ],
)
def test_bands_are_joined_from_the_lowest_up(
    counts: tuple[int, ...], bands: tuple[tuple[int, int, int], ...] | None
) -> None:
    assert joined_bands(counts) == (None if bands is None else tuple(BandCount(*band) for band in bands))


@given(st.lists(st.integers(0, 4), min_size=2, max_size=8))
def test_joined_bands_cover_the_scale_and_hold_nobody_alone(counts: list[int]) -> None:
    bands = joined_bands(tuple(counts))
    if bands is None:
        return
    assert len(bands) > 1
    assert [band for each in bands for band in range(each.first, each.last + 1)] == list(range(len(counts)))
    for each in bands:
        assert each.people == sum(counts[each.first : each.last + 1])
        assert each.people >= 2
