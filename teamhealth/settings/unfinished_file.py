"""Files that grow under a name of their own until they are whole, and those that a killed program has left behind."""

import os
import re
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import BinaryIO

if sys.platform != "win32":
    import fcntl

# Nobody else's file has such a name, so that nobody else's is ever taken away.
_NAME = re.compile(r"\.teamhealth-[0-9a-f]{16}\.part")
# What SQLite needs beside a copy that is growing.
_BESIDE = "-journal"
# Windows takes no open file away, but a file is closed for a moment before it is renamed.
_OLD_SECONDS = 3600


@contextmanager
def unfinished_file(folder: Path, mode: int) -> Iterator[tuple[Path, BinaryIO]]:
    """Make an empty file in a folder and yield its path and the file; it is gone at the end, unless it was renamed.

    Other programs see that it is being written until then, even where the file is closed before. What earlier ones
    left unfinished in the folder is taken away first.

    Raises
    ------
    OSError
        If no file can be made.
    """
    remove_left_behind(folder)
    path, file, held = _unused(folder), None, None
    # From before it is made: a request to stop may come at any moment, and is heard at the end of what goes on then.
    try:
        while True:
            file = open(path, "xb", opener=partial(os.open, mode=mode))  # noqa: SIM115 - closed below
            # On a disk that knows no locks nothing is taken away either.
            with suppress(OSError):
                _lock(file.fileno())
            if path.exists():
                break
            # Another program looked between the making and the lock, and took it for one left behind.
            file.close()
            path = _unused(folder)
        held = os.dup(file.fileno()) if sys.platform != "win32" else None
        with file:
            yield path, file
    finally:
        # What went wrong first is what people must hear of.
        with suppress(OSError):
            if file is not None:
                file.close()
        with suppress(OSError):
            path.unlink(missing_ok=True)
        if held is not None:
            os.close(held)


def remove_left_behind(folder: Path) -> None:
    """Take away what programs that were killed left unfinished in a folder; what is being written stays."""
    with suppress(OSError), os.scandir(folder) as found:
        # A journal after its file: it belongs to a program that runs for as long as the file is there.
        for path in sorted(Path(each.path) for each in found if _NAME.fullmatch(each.name.removesuffix(_BESIDE))):
            with suppress(OSError):
                if not path.name.endswith(_BESIDE):
                    _remove_if_left(path)
                elif not path.with_name(path.name.removesuffix(_BESIDE)).exists():
                    path.unlink()


def _unused(folder: Path) -> Path:
    return folder / f".teamhealth-{os.urandom(8).hex()}.part"


if sys.platform != "win32":

    def _lock(descriptor: int) -> None:
        """Lock a file; OSError if another program has it, which ends with that program however it ends."""
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _remove_if_left(path: Path) -> None:
        descriptor = os.open(path, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
        try:
            if stat.S_ISREG(os.fstat(descriptor).st_mode):
                _lock(descriptor)
                path.unlink()
        finally:
            os.close(descriptor)

else:

    def _lock(descriptor: int) -> None:
        """Do nothing: Windows itself keeps an open file."""

    def _remove_if_left(path: Path) -> None:
        if time.time() - path.stat().st_mtime > _OLD_SECONDS:
            path.unlink()
