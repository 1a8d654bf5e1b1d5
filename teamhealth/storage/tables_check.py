"""Looks at a database's tables before they are used: whether they hang together and are those the program makes."""

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

from teamhealth.failures import DatabaseDamaged
from teamhealth.storage.library import Store
from teamhealth.storage.migrations import migrate

# The sum of all tables that the newest step leaves; a test says when it has to be another. Tables of this sum are those
# of a fresh database, which need not be made to see that: it took a fiftieth of the time until the surveys are listed.
_KNOWN = "8a6d98a96b67fdf15977f0b7e3f5fdedce6c4d2302d15c5f7c528c52587ca0f3"


def check_tables(store: Store, folder: Path) -> None:
    """Check that tables hang together, and are word for word those of a fresh database; done at each start.

    A flipped bit inside an envelope is not seen here: that envelope says so itself when it is opened.

    Raises
    ------
    DatabaseDamaged
        Naming 'pages' or 'tables'; nothing has been changed.
    """
    found = _tables(store)
    if _sum(found) != _KNOWN and found != _fresh_tables():
        raise DatabaseDamaged(folder, "tables")
    # Afterwards: it evaluates what the tables say of their columns.
    if store.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
        raise DatabaseDamaged(folder, "pages")


def _fresh_tables() -> set[tuple[str, ...]]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        fresh = Store(connection)
        migrate(fresh)
        return _tables(fresh)


def _sum(tables: set[tuple[str, ...]]) -> str:
    return hashlib.sha256(repr(sorted(tables)).encode()).hexdigest()


def _tables(store: Store) -> set[tuple[str, ...]]:
    # What SQLite keeps for itself (its statistics) is none of ours.
    found = store.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'")
    return {tuple(str(each) for each in row) for row in found}
