"""What opens a survey's private key, what does not, and what is no wrong passphrase."""

import subprocess
import sys
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nacl.pwhash import argon2id
from nacl.secret import SecretBox

from teamhealth.failures import TooLittleMemory, WrongPassphrase
from teamhealth.sealing import keys
from teamhealth.sealing.costs import HIGHEST, LOWEST, STRONG, KeyCost
from teamhealth.sealing.keys import new_key_pair, pair_of, unwrap, wrap

CHEAP = KeyCost(operations=1, memory_bytes=8 * 1024)
RIGHT = "quiet harbour kettle ninety"


def test_the_passphrase_opens_what_it_wrapped() -> None:
    pair = new_key_pair()
    wrapped = wrap(pair.private, RIGHT, CHEAP, Random(1).randbytes)
    assert unwrap(wrapped, RIGHT) == pair.private


def test_spaces_do_not_matter_and_capitals_do() -> None:
    wrapped = wrap(new_key_pair().private, RIGHT, CHEAP, Random(1).randbytes)
    assert unwrap(wrapped, "  quiet  harbour\tkettle ninety ")
    with pytest.raises(WrongPassphrase):
        unwrap(wrapped, "Quiet harbour kettle ninety")


@given(st.text(max_size=40).filter(lambda text: text.strip() != RIGHT))
@settings(max_examples=30)
def test_no_other_passphrase_opens(other: str) -> None:
    wrapped = wrap(b"p" * 32, RIGHT, CHEAP, Random(1).randbytes)
    with pytest.raises(WrongPassphrase):
        unwrap(wrapped, other)


def test_each_wrapping_has_its_own_salt_and_nonce() -> None:
    entropy = Random(1).randbytes
    first, second = (wrap(b"p" * 32, RIGHT, CHEAP, entropy) for _ in range(2))
    assert len({first.salt, second.salt}) == len({first.nonce, second.nonce}) == 2
    assert first.sealed != second.sealed


def test_a_pair_is_made_again_from_its_private_half() -> None:
    pair = new_key_pair()
    assert pair_of(pair.private) == pair
    assert new_key_pair() != pair


def test_a_pair_does_not_print_its_private_half() -> None:
    pair = new_key_pair()
    assert repr(pair.private) not in repr(pair)


def test_a_changed_wrapping_does_not_open() -> None:
    wrapped = wrap(b"p" * 32, RIGHT, CHEAP, Random(1).randbytes)
    for changed in (
        replace(wrapped, sealed=bytes([wrapped.sealed[0] ^ 1]) + wrapped.sealed[1:]),
        replace(wrapped, sealed=wrapped.sealed[:-1]),
        replace(wrapped, nonce=b""),
        replace(wrapped, operations=2),
    ):
        with pytest.raises(WrongPassphrase):
            unwrap(changed, RIGHT)


@pytest.mark.parametrize(
    "cost",
    [
        KeyCost(1, HIGHEST.memory_bytes + 1),
        KeyCost(HIGHEST.operations + 1, 8192),
        KeyCost(0, 8192),
        KeyCost(1, 8191),
        KeyCost(1, 1 << 62),
        KeyCost(-1, -1),
    ],
)
def test_a_cost_read_from_a_file_is_capped(cost: KeyCost) -> None:
    wrapped = wrap(b"p" * 32, RIGHT, CHEAP, Random(1).randbytes)
    asking = replace(wrapped, operations=cost.operations, memory_bytes=cost.memory_bytes)
    with pytest.raises(TooLittleMemory):
        unwrap(asking, RIGHT)


def test_the_cost_in_use_is_strong_and_allowed() -> None:
    assert STRONG.allowed
    assert STRONG.memory_bytes == 256 * 1024 * 1024
    assert STRONG.operations >= 3


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on a program's memory that it can set itself")
def test_too_little_memory_is_not_a_wrong_passphrase() -> None:
    program = """
import resource
from teamhealth.failures import TooLittleMemory
from teamhealth.sealing.costs import LOWEST, HIGHEST, KeyCost
from teamhealth.sealing.keys import derive
resource.setrlimit(resource.RLIMIT_AS, (600 * 1024 * 1024,) * 2)
try:
    derive("quiet", b"s" * 16, KeyCost(1, HIGHEST.memory_bytes))
except TooLittleMemory:
    print("too little memory")
"""
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "too little memory"


def test_a_private_key_of_another_length_is_not_wrapped() -> None:
    with pytest.raises(ValueError, match="31"):
        wrap(b"p" * 31, RIGHT, CHEAP, Random(1).randbytes)


def test_sizes_and_least_costs_are_libsodiums() -> None:
    assert (keys.SALT_BYTES, keys.NONCE_BYTES) == (argon2id.SALTBYTES, SecretBox.NONCE_SIZE)
    assert keys.AUTHENTICATOR_BYTES == SecretBox.MACBYTES
    assert KeyCost(argon2id.OPSLIMIT_MIN, argon2id.MEMLIMIT_MIN) == LOWEST
