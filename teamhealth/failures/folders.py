"""What can go wrong with the data folder and the database in it."""

import errno
from pathlib import Path

from teamhealth.failures.failure import Failure

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class FolderFailure(Failure):
    """The data folder cannot be used; ``folder`` says which."""

    def __init__(self, folder: Path, detail: str = "") -> None:
        super().__init__(f"{folder}: {detail}" if detail else str(folder))
        self.folder = folder
        self.detail = detail


class FolderReadOnly(FolderFailure):
    """Nothing can be written to the data folder."""


class FolderClosed(FolderFailure):
    """The data folder, or one above it, is closed to this account: perhaps it is another account's."""


class FolderIsFile(FolderFailure):
    """What was named as the data folder is a file."""


class FolderGone(FolderFailure):
    """Surveys were kept in the folder, and it is not there now, or holds none: perhaps a drive is not connected."""


class SettingsSpoilt(FolderFailure):
    """The settings file in the folder cannot be read, so that nobody knows whether the surveys were moved elsewhere."""


class FolderUnknown(FolderFailure):
    """A path that is not written out in full leads nowhere here; ``detail`` is 'home' if none was given at all."""


class FolderMisnamed(FolderFailure):
    """A file that IT has put beside the program names no data folder; ``folder`` is that file."""


class DiskFull(FolderFailure):
    """The disk has no room left; what was stored before is untouched.

    ``detail`` names how the database refused something that was sent; it is empty where nothing was.
    """


def says_full(error: Exception) -> bool:
    """Whether the system says by an error that a disk has no room left."""
    return isinstance(error, OSError) and error.errno in _FULL


def says_no_memory(error: Exception) -> bool:
    """Whether an error is that no memory was left."""
    return isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno == errno.ENOMEM)


class FolderTaken(FolderFailure):
    """Other surveys are kept in the folder already."""


class FolderShared(FolderFailure):
    """The data folder lies on a network share or in a synced folder; ``detail`` names which."""


class CopyShared(FolderFailure):
    """A copy of all data would lie on a network share or in a synced folder; ``detail`` names which."""


class FolderEmpty(FolderFailure):
    """No surveys are kept in the folder, and nobody has said that there are any."""


class AlreadyRunning(FolderFailure):
    """Another copy of the program uses the same data; ``detail`` is empty if it does so in this very session."""


class DatabaseNewer(FolderFailure):
    """The database was written by a newer version of the program."""


class DatabaseForeign(FolderFailure):
    """The file where the database should be is some other program's, or no database at all."""


class DatabaseDamaged(FolderFailure):
    """The database is cut off or damaged."""


class DatabaseUnsafe(FolderFailure):
    """A protective setting of the database could not be made; ``detail`` names it."""


class DatabaseBusy(FolderFailure):
    """The database stayed locked."""
