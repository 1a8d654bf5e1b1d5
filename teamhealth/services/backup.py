"""A copy of all data to keep elsewhere, and bringing it back; both are read back before they are said to be done."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from teamhealth.failures import FolderFailure
from teamhealth.services.retention import destroy_expired
from teamhealth.services.workspace import DATABASE_NAME, Workspace
from teamhealth.storage import backup, box, drafts, surveys
from teamhealth.storage.contents import Contents
from teamhealth.storage.database import Database
from teamhealth.storage.folder import FolderLock, prepare_folder
from teamhealth.survey.ids import Entropy


@dataclass(frozen=True, slots=True)
class BackedUp:
    """What a backup holds: how many surveys, sealed answers and publications."""

    surveys: int
    answers: int
    publications: int


def back_up(workspace: Workspace, target: Path) -> BackedUp:
    """Copy all data to one file and read it back.

    Sealed answers stay sealed in it; a key that lies on this computer goes with it, locked as it is here.

    Raises
    ------
    FileUnwritable
        If the copy cannot be written or is not the same; a file that was there is untouched.
    """
    with workspace.database.connect() as store:
        return _counted(backup.back_up(store, target))


def holds_data(folder: Path) -> bool:
    """Whether restoring would replace anything: a survey, a draft, or a database that cannot be read."""
    path = folder / DATABASE_NAME
    if not path.exists():
        return False
    try:
        with Database(path).connect() as store:
            return bool(surveys.all_surveys(store) or drafts.all_drafts(store))
    except FolderFailure:
        return True


def restore(folder: Path, source: Path, *, clock: Callable[[], datetime], entropy: Entropy) -> BackedUp:
    """Put a backup in the place of all data in a folder; what should have been destroyed since is destroyed now.

    Parameters
    ----------
    folder : Path
        The data folder; made if it does not exist. Its data is gone afterwards.
    source : Path
        The backup; it is not changed.
    clock, entropy : callable
        The time, with a time zone; and so many random bytes.

    Raises
    ------
    FileUnreadable
        If the backup is not whole; the data is untouched.
    FolderFailure
        If the folder cannot be used, as by AlreadyRunning; the data is untouched.
    """
    prepare_folder(folder)
    with FolderLock(folder):
        held = backup.restore(source, folder / DATABASE_NAME)
        with Database(folder / DATABASE_NAME).connect() as store:
            destroy_expired(store, clock().date())
            box.reshuffle(store, entropy)
    return _counted(held)


def _counted(held: Contents) -> BackedUp:
    return BackedUp(held.surveys, held.answers, held.publications)
