"""Names beside which nothing stands yet, so that nothing is written over."""

from itertools import count
from pathlib import Path

from teamhealth.failures import FileUnwritable
from teamhealth.settings.atomic_file import reason_of


def unused(path: Path) -> Path:
    """Return the path, or the first of 'name (2)', 'name (3)' that nobody has used."""
    if not path.exists():
        return path
    numbered = (path.with_name(f"{path.stem} ({number}){path.suffix}") for number in count(2))
    return next(each for each in numbered if not each.exists())


def new_folder(parent: Path, name: str) -> Path:
    """Make a folder of that name, numbered if there is one; FileUnwritable if none can be made."""
    # Not ``unused``: what follows the last dot of a folder's name is no suffix.
    names = (name if number == 1 else f"{name} ({number})" for number in count(1))
    made = next(each for each in (parent / each for each in names) if not each.exists())
    try:
        made.mkdir()
    except OSError as error:
        raise FileUnwritable(made, reason_of(error)) from error
    return made
