"""What is printed, on any console."""

import io
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TextIO


def stand_in_for_missing_streams() -> None:
    """Give what is printed a place to go where there is none, so that it keeps nothing from being shown.

    A program of Windows without a console has no stdout and no stderr at all: both are None.
    """
    if sys.stdout is None:
        sys.stdout = _nowhere()
    if sys.stderr is None:
        sys.stderr = _nowhere()


class _Stdout(io.TextIOWrapper):
    """Remembers why it could not be written to, which no other error can be taken for."""

    refused: OSError | None = None

    def write(self, text: str) -> int:
        try:
            return super().write(text)
        except OSError as error:
            self.refused = error
            raise

    def flush(self) -> None:
        try:
            super().flush()
        except OSError as error:
            self.refused = error
            raise


class _Stderr(io.TextIOWrapper):
    """Says what can be said: where a full disk takes no more, the rest is dropped, and changes no exit status."""

    def write(self, text: str) -> int:
        try:
            return super().write(text)
        except OSError:
            _send_nowhere(self)
            return len(text)

    def flush(self) -> None:
        try:
            super().flush()
        except OSError:
            _send_nowhere(self)


def know_what_cannot_be_printed() -> None:
    """Let stdout remember for the rest of this process that it failed, and nothing fail because stderr does.

    At its very end Python takes the second name of each for the first.
    """
    given = sys.stdout
    if isinstance(given, io.TextIOWrapper) and given is sys.__stdout__:
        sys.stdout = sys.__stdout__ = _over(given, _Stdout)  # type: ignore[misc]  # typed as final
    given = sys.stderr
    if isinstance(given, io.TextIOWrapper) and given is sys.__stderr__:
        sys.stderr = sys.__stderr__ = _over(given, _Stderr)  # type: ignore[misc]  # as above


def _over(given: io.TextIOWrapper, kind: type[io.TextIOWrapper]) -> io.TextIOWrapper:
    """Return a stream of a kind in the place of another, which can no longer be used."""
    encoding, errors = given.encoding, given.errors
    lines, through = given.line_buffering, given.write_through
    return kind(given.detach(), encoding, errors, line_buffering=lines, write_through=through)


def print_any_character() -> None:
    """Let comments in any script be printed or redirected, whatever code page the console has."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def print_bytes(data: bytes) -> None:
    """Print what is text already, as it is; stdout remembers if it cannot be written, or not all of it.

    Without a buffer a disk that fills up takes a part, and says so only when it is given the rest.
    """
    try:
        sys.stdout.flush()
        left = memoryview(data)
        while left:
            left = left[sys.stdout.buffer.write(left) :]
        sys.stdout.buffer.flush()
    except OSError as error:
        if isinstance(sys.stdout, _Stdout):
            sys.stdout.refused = error
        raise


def drop_what_cannot_be_printed() -> OSError | None:
    """Send nowhere what stdout still holds and cannot write; return why it cannot, or None if all is printed.

    Python would try it once more at its end, say so in its own words and leave with 120.
    """
    try:
        sys.stdout.flush()
    except OSError as error:
        _send_nowhere(sys.stdout)
        return error
    # Without a buffer nothing is left to be written.
    return sys.stdout.refused if isinstance(sys.stdout, _Stdout) else None


def _send_nowhere(stream: TextIO) -> None:
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")
