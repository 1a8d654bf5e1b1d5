"""What somebody has chosen on this computer: text size, contrast, the window's place, recent files, another folder."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from teamhealth.settings.atomic_file import write_atomically
from teamhealth.settings.canonical import Form, NotCanonical, read, write

CHOICES_NAME = "settings.json"
KIND = "team-health-settings"
VERSION = 1
LARGEST_BYTES = 64 * 1024
TEXT_SIZES: tuple[Literal[100, 115, 130, 150], ...] = (100, 115, 130, 150)
MOST_RECENT = 6

_Pixels = Annotated[int, msgspec.Meta(ge=-100_000, le=100_000)]
_Words = Annotated[str, msgspec.Meta(max_length=4096)]


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


class _Envelope(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    contrast: Literal["standard", "high", "system"]
    folder: _Words
    full: bool
    kind: Literal["team-health-settings"]
    recent: Annotated[tuple[_Words, ...], msgspec.Meta(max_length=MOST_RECENT)]
    text_size: Literal[100, 115, 130, 150]
    version: Literal[1]
    window: tuple[_Pixels, _Pixels, _Pixels, _Pixels] | None


_FORM = Form(KIND, _Envelope, VERSION, LARGEST_BYTES)


def read_choices(path: Path) -> Choices:
    """Return what was chosen; the usual choices where there is no such file, or none that this program wrote.

    A spoilt settings file must not keep anybody from their surveys, so it is passed over and written anew.
    """
    try:
        found = read(path.read_bytes(), _FORM)
    except (OSError, NotCanonical):
        return Choices()
    return Choices(found.text_size, found.contrast, found.window, found.full, found.recent, found.folder)


def write_choices(choices: Choices, path: Path) -> None:
    """Keep what was chosen, whole or not at all; FileUnwritable otherwise."""
    envelope = _Envelope(
        contrast=choices.contrast,
        folder=choices.folder,
        full=choices.full,
        kind="team-health-settings",
        recent=choices.recent,
        text_size=_size(choices.text_size),
        version=1,
        window=choices.window,
    )
    write_atomically(path, write(envelope))


def surveys_folder(start: Path) -> Path:
    """Return where the surveys are kept of a program that starts in a folder: there, or where it was moved to."""
    moved = read_choices(start / CHOICES_NAME).folder
    return Path(moved) if moved else start


def _size(percent: int) -> Literal[100, 115, 130, 150]:
    for each in TEXT_SIZES:
        if each == percent:
            return each
    return 100
