"""Stored results as an earlier version of the program left them."""

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from teamhealth.publication.version import FORMAT_VERSION
from teamhealth.services.data_place import DATABASE_NAME
from teamhealth.settings import canonical
from teamhealth.settings.light_json import read_json

EARLIER = FORMAT_VERSION - 1


def make_older(folder: Path, survey_id: str) -> None:
    """Make a survey's stored results, those of its late teams and in plans, ones of the version before."""
    with closing(sqlite3.connect(folder / DATABASE_NAME)) as connection:
        for table in ("publication", "late_publication"):
            select = f"SELECT document FROM {table} WHERE survey = ?"  # noqa: S608 - one of two names above
            found = connection.execute(select, (survey_id,)).fetchall()
            for (document,) in found:
                made = older(bytes(document))
                values = made, hashlib.sha256(made).hexdigest(), survey_id, document
                change = f"UPDATE {table} SET document = ?, sha256 = ? WHERE survey = ? AND document = ?"  # noqa: S608
                connection.execute(change, values)
        for (part,) in connection.execute("SELECT results FROM plan WHERE survey = ?", (survey_id,)).fetchall():
            connection.execute("UPDATE plan SET results = ? WHERE results = ?", (older(bytes(part)), part))
        connection.commit()


def older(document: bytes) -> bytes:
    """Return a results file, or a part, as the version before would have written it: one of its keys is another."""
    held = read_json(document)
    key = "part" if "part" in held else "publication"
    publication: dict[str, Any] = held["part"]["publication"] if key == "part" else held["publication"]
    publication["version"] = EARLIER
    publication["bygone"] = publication.pop("left_out")
    return canonical.write({**held, "sha256": canonical.sha256(held[key])})
