"""What is kept of one-time codes: slow hashes on laptops, fast keyed ones with the survey lead's key.

A laptop must recognise a code without being able to make one up, so its hashes are slow. Opening checks thousands
of codes, so the lead's are fast, under a key that lies wrapped beside the survey's.
"""

from collections.abc import Callable
from dataclasses import dataclass

from teamhealth.sealing.costs import KeyCost
from teamhealth.sealing.keys import SALT_BYTES, derive

DIGEST_BYTES = 32
CODE_KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class CodeLock:
    """The salt and the cost that all slow hashes of one survey share."""

    salt: bytes
    operations: int
    memory_bytes: int


def new_lock(cost: KeyCost, entropy: Callable[[int], bytes]) -> CodeLock:
    """Return a lock with a fresh salt."""
    return CodeLock(entropy(SALT_BYTES), cost.operations, cost.memory_bytes)


def slow_hash(code: str, lock: CodeLock) -> bytes:
    """Return 32 bytes of Argon2id of a code as ``read_code`` returns it; TooLittleMemory if that cannot be had."""
    return derive(code, lock.salt, KeyCost(lock.operations, lock.memory_bytes))


def keyed_hash(code: str, key: bytes) -> bytes:
    """Return 32 bytes of BLAKE2b of a code under the lead's own key."""
    import hashlib

    return hashlib.blake2b(code.encode(), digest_size=DIGEST_BYTES, key=key).digest()
