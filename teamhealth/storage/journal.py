"""Wipes the rollback journal, which after a deletion still holds what was deleted."""

import os
from pathlib import Path

from teamhealth.settings.there import is_there
from teamhealth.storage.library import Store

_BLOCK = bytes(64 * 1024)


def wipe_journal(store: Store) -> None:
    """Overwrite the journal with zeros and flush it; its size stays.

    To be called after the deletion has been committed. RuntimeError inside a transaction.
    """
    connection = store.conn
    if connection.in_transaction:
        raise RuntimeError("a transaction is open")
    # Nobody else may write meanwhile; without a write of its own this transaction leaves the journal alone.
    connection.execute("BEGIN IMMEDIATE")
    try:
        overwrite(_journal_of(store))
    finally:
        connection.execute("COMMIT")


def _journal_of(store: Store) -> Path:
    main = next(row for row in store.execute("PRAGMA database_list") if row[1] == "main")
    return Path(f"{main[2]}-journal")


def overwrite(path: Path) -> None:
    """Overwrite a file with zeros and flush it; its size stays. Nothing is done where there is none."""
    if not is_there(path):
        return
    with path.open("r+b") as file:
        left = path.stat().st_size
        while left > 0:
            left -= file.write(_BLOCK[:left])
        file.flush()
        os.fsync(file.fileno())
