"""The return file, `.threturn`: a survey's sealed envelopes by team, as they were stored, in an order of their own.

Envelopes are sorted by their bytes, which are as good as random: that shuffles them, and makes the same envelopes
the same file. There is no device in it and no date.
"""

import base64
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import msgspec

from teamhealth.exchange.whole_file import read_whole
from teamhealth.failures import FileUnreadable, FileUnwritable
from teamhealth.sealing.envelope_size import ENVELOPE_BYTES
from teamhealth.settings import canonical
from teamhealth.settings.atomic_file import write_atomically
from teamhealth.settings.canonical import Flaw, Form, NotCanonical
from teamhealth.survey.ids import SurveyId, TeamId

KIND = "team-health-return"
FORMAT_VERSION = 1
# About 11,000 envelopes.
LARGEST_BYTES = 256 * 1024 * 1024

# An envelope as it is written: in Base64, between quotes.
_WRITTEN = re.compile(rb'"([A-Za-z0-9+/]{%d}=*)"' % (-(-ENVELOPE_BYTES * 8 // 6)))

_Identity = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{32}\\Z")]
_Sealed = Annotated[bytes, msgspec.Meta(min_length=ENVELOPE_BYTES, max_length=ENVELOPE_BYTES)]


@dataclass(frozen=True, slots=True)
class Return:
    """A survey's sealed envelopes, each with the team that it lay with.

    ``table`` says that they are the rows of another program's table, so that others may hold the same rows.
    """

    survey: SurveyId
    envelopes: frozenset[tuple[TeamId, bytes]]
    table: bool = False


class _Team(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    envelopes: Annotated[list[_Sealed], msgspec.Meta(min_length=1)]
    team: _Identity


class _Content(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    survey: _Identity
    table: bool
    teams: list[_Team]


class _Envelope(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kind: str
    returned: _Content
    sha256: str
    version: int


def _form() -> Form[_Envelope]:
    return Form(KIND, _Envelope, FORMAT_VERSION, LARGEST_BYTES)


def write_return(returned: Return, path: Path) -> None:
    """Write a return file, whole or not at all.

    Raises
    ------
    FileUnwritable
        'large' if there are more envelopes than a return file may hold; else as for any file.
    """
    document = return_document(returned)
    if len(document) > LARGEST_BYTES:
        raise FileUnwritable(path, "large")
    write_atomically(path, document)


def read_return(path: Path) -> Return:
    """Return what a return file holds, whatever its extension; FileUnreadable for any other file."""
    return read_whole(path, LARGEST_BYTES, parse_return)


def envelopes_found(path: Path) -> frozenset[bytes]:
    """Return the whole envelopes in a file that is no return or a damaged one; none if it cannot be read.

    They tell what the file was when it was whole, for a laptop exports the same ones again. None is ever added.
    """
    try:
        return read_whole(path, LARGEST_BYTES, _found_in)
    except FileUnreadable:
        return frozenset()


def _found_in(data: bytes) -> frozenset[bytes]:
    return frozenset(base64.b64decode(each) for each in re.findall(_WRITTEN, data))


def return_document(returned: Return) -> bytes:
    """Return the bytes of a return file: the same for the same envelopes."""
    content = _content(returned.survey, returned.envelopes, table=returned.table)
    return canonical.write(_Envelope(KIND, content, canonical.sha256(content), FORMAT_VERSION))


def parse_return(data: bytes) -> Return:
    """Return what the bytes of a return file hold; NotCanonical for any others."""
    envelope = canonical.read(data, _form())
    content = envelope.returned
    if canonical.sha256(content) != envelope.sha256:
        raise NotCanonical("the hash does not match", Flaw.DAMAGED)
    found = frozenset((TeamId(each.team), sealed) for each in content.teams for sealed in each.envelopes)
    if _content(SurveyId(content.survey), found, table=content.table) != content:
        raise NotCanonical("not in order, or there twice", Flaw.DAMAGED)
    return Return(SurveyId(content.survey), found, content.table)


def json_schema() -> bytes:
    """Return the JSON Schema of a return file."""
    return canonical.schema(_form())


def _content(survey: SurveyId, envelopes: Iterable[tuple[TeamId, bytes]], *, table: bool) -> _Content:
    by_team: dict[TeamId, list[bytes]] = {}
    for team, sealed in envelopes:
        by_team.setdefault(team, []).append(sealed)
    return _Content(survey, table, [_Team(sorted(by_team[team]), team) for team in sorted(by_team)])
