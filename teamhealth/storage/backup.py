"""A copy of the database: made beside its place, checked, flushed, and only then given its name."""

import os
import secrets
import sqlite3
from contextlib import closing
from pathlib import Path

from teamhealth.failures import FileUnwritable
from teamhealth.storage.inspection import Found, inspect
from teamhealth.storage.library import Store


def back_up(store: Store, target: Path) -> None:
    """Copy the database to ``target``; a file that is there is replaced, and only by a copy that was checked.

    Parameters
    ----------
    store : Store
        Not inside a transaction.
    target : Path
        Its folder must exist.

    Raises
    ------
    FileUnwritable
        If the copy cannot be written; a file that was there is untouched.
    """
    if not target.parent.is_dir():
        raise FileUnwritable(target, "missing")
    unfinished = target.with_name(f".{secrets.token_hex(8)}.part")
    try:
        store.execute("VACUUM INTO ?", (str(unfinished),))
        _check(unfinished)
        with unfinished.open("r+b") as file:
            os.fsync(file.fileno())
        unfinished.replace(target)
    except sqlite3.Error as error:
        raise FileUnwritable(target, "full" if error.sqlite_errorname == "SQLITE_FULL" else "denied") from error
    except OSError as error:
        raise FileUnwritable(target, "open" if target.is_file() else "denied") from error
    finally:
        unfinished.unlink(missing_ok=True)


def _check(path: Path) -> None:
    if inspect(path) is not Found.OURS:
        raise FileUnwritable(path, "denied")
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        if connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise FileUnwritable(path, "denied")
