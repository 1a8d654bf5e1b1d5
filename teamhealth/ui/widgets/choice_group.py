"""Makes several choices exclusive, and moves the focus between them with the arrow keys."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from teamhealth.ui.widgets.choice import Choice

_BACK = {Qt.Key.Key_Up, Qt.Key.Key_Left}
_ON = {Qt.Key.Key_Down, Qt.Key.Key_Right}


class ChoiceGroup(QObject):
    """Choices of which one at most is chosen; ``chosen`` carries its place in the list.

    An arrow key moves the focus and chooses nothing: passing over an answer must not record it.
    """

    chosen = Signal(int)

    def __init__(self, choices: Sequence[Choice], parent: QObject) -> None:
        super().__init__(parent)
        self._choices = tuple(choices)
        self._selecting = False
        self._told: QObject | None = None
        for each in self._choices:
            each.installEventFilter(self)
            each.clicked.connect(self._on_clicked)
            each.toggled.connect(self._on_toggled)

    def select(self, place: int | None) -> None:
        """Choose one, or none, without a signal."""
        self._told = None
        self._selecting = True
        for number, each in enumerate(self._choices):
            each.setChecked(number == place)
        self._selecting = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the arrow keys of any choice."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _BACK or key in _ON:
                self._step(watched, 1 if key in _ON else -1)
                return True
        return False

    def _step(self, watched: QObject, by: int) -> None:
        shown = [each for each in self._choices if each.isVisible()]
        places = [number for number, each in enumerate(shown) if each is watched]
        if places:
            reason = Qt.FocusReason.TabFocusReason
            shown[(places[0] + by) % len(shown)].setFocus(reason)

    def _on_toggled(self, chosen: bool) -> None:
        """Take what a screen reader's own command chose: it toggles, and nothing is clicked."""
        if chosen and not self._selecting:
            sender = self.sender()
            self._choose(sender)
            self._told = sender

    def _on_clicked(self) -> None:
        # A click that chose has been told of already, when the choice was toggled.
        if self._told is not self.sender():
            self._choose(self.sender())
        self._told = None

    def _choose(self, sender: QObject | None) -> None:
        for place, each in enumerate(self._choices):
            if each is sender:
                self.select(place)
                self.chosen.emit(place)
