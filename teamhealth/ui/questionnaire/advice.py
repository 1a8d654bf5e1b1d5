"""What somebody reads whose answers were not saved: why, where their answers are, and what they can do."""

from datetime import timedelta

from teamhealth.failures import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseForeign,
    DiskFull,
    FileUnwritable,
    FolderFailure,
    ResponseTooLarge,
    says_full,
    says_no_memory,
)
from teamhealth.texts.catalogue import tr, trn
from teamhealth.ui.questionnaire.idle import THROW_AWAY_AFTER


def advice(failure: Exception) -> str:
    """Return what is said under 'Your answers were not saved.'; nothing of the failure's own words is in it."""
    if isinstance(failure, ResponseTooLarge):
        return tr("Shorten your comments and send again.")
    minutes = THROW_AWAY_AFTER // timedelta(minutes=1)
    return " ".join(
        (
            why(failure),
            tr("Your answers are still on this screen, and nobody else has seen them."),
            trn(
                "If nobody presses a key for {count} minute, they are thrown away.",
                "If nobody presses a key for {count} minutes, they are thrown away.",
                minutes,
            ),
            _what_to_do(failure),
        )
    )


def why(failure: Exception) -> str:
    """Return why answers were not saved; nothing of the failure's own words is in it."""
    if is_full(failure):
        return tr("The disk is full.")
    if says_no_memory(failure):
        return tr("This computer has too little free memory.")
    if isinstance(failure, FolderFailure):
        return _why_of_the_folder(failure)
    if isinstance(failure, FileUnwritable):
        return tr("The file cannot be written there.")
    return tr("Something unexpected went wrong in the program.")


def _why_of_the_folder(failure: FolderFailure) -> str:
    if isinstance(failure, DatabaseBusy):
        return tr("Another program is using the place where answers are kept.")
    if isinstance(failure, DatabaseDamaged | DatabaseForeign):
        return tr("The place where answers are kept is damaged or gone.")
    return tr("Nothing can be written where answers are kept.")


def _what_to_do(failure: Exception) -> str:
    if isinstance(failure, FileUnwritable):
        # A file is saved only by somebody who answers on their own computer.
        return (
            tr("Free some space, or save them in another place.")
            if is_full(failure)
            else tr("Save them in another place.")
        )
    if is_full(failure):
        return tr("Ask whoever runs this survey to free some space, then send them again.")
    return tr("Try again. If it goes on, tell whoever runs this survey before you leave this page.")


def is_full(failure: Exception) -> bool:
    """Whether there was no room left on the disk."""
    own = isinstance(failure, FileUnwritable) and failure.reason == "full"
    return own or isinstance(failure, DiskFull) or says_full(failure)
