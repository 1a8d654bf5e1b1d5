"""What was there before a copy was brought back: kept beside the database, under the day on which that was."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

from teamhealth.failures import DatabaseBusy, DiskFull, FileUnwritable, FolderFailure, FolderReadOnly
from teamhealth.settings.there import is_there
from teamhealth.storage.backup import reading
from teamhealth.storage.database import Database, Store
from teamhealth.storage.journal import overwrite
from teamhealth.storage.tables_check import check_tables

SUFFIX = ".thcopy"
_NAME = r"before-bringing-back-(\d{4}-\d{2}-\d{2})(-\d+)?" + re.escape(SUFFIX)


def name_for(folder: Path, day: date) -> Path:
    """Return a path in the data folder that is not taken."""
    number = 1
    while True:
        more = f"-{number}" if number > 1 else ""
        path = folder / f"before-bringing-back-{day.isoformat()}{more}{SUFFIX}"
        if not path.exists():
            return path
        number += 1


def latest_day(source: Path) -> date | None:
    """Return the latest day that a copy has seen: a spoilt one goes so long after its name, and a clock may be back."""
    try:
        with closing(reading(source)) as connection:
            row = connection.execute("SELECT max(created), max(closed), max(published) FROM survey").fetchone()
            return max((date.fromisoformat(day) for day in row if day), default=None)
    except (sqlite3.Error, TypeError, ValueError):
        # Bringing it back says what is wrong with it.
        return None


def kept_copies(folder: Path) -> tuple[Path, ...]:
    """Return the copies that are kept in a data folder, by name."""
    return tuple(sorted(path for path in folder.glob(f"*{SUFFIX}") if re.fullmatch(_NAME, path.name)))


def spoilt_copies(folder: Path, work: Callable[[Store], None] | None = None) -> tuple[Path, ...]:
    """Return those of which nobody can tell what is in them: they are spoilt, or of a later version.

    ``work`` is done in each of the others while it is open to be looked at; one where it cannot be is passed over.
    """
    return tuple(path for path in kept_copies(folder) if not _is_whole(path, work))


def _is_whole(path: Path, work: Callable[[Store], None] | None) -> bool:
    """Whether every page of a kept copy can be read, or cannot just now: that says nothing of what is in it."""
    read = False
    try:
        with Database(path, may_make=False).connect() as store:
            check_tables(store, path.parent)
            read = True
            if work is not None:
                work(store)
        if work is not None:
            path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
    except (DatabaseBusy, FolderReadOnly, DiskFull):
        return True
    except FolderFailure:
        return read
    return True


def kept_on(path: Path) -> date:
    """Return the day in the name of a kept copy; the earliest there is for what is no day."""
    found = re.fullmatch(_NAME, path.name)
    try:
        return date.fromisoformat(found[1]) if found else date.min
    except ValueError:
        return date.min


def destroy_copy(path: Path) -> None:
    """Overwrite a kept copy and what lies beside it, and take both away; FileUnwritable if that cannot be."""
    try:
        for each in (path.with_name(f"{path.name}-journal"), path):
            if is_there(each):
                overwrite(each)
                each.unlink()
    except OSError as error:
        raise FileUnwritable(path, "stays") from error
