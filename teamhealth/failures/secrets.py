"""What can go wrong with passphrases, PINs, keys, codes and sealed envelopes."""

from teamhealth.failures.failure import Failure


class WrongPassphrase(Failure):
    """The passphrase does not open this survey's key.

    Parameters
    ----------
    wait_seconds : int
        How long the next try is refused; 0 for the first five.
    """

    def __init__(self, wait_seconds: int = 0) -> None:
        super().__init__("wrong passphrase")
        self.wait_seconds = wait_seconds


class WrongPin(Failure):
    """The manager PIN is not the survey's; ``wait_seconds`` as for the passphrase."""

    def __init__(self, wait_seconds: int = 0) -> None:
        super().__init__("wrong PIN")
        self.wait_seconds = wait_seconds


class TriedTooSoon(Failure):
    """Tries are slowed down, and this one came before its time."""

    def __init__(self, wait_seconds: int) -> None:
        super().__init__(f"wait {wait_seconds} seconds")
        self.wait_seconds = wait_seconds


class TooLittleMemory(Failure):
    """The key could not be derived: not a wrong passphrase."""


class PassphraseTooShort(Failure):
    """A new passphrase has fewer words than ``least``."""

    def __init__(self, least: int) -> None:
        super().__init__(f"fewer than {least} words")
        self.least = least


class PassphraseTheSame(Failure):
    """A second lead's passphrase is the first one's."""


class KeyElsewhere(Failure):
    """The key to this survey is with its survey lead, not on this computer."""


class KeyOfAnotherSurvey(Failure):
    """The key file belongs to another survey."""


class CodeUnknown(Failure):
    """The one-time code is none of this survey's."""


class CodeUsed(Failure):
    """The one-time code has been used on this computer already."""


class EnvelopeDamaged(Failure):
    """A sealed envelope does not open with its survey's key, or does not hold a response."""


class ResponseTooLarge(Failure):
    """A response does not fit the envelope's fixed size."""
