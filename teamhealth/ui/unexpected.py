"""Shows errors that nobody foresaw: in the main window, and until there is one in a window of their own.

Qt would print such an error with all that it holds, and go on as if nothing had happened. It is put in
place before Qt is loaded.
"""

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING

from teamhealth.services.lost_errors import on_lost, say_where

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class UnexpectedErrors:
    """Where such errors are shown; ``shown_in`` names the window once there is one."""

    def __init__(self) -> None:
        self._show: Callable[[Exception], None] = self._show_alone
        self._alone: QWidget | None = None

    def shown_in(self, show: Callable[[Exception], None]) -> None:
        """Show in the main window from now on."""
        self._show = show

    def tell(self, error: BaseException) -> None:
        """Show an error; on stderr only where it happened, as its text could hold what somebody typed."""
        say_where(error)
        if not isinstance(error, Exception):
            return
        try:
            self._show(error)
        except Exception:
            # The window that should say it is what is broken.
            self._show_alone(error)

    def _show_alone(self, error: Exception) -> None:
        if self._alone is not None and self._alone.isVisible():
            # What has failed is often tried again at once; the first error tells most.
            return
        from teamhealth.ui.failure_window import FailureWindow

        self._alone = FailureWindow(error)
        self._alone.show()

    def on_uncaught(self, _kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
        """Show what nothing has caught; nothing may escape from here, as Python would print it with its text."""
        try:
            self.tell(error.with_traceback(traceback))
        except Exception as second:
            say_where(second)


@contextmanager
def unexpected_errors() -> Iterator[UnexpectedErrors]:
    """Show what nothing catches while the block runs."""
    errors = UnexpectedErrors()
    before = sys.excepthook, sys.unraisablehook, threading.excepthook
    sys.excepthook, sys.unraisablehook, threading.excepthook = errors.on_uncaught, on_lost, on_lost
    try:
        yield errors
    finally:
        sys.excepthook, sys.unraisablehook, threading.excepthook = before
