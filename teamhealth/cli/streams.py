"""What is printed, on any console."""

import io
import sys


def print_any_character() -> None:
    """Let comments in any script be printed or redirected, whatever code page the console has."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
