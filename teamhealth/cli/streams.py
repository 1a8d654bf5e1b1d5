"""What is printed, on any console."""

import io
import os
import sys
from contextlib import suppress


def print_any_character() -> None:
    """Let comments in any script be printed or redirected, whatever code page the console has."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def drop_what_cannot_be_printed() -> None:
    """Send nowhere what stdout still holds and cannot write.

    Python would try it once more at its end, say so in its own words and leave with 120.
    """
    try:
        sys.stdout.flush()
    except OSError:
        with suppress(OSError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, sys.stdout.fileno())
            os.close(nowhere)
