"""Where data lives: where a person says, beside a portable program, or where the platform keeps local data."""

import sys
from collections.abc import Callable
from pathlib import Path, PurePath

from teamhealth.failures import FolderGone, SettingsSpoilt
from teamhealth.settings.choices import CHOICES_NAME, choices_spoilt, moved_folder
from teamhealth.settings.places import data_folder
from teamhealth.storage.folder import where_shared

DATABASE_NAME = "teamhealth.sqlite"
PORTABLE_MARK = "portable.txt"
PORTABLE_FOLDER = "data"


def program_folder() -> Path | None:
    """Return the folder of the frozen program; None for one that runs from source or a wheel."""
    return Path(sys.executable).resolve().parent if getattr(sys, "frozen", False) else None


def data_place(
    chosen: Path | None,
    *,
    program: Path | None = None,
    shared: Callable[[PurePath], str | None] = where_shared,
) -> Path:
    """Return the data folder.

    Parameters
    ----------
    chosen : Path or None
        What a person said.
    program : Path or None
        The folder of the frozen program; a file ``portable.txt`` in it keeps data beside it.
    shared : callable
        Returns what makes a folder shared, or None.

    Returns
    -------
    Path
        An absolute path. A portable program in a synced or shared folder uses the platform's local folder, as copies
        of the data from before and after somebody answered would lie elsewhere.
    """
    if chosen is None and program is not None and (program / PORTABLE_MARK).is_file():
        beside = program / PORTABLE_FOLDER
        if shared(beside) is None and shared(beside.resolve()) is None:
            return beside
    return data_folder(chosen)


def holds_surveys(folder: Path) -> bool:
    """Whether a folder is there and holds a database."""
    try:
        return (folder / DATABASE_NAME).is_file()
    except OSError:
        # A drive that does not answer, or a name that no folder can have.
        return False


def is_named(folder: Path) -> bool:
    """Whether a data folder is another than the one where the platform keeps local data."""
    return folder != data_folder(None)


def found_folder(start: Path) -> Path:
    """Return where the surveys are of a program that starts in a folder: there, or where they were moved to.

    Parameters
    ----------
    start : Path
        What ``data_place`` has returned.

    Raises
    ------
    SettingsSpoilt
        If nobody knows whether they were moved.
    FolderGone
        If they were moved and are not there, or if the drive or folder that ``start`` lies in is not there. A new and
        empty folder would be taken for one in which all surveys are lost.
    """
    if choices_spoilt(start / CHOICES_NAME):
        raise SettingsSpoilt(start)
    moved = moved_folder(start)
    if moved is not None and not holds_surveys(moved):
        raise FolderGone(moved)
    if moved is None and is_named(start) and not start.parent.is_dir():
        raise FolderGone(start)
    return moved or start
