"""What people read when the data folder or its database cannot be used."""

from pathlib import Path

from teamhealth import failures
from teamhealth.texts.catalogue import tr

Three = tuple[str, str, str]


def _folder(failure: failures.FolderFailure) -> str:
    return str(failure.folder)


def read_only(failure: failures.FolderReadOnly) -> Three:
    """Return the words for FolderReadOnly."""
    return (
        tr("Nothing can be written in the data folder {folder}.", folder=_folder(failure)),
        tr("What is stored there has not been changed."),
        tr("Ask IT for write access to it, or for another folder to keep surveys in."),
    )


def closed(failure: failures.FolderClosed) -> Three:
    """Return the words for FolderClosed."""
    return (
        tr("This account may not read what is in {folder}.", folder=_folder(failure)),
        tr("Nothing there has been changed, and nothing new has been started."),
        tr("Ask IT for access to it, or for another folder to keep surveys in."),
    )


def is_file(failure: failures.FolderIsFile) -> Three:
    """Return the words for FolderIsFile."""
    return (
        tr("{path} is a file. Surveys are kept in a folder.", path=_folder(failure)),
        tr("It has not been changed, and nothing new has been started."),
        tr("Name a folder instead."),
    )


def gone(failure: failures.FolderGone) -> Three:
    """Return the words for FolderGone."""
    return (
        tr("Your surveys cannot be found in {folder}.", folder=_folder(failure)),
        tr("Nothing is lost by that: nothing has been changed, and nothing new has been started."),
        tr(
            "Connect the drive or USB stick that holds them, then try again. If they are elsewhere, choose that folder."
        ),
    )


def by_option(failure: Exception) -> str:
    """Return what the command line says besides, of an option or a command that helps; '' where none does."""
    if isinstance(failure, failures.SettingsSpoilt):
        return tr("Name it with --data-dir, or take settings.json away if they were not moved.")
    if isinstance(failure, failures.DatabaseDamaged | failures.DatabaseForeign):
        return tr("‘teamhealth restore FILE --replace’ brings a copy back.")
    if isinstance(failure, failures.ResultsOlder):
        return tr("‘teamhealth open SURVEY RETURNS --key KEY --out FILE’ does that.")
    helps = isinstance(
        failure,
        failures.FolderReadOnly
        | failures.FolderClosed
        | failures.FolderIsFile
        | failures.FolderGone
        | failures.FolderEmpty,
    )
    if helps or (isinstance(failure, failures.FolderUnknown) and failure.detail == "home"):
        return tr("--data-dir names the folder.")
    return ""


def is_new(folder: Path) -> str:
    """Return what is said of a folder that was named and holds no surveys yet; a stick may be the wrong one."""
    return tr("The folder {folder} is new. If you had surveys before, they are in another place.", folder=folder)


def settings_spoilt(failure: failures.SettingsSpoilt) -> Three:
    """Return the words for SettingsSpoilt."""
    return (
        tr("The settings in {folder} cannot be read.", folder=_folder(failure)),
        tr("Your surveys have not been touched. Text size and contrast are the usual ones again."),
        tr("If your surveys were moved to another folder, choose it."),
    )


def unknown(failure: failures.FolderUnknown) -> Three:
    """Return the words for FolderUnknown."""
    what = tr("It cannot be told which folder or file {path} is.", path=_folder(failure))
    do = tr("Write its whole path, such as D:\\TeamHealth.")
    if failure.detail == "home":
        what = tr("This account has no folder of its own on this computer.")
        do = tr("Ask IT for a folder in which surveys can be kept.")
    return what, tr("Your surveys have not been touched, and no others have been started."), do


def misnamed(failure: failures.FolderMisnamed) -> Three:
    """Return the words for FolderMisnamed."""
    return (
        tr("The file {file} does not say where surveys are kept.", file=_folder(failure)),
        tr("Your surveys have not been touched, and no others have been started."),
        tr("Ask IT to write the whole path of one folder into it, such as D:\\TeamHealth, or to take the file away."),
    )


def full(failure: failures.DiskFull) -> Three:
    """Return the words for DiskFull."""
    return (
        tr("The disk that holds {folder} is full.", folder=_folder(failure)),
        tr("Everything stored before is safe. What was just sent was not stored.")
        if failure.detail
        else tr("Everything stored before is safe."),
        tr("Free some space, then try again."),
    )


def shared(failure: failures.FolderShared) -> Three:
    """Return the words for FolderShared."""
    detail = failure.detail
    return (
        tr("The data folder {folder} is shared or synced ({detail}).", folder=_folder(failure), detail=detail),
        tr("Nothing has been stored there: copies elsewhere could show who answered when."),
        tr("Use a folder on this computer’s own disk."),
    )


def copy_shared(failure: failures.CopyShared) -> Three:
    """Return the words for CopyShared."""
    folder, detail = _folder(failure), failure.detail
    return (
        tr(
            "No copy of all data is made in {folder}: it is shared or synced ({detail}).",
            folder=folder,
            detail=detail,
        ),
        tr("Nothing has been written. Earlier versions stay in such places and could show whose an answer is."),
        tr("Choose a folder on this computer’s own disk, or a USB stick that IT has locked with a password."),
    )


def empty(failure: failures.FolderEmpty) -> Three:
    """Return the words for FolderEmpty."""
    return (
        tr("No surveys are kept in {folder}.", folder=_folder(failure)),
        tr("Nothing has been changed, and nothing new has been started."),
        tr("If you have surveys, connect the drive that they are on, or name their folder."),
    )


def taken(failure: failures.FolderTaken) -> Three:
    """Return the words for FolderTaken."""
    return (
        tr("Surveys are kept in {folder} already.", folder=_folder(failure)),
        tr("Nothing has been copied, and nothing there has been changed."),
        tr("Choose an empty folder."),
    )


def running(failure: failures.AlreadyRunning) -> Three:
    """Return the words for AlreadyRunning."""
    if failure.detail:
        return (
            tr(
                "Team Health is open in another account on this computer, with the data in {folder}.",
                folder=_folder(failure),
            ),
            tr("Nothing is lost, and nothing was opened or changed there."),
            tr("Ask whoever uses that account to close it, then try again."),
        )
    return (
        tr("Team Health is already open with the data in {folder}.", folder=_folder(failure)),
        tr("Nothing is lost."),
        tr("Use the window that is open, or close it first."),
    )


def newer(failure: failures.DatabaseNewer) -> Three:
    """Return the words for DatabaseNewer."""
    return (
        tr("The data in {folder} was written by a newer version of Team Health.", folder=_folder(failure)),
        tr("It is safe: this version has not changed it."),
        tr("Install the newer version and open it with that."),
    )


def foreign(failure: failures.DatabaseForeign) -> Three:
    """Return the words for DatabaseForeign."""
    return (
        tr("The database in {folder} is not one of Team Health’s.", folder=_folder(failure)),
        tr("The file has not been changed. If you had surveys here, they are not in this file."),
        _bring_back(),
    )


def damaged(failure: failures.DatabaseDamaged) -> Three:
    """Return the words for DatabaseDamaged."""
    return (
        tr("The database in {folder} is damaged or incomplete.", folder=_folder(failure)),
        tr("It has not been changed, so what can still be read in it is not lost."),
        _bring_back() + " " + tr("Without one, ask IT for a backup of the folder."),
    )


def _bring_back() -> str:
    """Return what to do where a database cannot be read; the window that says so has a button for it."""
    return tr("Bring a copy of all data (.thcopy) back, if you have one. What is here now is kept.")


def unsafe(failure: failures.DatabaseUnsafe) -> Three:
    """Return the words for DatabaseUnsafe."""
    return (
        tr("The database in {folder} cannot be kept safely on this computer.", folder=_folder(failure)),
        tr("Nothing has been stored with a protective setting missing."),
        tr("Show IT this message, and ask them to run ‘teamhealth doctor’ on this computer."),
    )


def busy(failure: failures.DatabaseBusy) -> Three:
    """Return the words for DatabaseBusy."""
    return (
        tr("The database in {folder} is in use by another program.", folder=_folder(failure)),
        tr("What was stored before is safe."),
        tr("Close backup or antivirus scans of that folder, then try again."),
    )
