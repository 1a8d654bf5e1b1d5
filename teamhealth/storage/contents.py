"""What a database holds, in numbers and as one hash of every row, so that a copy can be compared with it."""

import hashlib
import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Contents:
    """How many surveys, sealed answers, publications and rows of any kind there are, and the hash of all rows."""

    surveys: int
    answers: int
    publications: int
    rows: int
    sha256: str


def contents(connection: sqlite3.Connection) -> Contents:
    """Read every row of a database once; sqlite3.Error if one cannot be read."""
    found = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").fetchall()
    whole = hashlib.sha256()
    counted = {}
    for (name,) in found:
        quoted = str(name).replace('"', '""')
        rows = 0
        # The name is the schema's own. A table without rowid is read in the order of its key.
        for row in connection.execute(f'SELECT * FROM "{quoted}"'):  # noqa: S608 - quoted above
            whole.update(repr((name, row)).encode("utf-8"))
            rows += 1
        counted[str(name)] = rows
    return Contents(
        surveys=counted.get("survey", 0),
        answers=counted.get("envelope", 0) + counted.get("returned", 0),
        publications=counted.get("publication", 0) + counted.get("late_publication", 0),
        rows=sum(counted.values()),
        sha256=whole.hexdigest(),
    )
