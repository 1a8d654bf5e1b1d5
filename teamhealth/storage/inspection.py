"""Looks at the file where the database should be, without changing a byte of it."""

import sqlite3
from enum import Enum, auto
from pathlib import Path

from teamhealth.failures import DatabaseDamaged, DatabaseForeign, DatabaseNewer, FolderFailure
from teamhealth.settings.there import is_there
from teamhealth.storage.migrations import APPLICATION_ID, NEWEST

_SQLITE = b"SQLite format 3\0"
_SMALLEST_PAGE = 512
_JOURNAL = bytes.fromhex("d9d505f920a163d7")


class Found(Enum):
    """What is there: nothing, our database, or one that only SQLite itself can say more about."""

    NOTHING = auto()
    OURS = auto()
    UNCLEAR = auto()


def inspect(path: Path) -> Found:
    """Say whether there is a database of ours.

    Raises
    ------
    DatabaseForeign, DatabaseNewer, DatabaseDamaged
        For any other file. An empty one counts as damaged: this program never leaves one, so something was lost.
    """
    if not is_there(path):
        if has_hot_journal(path):
            raise DatabaseDamaged(path.parent, "a journal without its database")
        return Found.NOTHING
    if not path.is_file():
        raise DatabaseForeign(path.parent, "not a file")
    if path.stat().st_size < _SMALLEST_PAGE:
        # SQLite would read zeros for the bytes that are missing.
        raise _no_database(path)
    try:
        application, version = _identity(path)
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorname == "SQLITE_NOTADB":
            raise _no_database(path) from error
        # A write that was cut off looks like this, too, and SQLite can undo it.
        return Found.UNCLEAR
    check_identity(path, application, version)
    return Found.OURS


def is_older(path: Path) -> bool:
    """Whether there is a whole database of ours of an earlier version: connecting to it would bring it up to date."""
    return inspect(path) is Found.OURS and _identity(path)[1] < NEWEST


def check_identity(path: Path, application: int, version: int) -> None:
    """Raise DatabaseForeign for another program's database, and DatabaseNewer for one of a later version."""
    if application != APPLICATION_ID:
        raise DatabaseForeign(path.parent, "another program's database")
    if version > NEWEST:
        raise DatabaseNewer(path.parent, str(version))


def _identity(path: Path) -> tuple[int, int]:
    # Immutable: no lock, no journal rolled back, nothing written. Not read as a plain file: closing that would
    # give up the locks that other connections of this program hold.
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True)
    try:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    finally:
        connection.close()
    return int(application), int(version)


def _no_database(path: Path) -> FolderFailure:
    with path.open("rb") as file:
        beginning = file.read(len(_SQLITE))
    if _SQLITE.startswith(beginning):
        return DatabaseDamaged(path.parent, "cut off" if beginning else "empty")
    return DatabaseForeign(path.parent, "no database")


def has_hot_journal(path: Path) -> bool:
    """Whether a write that was cut off lies beside a database, for SQLite to undo."""
    journal = path.with_name(f"{path.name}-journal")
    if not journal.is_file():
        return False
    with journal.open("rb") as file:
        return file.read(len(_JOURNAL)) == _JOURNAL
