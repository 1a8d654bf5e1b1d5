"""The only way to do slow work: in a thread of its own, with a calm panel, and back on the screen's thread."""

import threading
from collections.abc import Callable
from typing import Generic, Protocol, TypeVar, runtime_checkable

from PySide6.QtCore import QObject, Qt, QThreadPool
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from teamhealth.failures import Cancelled
from teamhealth.services.progress import Progress
from teamhealth.settings.collector import CollectorHold
from teamhealth.texts.catalogue import tr
from teamhealth.ui.errand import Errand, Reporter
from teamhealth.ui.task_panel import TaskPanel
from teamhealth.ui.widgets.one_paint import painting_of

T = TypeVar("T")

SHOWN_AFTER_MS = 70


@runtime_checkable
class _Tells(Protocol):
    """A window that says above its pages that work was stopped, until other work starts."""

    def tell_stopped(self, words: str) -> None:
        """Say it; '' takes it back."""


class Task(QObject, Generic[T]):
    """One piece of slow work; it belongs to the page that started it and goes with it."""

    def __init__(
        self,
        parent: QWidget,
        work: Callable[[Progress], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        words: str,
        cancellable: bool,
        reads: bool = False,
        stopped: str = "",
    ) -> None:
        super().__init__(parent)
        self.setObjectName("task")
        self._done = done
        self._failed = failed
        self._stopped = stopped or tr("Stopped before it was finished.")
        self._window = parent.window()
        self._cancelled = threading.Event()
        self._reads = reads
        self._given_up = False
        # A dialog that has just closed may not have given the focus back yet: the window knows who had it.
        self._focused = QApplication.focusWidget() or self._window.focusWidget()
        self._hold: CollectorHold | None = None
        self._blocked: list[QWidget] = []
        self._panel = TaskPanel(self._window, words, cancellable=cancellable)
        self._panel.cancelled.connect(self.cancel)
        self._panel.revealed.connect(self._paint_again)
        self._painting = painting_of(self._window)
        self._unpainted = False
        self._reporter = Reporter()
        self._reporter.advanced.connect(self._on_advanced)
        self._reporter.finished.connect(self._on_finished)
        self._reporter.failed.connect(self._on_failed)
        self._errand = Errand(work, self._reporter, self._cancelled)
        self._errand.setAutoDelete(False)

    def start(self) -> None:
        """Start the work; the rest of the window waits, and the panel comes after a moment."""
        # Python's collector could run in the other thread and delete widgets there, which Qt forbids.
        self._hold = CollectorHold()
        # What work changes at once comes in one picture with its result, not with everything grey in between.
        self._unpainted = True
        self._painting.wait()
        self._tell_stopped("")
        self._block()
        self._panel.reveal_after(SHOWN_AFTER_MS)
        QThreadPool.globalInstance().start(self._errand)

    def cancel(self) -> None:
        """Ask the work to stop; it does so at its next step, and what only reads is waited for no longer."""
        self._cancelled.set()
        self._panel.show_stopping()
        if self._reads and not self._given_up:
            self._given_up = True
            # Its thread still has to be heard of, whatever becomes of the page.
            self.setParent(QApplication.instance())
            self._let_window_go()
            self._tell_failed(Cancelled())

    def _block(self) -> None:
        for child in self._window.children():
            if isinstance(child, QWidget) and child is not self._panel and not child.isWindow() and child.isEnabled():
                child.setEnabled(False)
                self._blocked.append(child)

    def _paint_again(self) -> None:
        if self._unpainted and isValid(self._painting):
            self._painting.go_on()
        self._unpainted = False

    def _let_window_go(self) -> None:
        self._paint_again()
        for widget in self._blocked:
            if isValid(widget):
                widget.setEnabled(True)
        self._panel.dismiss()
        if self._focused is not None and isValid(self._focused) and self._focused.isVisible():
            self._focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end(self) -> None:
        """Let the window go, if that has not been done, and leave no trace."""
        if not self._given_up:
            self._let_window_go()
        if self._hold is not None:
            going_on = [each._hold for each in _all_tasks() if each is not self and each._hold is not None]
            if going_on:
                going_on[0].take_over(self._hold)
            self._hold.let_go()
            self._hold = None
        self.setParent(None)
        self.deleteLater()

    def _on_advanced(self, done: int, total: int) -> None:
        if not self._given_up:
            self._panel.show_progress(done, total)

    def _on_finished(self, result: T) -> None:
        self._end()
        if not self._given_up:
            self._done(result)
            if self._cancelled.is_set():
                self._tell_stopped(tr("It was finished before it could be stopped."))

    def _on_failed(self, error: Exception) -> None:
        self._end()
        if not self._given_up:
            self._tell_failed(error)

    def _tell_failed(self, error: Exception) -> None:
        self._failed(error)
        if isinstance(error, Cancelled):
            self._tell_stopped(self._stopped)

    def _tell_stopped(self, words: str) -> None:
        window, over = self._window, self._window.parentWidget()
        # A question has closed when its work is done.
        told = over.window() if over is not None and not window.isVisible() else window
        if isinstance(told, _Tells):
            told.tell_stopped(words)


def run_task(
    parent: QWidget,
    work: Callable[[Progress], T],
    *,
    done: Callable[[T], None],
    failed: Callable[[Exception], None],
    words: str,
    cancellable: bool = True,
    reads: bool = False,
    stopped: str = "",
) -> Task[T]:
    """Do slow work away from the screen's thread.

    Parameters
    ----------
    parent : QWidget
        The page that asks; while the work runs, its window takes no other input.
    work : callable
        Does the work in another thread; must not touch a widget. It calls its progress at each step.
    done, failed : callable
        One of them is called on the screen's thread, with the result or with the error; unknown errors and
        ``Cancelled`` come to ``failed`` too.
    words : str
        What is being done, for the panel.
    cancellable : bool
        Whether Cancel is offered.
    reads : bool
        Whether the work changes nothing: after Cancel it is not waited for, and what it still finds is thrown away.
    stopped : str
        What is said after Cancel; '' for words that are true of all work.
    """
    task = Task(
        parent, work, done=done, failed=failed, words=words, cancellable=cancellable, reads=reads, stopped=stopped
    )
    task.start()
    return task


def run_opening(
    parent: QWidget, work: Callable[[Progress], T], *, done: Callable[[T], None], failed: Callable[[Exception], None]
) -> Task[T]:
    """Open sealed answers, as `run_task` does any work; after Cancel it is said that nothing was opened."""
    words, stopped = tr("Opening the answers"), tr("Stopped. Nothing was opened.")
    return run_task(parent, work, done=done, failed=failed, words=words, stopped=stopped)


def running_task(window: QWidget) -> "Task[object] | None":
    """Return the work that is going on in a window, if any."""
    found: list[Task[object]] = window.findChildren(Task)
    return found[0] if found else None


def _all_tasks() -> "list[Task[object]]":
    """Return the work that goes on in any window, and what is no longer waited for."""
    application = QApplication.instance()
    places = [*QApplication.topLevelWidgets(), *([application] if application is not None else [])]
    return [each for place in places for each in place.findChildren(Task)]
