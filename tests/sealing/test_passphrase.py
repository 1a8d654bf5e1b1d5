"""Passphrases: what counts as the same, how words are counted, and that suggestions are fair."""

import re
from collections import Counter
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamhealth.resources import resource
from teamhealth.sealing.passphrase import LEAST_WORDS, SUGGESTED_WORDS, normalise, suggest, words

WORD_LIST = resource("words.txt").read_text(encoding="utf-8").split()


@given(st.text())
def test_normalising_twice_changes_nothing_more(typed: str) -> None:
    assert normalise(normalise(typed)) == normalise(typed)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("  two   words\n", "two words"),
        ("two\u00a0words", "two words"),
        ("cafe\u0301", "caf\u00e9"),
        ("\uff41bc", "abc"),
        ("don\u2019t", "don't"),
        ("soft\u00adhyphen", "softhyphen"),
        ("Case Kept", "Case Kept"),
        ("lone \ud800 surrogate", "lone surrogate"),
    ],
)
def test_what_looks_the_same_is_the_same(typed: str, meant: str) -> None:
    assert normalise(typed) == meant


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        ("", 0),
        ("   ", 0),
        ("one", 1),
        ("one two  three", 3),
        ("one-two-three-four", 4),
        ("Same same SAME same", 1),
        ("the cat and the dog", 4),
        ("- - - -", 0),
    ],
)
def test_different_words_are_counted(typed: str, count: int) -> None:
    assert words(typed) == count


def test_a_suggestion_has_five_different_words_and_passes() -> None:
    entropy = Random(3).randbytes
    for _ in range(50):
        suggested = suggest(WORD_LIST, entropy)
        assert words(suggested) == SUGGESTED_WORDS >= LEAST_WORDS
        assert set(suggested.split()) <= set(WORD_LIST)


def test_every_word_is_as_likely_in_every_place() -> None:
    entropy = Random(4).randbytes
    six = ["a", "b", "c", "d", "e", "f"]
    drawn = [suggest(six, entropy).split() for _ in range(6000)]
    for place in range(5):
        counts = Counter(each[place] for each in drawn)
        # 1,000 expected, standard deviation 29.
        assert all(870 < counts[word] < 1130 for word in six)


def test_draws_that_would_favour_the_first_words_are_thrown_away() -> None:
    draws = iter([b"\xff\xff\xff\xff", b"\x00\x00\x00\x05"] + [b"\x00" * 4] * 10)
    assert suggest(["a", "b", "c", "d", "e", "f"], lambda size: next(draws)).split()[0] == "f"


def test_a_list_that_is_too_short_is_refused() -> None:
    with pytest.raises(ValueError, match="4"):
        suggest(["a", "b", "c", "d", "d"], Random(1).randbytes)


def test_the_word_list_gives_fifty_bits() -> None:
    assert len(WORD_LIST) == len(set(WORD_LIST)) == 1024
    assert sorted(WORD_LIST) == WORD_LIST


def test_words_are_short_plain_and_hard_to_mistake() -> None:
    assert all(re.fullmatch("[a-z]{4,7}", word) for word in WORD_LIST)
    assert not any(later.startswith(word) for word, later in pairwise(WORD_LIST))
    one_letter_missing = Counter(
        (place, word[:place] + "?" + word[place + 1 :]) for word in WORD_LIST for place in range(len(word))
    )
    assert max(one_letter_missing.values()) == 1
