"""The key file, `.thkey`: a survey's private key and its codes' fast hashes, wrapped with somebody's passphrase."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import msgspec

from teamhealth.exchange.whole_file import read_whole
from teamhealth.sealing.costs import KeyCost
from teamhealth.sealing.keys import NONCE_BYTES, SALT_BYTES, SEALED_KEY_BYTES, WrappedKey
from teamhealth.sealing.lead_key import MOST_CODES
from teamhealth.settings import canonical
from teamhealth.settings.atomic_file import write_atomically
from teamhealth.settings.canonical import Flaw, Form, NotCanonical
from teamhealth.survey.ids import SurveyId

KIND = "team-health-key"
FORMAT_VERSION = 1
LARGEST_BYTES = 8 * 1024 * 1024

_Identity = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{32}\\Z")]
_Salt = Annotated[bytes, msgspec.Meta(min_length=SALT_BYTES, max_length=SALT_BYTES)]
_Nonce = Annotated[bytes, msgspec.Meta(min_length=NONCE_BYTES, max_length=NONCE_BYTES)]
_Sealed = Annotated[bytes, msgspec.Meta(min_length=SEALED_KEY_BYTES, max_length=64 * (MOST_CODES + 64))]


@dataclass(frozen=True, slots=True)
class KeyFile:
    """Which survey the key is of, and the key as it is wrapped."""

    survey: SurveyId
    wrapped: WrappedKey


class _Wrapped(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    memory_bytes: int
    nonce: _Nonce
    operations: int
    salt: _Salt
    sealed: _Sealed
    survey: _Identity


class _Envelope(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kind: str
    sha256: str
    version: int
    wrapped: _Wrapped


def _form() -> Form[_Envelope]:
    return Form(KIND, _Envelope, FORMAT_VERSION, LARGEST_BYTES)


def write_key(file: KeyFile, path: Path) -> None:
    """Write a key file, whole or not at all, for its owner's eyes; FileUnwritable otherwise."""
    write_atomically(path, key_document(file), private=True)


def read_key(path: Path) -> KeyFile:
    """Return what a key file holds, whatever its extension; FileUnreadable for any other file."""
    return read_whole(path, LARGEST_BYTES, parse_key)


def key_document(file: KeyFile) -> bytes:
    """Return the bytes of a key file."""
    key = file.wrapped
    wrapped = _Wrapped(key.memory_bytes, key.nonce, key.operations, key.salt, key.sealed, file.survey)
    return canonical.write(_Envelope(KIND, canonical.sha256(wrapped), FORMAT_VERSION, wrapped))


def parse_key(data: bytes) -> KeyFile:
    """Return what the bytes of a key file hold; NotCanonical for any others."""
    envelope = canonical.read(data, _form())
    wrapped = envelope.wrapped
    if canonical.sha256(wrapped) != envelope.sha256:
        raise NotCanonical("the hash does not match", Flaw.DAMAGED)
    if not KeyCost(wrapped.operations, wrapped.memory_bytes).allowed:
        raise NotCanonical("the cost of the key is not allowed", Flaw.DAMAGED)
    key = WrappedKey(wrapped.salt, wrapped.operations, wrapped.memory_bytes, wrapped.nonce, wrapped.sealed)
    return KeyFile(SurveyId(wrapped.survey), key)


def json_schema() -> bytes:
    """Return the JSON Schema of a key file."""
    return canonical.schema(_form())
