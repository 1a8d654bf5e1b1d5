"""Moving all surveys to another folder of this computer: copied, read back, and only then used."""

from pathlib import Path

from teamhealth.failures import FolderTaken
from teamhealth.services.backup import BackedUp, back_up
from teamhealth.services.progress import Progress
from teamhealth.services.workspace import DATABASE_NAME, Workspace
from teamhealth.settings.there import is_there
from teamhealth.storage.folder import prepare_folder


def copy_to_folder(workspace: Workspace, folder: Path, progress: Progress) -> BackedUp:
    """Copy all data to a folder that holds none yet, and read it back; the data here stays as it is.

    Raises
    ------
    FolderFailure
        FolderShared for a synced or network folder, FolderTaken where surveys are kept already; nothing is copied.
    FileUnwritable
        If the copy cannot be written or is not the same.
    """
    progress(0, 0)
    prepare_folder(folder)
    target = folder / DATABASE_NAME
    if is_there(target):
        raise FolderTaken(folder)
    return back_up(workspace, target, progress)
