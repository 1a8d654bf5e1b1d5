"""The window set aside by whoever has the PIN, to put something right outside while answers wait in it, hidden."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from teamhealth.ui.questionnaire.conduct import Conduct


class Aside(QObject):
    """``begun`` and ``over`` tell when the window went, and when somebody came back to it by whatever way."""

    begun = Signal()
    over = Signal()

    def __init__(self, window: QWidget, conduct: Conduct) -> None:
        super().__init__(window)
        self._window, self._conduct = window, conduct
        self.now = False
        window.installEventFilter(self)

    def begin(self) -> None:
        """Set the window aside."""
        self._conduct.uncover()
        # Before it goes: a task bar shows a picture of what was painted last.
        self._conduct.turn_away(away=True)
        self._window.repaint()
        self.now = True
        self._window.showMinimized()
        self.begun.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that the window is back."""
        if event.type() is QEvent.Type.WindowStateChange and self.now and not self._window.isMinimized():
            self.now = False
            self._conduct.come_back()
            self.over.emit()
        return super().eventFilter(watched, event)
