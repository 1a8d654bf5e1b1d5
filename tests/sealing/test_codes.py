"""One-time codes are read in any case and grouping, and a wrong character is noticed."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamhealth.sealing.code_hashes import keyed_hash, new_lock, slow_hash
from teamhealth.sealing.codes import ALPHABET, CODE_CHARACTERS, new_code, read_code, shown
from teamhealth.sealing.costs import KeyCost

CHEAP = KeyCost(operations=1, memory_bytes=8192)
codes = st.integers(0, 2**32).map(lambda seed: new_code(Random(seed).randbytes))


def test_a_code_is_known_by_its_form() -> None:
    code = new_code(bytes)
    assert code == "0" * CODE_CHARACTERS
    assert shown("7K3QM2XT9AB") == "7K3Q-M2XT-9AB"


@given(codes, st.sampled_from(["-", " ", "", " - ", "\u2013", "."]), st.booleans())
def test_case_and_grouping_do_not_matter(code: str, between: str, lower: bool) -> None:
    typed = between.join(shown(code).split("-"))
    assert read_code(f" {typed.lower() if lower else typed}\n") == code


@given(codes)
def test_letters_that_look_like_figures_are_forgiven(code: str) -> None:
    assert read_code(code.replace("0", "o").replace("1", "l")) == code
    assert read_code(code.replace("0", "O").replace("1", "I")) == code


@given(codes, st.integers(0, CODE_CHARACTERS - 1), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_noticed(code: str, place: int, other: str) -> None:
    typed = code[:place] + other + code[place + 1 :]
    assert read_code(typed) == (code if typed == code else None)


@given(codes, st.integers(0, CODE_CHARACTERS - 1), st.integers(0, CODE_CHARACTERS - 1))
def test_two_characters_that_changed_places_are_noticed(code: str, one: int, other: int) -> None:
    swapped = list(code)
    swapped[one], swapped[other] = swapped[other], swapped[one]
    typed = "".join(swapped)
    assert read_code(typed) == (code if typed == code else None)


@pytest.mark.parametrize("typed", ["", "7K3Q", "7K3Q-M2XT-9ABC", "UUUU-UUUU-UUU", "\u0661" * 11, "\U0001f642" * 11])
def test_what_cannot_be_a_code_is_none(typed: str) -> None:
    assert read_code(typed) is None


@given(st.text(max_size=30))
def test_anything_typed_is_read_as_a_code_or_as_none(typed: str) -> None:
    found = read_code(typed)
    assert found is None or read_code(shown(found)) == found


def test_codes_differ() -> None:
    entropy = Random(1).randbytes
    assert len({new_code(entropy) for _ in range(1000)}) == 1000


def test_hashes_depend_on_salt_and_key() -> None:
    entropy = Random(1).randbytes
    one, other = new_lock(CHEAP, entropy), new_lock(CHEAP, entropy)
    assert slow_hash("7K3QM2XT9AB", one) == slow_hash("7K3QM2XT9AB", one)
    assert slow_hash("7K3QM2XT9AB", one) != slow_hash("7K3QM2XT9AB", other)
    assert keyed_hash("7K3QM2XT9AB", b"1" * 32) != keyed_hash("7K3QM2XT9AB", b"2" * 32)
