"""Writes a file whole or not at all: a temporary one beside it, flushed to disk, then renamed over it."""

import errno
import os
import stat
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import BinaryIO

from teamhealth.failures import FileUnwritable
from teamhealth.settings.own_files import KEY, kind_at, kind_of
from teamhealth.settings.still_wanted import ask_still_wanted
from teamhealth.settings.unfinished_file import unfinished_file

# Windows refuses the rename for as long as a scanner or a viewer looks at the old file.
WAITS_SECONDS = (0.05, 0.1, 0.2, 0.4)
_ORDINARY, _PRIVATE = 0o666, 0o600
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def write_atomically(
    path: Path,
    data: bytes,
    *,
    private: bool = False,
    replace: Callable[[Path, Path], None] = os.replace,
    pause: Callable[[float], None] = time.sleep,
    waits: Sequence[float] = WAITS_SECONDS,
) -> None:
    """Write ``data`` to ``path``; whatever was there before stays whole until the very end.

    Parameters
    ----------
    path : Path
        The file; its folder must exist.
    data : bytes
        All that it will hold.
    private : bool
        Whether nobody else on this computer may read it: keys and codes. Windows keeps the folder's own rules.
    replace, pause, waits : callable, callable, sequence of float
        How a file is renamed, how one waits, and for how many seconds before each further try.

    Raises
    ------
    FileUnwritable
        'missing' if the folder is not there, 'full', 'open' if another program holds the old file, 'long' for a name
        that no file can have, 'key' or 'own' if one of this program's files is there and the new one is no such file,
        'special' if a device or a pipe is there, else 'denied'.
    Cancelled
        If whoever waits for it has given up; nothing is left then.
    """
    path = place_to_write(path, kind_of(data))
    renamed = partial(rename_over, replace=replace, pause=pause, waits=waits)
    with _put_in_place(path, private=private, replace=renamed) as file:
        file.write(data)


@contextmanager
def grown_atomically(path: Path) -> Iterator[BinaryIO]:
    """Yield a file to write to that becomes ``path`` at the block's end; if it ends by an error, nothing is left.

    Raises
    ------
    FileUnwritable
        As ``write_atomically`` does, also where writing within the block fails.
    """
    path = place_to_write(path)
    with _put_in_place(path, private=False, replace=rename_over) as file:
        yield file


@contextmanager
def _put_in_place(path: Path, *, private: bool, replace: Callable[[Path, Path], None]) -> Iterator[BinaryIO]:
    mode = _PRIVATE if private else _ORDINARY
    try:
        with unfinished_file(path.parent, mode) as (temporary, file):
            yield file
            file.flush()
            os.fsync(file.fileno())
            # Windows renames no open file.
            file.close()
            ask_still_wanted()
            replace(temporary, path)
    except OSError as error:
        raise FileUnwritable(path, reason_of(error)) from error
    flush_folder(path.parent)


def place_to_write(path: Path, kind: str = "") -> Path:
    """Return where a file is to be written: what a link points to, so that the link stays.

    Parameters
    ----------
    path : Path
        The file.
    kind : str
        Which of this program's files it will be, as ``kind_of`` names it. No other is written over such a file.

    Raises
    ------
    FileUnwritable
        'special' if a device or a pipe is there, 'key' if a key file is, 'own' if another of this program's files is.
    """
    place = _ordinary(path)
    there = kind_at(place)
    if there not in ("", kind):
        raise FileUnwritable(place, "key" if there == KEY else "own")
    return place


def _ordinary(path: Path) -> Path:
    # Reading a pipe, to see whether it is a key, would wait for ever, and a device cannot be replaced by a file.
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
            raise FileUnwritable(path, "special")
    except OSError:
        # Nothing is there, or nothing that can be seen; writing tells what is wrong.
        pass
    try:
        return path.resolve() if path.is_symlink() else path
    except OSError as error:
        raise FileUnwritable(path, reason_of(error)) from error
    except RuntimeError as error:
        # Links in a circle.
        raise FileUnwritable(path, "denied") from error


def rename_over(
    temporary: Path,
    path: Path,
    replace: Callable[[Path, Path], None] = os.replace,
    pause: Callable[[float], None] = time.sleep,
    waits: Sequence[float] = WAITS_SECONDS,
) -> None:
    """Give a file its name, over what is there; FileUnwritable if another program holds that and does not let go."""
    for seconds in waits:
        try:
            replace(temporary, path)
        except PermissionError:
            pause(seconds)
        else:
            return
    try:
        replace(temporary, path)
    except PermissionError as error:
        # The folder let a new file be made a moment ago, so it is the old file that is held.
        raise FileUnwritable(path, "open" if path.is_file() else "denied") from error


def reason_of(error: OSError) -> str:
    """Return why a file or folder cannot be written, as ``FileUnwritable`` names it."""
    if error.errno in _FULL:
        return "full"
    if error.errno == errno.ENAMETOOLONG:
        return "long"
    return "missing" if isinstance(error, (FileNotFoundError, NotADirectoryError)) else "denied"


def flush_folder(folder: Path) -> None:
    """Make the new name durable; Windows cannot open a folder, and needs no such flush."""
    if os.name == "nt":
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    except OSError:
        return
    finally:
        os.close(descriptor)
