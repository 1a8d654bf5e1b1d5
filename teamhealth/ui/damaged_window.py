"""The window that comes up when the database cannot be read: a copy of all data is brought back from it."""

from functools import partial
from os import urandom
from pathlib import Path

from PySide6.QtCore import Signal

from teamhealth.failures import Cancelled, FolderFailure
from teamhealth.services.backup import BackedUp, look_into
from teamhealth.services.clock import local_now
from teamhealth.services.progress import Progress
from teamhealth.services.restoring import Restored, restore
from teamhealth.texts.catalogue import tr
from teamhealth.ui.failure_window import FailureWindow
from teamhealth.ui.outside import Outside
from teamhealth.ui.settings.copy_prompts import InsteadPrompt, copies_kind
from teamhealth.ui.tasks import run_task
from teamhealth.ui.widgets.buttons import primary_button


class DamagedWindow(FailureWindow):
    """``brought_back`` carries what is in the folder now; until then nothing in it has been changed.

    Parameters
    ----------
    failure : FolderFailure
        Why the database cannot be read, and in which folder.
    outside : Outside
        What is asked of the computer: which file.
    """

    brought_back = Signal(object)

    def __init__(self, failure: FolderFailure, outside: Outside) -> None:
        back = primary_button(tr("Bring a copy back…"), "failure_back")
        super().__init__(failure, (back,))
        self.folder = failure.folder
        self._outside = outside
        back.clicked.connect(self._on_back_clicked)

    def _on_back_clicked(self) -> None:
        source = self._outside.open_path(self, copies_kind())
        if source is not None:
            looked = partial(self._on_looked, source)
            run_task(
                self, partial(look_into, source), done=looked, failed=self._on_failed, words=tr("Reading the copy")
            )

    def _on_looked(self, source: Path, copy: BackedUp) -> None:
        prompt = InsteadPrompt(self, copy)
        prompt.accepted.connect(partial(self._bring_back, source))
        prompt.open()

    def _bring_back(self, source: Path) -> None:
        work = partial(_restored, self.folder, source)
        words = tr("Keeping what is here, and bringing the copy back")
        run_task(self, work, done=self.brought_back.emit, failed=self._on_failed, words=words)

    def _on_failed(self, error: Exception) -> None:
        # What was said before still stands.
        if not isinstance(error, Cancelled):
            self.panel.show_failure(error)


def _restored(folder: Path, source: Path, progress: Progress) -> Restored:
    return restore(folder, source, clock=local_now, entropy=urandom, progress=progress)
