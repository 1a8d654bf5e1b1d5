"""The data folder: on this computer only, writable, with room, and used by one program at a time."""

import errno
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path, PurePath
from types import TracebackType

from teamhealth.failures import AlreadyRunning, DiskFull, FolderReadOnly, FolderShared
from teamhealth.storage.file_lock import lock_file
from teamhealth.storage.session import is_session, leave_session, own_session, take_session
from teamhealth.storage.shared_places import drive_is_remote, read_mounts, shared_place

LEAST_FREE_BYTES = 20 * 1024 * 1024
LOCK_NAME = "teamhealth.lock"
ELSEWHERE = "elsewhere"
_SETTLED_SECONDS = 0.5

_FULL = {errno.ENOSPC, errno.EDQUOT}


def free_bytes(folder: Path) -> int:
    """Return how much room the disk of an existing folder has."""
    return shutil.disk_usage(folder).free


def where_shared(path: PurePath) -> str | None:
    """Return what makes a folder of this computer shared, or None."""
    if sys.platform == "win32":
        from teamhealth.storage.windows_sync import cloud_service_here, synced_here

        return shared_place(
            path,
            environment=os.environ,
            is_remote=drive_is_remote,
            synced=synced_here(),
            cloud_service=cloud_service_here,
        )
    return shared_place(path, environment=os.environ, mounts=read_mounts())


def prepare_folder(
    path: Path,
    *,
    free_space: Callable[[Path], int] = free_bytes,
    shared: Callable[[PurePath], str | None] = where_shared,
) -> None:
    """Make the data folder unless it exists, and check that it can be used.

    Parameters
    ----------
    path : Path
        The folder; its parents are made as well.
    free_space : callable
        Returns the bytes left on a folder's disk.
    shared : callable
        Returns what makes a folder shared, or None.

    Raises
    ------
    FolderShared
        Before anything is made.
    FolderReadOnly, DiskFull
        If nothing can be written.
    """
    refuse_shared(path, shared)
    try:
        if not path.exists():
            path.mkdir(parents=True)
            # Wrapped keys and comments are nobody else's on a shared computer; on Windows a profile's
            # own place does this, and elsewhere whoever runs the computer has to (guide for IT).
            path.chmod(0o700)
        _try_writing(path)
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFull(path) from error
        raise FolderReadOnly(path, type(error).__name__) from error
    if free_space(path) < LEAST_FREE_BYTES:
        raise DiskFull(path)


def refuse_shared(path: Path, shared: Callable[[PurePath], str | None] = where_shared) -> None:
    """Raise FolderShared for a folder that others copy; it need not be there."""
    found = shared_way(path, shared)
    if found is not None:
        raise FolderShared(path, found[1])


def shared_way(path: Path, shared: Callable[[PurePath], str | None] = where_shared) -> tuple[Path, str] | None:
    """Return which of a folder and what its links lead to is shared, and what makes it so; None if neither is."""
    # As given, for a mapped drive; resolved, so that a link into a synced folder is seen for what it is.
    for each in dict.fromkeys((path.absolute(), path.resolve())):
        reason = shared(each)
        if reason is not None:
            return each, reason
    return None


class FolderLock:
    """Keeps a data folder to one program while its block runs; AlreadyRunning if another one has it.

    Parameters
    ----------
    folder : Path
    session : str or None
        What tells this session from those of other accounts; None for its own.
    """

    def __init__(self, folder: Path, session: str | None = None) -> None:
        self._folder = folder
        self._session = own_session() if session is None else session
        self._give_back: Callable[[], object] | None = None

    def __enter__(self) -> "FolderLock":
        try:
            self._acquire()
        except OSError as error:
            raise FolderReadOnly(self._folder, type(error).__name__) from error
        leave_session(self._folder, self._session)
        return self

    def _acquire(self) -> None:
        # By the second time, whoever has just begun has said whose session it is, and whoever was ending has ended.
        for seconds in (0, _SETTLED_SECONDS):
            self._give_back = lock_file(self._folder / LOCK_NAME, seconds)
            if self._give_back is not None:
                return
            if is_session(self._folder, self._session):
                raise AlreadyRunning(self._folder)
        raise AlreadyRunning(self._folder, ELSEWHERE)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        take_session(self._folder)
        if self._give_back is not None:
            self._give_back()


def _try_writing(folder: Path) -> None:
    trial = folder / f".{os.urandom(8).hex()}.trial"
    try:
        trial.write_bytes(b"0")
    finally:
        trial.unlink(missing_ok=True)
