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


def print_any_character() -> None:
    """Let comments in any script be printed or redirected, whatever code page the console has."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def drop_what_cannot_be_printed() -> OSError | None:
    """Send nowhere what stdout still holds and cannot write; return why it cannot, or None if all is printed.

    Python would try it once more at its end, say so in its own words and leave with 120.
    """
    try:
        sys.stdout.flush()
    except OSError as error:
        _send_nowhere(sys.stdout)
        return error
    return None


def _send_nowhere(stream: TextIO) -> None:
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")
