"""What a killed program has left half made in a data folder, taken away at the next start."""

import re
from contextlib import suppress
from pathlib import Path

from teamhealth.settings.unfinished_file import remove_left_behind


def tidy(database: Path) -> None:
    """Take away databases and files that were never finished, and what SQLite kept beside them.

    Parameters
    ----------
    database : Path
        The database of a folder whose lock is held: whatever is half made there then is nobody's any more.
    """
    half_made = re.compile(re.escape(database.name) + r"\.[0-9a-f]{8}\.new(-journal)?|\.[0-9a-f]{16}\.trial")
    with suppress(OSError):
        for path in [each for each in database.parent.iterdir() if half_made.fullmatch(each.name)]:
            with suppress(OSError):
                path.unlink()
    remove_left_behind(database.parent)
