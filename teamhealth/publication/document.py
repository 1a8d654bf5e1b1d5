"""A publication as canonical JSON, and its hash.

Canonical: UTF-8, keys sorted, no spaces, whole numbers only. A document is accepted only if writing what was
read gives the very same bytes, so unknown fields, duplicate keys, NaN and clever spacing are all refused; and only
if the publication agrees with itself.
"""

import hashlib
import re
from enum import StrEnum
from typing import TypeVar

import msgspec

from teamhealth.publication.consistency import problems
from teamhealth.publication.types import FORMAT_VERSION, Publication

KIND = "team-health-results"
_BEGINNING = f'{{"kind":"{KIND}"'.encode()
LARGEST_BYTES = 64 * 1024 * 1024
DEEPEST = 32
_STRING = re.compile(rb'"(?:[^"\\]++|\\.)*+(?:"|\\?\Z)', re.DOTALL)
_NOT_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))
_ONE_KIND = bytes.maketrans(b"{}", b"[]")


class Flaw(StrEnum):
    """Why bytes are no publication."""

    DAMAGED = "damaged"
    LARGE = "large"
    NEWER = "newer"
    OTHER = "other"


class NotAPublication(ValueError):
    """The bytes are no publication; ``flaw`` says in one word why."""

    def __init__(self, reason: str, flaw: Flaw) -> None:
        super().__init__(reason)
        self.flaw = flaw


class _Envelope(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kind: str
    publication: Publication
    sha256: str


_Decoded = TypeVar("_Decoded")


class _Version(msgspec.Struct):
    version: int


class _Kind(msgspec.Struct):
    kind: str
    publication: _Version


def canonical(publication: Publication) -> bytes:
    """Return the publication's canonical JSON."""
    return msgspec.json.encode(publication, order="sorted")


def publication_hash(publication: Publication) -> str:
    """Return the SHA-256 of the canonical JSON, as 64 hexadecimal digits."""
    return hashlib.sha256(canonical(publication)).hexdigest()


def write_document(publication: Publication) -> bytes:
    """Return the bytes of a results file: the publication and its hash."""
    envelope = _Envelope(KIND, publication, publication_hash(publication))
    return msgspec.json.encode(envelope, order="sorted")


def read_document(data: bytes) -> Publication:
    """Return the publication that a results file holds.

    Raises
    ------
    NotAPublication
        For any other bytes, however they differ.
    """
    if len(data) > LARGEST_BYTES:
        raise NotAPublication("too large", Flaw.LARGE)
    # What begins like one of ours and goes wrong later was damaged on its way.
    flaw = Flaw.DAMAGED if data.startswith(_BEGINNING) else Flaw.OTHER
    if not _shallow(data):
        raise NotAPublication("nested too deeply", flaw)
    head = _decode(data, _Kind, flaw)
    if head.kind != KIND:
        raise NotAPublication("another kind of file", Flaw.OTHER)
    if head.publication.version > FORMAT_VERSION:
        raise NotAPublication("written by a newer version", Flaw.NEWER)
    envelope = _decode(data, _Envelope, Flaw.DAMAGED)
    if msgspec.json.encode(envelope, order="sorted") != data:
        raise NotAPublication("not canonical", Flaw.DAMAGED)
    if publication_hash(envelope.publication) != envelope.sha256:
        raise NotAPublication("the hash does not match", Flaw.DAMAGED)
    found = problems(envelope.publication)
    if found:
        raise NotAPublication(found[0], Flaw.DAMAGED)
    return envelope.publication


def json_schema() -> bytes:
    """Return the JSON Schema of a results file."""
    schema = msgspec.json.schema(_Envelope)
    return msgspec.json.format(msgspec.json.encode(schema, order="sorted"), indent=2) + b"\n"


def _decode(data: bytes, wanted: type[_Decoded], flaw: Flaw) -> _Decoded:
    try:
        return msgspec.json.decode(data, type=wanted)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise NotAPublication("not a complete results file", flaw) from error


def _shallow(data: bytes) -> bool:
    """Return whether brackets outside strings nest no deeper than allowed, in time that grows with the length only."""
    brackets = _STRING.sub(b"", data).translate(_ONE_KIND, delete=_NOT_BRACKETS)
    for _ in range(DEEPEST):
        left = brackets.replace(b"[]", b"")
        if len(left) == len(brackets):
            break
        brackets = left
    return not brackets
