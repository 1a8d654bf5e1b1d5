"""The manager's window: a data folder is open in its rooms, files are dropped on it, and closing it asks first."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)

from teamhealth.texts.catalogue import tr
from teamhealth.ui.help_key import HelpKey
from teamhealth.ui.house import Contrasts, RoomMade, RoomPlan
from teamhealth.ui.look import place_window, placed, stepped, usual_size
from teamhealth.ui.outside import Outside
from teamhealth.ui.place_ids import SURVEYS
from teamhealth.ui.questionnaire_runs import QuestionnaireRuns
from teamhealth.ui.shown_rooms import NARROW_BELOW, ShownRooms
from teamhealth.ui.widgets.copied_drop import accept_copy
from teamhealth.ui.widgets.focus_ring import install_focus_ring
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.second_press import guard_second_press

if TYPE_CHECKING:
    from teamhealth.services.workspace import Workspace
    from teamhealth.ui.drop_mark import DropMark
    from teamhealth.ui.opened_results import OpenedResults
    from teamhealth.ui.tasks import Task
    from teamhealth.ui.waiting_look import WaitingLook

# Plus shares its key with = on most keyboards.
_LARGER, _SMALLER, _USUAL = ("Ctrl++", "Ctrl+="), ("Ctrl+-",), "Ctrl+0"


class MainWindow(ShownRooms):
    """Opens a data folder, takes files, and closes; ``painted`` is told once.

    Parameters
    ----------
    workspace : Workspace or None
        The open data folder; without one the window is empty until ``move_in``.
    outside : Outside
        What is asked of the computer: where to save, which file, show it.
    settings : Path or None
        The file that keeps what is chosen; without one it is forgotten.
    """

    painted = Signal()

    def __init__(
        self,
        workspace: "Workspace | None" = None,
        outside: Outside | None = None,
        settings: Path | None = None,
    ) -> None:
        super().__init__(settings, outside)
        self._workspace: Workspace | None = None
        self._opened: OpenedResults | None = None
        self._leaving = False
        self._was_painted = False
        named(self, "main_window", tr("Team Health"))
        self.setWindowTitle(tr("Team Health"))
        self.setMinimumSize(640, 480)
        self.setAcceptDrops(True)
        self._rings = install_focus_ring(self)
        guard_second_press(self)
        self._waiting: WaitingLook | None = None
        for keys, by in ((_LARGER, 1), (_SMALLER, -1)):
            shortcut = QShortcut(self)
            shortcut.setKeys([QKeySequence(each) for each in keys])
            shortcut.activated.connect(partial(self._step_text_size, by))
        usual = QShortcut(QKeySequence(_USUAL), self)
        usual.activated.connect(self._on_usual_text_size)
        self._help = HelpKey(self)
        self.resize(1366, 688)
        place_window(self, self.choices)
        if workspace is not None:
            self.move_in(workspace)

    def move_in(self, workspace: "Workspace") -> None:
        """Show the surveys of an open data folder, in place of any other."""
        if self._workspace is not None:
            self._frame = self._empty_frame()
        self._workspace = workspace
        self.questionnaires = QuestionnaireRuns(self, workspace, self.outside)
        self.questionnaires.left.connect(self._show_lost)
        self.rail.setEnabled(True)
        self.go_to(SURVEYS)
        self._room(SURVEYS).widget.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def workspace(self) -> "Workspace":
        """The data folder; RuntimeError before it is open."""
        if self._workspace is None:
            raise RuntimeError("no data folder is open yet")
        return self._workspace

    @property
    def opened(self) -> "OpenedResults":
        """The results files that are open, in every room."""
        from teamhealth.ui.opened_results import OpenedResults

        self._opened = self._opened or OpenedResults()
        return self._opened

    def show_anew(self) -> None:
        """Show other data that is in the same folder now; rooms are made again."""
        self.move_in(self.workspace)

    def show_failure(self, error: Exception) -> None:
        """Say above any room what went wrong unexpectedly, and to whoever is answering, who does not see the rooms."""
        self.failure.show_failure(error)
        if self._workspace is not None:
            self.questionnaires.show_failure(error)

    def open_files(self, paths: Sequence[Path]) -> None:
        """Open files in the rooms that know them, unless something is being done."""
        if paths and self._workspace is not None and self._task is None:
            from teamhealth.ui.files_opened import open_files

            open_files(self, paths)

    @property
    def busy(self) -> bool:
        """Whether no other page may come up now: somebody is answering, or something is being done."""
        return self._workspace is None or self.questionnaires.window is not None or self._task is not None

    @property
    def _task(self) -> "Task[object] | None":
        """What is being done, if anything is; no start has work for a thread."""
        from teamhealth.ui.tasks import running_task

        return running_task(self)

    def come_forward(self) -> None:
        """Stand in front of other windows, as large as before."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls() and accept_copy(event):
            self._drop_mark().come_up()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Files went elsewhere."""
        super().dragLeaveEvent(event)
        self._drop_mark().deleteLater()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        self._drop_mark().deleteLater()
        if accept_copy(event):
            self.open_files([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def _drop_mark(self) -> "DropMark":
        from teamhealth.ui.drop_mark import DropMark

        found = self.findChild(DropMark)
        return found if isinstance(found, DropMark) else DropMark(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell, after the first time, that there is something to see."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def showEvent(self, event: QShowEvent) -> None:
        """Come up with the focus on what is to be done first, not on the rail."""
        super().showEvent(event)
        shown = self._frame.rooms.currentWidget()
        if shown is not None:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shrink the rail on a narrow window."""
        super().resizeEvent(event)
        self.rail.show_narrow(event.size().width() < self._theme.px(NARROW_BELOW))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask first while something is being done; then ask each room."""
        if self._task is not None and not self._leaving:
            event.ignore()
            self._ask_to_leave()
            return
        if not self.let_go():
            self._leaving = False
            event.ignore()
            return
        if self._settings is not None:
            kept = self._waiting.wanted if self._waiting is not None else self.choices
            self.choose(replace(kept, window=placed(self), full=self.isMaximized()))
        super().closeEvent(event)

    def show_frame_anew(self, over: str | None) -> None:
        """Show the same room, made anew, in the look there is now; ``over`` is what help lay over, if it did."""
        self._frame = self._empty_frame()
        self.rail.setEnabled(True)
        self.show_place(self._here)
        self._help.lie_over(over)
        self._show_lost()

    def _show_lost(self) -> None:
        """Say what could not be saved in questionnaire mode, until somebody has closed what says it."""
        lost = self.questionnaires.lost
        if lost is not None:
            panel = self._frame.lost
            panel.put_away.connect(self.questionnaires.forget_lost, Qt.ConnectionType.UniqueConnection)
            panel.show_words(lost.words, lost.report)

    @property
    def help_over(self) -> str | None:
        """The room that help lies over."""
        return self._help.over

    @property
    def _look(self) -> "WaitingLook":
        """What shows another look; nobody needs it before one is chosen."""
        from teamhealth.ui.waiting_look import WaitingLook

        self._waiting = self._waiting or WaitingLook(self)
        return self._waiting

    def choose_look(self, *, text_size: int | None = None, contrast: Contrasts | None = None) -> None:
        """Show another text size or contrast as soon as nothing is lost by it, and keep it then."""
        wanted = self._look.wanted
        size = text_size if text_size is not None else wanted.text_size
        self._look.want(replace(wanted, text_size=size, contrast=contrast or wanted.contrast))

    def _step_text_size(self, by: int) -> None:
        if self._task is None and self._workspace is not None:
            self.choose_look(text_size=stepped(self._look.wanted, by))

    def _on_usual_text_size(self) -> None:
        if self._task is None and self._workspace is not None:
            self.choose_look(text_size=usual_size())

    def _make(self, plan: RoomPlan) -> RoomMade:
        return plan.make(self)

    def _ask_to_leave(self) -> None:
        from teamhealth.ui.prompts import LeavePrompt

        prompt = LeavePrompt(self)
        prompt.accepted.connect(self._on_leave_accepted)
        prompt.open()

    def _on_leave_accepted(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self._leaving = True
        self.close()
