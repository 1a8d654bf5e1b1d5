"""Keeps what a window showed on the screen until what comes in its place is laid out: one paint, no half-made page."""

import time

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

# What is added to a page is shown in a first turn of the loop, and what follows from that in a second one.
_TURNS = 2
# Each pass lays out what the one before asked for: a row, its list, the area that scrolls it, the words beside that.
_PASSES = 6
# A list that grows in turns asks again before it is painted; so long at most people see what was there before.
_LONGEST_SECONDS = 0.08


class OnePaint(QObject):
    """Lets a window paint nothing until it is laid out, nor while work is expected to change it at once.

    What asks to be painted meanwhile is painted then. Qt's own switch for that is no help: what is asked for while it
    is off is forgotten, and the window stays as it was.
    """

    # Python empties what it collects before Qt takes a window down, which is told to every filter.
    _window: QWidget | None = None

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("one_paint")
        self._window = window
        self._turns = self._waits = 0
        self._since = 0.0
        self._asked = False
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_turn)
        window.installEventFilter(self)

    def hold(self) -> None:
        """Paint next when everything is laid out that has been asked for by now."""
        if not self._turns:
            self._since = time.perf_counter()
        self._turns = _TURNS
        # Begun anew at each turn of a list that grows, it would never be due.
        if not self._timer.isActive():
            self._timer.start()

    def wait(self) -> None:
        """Paint nothing until ``go_on``, which has to come within what people take for at once."""
        self._waits += 1

    def go_on(self) -> None:
        """Paint again, once everything is laid out."""
        self._waits -= 1
        self.hold()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold back what asks to be painted."""
        if watched is self._window and event.type() is QEvent.Type.UpdateRequest and (self._turns or self._waits):
            self._asked = True
            return True
        return False

    def _on_turn(self) -> None:
        for _ in range(_PASSES):
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self._turns = self._turns - 1 if time.perf_counter() - self._since < _LONGEST_SECONDS else 0
        if self._turns:
            return
        self._timer.stop()
        if self._asked and not self._waits and self._window is not None:
            self._asked = False
            QApplication.sendEvent(self._window, QEvent(QEvent.Type.UpdateRequest))


def paint_once(widget: QWidget) -> None:
    """Let the window of a widget that changes now paint next when all of the change is laid out."""
    painting_of(widget.window()).hold()


def painting_of(window: QWidget) -> OnePaint:
    """Return what holds the painting of a window back."""
    found = window.findChild(OnePaint, "one_paint", Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, OnePaint) else OnePaint(window)
