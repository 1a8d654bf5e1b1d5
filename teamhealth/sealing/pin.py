"""The manager PIN: 4 to 8 digits, kept as Argon2id only."""

import hmac
import re
from collections.abc import Callable
from dataclasses import dataclass

from teamhealth.sealing.costs import KeyCost
from teamhealth.sealing.keys import SALT_BYTES, derive

PIN_FORM = re.compile(r"[0-9]{4,8}")


@dataclass(frozen=True, slots=True)
class LockedPin:
    """What is kept of a PIN."""

    salt: bytes
    operations: int
    memory_bytes: int
    digest: bytes


def is_pin(pin: str) -> bool:
    """Return whether a PIN has 4 to 8 digits and nothing else."""
    return PIN_FORM.fullmatch(pin) is not None


def lock_pin(pin: str, cost: KeyCost, entropy: Callable[[int], bytes]) -> LockedPin:
    """Return what is kept of a PIN; ValueError if it is none, TooLittleMemory if the cost cannot be borne."""
    if not is_pin(pin):
        raise ValueError("not a PIN")
    salt = entropy(SALT_BYTES)
    return LockedPin(salt, cost.operations, cost.memory_bytes, derive(pin, salt, cost))


def pin_opens(locked: LockedPin, pin: str) -> bool:
    """Return whether this is the PIN that was locked; TooLittleMemory if that could not be tried."""
    if not is_pin(pin):
        return False
    digest = derive(pin, locked.salt, KeyCost(locked.operations, locked.memory_bytes))
    return hmac.compare_digest(digest, locked.digest)
