"""What whoever runs a survey reads of answers that could not be saved: while they are kept, and once they are gone."""

from dataclasses import dataclass

from teamhealth.failures import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseForeign,
    Failure,
    FileUnwritable,
    FolderFailure,
    says_no_memory,
)
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.failure_words import FailureWords, words_for
from teamhealth.ui.questionnaire.advice import advice, is_full, why


@dataclass(frozen=True, slots=True)
class NotSaved:
    """Why a response could not be saved, as words alone: the error itself has frames that hold the answers.

    Parameters
    ----------
    advice : str
        What whoever has answered reads, for as long as it is so.
    why, put_right : str
        What was wrong, and what puts it right.
    code : str
        The kind of error, for whoever helps.
    damaged : bool
        Whether what was stored before may be lost as well.
    """

    advice: str
    why: str
    put_right: str
    code: str
    damaged: bool

    def while_kept(self) -> FailureWords:
        """Return what is said while the answers are still in the window that was set aside."""
        return FailureWords(
            " ".join((tr("Somebody’s answers could not be saved."), self.why)),
            tr("They are still in questionnaire mode, hidden, and nobody has seen them."),
            " ".join((self.put_right, tr("Then go back to questionnaire mode, and send them again from there."))),
            self.code,
        )

    def thrown_away(self, *, alone: bool) -> FailureWords:
        """Return what is said once they are gone; ``alone`` to whoever has answered on their own computer."""
        if alone:
            what = tr("Your answers could not be saved.")
            again = tr("They have been thrown away, and nobody has seen them. Open the survey file to answer again.")
        else:
            what = tr("Somebody’s answers could not be saved.")
            again = tr("They have been thrown away, seen by nobody and not counted. Whoever it was can answer again.")
        return FailureWords(
            " ".join((what, self.why)),
            " ".join((again, "" if alone else self._earlier())).strip(),
            self.put_right,
            self.code,
        )

    def _earlier(self) -> str:
        if self.damaged:
            return tr("Whether answers sent before are safe shows when the program is started again.")
        return tr("Answers sent before are safe.")


def thrown_away_in(seconds: int) -> str:
    """Return how long answers are kept that wait for somebody; minutes, and seconds in the last."""
    minutes = -(-seconds // 60)
    if seconds > 60:
        return trn(
            "If nobody goes on, they are thrown away in {count} minute.",
            "If nobody goes on, they are thrown away in {count} minutes.",
            minutes,
        )
    return trn(
        "If nobody goes on, they are thrown away in {count} second.",
        "If nobody goes on, they are thrown away in {count} seconds.",
        seconds,
    )


def not_saved(failure: Exception) -> NotSaved:
    """Return what may be kept of a failure."""
    damaged = isinstance(failure, DatabaseDamaged | DatabaseForeign)
    put_right = _put_right_folder(failure) if isinstance(failure, FolderFailure) else _put_right(failure)
    return NotSaved(advice(failure), why(failure), put_right, words_for(failure).code, damaged)


def _put_right_folder(failure: FolderFailure) -> str:
    if is_full(failure):
        return _free_space()
    if isinstance(failure, DatabaseDamaged | DatabaseForeign):
        return tr(
            "Close the program and start it again: it says what is wrong, and brings back a copy if there is one."
        )
    if isinstance(failure, DatabaseBusy):
        return tr("Close what else may be using it, such as a second Team Health or a program that makes copies.")
    return tr("Ask whoever looks after this computer to let the program write there again.")


def _put_right(failure: Exception) -> str:
    if is_full(failure):
        return _free_space()
    if says_no_memory(failure):
        return tr("Close other programs.")
    if isinstance(failure, FileUnwritable):
        return tr("Save them in another place next time.")
    if isinstance(failure, Failure):
        return words_for(failure).do
    return tr("If it happens again, save the report and give it to whoever looks after the program.")


def _free_space() -> str:
    return tr("Free some space on the disk.")
