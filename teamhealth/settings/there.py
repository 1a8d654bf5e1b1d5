"""Whether something lies in a place: 'no' only where it was seen that nothing does."""

import errno
from pathlib import Path

_NOTHING = {errno.ENOENT, errno.ENOTDIR, errno.EBADF, errno.ELOOP}
# Of Windows: a drive without a disk, a name that nothing can have, links in a circle.
_NOTHING_ON_WINDOWS = {21, 123, 1921}


def is_there(path: Path) -> bool:
    """Whether anything lies there; OSError where that cannot be seen.

    ``Path.exists`` says from Python 3.14 on that nothing does then: surveys behind a closed folder would be taken for
    lost, or written over.
    """
    try:
        path.stat()
    except OSError as error:
        if error.errno in _NOTHING or getattr(error, "winerror", None) in _NOTHING_ON_WINDOWS:
            return False
        raise
    return True
