"""Keeps a file to one program at a time, by the system's own lock: that ends with the process, however it ends."""

import errno
import os
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

_PAUSE_SECONDS = 0.05
_TAKEN = {errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK}


def lock_file(path: Path, patience: float) -> Callable[[], object] | None:
    """Lock a file, which is made if it is not there, or wait for whoever has it.

    filelock knows what else Windows needs, and marks the file where a file system has no locks. Everywhere else this
    takes the same lock as filelock does, without loading it: that took a twentieth of the time of a start.

    Parameters
    ----------
    path : Path
    patience : float
        How many seconds to wait.

    Returns
    -------
    callable or None
        What gives the file back; None if somebody else had it all that time.

    Raises
    ------
    OSError
        If the file cannot be made or opened.
    """
    if sys.platform == "win32":
        return _lock_by_filelock(path, patience)
    # A link would have another file locked than the one that is meant.
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK, 0o666)
    try:
        locked = _flock(descriptor, time.monotonic() + patience)
    except OSError as error:
        os.close(descriptor)
        if error.errno == errno.ENOSYS:
            return _lock_by_filelock(path, patience)
        raise
    if not locked:
        os.close(descriptor)
        return None
    return partial(os.close, descriptor)


def _flock(descriptor: int, until: float) -> bool:
    import fcntl

    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno not in _TAKEN:
                raise
        else:
            return True
        if time.monotonic() >= until:
            return False
        time.sleep(_PAUSE_SECONDS)


def _lock_by_filelock(path: Path, patience: float) -> Callable[[], object] | None:
    from filelock import FileLock, Timeout

    lock = FileLock(path)
    try:
        lock.acquire(timeout=patience)
    except Timeout:
        return None
    return lock.release
