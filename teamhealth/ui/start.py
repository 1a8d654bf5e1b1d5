"""The start of the window: it is painted first, then the data folder is opened behind it, or it is said why not."""

import sys
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer

from teamhealth.failures import (
    AlreadyRunning,
    DatabaseDamaged,
    DatabaseForeign,
    FolderClosed,
    FolderFailure,
    FolderIsFile,
)
from teamhealth.services.data_place import found_folder, holds_surveys, is_named, missed
from teamhealth.services.lost_errors import quiet_logs
from teamhealth.settings.collector import CollectorHold
from teamhealth.texts.catalogue import tr
from teamhealth.ui.main_window import MainWindow

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from teamhealth.services.restoring import Restored
    from teamhealth.services.workspace import Workspace
    from teamhealth.ui.second_starts import SecondStarts
    from teamhealth.ui.start_failures import StartFailures

# Milliseconds: the surveys are painted by then.
_PAINTED_AFTER = 300


class Start:
    """Opens the data folder once the window is painted; another one when surveys were moved.

    ``status`` is the exit status of a program whose data folder could not be opened.

    Parameters
    ----------
    window : MainWindow
    folder : Path
        The data folder; the surveys may have been moved elsewhere from there.
    until_closed : ExitStack
        Closes the folder with the window.
    hold : CollectorHold
        Let go once the surveys are painted.
    demonstration : bool
        Whether it is the invented team's, which is made anew.
    file : Path or None
        A file to open in the window.
    """

    def __init__(
        self,
        window: MainWindow,
        folder: Path,
        until_closed: ExitStack,
        hold: CollectorHold,
        *,
        demonstration: bool = False,
        file: Path | None = None,
    ) -> None:
        self.window = window
        self.window.painted.connect(self._on_painted)
        self.window.folder_moved.connect(self._open)
        self.status = 0
        self._folder = folder
        self._file = file
        self._demonstration = demonstration
        self._until_closed = until_closed
        self._hold = hold
        self._opened = ExitStack()
        self._failed: StartFailures | None = None
        self._watching: SecondStarts | None = None

    def _on_painted(self) -> None:
        self._until_closed.callback(self._close)
        quiet_logs()
        if self._demonstration:
            self._hold.let_go()
            self._open(self._folder)
            return
        # It is held back for the start; the first look through all that was made would come before the list is painted.
        QTimer.singleShot(_PAINTED_AFTER, self.window, self._collect_again)
        self._find()

    def _collect_again(self) -> None:
        """Have Python look for garbage again; while a task runs, it could do so in the task's thread."""
        from teamhealth.ui.tasks import running_task

        if running_task(self.window) is None:
            self._hold.let_go()
        else:
            QTimer.singleShot(_PAINTED_AFTER, self.window, self._collect_again)

    def _find(self) -> None:
        """Open the surveys where they are; ask where they cannot be found."""
        try:
            folder = found_folder(self._folder)
        except FolderFailure as failure:
            # Where it starts nothing can be begun then, and nothing that was moved is remembered, or only for others.
            if failure.folder == self._folder and isinstance(failure, FolderClosed | FolderIsFile):
                self._refuse(failure)
            else:
                self._ask_where(failure)
        else:
            self._open(folder)

    def _open(self, folder: Path) -> None:
        self._close()
        new = is_named(folder) and not holds_surveys(folder)
        try:
            workspace = self._opened.enter_context(_workspace(folder, self._demonstration))
        except AlreadyRunning as failure:
            self._ask_the_other(folder, failure)
        except (DatabaseDamaged, DatabaseForeign) as failure:
            self._offer_copy(failure)
        except FolderFailure as failure:
            self._refuse(failure)
        else:
            self._move_in(workspace, new=new and not self._demonstration)

    def _move_in(self, workspace: "Workspace", *, new: bool) -> None:
        self.status = 0
        self.window.move_in(workspace)
        if new:
            # A stick that is not the one with the surveys looks just like this.
            self.window.say_new_folder(workspace.folder)
        self._watch_soon(workspace.folder)
        if self._failed is not None:
            self._failed.leave()
        if self._file is not None:
            file, self._file = self._file, None
            self.window.open_files((file,))

    def _ask_where(self, failure: FolderFailure) -> None:
        self.status = 1
        self._failures.ask_where(failure)

    def _on_start_asked(self) -> None:
        """Open the usual folder this time; where surveys were moved to is not forgotten, as the drive may come back."""
        self._open(self._folder)

    def _on_chosen(self, folder: Path) -> None:
        if not holds_surveys(folder):
            self._ask_where(missed(folder))
        elif self._folder.is_dir():
            self.window.move_to(folder)
        else:
            # There is no place to remember it.
            self._open(folder)

    def _ask_the_other(self, folder: Path, failure: FolderFailure) -> None:
        """Have the window that is open come forward; where none answers, say that the folder is in use."""
        from teamhealth.ui.other_window import ask_other_window

        # A window in another account would come forward where nobody here sees it.
        elsewhere = bool(failure.detail)
        if elsewhere or self._demonstration or not ask_other_window(folder, self._file):
            self._refuse(failure)
            return
        sys.stdout.write(tr("Team Health is open already: its window comes forward.") + "\n")
        self._file = None
        # Closing would keep this window's place over what the other one has kept since.
        QCoreApplication.exit(0)

    def _watch_soon(self, folder: Path) -> None:
        """Watch once the surveys are painted; what another start asks until then waits in the folder."""
        self._stop_watching()
        # A child of the window, so that it never rings for one that is gone.
        timer = QTimer(self.window)
        timer.setSingleShot(True)
        timer.timeout.connect(partial(self._watch, folder))
        timer.timeout.connect(timer.deleteLater)
        timer.start(_PAINTED_AFTER)

    def _watch(self, folder: Path) -> None:
        from teamhealth.ui.second_starts import SecondStarts

        # Surveys that were moved at once have left a second timer.
        self._stop_watching()
        self._watching = SecondStarts(self.window, folder)

    def _stop_watching(self) -> None:
        if self._watching is not None:
            self._watching.deleteLater()
            self._watching = None

    def _offer_copy(self, failure: FolderFailure) -> None:
        if self._demonstration:
            self._refuse(failure)
            return
        self.status = 1
        self._failures.offer_copy(failure)

    def _on_brought_back(self, folder: Path, restored: "Restored") -> None:
        self._open(folder)
        if self.status == 0:
            from teamhealth.ui.rooms import say_brought_back

            say_brought_back(self.window, restored)

    def _refuse(self, failure: FolderFailure) -> None:
        self.status = 1
        self._failures.refuse(failure)

    @property
    def _failures(self) -> "StartFailures":
        """What comes up where nothing can be opened; made when that is so."""
        if self._failed is None:
            from teamhealth.ui.start_failures import StartFailures

            self._failed = StartFailures(self.window, self._folder)
            self._failed.again_asked.connect(self._find)
            self._failed.start_asked.connect(self._on_start_asked)
            self._failed.chosen.connect(self._on_chosen)
            self._failed.brought_back.connect(self._on_brought_back)
        return self._failed

    def _close(self) -> None:
        self._opened.close()


def _workspace(folder: Path, demonstration: bool) -> "AbstractContextManager[Workspace]":
    from os import urandom

    from teamhealth.services.clock import local_now
    from teamhealth.services.workspace import open_workspace

    opened = partial(open_workspace, folder, clock=local_now, entropy=urandom)
    if not demonstration:
        return opened()
    from teamhealth.ui.demonstration import open_demonstration

    return open_demonstration(folder, opened)
