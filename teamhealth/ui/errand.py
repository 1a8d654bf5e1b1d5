"""The part of a task that runs in the other thread: it knows no widget, and tells the screen's thread by signals."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QRunnable, Signal

from teamhealth.failures import Cancelled
from teamhealth.services.progress import Progress
from teamhealth.settings.still_wanted import wanted_while

T = TypeVar("T")


class Reporter(QObject):
    """Carries what the thread has to say to the screen's thread."""

    advanced = Signal(int, int)
    finished = Signal(object)
    failed = Signal(object)


class Errand(QRunnable, Generic[T]):
    """The work itself, in the thread."""

    def __init__(self, work: Callable[[Progress], T], reporter: Reporter, cancelled: threading.Event) -> None:
        super().__init__()
        self._work = work
        self._reporter = reporter
        self._cancelled = cancelled

    def run(self) -> None:
        """Do the work and report; nothing may escape from a thread."""
        try:
            # What is written far below asks before it is kept, and knows nothing of tasks.
            with wanted_while(self._stop_if_cancelled):
                result = self._work(self._progress)
        except Exception as error:
            self._reporter.failed.emit(error)
        else:
            self._reporter.finished.emit(result)

    def _stop_if_cancelled(self) -> None:
        if self._cancelled.is_set():
            raise Cancelled

    def _progress(self, done: int, total: int) -> None:
        # Whoever has done all there was to do tells so, and cannot be stopped any more.
        if done < total or total == 0:
            self._stop_if_cancelled()
        self._reporter.advanced.emit(done, total)
