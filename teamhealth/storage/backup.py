"""A copy of the database: made beside its place, read back, flushed, and only then given its name."""

import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from teamhealth.failures import (
    DatabaseDamaged,
    DatabaseForeign,
    DatabaseNewer,
    DiskFull,
    FileUnreadable,
    FileUnwritable,
    FolderFailure,
    FolderReadOnly,
)
from teamhealth.storage.contents import Contents, contents
from teamhealth.storage.inspection import Found, inspect
from teamhealth.storage.library import Store

_REASONS: tuple[tuple[type[FolderFailure], str], ...] = (
    (DatabaseNewer, "newer"),
    (DatabaseForeign, "other"),
    (DatabaseDamaged, "damaged"),
)


def back_up(store: Store, target: Path) -> Contents:
    """Copy the database to ``target``; a file that is there is replaced, and only by a copy that was read back.

    Parameters
    ----------
    store : Store
        Not inside a transaction.
    target : Path
        Its folder must exist.

    Returns
    -------
    Contents
        What the copy holds, which is what the database held.

    Raises
    ------
    FileUnwritable
        If the copy cannot be written or is not the same; a file that was there is untouched.
    """
    if not target.parent.is_dir():
        raise FileUnwritable(target, "missing")
    unfinished = target.with_name(f".{secrets.token_hex(8)}.part")
    try:
        held = contents(store.conn)
        store.execute("VACUUM INTO ?", (str(unfinished),))
        if _read_whole(unfinished) != held:
            raise FileUnwritable(target, "denied")
        _flush(unfinished)
        unfinished.replace(target)
    except (sqlite3.Error, FileUnreadable) as error:
        raise FileUnwritable(target, _full_or_denied(error)) from error
    except OSError as error:
        raise FileUnwritable(target, "open" if target.is_file() else "denied") from error
    finally:
        unfinished.unlink(missing_ok=True)
    return held


def restore(source: Path, path: Path) -> Contents:
    """Put a backup in the database's place; what was there is gone when this returns.

    Parameters
    ----------
    source : Path
        A backup; it is read only.
    path : Path
        The database, which nobody may have open; its folder must exist.

    Returns
    -------
    Contents
        What was read back from the new database before it took its place.

    Raises
    ------
    FileUnreadable
        If the backup is not whole; nothing has been changed.
    FolderReadOnly, DiskFull
        If the folder takes no copy; nothing has been changed.
    """
    held = _read_whole(source)
    unfinished = path.with_name(f"{path.name}.{secrets.token_hex(4)}.new")
    try:
        with closing(_reading(source)) as connection:
            connection.execute("VACUUM INTO ?", (str(unfinished),))
        if _read_whole(unfinished) != held:
            raise DatabaseDamaged(path.parent, "not restored")
        _flush(unfinished)
        # Before the new one is there: SQLite would undo an unfinished write of the old one in it.
        path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
        unfinished.replace(path)
    except sqlite3.Error as error:
        raise (DiskFull if _full_or_denied(error) == "full" else FolderReadOnly)(path.parent) from error
    except OSError as error:
        raise FolderReadOnly(path.parent, type(error).__name__) from error
    finally:
        unfinished.unlink(missing_ok=True)
    return held


def _read_whole(path: Path) -> Contents:
    """Read every page and every row of a copy; FileUnreadable says what is wrong with it."""
    with _unreadable(path):
        if inspect(path) is Found.NOTHING:
            raise FileUnreadable(path, "missing")
        with closing(_reading(path)) as connection:
            if connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
                raise FileUnreadable(path, "damaged")
            return contents(connection)


@contextmanager
def _unreadable(path: Path) -> Iterator[None]:
    try:
        yield
    except FolderFailure as failure:
        reasons = (reason for kind, reason in _REASONS if isinstance(failure, kind))
        raise FileUnreadable(path, next(reasons, "damaged")) from failure
    except (sqlite3.Error, OSError) as error:
        raise FileUnreadable(path, "damaged") from error


def _reading(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)


def _flush(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _full_or_denied(error: Exception) -> str:
    return "full" if getattr(error, "sqlite_errorname", "") == "SQLITE_FULL" else "denied"
