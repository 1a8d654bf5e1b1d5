"""What somebody has chosen on this computer: text size, contrast, the window's place, recent files, another folder.

The window is painted by it, so it is read by Python's own JSON, before anything else is loaded.
"""

import json
import os
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from stat import S_ISREG
from typing import Literal, TypeGuard

CHOICES_NAME = "settings.json"
KIND = "team-health-settings"
VERSION = 1
LARGEST_BYTES = 64 * 1024
TEXT_SIZES: tuple[Literal[100, 115, 130, 150], ...] = (100, 115, 130, 150)
MOST_RECENT = 6
_FURTHEST, _LONGEST = 100_000, 4096
_CONTRASTS: tuple[Literal["standard", "high", "system"], ...] = ("standard", "high", "system")
_PLACE_NUMBERS = 4


@dataclass(frozen=True, slots=True)
class Choices:
    """All that is remembered; nothing of any survey.

    Parameters
    ----------
    text_size : int
        In percent.
    contrast : str
        'standard', 'high' or 'system'.
    window : tuple of int or None
        Left, top, width and height in pixels, as the window last stood.
    full : bool
        Whether it filled the screen.
    recent : tuple of str
        Paths of files that were opened, the newest first.
    folder : str
        Where surveys are kept; '' for the usual place.
    """

    text_size: int = 100
    contrast: Literal["standard", "high", "system"] = "standard"
    window: tuple[int, int, int, int] | None = None
    full: bool = False
    recent: tuple[str, ...] = ()
    folder: str = ""

    @property
    def last_folder(self) -> Path | None:
        """The folder of the file that was opened last; None before the first."""
        return Path(self.recent[0]).parent if self.recent else None

    def with_recent(self, path: Path) -> "Choices":
        """Return the choices with a file at the head of the recent ones."""
        name = str(path)
        others = tuple(each for each in self.recent if each != name)
        return replace(self, recent=(name, *others)[:MOST_RECENT])


def read_choices(path: Path) -> Choices:
    """Return what was chosen; the usual choices where there is no such file, or none that this program wrote.

    A spoilt settings file must not keep anybody from their surveys, so it is passed over and written anew.
    """
    return choices_if_whole(path) or Choices()


def choices_if_whole(path: Path) -> Choices | None:
    """Return the same, but None for a settings file that this program has not written, or that cannot be read."""
    try:
        if not S_ISREG(path.stat().st_mode):
            # A pipe would be waited for.
            return None
        data = path.read_bytes()
        found = json.loads(data) if len(data) <= LARGEST_BYTES else None
    except (FileNotFoundError, NotADirectoryError):
        return Choices()
    except (OSError, ValueError, RecursionError):
        return None
    return _choices(found) if isinstance(found, dict) else None


def write_choices(choices: Choices, path: Path) -> None:
    """Keep what was chosen, whole or not at all; FileUnwritable otherwise."""
    from teamhealth.settings.atomic_file import write_atomically

    written = {**asdict(choices), "kind": KIND, "version": VERSION, "text_size": _size(choices.text_size)}
    write_atomically(path, json.dumps(written, sort_keys=True, separators=(",", ":")).encode())


def _size(percent: int) -> Literal[100, 115, 130, 150]:
    for each in TEXT_SIZES:
        if each == percent:
            return each
    return 100


def _choices(found: dict[str, object]) -> Choices | None:
    """Return the choices that a file holds; None if one is missing, unknown, or no choice."""
    text_size, contrast, full = found.pop("text_size", None), found.pop("contrast", None), found.pop("full", None)
    window, recent, folder = found.pop("window", None), found.pop("recent", None), found.pop("folder", None)
    if found != {"kind": KIND, "version": VERSION} or not isinstance(full, bool) or not _is_folder(folder):
        return None
    size = next((each for each in TEXT_SIZES if each == text_size), None)
    look = next((each for each in _CONTRASTS if each == contrast), None)
    if size is None or look is None or not isinstance(recent, list) or len(recent) > MOST_RECENT:
        return None
    paths = tuple(each for each in recent if _is_path(each))
    if len(paths) != len(recent) or not (window is None or _is_place(window)):
        return None
    return Choices(size, look, (window[0], window[1], window[2], window[3]) if window else None, full, paths, folder)


def _is_path(value: object) -> TypeGuard[str]:
    if not isinstance(value, str) or len(value) > _LONGEST or "\0" in value:
        return False
    try:
        os.fsencode(value)
    except UnicodeError:
        return False
    return True


def _is_folder(value: object) -> TypeGuard[str]:
    return _is_path(value) and (not value or Path(value).is_absolute())


def _is_place(value: object) -> TypeGuard[list[int]]:
    return (
        isinstance(value, list)
        and len(value) == _PLACE_NUMBERS
        and all(type(each) is int and abs(each) <= _FURTHEST for each in value)
    )
