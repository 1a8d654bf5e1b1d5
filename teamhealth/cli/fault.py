"""Tells an error that nobody foresaw, in words and with a report; its message could hold what somebody typed.

What it needs is loaded when there is something to tell.
"""

import sys
from collections.abc import Callable

from teamhealth.failures import Failure, says_full, says_no_memory
from teamhealth.texts.catalogue import tr

FAULT = 3
"""The exit status of a fault of the program; nothing else has it."""


def tell_fault(error: Exception, keep: "Callable[[str], str | None] | None" = None) -> int:
    """Say on stderr that the program has a fault and where a report of it is; return the exit status.

    Parameters
    ----------
    error : Exception
        Neither its message nor the values around it are told. Of a known failure its own words are, and no report.
    keep : callable or None
        Writes a report and returns its path, or None if it could not be written: it is printed then. None for the
        usual place.
    """
    from teamhealth.services.crash_report import crash_report, kept_report
    from teamhealth.texts.failure_words import words_for

    words = words_for(error)
    # Without a console it is a window that says it.
    told = words.line if sys.__stderr__ is None else words.command_line
    if isinstance(error, Failure):
        _say(told)
        return 1
    if says_full(error) or says_no_memory(error):
        # Neither is a fault of the program, and a report would need room as well.
        _say(" ".join((told, tr("Code {code}.", code=words.code))))
        return 1
    report = crash_report(error)
    path = (keep or kept_report)(report)
    if path is None:
        where = tr("A report for whoever looks after the program follows. It holds no answers.")
    else:
        where = tr("A report for whoever looks after the program is in {path}. It holds no answers.", path=path)
    _say(" ".join((words.what, words.safe, where, tr("Code {code}.", code=words.code))))
    if path is None:
        sys.stderr.write("\n" + report)
    return FAULT


def _say(words: str) -> None:
    sys.stderr.write(tr("Error: {words}", words=words) + "\n")
    if sys.platform == "win32" and sys.__stderr__ is None:
        # A program without a console, and no window of Qt's yet that could say it.
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, words, "Team Health", 0x10)
