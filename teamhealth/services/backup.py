"""A copy of all data to keep elsewhere, and what a copy holds; read back before it is said to be done."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from teamhealth.failures import CopyShared, FileUnwritable
from teamhealth.services.data_place import DATABASE_NAME
from teamhealth.services.progress import Progress, unwatched
from teamhealth.services.workspace import Workspace
from teamhealth.storage import backup, surveys
from teamhealth.storage.contents import Contents, contents
from teamhealth.storage.folder import shared_way
from teamhealth.storage.survey_outlines import SurveyState


@dataclass(frozen=True, slots=True)
class BackedUp:
    """What a backup holds: how many surveys, sealed answers and publications."""

    surveys: int
    answers: int
    publications: int


def back_up(workspace: Workspace, target: Path, progress: Progress = unwatched) -> BackedUp:
    """Copy all data to one file and read it back.

    Sealed answers stay sealed in it; a key that lies on this computer goes with it, locked as it is here. A file
    that is there is replaced, unless it is a key or another data folder's database.

    Raises
    ------
    CopyShared
        If it would lie on a network share or in a synced folder: earlier versions stay there.
    FileUnwritable
        If it would lie in the data folder itself, cannot be written or is not the same; a file that was there is
        untouched.
    Cancelled
        Likewise.
    """
    _check_place(workspace, target)
    with workspace.database.connect() as store:
        return counted(backup.back_up(store, target, progress))


def _check_place(workspace: Workspace, target: Path) -> None:
    try:
        place = target.resolve()
    except (OSError, RuntimeError) as error:
        # Links in a circle.
        raise FileUnwritable(target, "denied") from error
    # The file itself can be a link, which is kept: the copy comes to lie where that leads.
    for folder in (target.parent, place.parent):
        found = shared_way(folder)
        if found is not None:
            raise CopyShared(*found)
    # There it would be taken for data that is destroyed in time, which is done in what the program kept alone.
    if workspace.folder.resolve() in place.parents:
        raise FileUnwritable(target, "inside")
    # Another data folder's database: whoever kept surveys there would find these in their place.
    if place.exists() and place.name == DATABASE_NAME:
        raise FileUnwritable(target, "there")


def look_into(source: Path, progress: Progress = unwatched) -> BackedUp:
    """Return what a copy holds; FileUnreadable if it is not whole."""
    return counted(backup.read_whole(source, partial(progress, 0, 1)))


def held_here(workspace: Workspace) -> BackedUp:
    """Return what the open data folder holds."""
    with workspace.database.connect() as store:
        return counted(contents(store.conn))


def still_asking(workspace: Workspace) -> bool:
    """Whether a survey takes answers now, so that two copies could single one out."""
    with workspace.database.connect() as store:
        return any(each.state is SurveyState.COLLECTING for each in surveys.all_surveys(store))


def counted(held: Contents) -> BackedUp:
    """Return what people are told of a database's contents."""
    return BackedUp(held.surveys, held.answers, held.publications)
