"""Watches over the whole suite: no log line and no error text may hold what tests plant as secrets."""

import logging
import re
from collections.abc import Callable
from typing import Any

from teamhealth.failures import Failure
from teamhealth.texts import failure_words

# What the tests use as passphrases, PINs and comments, wherever they stand in for real ones.
PLANTED = (
    "quiet harbour kettle nine",
    "paper lantern seven rivers",
    "480215",
    "40417753",
    "What person",
    "Fewer forms, says",
    "Change number",
    "Names Somebody",
    "Quieter rooms",
    "Ask Jo Bloggs",
    "Not for reading",
)
# A one-time code as it is printed on a slip: three groups.
_CODE = re.compile(r"\b[0-9A-HJKMNP-TV-Z]{4} [0-9A-HJKMNP-TV-Z]{4} [0-9A-HJKMNP-TV-Z*~$=U]{3}\b")
# When somebody answered: a time of day, to the second.
_MOMENT = re.compile(r"\b\d{2}:\d{2}:\d{2}\b")


class SecretsWatch(logging.Handler):
    """Reads every log record, every failure and every word said of one, and keeps what gives something away."""

    def __init__(self) -> None:
        super().__init__(level=logging.DEBUG)
        self.read = 0
        self.found: list[str] = []

    def look(self, text: str) -> None:
        """Read one text."""
        self.read += 1
        told = any(each.casefold() in text.casefold() for each in PLANTED)
        if told or _CODE.search(text) or _MOMENT.search(text):
            self.found.append(text)

    def emit(self, record: logging.LogRecord) -> None:
        """Read a log line."""
        if record.name.startswith("teamhealth"):
            self.look(record.getMessage())

    def take_found(self) -> list[str]:
        """Return what was found since the last time."""
        found, self.found = self.found, []
        return found


def watched(watch: SecretsWatch) -> None:
    """Let a watch read all that follows; to be called before any screen or command is imported."""
    logging.getLogger().addHandler(watch)
    logging.getLogger("teamhealth").setLevel(logging.DEBUG)
    vars(failure_words)["words_for"] = _reading(failure_words.words_for, watch)
    original = Failure.__init__

    def remember(self: Failure, *args: Any) -> None:
        watch.look(" ".join(map(str, args)))
        original(self, *args)

    type.__setattr__(Failure, "__init__", remember)


def _reading(
    words_for: Callable[[Exception], failure_words.FailureWords], watch: SecretsWatch
) -> Callable[[Exception], failure_words.FailureWords]:
    def read(error: Exception) -> failure_words.FailureWords:
        words = words_for(error)
        watch.look(words.line)
        return words

    return read
