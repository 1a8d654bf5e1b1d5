"""A copy of the database: made beside its place, read back, flushed, and only then given its name."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

from teamhealth.failures import (
    DatabaseDamaged,
    DatabaseForeign,
    DatabaseNewer,
    FileUnreadable,
    FileUnwritable,
    FolderFailure,
)
from teamhealth.settings.atomic_file import flush_folder, place_to_write, rename_over
from teamhealth.settings.own_files import DATA
from teamhealth.settings.unfinished_file import unfinished_file
from teamhealth.storage.contents import Contents, contents
from teamhealth.storage.inspection import Found, inspect
from teamhealth.storage.library import Store
from teamhealth.storage.stopping import stoppable

Progress = Callable[[int, int], None]
STEPS = 3
# Comments and locked keys are in it: nobody else with an account on this computer reads it.
PRIVATE = 0o600

_REASONS: tuple[tuple[type[FolderFailure], str], ...] = (
    (DatabaseNewer, "newer"),
    (DatabaseForeign, "other"),
    (DatabaseDamaged, "damaged"),
)


def back_up(store: Store, target: Path, progress: Progress) -> Contents:
    """Copy the database to ``target``; a file that is there is replaced, and only by a copy that was read back.

    Parameters
    ----------
    store : Store
        Not inside a transaction.
    target : Path
        Its folder must exist. A link stays, and what it points to is written.
    progress : callable
        Told what is done of how many steps; raises Cancelled to stop.

    Returns
    -------
    Contents
        What the copy holds, which is what the database held.

    Raises
    ------
    sqlite3.Error
        If the database itself cannot be read; the connection's ``refusals_of`` says so.
    FileUnwritable
        If the copy cannot be written or is not the same, or if a key, a device or a pipe is there; whatever was there
        is untouched.
    Cancelled
        Likewise.
    """
    target = place_to_write(target, DATA)
    if not target.parent.is_dir():
        raise FileUnwritable(target, "missing")
    # What cannot be read here is no fault of the place that the copy goes to.
    with stoppable(store.conn, partial(progress, 0, STEPS)):
        held = contents(store.conn)
    try:
        with unfinished_file(target.parent, PRIVATE) as (unfinished, file):
            with stoppable(store.conn, partial(progress, 1, STEPS)):
                store.execute("VACUUM INTO ?", (str(unfinished),))
            if read_whole(unfinished, partial(progress, 2, STEPS)) != held:
                raise FileUnwritable(target, "denied")
            flush(unfinished)
            # Windows renames no open file.
            file.close()
            rename_over(unfinished, target)
        flush_folder(target.parent)
    except (sqlite3.Error, FileUnreadable) as error:
        raise FileUnwritable(target, full_or_denied(error)) from error
    except OSError as error:
        raise FileUnwritable(target, "open" if target.is_file() else "denied") from error
    return held


def read_whole(path: Path, ask: Callable[[], None]) -> Contents:
    """Read every page and every row of a copy.

    Parameters
    ----------
    path : Path
        The copy; it is read only.
    ask : callable
        Called now and then; raises Cancelled to stop.

    Raises
    ------
    FileUnreadable
        Saying what is wrong with it.
    """
    with _unreadable(path):
        if inspect(path) is Found.NOTHING:
            raise FileUnreadable(path, "missing")
        with closing(reading(path)) as connection, stoppable(connection, ask):
            if connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
                raise FileUnreadable(path, "damaged")
            return contents(connection)


def reading(path: Path) -> sqlite3.Connection:
    """Connect to a database that is not to be changed."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)


def flush(path: Path) -> None:
    """Wait until a file is on the disk."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def full_or_denied(error: Exception) -> str:
    """Return 'full' for SQLite's word that the disk is, else 'denied'."""
    return "full" if getattr(error, "sqlite_errorname", "") == "SQLITE_FULL" else "denied"


@contextmanager
def _unreadable(path: Path) -> Iterator[None]:
    try:
        yield
    except FolderFailure as failure:
        reasons = (reason for kind, reason in _REASONS if isinstance(failure, kind))
        raise FileUnreadable(path, next(reasons, "damaged")) from failure
    except (sqlite3.Error, OSError) as error:
        raise FileUnreadable(path, "damaged") from error
