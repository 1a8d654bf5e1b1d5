"""What was there before a copy was brought back: kept beside the database, under the day on which that was."""

import re
from datetime import date
from pathlib import Path

SUFFIX = ".thcopy"
_NAME = r"before-bringing-back-\d{4}-\d{2}-\d{2}(-\d+)?" + re.escape(SUFFIX)


def name_for(folder: Path, day: date) -> Path:
    """Return a path in the data folder that is not taken."""
    number = 1
    while True:
        more = f"-{number}" if number > 1 else ""
        path = folder / f"before-bringing-back-{day.isoformat()}{more}{SUFFIX}"
        if not path.exists():
            return path
        number += 1


def kept_copies(folder: Path) -> tuple[Path, ...]:
    """Return the copies that are kept in a data folder, by name."""
    return tuple(sorted(path for path in folder.glob(f"*{SUFFIX}") if re.fullmatch(_NAME, path.name)))
