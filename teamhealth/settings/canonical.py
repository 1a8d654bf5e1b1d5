"""Reads canonical JSON strictly: what is accepted is what this program would have written, to the byte.

Canonical: UTF-8, keys sorted, no spaces, whole numbers only. Comparing bytes refuses unknown fields, duplicate keys,
NaN and clever spacing at once, and makes a hash of the content a hash of the file.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from inspect import cleandoc
from typing import Generic, TypeVar

import msgspec

DEEPEST = 32
_STRING = re.compile(rb'"(?:[^"\\]++|\\.)*+(?:"|\\?\Z)', re.DOTALL)
_NOT_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))
_ONE_KIND = bytes.maketrans(b"{}", b"[]")

Envelope = TypeVar("Envelope", bound=msgspec.Struct)
_Decoded = TypeVar("_Decoded")


class Flaw(StrEnum):
    """Why bytes are not a file of some kind."""

    DAMAGED = "damaged"
    LARGE = "large"
    OLDER = "older"
    NEWER = "newer"
    OTHER = "other"
    TWICE = "twice"


class NotCanonical(ValueError):
    """The bytes are not such a file; ``flaw`` says in one word why."""

    def __init__(self, reason: str, flaw: Flaw) -> None:
        super().__init__(reason)
        self.flaw = flaw


@dataclass(frozen=True, slots=True)
class Form(Generic[Envelope]):
    """One kind of file.

    Parameters
    ----------
    kind : str
        What stands under 'kind', the first key of every file.
    envelope : type
        All keys of the file; unknown ones forbidden.
    version : int
        The only one that this program reads.
    largest_bytes : int
    versioned : str
        The key whose value holds the version; '' if it stands at the top.
    """

    kind: str
    envelope: type[Envelope]
    version: int
    largest_bytes: int
    versioned: str = ""

    def begins(self, data: bytes) -> bool:
        """Return whether bytes begin like a file of this kind."""
        return data.startswith(f'{{"kind":"{self.kind}"'.encode())


def write(value: object) -> bytes:
    """Return canonical JSON; ValueError for a text that is not Unicode, which is not quoted."""
    try:
        return msgspec.json.encode(value, order="sorted")
    except UnicodeEncodeError:
        raise ValueError("a text that is not Unicode") from None


def sha256(value: object) -> str:
    """Return the SHA-256 of a value's canonical JSON, as 64 hexadecimal digits."""
    import hashlib

    return hashlib.sha256(write(value)).hexdigest()


def read(data: bytes, form: Form[Envelope]) -> Envelope:
    """Return the envelope that bytes hold; whether its hash fits is for the caller to compare.

    Raises
    ------
    NotCanonical
        For any other bytes, however they differ.
    """
    if len(data) > form.largest_bytes:
        raise NotCanonical("too large", Flaw.LARGE)
    # What begins like one of ours and goes wrong later was damaged on its way.
    flaw = Flaw.DAMAGED if form.begins(data) else Flaw.OTHER
    if not _shallow(data):
        raise NotCanonical("nested too deeply", flaw)
    head = _decode(data, dict[str, msgspec.Raw], flaw)
    if _decode(head.get("kind", msgspec.Raw(b"0")), str, flaw) != form.kind:
        raise NotCanonical("another kind of file", Flaw.OTHER)
    holder = head
    if form.versioned:
        holder = _decode(head.get(form.versioned, msgspec.Raw(b"0")), dict[str, msgspec.Raw], flaw)
    version = _decode(holder.get("version", msgspec.Raw(b'""')), int, flaw)
    if version != form.version:
        raise NotCanonical("written by another version", flaw_of_version(version, form.version))
    envelope = _decode(data, form.envelope, Flaw.DAMAGED)
    if not _written_so(envelope, data):
        raise NotCanonical("not canonical", Flaw.DAMAGED)
    return envelope


def flaw_of_version(version: int, own: int) -> Flaw:
    """Return why a file of another version is not read; versions count from 1."""
    if version > own:
        return Flaw.NEWER
    return Flaw.OLDER if version > 0 else Flaw.DAMAGED


def schema(form: Form[Envelope]) -> bytes:
    """Return the JSON Schema of a kind of file, indented."""
    made = _with_clean_descriptions(msgspec.json.schema(form.envelope))
    return msgspec.json.format(msgspec.json.encode(made, order="sorted"), indent=2) + b"\n"


def _with_clean_descriptions(part: object) -> object:
    """Return a part of a schema whose descriptions stand at the margin, as from Python 3.13 on docstrings do."""
    if isinstance(part, list):
        return [_with_clean_descriptions(each) for each in part]
    if not isinstance(part, dict):
        return part
    return {
        key: cleandoc(value) if key == "description" and isinstance(value, str) else _with_clean_descriptions(value)
        for key, value in part.items()
    }


def _decode(data: bytes | msgspec.Raw, wanted: type[_Decoded], flaw: Flaw) -> _Decoded:
    try:
        return msgspec.json.decode(data, type=wanted)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        # Without the error itself, which may quote the file.
        raise NotCanonical("not complete", flaw) from None


def _written_so(envelope: msgspec.Struct, data: bytes) -> bool:
    """Return whether writing gives these bytes; numbers too great to be written were read from no file of ours."""
    try:
        return msgspec.json.encode(envelope, order="sorted") == data
    except (UnicodeEncodeError, OverflowError):
        return False


def _shallow(data: bytes) -> bool:
    """Return whether brackets outside strings nest no deeper than allowed, in time that grows with the length only."""
    brackets = _STRING.sub(b"", data).translate(_ONE_KIND, delete=_NOT_BRACKETS)
    for _ in range(DEEPEST):
        left = brackets.replace(b"[]", b"")
        if len(left) == len(brackets):
            break
        brackets = left
    return not brackets
