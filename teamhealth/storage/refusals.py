"""What SQLite refuses, as the failures that people are told of."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from teamhealth.failures import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseForeign,
    DiskFull,
    FolderFailure,
    FolderReadOnly,
)

_KINDS: tuple[tuple[str, type[FolderFailure]], ...] = (
    ("SQLITE_BUSY", DatabaseBusy),
    ("SQLITE_LOCKED", DatabaseBusy),
    ("SQLITE_FULL", DiskFull),
    ("SQLITE_READONLY", FolderReadOnly),
    ("SQLITE_CANTOPEN", FolderReadOnly),
    ("SQLITE_PERM", FolderReadOnly),
    ("SQLITE_IOERR_WRITE", FolderReadOnly),
    ("SQLITE_IOERR_FSYNC", FolderReadOnly),
    ("SQLITE_IOERR_TRUNCATE", FolderReadOnly),
    ("SQLITE_IOERR", DatabaseDamaged),
    ("SQLITE_NOTADB", DatabaseForeign),
    ("SQLITE_CORRUPT", DatabaseDamaged),
)


# What the sqlite3 module says, without an error's name, of a text column that is not UTF-8.
_NOT_TEXT = "Could not decode to UTF-8"
# What SQLite says, as of a mistake in a statement, of a header whose form it does not know.
_NOT_FORM = "unsupported file format"


class DocumentDamaged(ValueError):
    """A document in the database cannot be read; it names the table and holds nothing of the document."""


def failure_for(error: sqlite3.Error, path: Path) -> FolderFailure | None:
    """Return the failure that an error of SQLite stands for, or None if it is a mistake of the program."""
    if isinstance(error, sqlite3.OperationalError) and str(error).startswith(_NOT_TEXT):
        return DatabaseDamaged(path.parent, "not text")
    if isinstance(error, sqlite3.OperationalError) and str(error).startswith(_NOT_FORM):
        return DatabaseDamaged(path.parent, "form")
    name = str(getattr(error, "sqlite_errorname", ""))
    for beginning, kind in _KINDS:
        if name.startswith(beginning):
            return kind(path.parent, name)
    return None


@contextmanager
def refusals_of(path: Path) -> Iterator[None]:
    """Turn what SQLite raises inside the block into failures about the folder of ``path``."""
    try:
        yield
    except sqlite3.Error as error:
        failure = failure_for(error, path)
        if failure is None:
            raise
        # The error itself may quote what is stored.
        raise failure from (None if failure.detail == "not text" else error)
    except UnicodeDecodeError:
        # SQLite quotes a damaged schema in its own words, and those are then no text.
        raise DatabaseDamaged(path.parent, "not text") from None
    except DocumentDamaged as error:
        raise DatabaseDamaged(path.parent, str(error)) from error
