"""Errors, warnings and log lines that Python would print with their text, which could hold what somebody typed.

Only their kind and place are told. What is not needed before a window is painted is loaded later.
"""

import sys
import threading
import warnings
from os.path import basename
from types import TracebackType
from typing import TextIO


def tell_places_only() -> None:
    """Tell for the rest of this process where anything was that nothing catches, and nothing else of it."""
    sys.excepthook = _on_uncaught
    sys.unraisablehook = on_lost
    threading.excepthook = on_lost
    warnings.showwarning = _on_warning


def quiet_logs() -> None:
    """Tell of a library's log lines, for which nobody has asked, where they were written, and nothing else."""
    import logging

    class Places(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            sys.stderr.write(f"{record.levelname} at {record.filename}:{record.lineno}\n")

    logging.lastResort = Places(logging.WARNING)


def on_lost(lost: "sys.UnraisableHookArgs | threading.ExceptHookArgs") -> None:
    """Say where an error was that keeps nobody from going on: of what was thrown away, or in an ended thread."""
    if lost.exc_value is not None:
        say_where(lost.exc_value)


def say_where(error: BaseException) -> None:
    """Say an error's kind and where it happened."""
    sys.stderr.write(f"{type(error).__name__} at {_where(error.__traceback__)}\n")


def _where(traceback: TracebackType | None) -> str:
    while traceback is not None and traceback.tb_next is not None:
        traceback = traceback.tb_next
    return f"{_file_name(traceback.tb_frame.f_code.co_filename)}:{traceback.tb_lineno}" if traceback else "?"


def _file_name(path: str) -> str:
    # Without pathlib, which Python may have taken apart when the last things are thrown away.
    return basename(path)  # noqa: PTH119 - as above


def _on_uncaught(_kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
    say_where(error.with_traceback(traceback))


def _on_warning(  # noqa: PLR0917 - as Python calls it
    message: Warning | str,  # noqa: ARG001 - it could hold anything
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,  # noqa: ARG001 - Python passes them
    line: str | None = None,  # noqa: ARG001 - as above
) -> None:
    sys.stderr.write(f"{category.__name__} at {_file_name(filename)}:{lineno}\n")
