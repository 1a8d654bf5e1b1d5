"""Watches over the whole suite: nothing that is logged, said of an error or printed beside it may hold a secret.

Read are the lines of every logger with their tracebacks, the words and the own text of every error with those that it
came of, and what tests and the processes that they start leave on stderr. What a command is asked to print holds
comments and times by right: in stdout no passphrase and no PIN may be.
"""

import logging
import re
import subprocess
import traceback
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from teamhealth.failures import Failure
from teamhealth.texts import failure_words

# What the tests use as passphrases and PINs, wherever they stand in for real ones.
KEYS = (
    "quiet harbour kettle nine",
    "paper lantern seven rivers",
    "480215",
    "40417753",
)
# And as what people wrote.
WRITTEN = (
    "What person",
    "Fewer forms, says",
    "Change number",
    "Names Somebody",
    "Quieter rooms",
    "Ask Jo Bloggs",
    "Not for reading",
)
PLANTED = KEYS + WRITTEN
_KEY = re.compile("|".join(rf"\b{re.escape(each)}\b" for each in KEYS), re.IGNORECASE)
# A one-time code as it is printed on a slip: three groups.
_CODE = re.compile(r"\b[0-9A-HJKMNP-TV-Z]{4} [0-9A-HJKMNP-TV-Z]{4} [0-9A-HJKMNP-TV-Z*~$=U]{3}\b")
# When somebody answered: a time of day, to the second.
_MOMENT = re.compile(r"\b\d{2}:\d{2}:\d{2}\b")


class SecretsWatch:
    """Reads every text that it is given, and keeps what gives something away."""

    def __init__(self) -> None:
        self.read = 0
        self.found: list[str] = []

    def look(self, text: str) -> None:
        """Read what is said of something that went wrong."""
        self.read += 1
        told = any(each.casefold() in text.casefold() for each in PLANTED)
        if told or _CODE.search(text) or _MOMENT.search(text):
            self.found.append(text)

    def look_at_output(self, text: str) -> None:
        """Read what was asked for."""
        self.read += 1
        if _KEY.search(text):
            self.found.append(text)

    def look_at_record(self, record: logging.LogRecord) -> None:
        """Read a log line of any logger, with all that a handler would write of it."""
        self.look(record.getMessage())
        if record.exc_info and record.exc_info[1] is not None:
            self.look("".join(traceback.format_exception(record.exc_info[1])))
        for each in (record.exc_text, record.stack_info):
            if each:
                self.look(each)

    def look_at_error(self, error: BaseException) -> None:
        """Read an error's own text, its notes and the errors that it came of, as a traceback would show them."""
        for each in _chain(error):
            self.look("\n".join((str(each), *getattr(each, "__notes__", ()))))

    def take_found(self) -> list[str]:
        """Return what was found since the last time."""
        found, self.found = self.found, []
        return found


def watched(watch: SecretsWatch) -> None:
    """Let a watch read all that follows; to be called before any screen or command is imported."""
    logging.getLogger().setLevel(logging.DEBUG)
    _before(logging.Logger, "handle", lambda _, record: watch.look_at_record(record))
    _before(Failure, "__init__", lambda _, *args: watch.look(" ".join(map(str, args))))
    _before(pytest.ExceptionInfo, "fill_unfilled", lambda _, caught: watch.look_at_error(caught[1]))
    vars(failure_words)["words_for"] = _reading(failure_words.words_for, watch)

    def look_at_streams(out: str | bytes | None, err: str | bytes | None) -> None:
        watch.look_at_output(_text(out))
        watch.look(_text(err))

    _after(subprocess.Popen, "communicate", look_at_streams)
    _after(pytest.CaptureFixture, "readouterr", look_at_streams)


def look_at_report(watch: SecretsWatch, report: pytest.TestReport) -> None:
    """Read what a test has left on its streams, and let it fail for whatever was found since it began."""
    for name, text in report.sections:
        if "stdout" in name:
            watch.look_at_output(text)
        elif "log" not in name:
            watch.look(text)
    found = watch.take_found()
    if found and report.passed:
        report.outcome = "failed"
        report.longrepr = "\n".join(("A secret was logged, or said of an error:", *found))


def _before(kind: type[object], name: str, look: Callable[..., None]) -> None:
    original = getattr(kind, name)

    def replaced(self: object, *args: Any, **named: Any) -> Any:
        look(self, *args)
        return original(self, *args, **named)

    type.__setattr__(kind, name, replaced)


def _after(kind: type[object], name: str, look: Callable[..., None]) -> None:
    original = getattr(kind, name)

    def replaced(self: object, *args: Any, **named: Any) -> Any:
        streams = original(self, *args, **named)
        look(*streams)
        return streams

    type.__setattr__(kind, name, replaced)


def _reading(
    words_for: Callable[[Exception], failure_words.FailureWords], watch: SecretsWatch
) -> Callable[[Exception], failure_words.FailureWords]:
    def read(error: Exception) -> failure_words.FailureWords:
        words = words_for(error)
        watch.look(words.line)
        watch.look_at_error(error)
        return words

    return read


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: list[BaseException] = []
    waiting: list[BaseException | None] = [error]
    while waiting:
        now = waiting.pop()
        if now is None or any(now is each for each in seen):
            continue
        seen.append(now)
        yield now
        waiting += [now.__cause__, now.__context__, *getattr(now, "exceptions", ())]


def _text(said: str | bytes | None) -> str:
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else said or ""
