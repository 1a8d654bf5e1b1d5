"""A database with invented surveys, envelopes that look sealed, and what lies on the disk."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

from teamhealth.sealing.envelope_size import ENVELOPE_BYTES
from teamhealth.storage import surveys
from teamhealth.storage.database import Database, Store
from teamhealth.survey.ids import SurveyId
from teamhealth.survey.survey import Survey
from tests.invented import survey

CREATED = date(2026, 11, 2)
PUBLIC = b"\x07" * 32
OTHER_ID = SurveyId("6" * 32)


def database(folder: Path, *asked: Survey) -> Database:
    """Return a database with surveys that collect; by default one of a team of nine."""
    made = Database(folder / "teamhealth.sqlite")
    with made.connect() as store:
        for each in asked or (survey(),):
            surveys.save(store, each, PUBLIC, CREATED)
    return made


@contextmanager
def opened(folder: Path, *asked: Survey) -> Iterator[Store]:
    """Open such a database."""
    with database(folder, *asked).connect() as store:
        yield store


def other_survey() -> Survey:
    """Return a second survey of the same team."""
    return replace(survey(), id=OTHER_ID)


def envelope(random: Random) -> bytes:
    """Return bytes that look like an envelope."""
    return random.randbytes(ENVELOPE_BYTES)


def folder_bytes(folder: Path) -> dict[str, bytes]:
    """Return all files of a folder."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
