"""What is said of a passphrase that does not open a survey."""

from teamhealth.failures import TriedTooSoon, WrongPassphrase
from teamhealth.texts.catalogue import tr
from teamhealth.texts.failure_words import wait_sentence


def wrong_words(error: WrongPassphrase | TriedTooSoon) -> str:
    """Return what was wrong, and how long to wait before the next try."""
    if isinstance(error, TriedTooSoon):
        words = tr("That was too soon after the last try.")
    else:
        words = tr("That passphrase does not open this survey. Check the spaces and capitals, then try again.")
    return " ".join(part for part in (words, wait_sentence(error.wait_seconds)) if part)
