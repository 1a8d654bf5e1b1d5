"""Learns from the native window that somebody is there, before any widget takes the key."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_TOUCHES = {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.TouchBegin}


class Activity(QObject):
    """Watches one window; ``touched`` at each key, click or turn of the wheel."""

    touched = Signal()
    # Python empties what it collects before Qt takes the window down, which is told to every filter.
    _window: QWidget | None = None

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._down: frozenset[int] = frozenset()
        window.installEventFilter(self)

    @property
    def key_down(self) -> bool:
        """Whether a key is held."""
        return bool(self._down)

    def forget_keys(self) -> None:
        """Forget held keys: after the window lost the focus their release goes elsewhere."""
        self._down = frozenset()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note what passes; nothing is held back."""
        window = self._window
        if window is None:
            return False
        if watched is window:
            handle = window.windowHandle() if event.type() == QEvent.Type.Show else None
            if handle is not None:
                handle.installEventFilter(self)
            return False
        if isinstance(event, QKeyEvent) and not event.isAutoRepeat():
            # Not by what the key means: '?' goes down and '/' comes up where Shift is let go first.
            key = event.nativeScanCode() or event.key()
            if event.type() == QEvent.Type.KeyPress:
                self._down |= {key}
            elif event.type() == QEvent.Type.KeyRelease:
                self._down -= {key}
        if event.type() in _TOUCHES:
            self.touched.emit()
        return False
