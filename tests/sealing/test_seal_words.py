"""Three words stand for a public key, the same on every machine."""

import pytest

from teamhealth.resources import resource
from teamhealth.sealing.costs import KeyCost
from teamhealth.sealing.seal_words import seal_words

CHEAP = KeyCost(operations=1, memory_bytes=8192)
LIST = resource("words.txt").read_text(encoding="utf-8").split()


def test_words_of_a_key_never_change() -> None:
    assert seal_words(bytes(32), LIST, CHEAP) == seal_words(bytes(32), LIST, CHEAP)
    assert seal_words(bytes(range(32)), LIST) == ("totem", "mirror", "bowler")


def test_another_key_has_other_words() -> None:
    assert len({seal_words(bytes([number] * 32), LIST, CHEAP) for number in range(50)}) == 50


def test_the_three_words_differ() -> None:
    assert sorted(seal_words(bytes(32), ["one", "two", "three"], CHEAP)) == ["one", "three", "two"]


def test_a_list_of_two_words_is_too_short() -> None:
    with pytest.raises(ValueError, match="2"):
        seal_words(bytes(32), ["one", "two"], CHEAP)


def test_the_order_of_the_list_is_part_of_the_method() -> None:
    assert len(LIST) == len(set(LIST)) == 1024
