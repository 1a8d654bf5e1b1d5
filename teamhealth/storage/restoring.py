"""A copy in the database's place: made whole under another name, and put there by one renaming at the very end."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from secrets import token_hex

from teamhealth.failures import (
    DatabaseBusy,
    DatabaseDamaged,
    DiskFull,
    FileUnreadable,
    FileUnwritable,
    FolderFailure,
    FolderReadOnly,
)
from teamhealth.settings.there import is_there
from teamhealth.storage.backup import PRIVATE, Progress, back_up, flush, full_or_denied, read_whole, reading
from teamhealth.storage.contents import Contents
from teamhealth.storage.database import Database
from teamhealth.storage.inspection import has_hot_journal
from teamhealth.storage.stopping import stoppable
from teamhealth.storage.tables_check import check_tables

STEPS = 6
# Reasons that say nothing of what is stored: it may be whole.
_PASSING = (DatabaseBusy, FolderReadOnly, DiskFull)


def restore(
    source: Path,
    path: Path,
    kept: Path | None,
    ready: Callable[[Path], None],
    progress: Progress,
) -> Contents:
    """Put a copy in the database's place; until the very end the old one is there, and from then on the new one.

    Parameters
    ----------
    source : Path
        The copy; it is read only.
    path : Path
        The database, which nobody may be writing to; its folder must exist.
    kept : Path or None
        Where what is there now is kept first; None where nothing is.
    ready : callable
        Brings the new database up to date, under another name, before it takes its place.
    progress : callable
        Told what is done of how many steps; raises Cancelled to stop.

    Returns
    -------
    Contents
        What was read back from the new database before it took its place.

    Raises
    ------
    FileUnreadable
        If the copy is not whole.
    FileUnwritable
        If what is there now cannot be kept.
    FolderReadOnly, DiskFull, DatabaseBusy
        If the folder takes no copy, or something was stored meanwhile.
    Cancelled
        As each of these: nothing has been changed then, and nothing is kept.
    """
    unfinished = path.with_name(f"{path.name}.{token_hex(4)}.new")
    done = False
    held = read_whole(source, partial(progress, 0, STEPS))
    try:
        with _unchanged(path):
            if kept is not None:
                _keep(path, kept, progress)
            with _refused(path):
                # SQLite would make it for everybody to read.
                unfinished.touch(mode=PRIVATE)
                with closing(reading(source)) as connection, stoppable(connection, partial(progress, 3, STEPS)):
                    connection.execute("VACUUM INTO ?", (str(unfinished),))
                if read_whole(unfinished, partial(progress, 4, STEPS)) != held:
                    raise DatabaseDamaged(path.parent, "not restored")
                ready(unfinished)
                held = read_whole(unfinished, partial(progress, 5, STEPS))
                flush(unfinished)
        with _refused(path):
            # Before the new one is there: SQLite would undo an unfinished write of the old one in it.
            _journal(path).unlink(missing_ok=True)
            unfinished.replace(path)
        done = True
    finally:
        for each in (unfinished, _journal(unfinished), *(() if done or kept is None else (kept, _journal(kept)))):
            each.unlink(missing_ok=True)
    return held


def _keep(path: Path, kept: Path, progress: Progress) -> None:
    """Copy what is there now: as a database, or byte by byte where it is not a whole one any more."""
    try:
        with Database(path, may_make=False).connect() as store:
            with stoppable(store.conn, partial(progress, 0, STEPS)):
                check_tables(store, path.parent)
            back_up(store, kept, lambda done, _total: progress(done, STEPS))
    except FolderFailure as failure:
        if isinstance(failure, _PASSING):
            raise
        if path.is_file():
            _copy(path, kept)
        # Any other journal is a second place of what had been stored, and of no use.
        if has_hot_journal(path):
            _copy(_journal(path), _journal(kept))


def _copy(old: Path, new: Path) -> None:
    try:
        # Made before it is filled, so that nobody else reads it meanwhile.
        new.touch(mode=PRIVATE)
        shutil.copyfile(old, new)
        flush(new)
    except OSError as error:
        raise FileUnwritable(new, "denied") from error


@contextmanager
def _unchanged(path: Path) -> Iterator[None]:
    """Raise DatabaseBusy if anything was stored in the database during the block; it would be lost."""
    if not is_there(path):
        yield
        return
    _undo_what_was_cut_off(path)
    with closing(reading(path)) as connection:
        first = _version(connection)
        yield
        if _version(connection) != first:
            raise DatabaseBusy(path.parent, "stored meanwhile")


def _undo_what_was_cut_off(path: Path) -> None:
    try:
        with Database(path, may_make=False).connect():
            return
    except FolderFailure as failure:
        if isinstance(failure, _PASSING):
            raise


def _version(connection: sqlite3.Connection) -> int | None:
    try:
        return int(connection.execute("PRAGMA data_version").fetchone()[0])
    except sqlite3.Error:
        # What is no database cannot have been written to as one.
        return None


@contextmanager
def _refused(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise (DiskFull if full_or_denied(error) == "full" else FolderReadOnly)(path.parent) from error
    except FileUnreadable as failure:
        raise DatabaseDamaged(path.parent, "not restored") from failure
    except OSError as error:
        raise FolderReadOnly(path.parent, type(error).__name__) from error


def _journal(path: Path) -> Path:
    return path.with_name(f"{path.name}-journal")
