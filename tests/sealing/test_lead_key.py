"""The lead's secret opens with its passphrase only, and a copy for a second lead holds the same."""

from dataclasses import replace
from random import Random

import pytest

from teamhealth.failures import WrongPassphrase
from teamhealth.sealing.keys import wrap_bytes
from teamhealth.sealing.lead_key import LeadSecret, unwrap_secret, wrap_secret
from tests.lead import CHEAP, WORDS, made


def _secret() -> LeadSecret:
    return made(codes=4).secret


def test_the_secret_comes_back_with_its_passphrase() -> None:
    secret = _secret()
    wrapped = wrap_secret(secret, WORDS, CHEAP, Random(1).randbytes)
    assert unwrap_secret(wrapped, WORDS) == secret
    with pytest.raises(WrongPassphrase):
        unwrap_secret(wrapped, WORDS + " ten")


def test_a_second_lead_has_the_same_under_another_passphrase() -> None:
    secret = _secret()
    first = wrap_secret(secret, WORDS, CHEAP, Random(1).randbytes)
    second = wrap_secret(unwrap_secret(first, WORDS), "other words for somebody", CHEAP, Random(2).randbytes)
    assert unwrap_secret(second, "other words for somebody") == secret
    with pytest.raises(WrongPassphrase):
        unwrap_secret(second, WORDS)


def test_damage_looks_like_a_wrong_passphrase() -> None:
    wrapped = wrap_secret(_secret(), WORDS, CHEAP, Random(1).randbytes)
    for changed in (b"", wrapped.sealed[:-1], bytes([wrapped.sealed[0] ^ 1]) + wrapped.sealed[1:]):
        with pytest.raises(WrongPassphrase):
            unwrap_secret(replace(wrapped, sealed=changed), WORDS)


@pytest.mark.parametrize("content", [b"", b"{}", b"[" * 5000, b'{"private":"AAAA"}', b"\xff"])
def test_anything_else_under_the_passphrase_is_refused(content: bytes) -> None:
    wrapped = wrap_bytes(content, WORDS, CHEAP, Random(1).randbytes)
    with pytest.raises(WrongPassphrase) as caught:
        unwrap_secret(wrapped, WORDS)
    assert caught.value.__cause__ is None


def test_nothing_secret_is_printed() -> None:
    secret = _secret()
    assert "private" not in repr(secret)
    assert secret.private.hex() not in repr(secret.pair)
