"""The start that needs no command: the window, in a data folder, or with a file, as a double click has it.

It is read without the command line's library, which takes a twentieth of the time until the window is painted.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from teamhealth.settings.places import whole_path

OPENED = frozenset({".thsurvey", ".thresults", ".threturn", ".thkey"})


@dataclass(frozen=True, slots=True)
class PlainStart:
    """The data folder that was named, and the file; None for each that was not."""

    data_dir: Path | None
    file: Path | None


def names_file(argument: str) -> bool:
    """Whether an argument is a file to open in the window: one of the program's, or any that is there.

    The window says what a file of another kind is not; no command has an ending.
    """
    path = Path(argument)
    return path.suffix.lower() in OPENED or bool(path.suffix and _is_file(path))


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        # In a folder that is closed to this account, or a name that no disk can hold.
        return False


def plain_start(arguments: Sequence[str]) -> PlainStart | None:
    """Return what the window is to be opened with; None for anything that only the command line can read."""
    rest = list(arguments)
    folder = None
    if rest[:1] == ["--data-dir"] and rest[1:] and not rest[1].startswith("-"):
        folder, rest = Path(rest[1]), rest[2:]
    if not rest:
        return PlainStart(folder, None)
    if len(rest) == 1 and not rest[0].startswith("-") and names_file(rest[0]):
        return PlainStart(folder, whole_path(Path(rest[0])))
    return None
