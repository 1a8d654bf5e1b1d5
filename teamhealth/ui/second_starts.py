"""Watches the data folder for a second start, and does in the open window what that was asked to do."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer
from PySide6.QtWidgets import QApplication

from teamhealth.services.second_start import Asked, take_asked

if TYPE_CHECKING:
    from teamhealth.ui.main_window import MainWindow

_AGAIN = 200


class SecondStarts(QObject):
    """Takes what was left at once, so that the other start knows, and waits with it while something is being done.

    Parameters
    ----------
    window : MainWindow
    folder : Path
        The data folder that the window has opened.
    """

    def __init__(self, window: "MainWindow", folder: Path) -> None:
        super().__init__(window)
        self._window = window
        self._folder = folder
        self._asked: list[Asked] = []
        self._watcher = QFileSystemWatcher([str(folder)], self)
        self._watcher.directoryChanged.connect(self._on_changed)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_AGAIN)
        self._later.timeout.connect(self._do)
        self._on_changed()

    def _on_changed(self) -> None:
        asked = take_asked(self._folder)
        if asked is not None:
            self._asked.append(asked)
            self._do()

    def _do(self) -> None:
        if not self._asked:
            return
        # Nobody who is answering is to see the manager's pages, and a question that was asked is answered first.
        if self._window.busy or QApplication.activeModalWidget() is not None:
            self._later.start()
            return
        files = [each.file for each in self._asked if each.file is not None]
        self._asked.clear()
        self._window.come_forward()
        self._window.open_files(files)
