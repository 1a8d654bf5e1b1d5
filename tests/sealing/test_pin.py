"""The manager PIN: its form, and that only it opens."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teamhealth.failures import TooLittleMemory
from teamhealth.sealing.costs import KeyCost
from teamhealth.sealing.pin import is_pin, lock_pin, pin_opens

CHEAP = KeyCost(operations=1, memory_bytes=8 * 1024)
PINS = st.from_regex(r"[0-9]{4,8}", fullmatch=True)


@given(PINS, PINS)
@settings(max_examples=30)
def test_a_pin_opens_itself_alone(pin: str, other: str) -> None:
    locked = lock_pin(pin, CHEAP, Random(1).randbytes)
    assert pin_opens(locked, pin)
    assert pin_opens(locked, other) == (other == pin)


@pytest.mark.parametrize("text", ["", "123", "123456789", "12a4", "1234\n", " 1234", "١٢٣٤", "-1234"])
def test_other_texts_are_no_pin_and_open_nothing(text: str) -> None:
    assert not is_pin(text)
    assert not pin_opens(lock_pin("1234", CHEAP, Random(1).randbytes), text)
    with pytest.raises(ValueError, match="not a PIN"):
        lock_pin(text, CHEAP, Random(1).randbytes)


def test_a_pin_is_not_in_what_is_kept() -> None:
    locked = lock_pin("40417", CHEAP, Random(1).randbytes)
    assert b"40417" not in locked.digest + locked.salt
    assert lock_pin("40417", CHEAP, Random(2).randbytes).digest != locked.digest


def test_a_stored_cost_is_capped() -> None:
    locked = lock_pin("1234", CHEAP, Random(1).randbytes)
    with pytest.raises(TooLittleMemory):
        pin_opens(replace(locked, memory_bytes=1 << 40), "1234")
