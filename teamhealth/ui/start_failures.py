"""What comes up in place of the manager's window where the surveys cannot be opened, one window at a time."""

import sys
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from teamhealth.failures import FolderFailure
from teamhealth.services.restoring import Restored
from teamhealth.texts.catalogue import tr
from teamhealth.texts.failure_words import words_for
from teamhealth.ui.damaged_window import DamagedWindow
from teamhealth.ui.failure_window import FailureWindow
from teamhealth.ui.folder_gone_window import FolderGoneWindow
from teamhealth.ui.main_window import MainWindow


class StartFailures(QObject):
    """Says why, there and on the command line, and tells what somebody wants then.

    ``again_asked`` wants to look again, ``chosen`` carries the folder that somebody has shown, and ``start_asked``
    wants the usual folder; ``brought_back`` carries the folder of a database that could not be read, and what a copy
    has put there.

    Parameters
    ----------
    window : MainWindow
        It is hidden while another stands in its place.
    usual : Path
        The folder that the program starts in.
    """

    again_asked = Signal()
    start_asked = Signal()
    chosen = Signal(object)
    brought_back = Signal(object, object)

    def __init__(self, window: MainWindow, usual: Path) -> None:
        super().__init__(window)
        self._window = window
        self._usual = usual
        self._told: FailureWindow | None = None
        self._asking: FolderGoneWindow | None = None
        self._damaged: DamagedWindow | None = None

    def ask_where(self, failure: FolderFailure) -> None:
        """Say that the surveys cannot be found, and offer what can be done."""
        _say(failure)
        if self._asking is not None:
            self._asking.panel.show_failure(failure)
            return
        self._asking = FolderGoneWindow(failure, self._usual, self._window.outside)
        self._asking.again_asked.connect(self.again_asked)
        self._asking.start_asked.connect(self.start_asked)
        self._asking.chosen.connect(self.chosen)
        self._asking.show()
        self._window.hide()

    def offer_copy(self, failure: FolderFailure) -> None:
        """Say that the database cannot be read, and offer to bring a copy back."""
        _say(failure)
        before, self._damaged = self._damaged, DamagedWindow(failure, self._window.outside)
        self._damaged.brought_back.connect(self._on_brought_back)
        self._damaged.show()
        self._window.hide()
        for other in (before, self._asking):
            if other is not None:
                other.close()
        self._asking = None

    def refuse(self, failure: FolderFailure) -> None:
        """Say why the data folder cannot be used, and close."""
        _say(failure)
        self._told = FailureWindow(failure)
        self._told.show()
        for other in (self._asking, self._damaged):
            if other is not None:
                other.close()
        self._window.close()

    def leave(self) -> None:
        """Give the manager's window its place back."""
        for other in (self._asking, self._damaged):
            if other is not None:
                # Before the other goes, which would be the last one.
                self._window.show()
                other.close()
        self._asking = self._damaged = None

    def _on_brought_back(self, restored: Restored) -> None:
        if self._damaged is not None:
            self.brought_back.emit(self._damaged.folder, restored)


def _say(failure: FolderFailure) -> None:
    sys.stderr.write(tr("Error: {words}", words=words_for(failure).command_line) + "\n")
