"""Where data lives: where a person or IT says, beside a portable program, or where the platform keeps local data."""

import os
import sys
from collections.abc import Callable
from pathlib import Path, PurePath
from stat import S_ISREG

from teamhealth.failures import (
    FolderClosed,
    FolderFailure,
    FolderGone,
    FolderIsFile,
    FolderMisnamed,
    FolderUnknown,
    SettingsSpoilt,
)
from teamhealth.settings.choices import CHOICES_NAME, choices_if_whole
from teamhealth.settings.places import data_folder

DATABASE_NAME = "teamhealth.sqlite"
PORTABLE_MARK = "portable.txt"
PORTABLE_FOLDER = "data"
FOLDER_FILE = "data-folder.txt"
_LONGEST_BYTES = 4096
# Windows calls it a missing right, too, where a drive holds no card, or another program holds a file for a moment.
_NO_RIGHTS_MISSING = {21, 32, 33}


def program_folder() -> Path | None:
    """Return the folder of the frozen program; None for one that runs from source or a wheel."""
    return Path(sys.executable).resolve().parent if getattr(sys, "frozen", False) else None


def data_place(
    chosen: Path | None,
    *,
    program: Path | None = None,
    shared: Callable[[PurePath], str | None] | None = None,
) -> Path:
    """Return the data folder.

    Parameters
    ----------
    chosen : Path or None
        What a person said.
    program : Path or None
        The folder of the frozen program. A file ``data-folder.txt`` in it names the data folder of everybody who
        starts it, for computers whose profiles are wiped; a file ``portable.txt`` keeps data beside it.
    shared : callable or None
        Returns what makes a folder shared, or None; None for what this computer says.

    Returns
    -------
    Path
        An absolute path. A portable program in a synced or shared folder uses the platform's local folder, as copies
        of the data from before and after somebody answered would lie elsewhere.

    Raises
    ------
    FolderMisnamed
        If ``data-folder.txt`` names no folder: another one would be taken for a folder in which all surveys are lost.
    """
    if chosen is not None or program is None:
        return data_folder(chosen)
    named = _named_folder(program / FOLDER_FILE)
    if named is not None:
        return named
    if (program / PORTABLE_MARK).is_file():
        beside = program / PORTABLE_FOLDER
        # The window is painted before a folder is looked at, but for this one.
        from teamhealth.storage.folder import shared_way, where_shared

        if shared_way(beside, shared or where_shared) is None:
            return beside
    return data_folder(None)


def _named_folder(file: Path) -> Path | None:
    """Return the folder that a file names, variables such as ``%USERNAME%`` filled in; None where there is no file."""
    try:
        if not S_ISREG(file.stat().st_mode):
            # A pipe would be waited for.
            raise FolderMisnamed(file)
        with file.open("rb") as opened:
            data = opened.read(_LONGEST_BYTES)
        # What the tools of Windows write: with a mark or without, and PowerShell's redirection in UTF-16.
        text = data.decode("utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeError) as error:
        raise FolderMisnamed(file) from error
    folder = os.path.expandvars(text.strip().strip('"'))
    unclear = any(each in folder for each in "\0\r\n%$") or not Path(folder).is_absolute()
    if unclear:
        raise FolderMisnamed(file)
    return Path(folder)


def holds_surveys(folder: Path) -> bool:
    """Whether a folder is there and holds a database."""
    try:
        return (folder / DATABASE_NAME).is_file()
    except OSError:
        # A drive that does not answer, or a name that no folder can have.
        return False


def missed(folder: Path) -> FolderFailure:
    """Return why surveys are not found in a folder: it is closed to this account, or they are not there."""
    try:
        (folder / DATABASE_NAME).stat()
    except PermissionError as error:
        if _is_refused(error):
            return FolderClosed(folder)
    except OSError:
        pass
    return FolderGone(folder)


def is_named(folder: Path) -> bool:
    """Whether a data folder is another than the one where the platform keeps local data."""
    try:
        return folder != data_folder(None)
    except FolderUnknown:
        # There is no such place, so it was named.
        return True


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
    FolderClosed
        If this account may not look into ``start``, or into where they were moved to: what is in it may be whole, and
        another account's.
    FolderIsFile
        If ``start`` is a file.
    FolderGone
        If they were moved and are not there, or if the drive or folder that ``start`` lies in is not there. A new and
        empty folder would be taken for one in which all surveys are lost.
    """
    try:
        if start.is_file():
            raise FolderIsFile(start)
    except OSError as error:
        raise (FolderClosed if isinstance(error, PermissionError) else FolderGone)(start) from error
    choices = choices_if_whole(start / CHOICES_NAME)
    if choices is None:
        raise (FolderClosed if _is_closed(start / CHOICES_NAME) else SettingsSpoilt)(start)
    moved = Path(choices.folder) if choices.folder else None
    if moved is not None and not holds_surveys(moved):
        raise missed(moved)
    if moved is None and is_named(start) and not start.parent.is_dir():
        raise FolderGone(start)
    return moved or start


def _is_closed(file: Path) -> bool:
    """Whether this account has no right to read a file that could not be read."""
    try:
        # A pipe would be waited for.
        if S_ISREG(file.stat().st_mode):
            file.open("rb").close()
    except PermissionError as error:
        return _is_refused(error)
    except OSError:
        return False
    return False


def _is_refused(error: PermissionError) -> bool:
    return getattr(error, "winerror", None) not in _NO_RIGHTS_MISSING
