"""The window that comes up when surveys cannot be found: to look again, to choose where they are, or to begin anew."""

from pathlib import Path

from PySide6.QtCore import Signal

from teamhealth.failures import FolderFailure, SettingsSpoilt
from teamhealth.services.data_place import holds_surveys
from teamhealth.texts.catalogue import tr
from teamhealth.ui.failure_window import FailureWindow
from teamhealth.ui.outside import Outside
from teamhealth.ui.widgets.buttons import primary_button, secondary_button


class FolderGoneWindow(FailureWindow):
    """Nothing is started anew unless somebody asks for it, as an empty list would look like one that was lost.

    ``again_asked`` wants to look again, ``chosen`` carries the folder that somebody has shown, and ``start_asked``
    wants the usual folder, with whatever is in it.

    Parameters
    ----------
    failure : FolderFailure
        Why they cannot be found.
    usual : Path
        The folder that the program starts in.
    outside : Outside
        What is asked of the computer: which folder.
    """

    again_asked = Signal()
    chosen = Signal(object)
    start_asked = Signal()

    def __init__(self, failure: FolderFailure, usual: Path, outside: Outside) -> None:
        # Trying again mends no settings.
        drive = not isinstance(failure, SettingsSpoilt)
        again = primary_button(tr("Try again"), "failure_again")
        choose = secondary_button(tr("Choose where they are"), "failure_choose")
        begin = (secondary_button if drive else primary_button)(_beginning(failure, usual), "failure_begin")
        super().__init__(failure, (again, choose, begin) if drive else (begin, choose))
        self._outside = outside
        again.clicked.connect(self.again_asked)
        choose.clicked.connect(self._on_choose_clicked)
        begin.clicked.connect(self.start_asked)

    def _on_choose_clicked(self) -> None:
        folder = self._outside.folder(self)
        if folder is not None:
            self.chosen.emit(folder)


def _beginning(failure: FolderFailure, usual: Path) -> str:
    if holds_surveys(usual):
        return tr("Open those in the usual folder")
    return tr("Start anew there") if failure.folder == usual else tr("Start anew in the usual folder")
