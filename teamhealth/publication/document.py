"""A publication as canonical JSON, and its hash.

Canonical: UTF-8, keys sorted, no spaces, whole numbers only. A document is accepted only if writing what was
read gives the very same bytes, so unknown fields, duplicate keys, NaN and clever spacing are all refused.
"""

import hashlib

import msgspec

from teamhealth.publication.types import FORMAT_VERSION, Publication

KIND = "team-health-results"
LARGEST_BYTES = 64 * 1024 * 1024
DEEPEST = 32


class NotAPublication(ValueError):
    """The bytes are no publication; ``newer`` if they are one of a later version."""

    def __init__(self, reason: str, *, newer: bool = False) -> None:
        super().__init__(reason)
        self.newer = newer


class _Envelope(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kind: str
    publication: Publication
    sha256: str


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
        raise NotAPublication("too large")
    if _depth(data) > DEEPEST:
        raise NotAPublication("nested too deeply")
    try:
        head = msgspec.json.decode(data, type=_Kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise NotAPublication("not a results file") from error
    if head.kind != KIND:
        raise NotAPublication("another kind of file")
    if head.publication.version > FORMAT_VERSION:
        raise NotAPublication("written by a newer version", newer=True)
    try:
        envelope = msgspec.json.decode(data, type=_Envelope)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise NotAPublication("not a complete results file") from error
    if msgspec.json.encode(envelope, order="sorted") != data:
        raise NotAPublication("not canonical")
    if publication_hash(envelope.publication) != envelope.sha256:
        raise NotAPublication("the hash does not match")
    return envelope.publication


def json_schema() -> bytes:
    """Return the JSON Schema of a results file."""
    schema = msgspec.json.schema(_Envelope)
    return msgspec.json.format(msgspec.json.encode(schema, order="sorted"), indent=2) + b"\n"


def _depth(data: bytes) -> int:
    """Return the deepest nesting of brackets, strings not looked into."""
    deepest = depth = 0
    in_string = escaped = False
    for byte in data:
        if in_string:
            if escaped:
                escaped = False
            elif byte == 0x5C:
                escaped = True
            elif byte == 0x22:
                in_string = False
        elif byte == 0x22:
            in_string = True
        elif byte in b"[{":
            depth += 1
            deepest = max(deepest, depth)
        elif byte in b"]}":
            depth -= 1
    return deepest
