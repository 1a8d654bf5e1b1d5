"""What is said when something was not opened: of its passphrase at the field, of anything else above the page."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit

from teamhealth.failures import Cancelled, TriedTooSoon, WrongPassphrase
from teamhealth.texts.catalogue import tr
from teamhealth.texts.failure_words import wait_sentence
from teamhealth.ui.problems.failure_panel import FailurePanel
from teamhealth.ui.widgets.fields import Field


def wrong_words(error: WrongPassphrase | TriedTooSoon) -> str:
    """Return what was wrong with a passphrase, and how long to wait before the next try."""
    if isinstance(error, TriedTooSoon):
        words = tr("That was too soon after the last try.")
    else:
        words = tr("That passphrase does not open this survey. Check the spaces and capitals, then try again.")
    return " ".join(part for part in (words, wait_sentence(error.wait_seconds)) if part)


def typed_passphrase(field: Field[QLineEdit]) -> str:
    """Return what is typed in a field; '' once it has been said there that nothing is."""
    typed = field.input.text()
    if typed.strip():
        return typed
    field.refuse(tr("Type the passphrase."))
    return ""


def tell_not_opened(
    error: Exception, refuse: Callable[[WrongPassphrase | TriedTooSoon], None], panel: FailurePanel
) -> bool:
    """Say why something was not opened; returns whether the panel says it.

    Parameters
    ----------
    error : Exception
        What kept it closed.
    refuse : callable
        Says at its field that the passphrase was wrong, or typed too soon after another.
    panel : FailurePanel
        Says anything else, and nothing of work that was stopped.
    """
    if isinstance(error, (WrongPassphrase, TriedTooSoon)):
        refuse(error)
        return False
    panel.show_failure(error)
    return not isinstance(error, Cancelled)
