"""Bringing a copy of all data back, in a closed folder or in the one that is open; what was there before is kept."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path

from teamhealth.failures import FolderFailure
from teamhealth.services.backup import BackedUp, counted
from teamhealth.services.data_place import holds_surveys
from teamhealth.services.progress import Progress, unwatched
from teamhealth.services.retention import destroy_expired
from teamhealth.services.workspace import DATABASE_NAME, Workspace
from teamhealth.settings.there import is_there
from teamhealth.storage import box, restoring
from teamhealth.storage.backup import read_whole
from teamhealth.storage.carrying import carry_final
from teamhealth.storage.contents import contents
from teamhealth.storage.database import Database
from teamhealth.storage.folder import FolderLock, prepare_folder
from teamhealth.storage.kept_copies import kept_copies, latest_day, name_for
from teamhealth.storage.tables_check import check_tables
from teamhealth.survey.ids import Entropy


@dataclass(frozen=True, slots=True)
class Restored:
    """What has been brought back, and where what was there before is kept; None if nothing was there."""

    held: BackedUp
    kept: Path | None


def holds_data(folder: Path) -> bool:
    """Whether restoring would replace anything: a row of any table, or a database that cannot be read."""
    path = folder / DATABASE_NAME
    if not is_there(path):
        return False
    try:
        with Database(path, may_make=False).connect() as store:
            check_tables(store, folder)
            return contents(store.conn).rows > 0
    except FolderFailure:
        return True


def restore(
    folder: Path,
    source: Path,
    *,
    clock: Callable[[], datetime],
    entropy: Entropy,
    progress: Progress = unwatched,
) -> Restored:
    """Put a copy in the place of all data in a folder that no program has open.

    Parameters
    ----------
    folder : Path
        The data folder; made if it does not exist.
    source : Path
        The copy; it is not changed.
    clock, entropy : callable
        The time, with a time zone; and so many random bytes.
    progress : Progress
        Told of each step.

    Raises
    ------
    FileUnreadable
        If the copy is not whole.
    FileUnwritable
        If what is there now cannot be kept.
    FolderFailure
        If the folder cannot be used, as by AlreadyRunning. The data is untouched, as in all other cases.
    """
    if not holds_surveys(folder):
        # A file that is no copy makes no folder, and leaves an empty one as it is.
        read_whole(source, lambda: None)
    prepare_folder(folder)
    with FolderLock(folder):
        return _put_in_place(folder, source, clock().date(), entropy, progress)


def bring_back(workspace: Workspace, source: Path, progress: Progress) -> Restored:
    """Put a copy in the place of all data of the open folder; what the window shows is to be read again afterwards.

    The folder's lock stays held, so that no other program comes between; and nothing is stored meanwhile: that would
    be DatabaseBusy, and the old data in its place. Failures as of ``restore``, and Cancelled until the last step.
    """
    return _put_in_place(workspace.folder, source, workspace.today(), workspace.entropy, progress)


def _put_in_place(folder: Path, source: Path, day: date, entropy: Entropy, progress: Progress) -> Restored:
    kept = name_for(folder, max(day, latest_day(source) or day)) if holds_data(folder) else None
    ready = partial(_bring_up_to_date, folder / DATABASE_NAME, day, entropy)
    held = restoring.restore(source, folder / DATABASE_NAME, kept, ready, progress)
    return Restored(counted(held), kept)


def _bring_up_to_date(old: Path, day: date, entropy: Entropy, path: Path) -> None:
    """Carry into a copy what was final, and do with it what each start does before it takes its place.

    A killed program would otherwise bring back what was to be destroyed.
    """
    with Database(path, may_make=False).connect() as store:
        check_tables(store, path.parent)
        # What was kept, too: a survey that is not in one copy would otherwise come back unopened with the next.
        for each in (*kept_copies(old.parent), old):
            # Data that cannot be read any more is why a copy is brought back: then there is nothing to carry.
            # Nor is anything carried of what is damaged in part: a key that is not found there looks destroyed.
            with suppress(FolderFailure), Database(each, may_make=False).connect() as there:
                check_tables(there, each.parent)
                carry_final(there, store)
        destroy_expired(store, day)
        box.reshuffle(store, entropy)
