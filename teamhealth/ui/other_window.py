"""Asks the window that has the data folder open to come forward, from a start that came second."""

import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from teamhealth.failures import FileUnwritable
from teamhealth.services.second_start import Asked, is_waiting, leave_asked, take_asked

# An open window takes it within an instant; a command that works in the folder never does.
_LONGEST = 3.0
_STEP_MS = 50


def ask_other_window(folder: Path, file: Path | None) -> bool:
    """Leave a file to be opened, or none, and return whether another window has taken it."""
    try:
        leave_asked(folder, Asked(file))
    except FileUnwritable:
        return False
    begun = time.monotonic()
    while time.monotonic() - begun < _LONGEST:
        if not is_waiting(folder):
            return True
        QCoreApplication.processEvents()
        time.sleep(_STEP_MS / 1000)
    # Taken just now, or taken back.
    return take_asked(folder) is None
