"""A survey's key pair, and its private half wrapped with a passphrase.

The wrapping key is Argon2id of the passphrase; what it costs is stored beside it, so that it can be raised later.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from teamhealth.failures import TooLittleMemory, WrongPassphrase
from teamhealth.sealing.costs import KeyCost
from teamhealth.sealing.passphrase import normalise

KEY_BYTES = 32
# libsodium's sizes and least costs, written down so that the window opens without loading it.
SALT_BYTES = 16
NONCE_BYTES = 24
AUTHENTICATOR_BYTES = 16
SEALED_KEY_BYTES = KEY_BYTES + AUTHENTICATOR_BYTES

Entropy = Callable[[int], bytes]


@dataclass(frozen=True, slots=True)
class KeyPair:
    """An X25519 key pair, 32 bytes each; the private half is not printed."""

    public: bytes
    private: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class WrappedKey:
    """A secret under a passphrase, and all that is needed to unwrap it again."""

    salt: bytes
    operations: int
    memory_bytes: int
    nonce: bytes
    sealed: bytes


def new_key_pair() -> KeyPair:
    """Make a fresh key pair from the system's randomness."""
    from nacl.public import PrivateKey

    return pair_of(bytes(PrivateKey.generate()))


def pair_of(private: bytes) -> KeyPair:
    """Return a private key with the public key that belongs to it."""
    from nacl.public import PrivateKey

    return KeyPair(bytes(PrivateKey(private).public_key), private)


def derive(secret: str, salt: bytes, cost: KeyCost) -> bytes:
    """Return 32 bytes of Argon2id.

    Raises
    ------
    TooLittleMemory
        If there is not enough memory, or the cost or the salt are such as this program never writes.
    """
    from nacl.pwhash import argon2id

    if not cost.allowed or len(salt) != SALT_BYTES:
        raise TooLittleMemory("the cost of the key is not allowed")
    try:
        return bytes(argon2id.kdf(KEY_BYTES, secret.encode(), salt, cost.operations, cost.memory_bytes))
    except RuntimeError as error:
        # libsodium says no more than this when the memory cannot be had.
        raise TooLittleMemory("the key could not be derived") from error


def wrap_bytes(secret: bytes, passphrase: str, cost: KeyCost, entropy: Entropy) -> WrappedKey:
    """Wrap a secret of any length with a passphrase, which is normalised here.

    Raises
    ------
    TooLittleMemory
        If the computer cannot bear the cost.
    """
    from nacl.secret import SecretBox

    salt, nonce = entropy(SALT_BYTES), entropy(NONCE_BYTES)
    key = derive(normalise(passphrase), salt, cost)
    sealed = SecretBox(key).encrypt(secret, nonce).ciphertext
    return WrappedKey(salt, cost.operations, cost.memory_bytes, nonce, sealed)


def unwrap_bytes(wrapped: WrappedKey, passphrase: str) -> bytes:
    """Return the secret.

    Raises
    ------
    WrongPassphrase
        If it does not open, which damage to the wrapped key also brings about.
    TooLittleMemory
        If nothing could be tried.
    """
    from nacl.exceptions import CryptoError
    from nacl.secret import SecretBox

    if len(wrapped.nonce) != NONCE_BYTES or len(wrapped.sealed) < AUTHENTICATOR_BYTES:
        raise WrongPassphrase
    key = derive(normalise(passphrase), wrapped.salt, KeyCost(wrapped.operations, wrapped.memory_bytes))
    try:
        return bytes(SecretBox(key).decrypt(wrapped.sealed, wrapped.nonce))
    except CryptoError as error:
        raise WrongPassphrase from error


def wrap(private: bytes, passphrase: str, cost: KeyCost, entropy: Entropy) -> WrappedKey:
    """Wrap a private key of 32 bytes, as above; ValueError if it is none."""
    if len(private) != KEY_BYTES:
        raise ValueError(len(private))
    return wrap_bytes(private, passphrase, cost, entropy)


def unwrap(wrapped: WrappedKey, passphrase: str) -> bytes:
    """Return the private key; WrongPassphrase and TooLittleMemory as above."""
    if len(wrapped.sealed) != SEALED_KEY_BYTES:
        raise WrongPassphrase
    return unwrap_bytes(wrapped, passphrase)
