"""The settings that every connection makes and reads back, so that the order of answers leaves no trace."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from teamhealth.failures import DatabaseUnsafe


@dataclass(frozen=True, slots=True)
class Protection:
    """One setting: its name, what it is set to, and what SQLite then says it is."""

    name: str
    wanted: str
    read_back: str


PROTECTIONS = (
    # The journal is overwritten in place; a deleted one would lie about on the disk.
    Protection("journal_mode", "PERSIST", "persist"),
    Protection("synchronous", "FULL", "2"),
    Protection("secure_delete", "ON", "1"),
    Protection("temp_store", "MEMORY", "2"),
    Protection("foreign_keys", "ON", "1"),
)


def protect(connection: sqlite3.Connection, folder: Path) -> None:
    """Make all settings and read each back.

    Raises
    ------
    DatabaseUnsafe
        Naming the first that could not be made.
    """
    for each in PROTECTIONS:
        connection.execute(f"PRAGMA {each.name} = {each.wanted}")
    found = dict(read_back(connection))
    for each in PROTECTIONS:
        if found[each.name] != each.read_back:
            raise DatabaseUnsafe(folder, each.name)


def read_back(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Yield each setting's name and what it is; '' if this SQLite does not know it."""
    for each in PROTECTIONS:
        row = connection.execute(f"PRAGMA {each.name}").fetchone()
        yield each.name, str(row[0]) if row else ""
