"""A start while the program runs already: which file it was started with is left for the window that is open.

Nothing but a path is left, in the data folder, which is nobody else's; the window takes it away at once.
"""

from dataclasses import dataclass
from pathlib import Path

from teamhealth.settings.atomic_file import write_atomically

ASKED_NAME = "teamhealth.asked"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a second start asks for: a file to be opened, or None for the window alone."""

    file: Path | None


def leave_asked(folder: Path, asked: Asked) -> None:
    """Leave what is asked for, whole or not at all; of two that come at once, the later is seen.

    Raises
    ------
    FileUnwritable
        If the folder cannot be written to.
    """
    write_atomically(folder / ASKED_NAME, str(asked.file or "").encode())


def take_asked(folder: Path) -> Asked | None:
    """Take away what another start has left; None for nothing, or for something that cannot be read."""
    left = folder / ASKED_NAME
    try:
        if not left.is_file():
            return None
        words = left.read_text(encoding="utf-8")
        left.unlink()
    except (OSError, UnicodeDecodeError):
        return None
    return Asked(Path(words) if words else None)


def is_waiting(folder: Path) -> bool:
    """Whether what was left has not been taken yet."""
    return (folder / ASKED_NAME).exists()
