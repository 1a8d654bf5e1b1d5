"""Leads to whatever begins with the letters that are typed without a pause, in a table or among rows."""

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QScrollArea, QWidget
from shiboken6 import isValid

_SHIFT = Qt.KeyboardModifier.ShiftModifier


class TypeAhead:
    """Collects what is typed; a pause begins another name."""

    def __init__(self) -> None:
        self._sought = ""
        self._typed = QElapsedTimer()

    @property
    def active(self) -> bool:
        """Whether letters are being typed: the next one, a space too, belongs to the same name."""
        pause = QGuiApplication.styleHints().keyboardInputInterval()
        return self._typed.isValid() and not self._typed.hasExpired(pause)

    def takes(self, event: QKeyEvent) -> bool:
        """Whether a key belongs to a name; a space begins none."""
        text = event.text()
        plain = bool(text) and text.isprintable() and not event.modifiers() & ~_SHIFT
        return plain and (self.active or not text.isspace())

    def seek(self, text: str, names: Sequence[str], current: int) -> int | None:
        """Return the place of the next name that begins with all that was typed; None if there is none.

        A first letter that is typed again leads on to the next name.
        """
        self._sought = (self._sought if self.active else "") + text.casefold()
        self._typed.restart()
        start = current + (1 if len(self._sought) == 1 else 0)
        turned = [*range(start, len(names)), *range(min(start, len(names)))]
        return next((place for place in turned if names[place].casefold().startswith(self._sought)), None)


class RowSeeker(QObject):
    """Leads between rows of an area that can have the focus; add each with its name."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self.setObjectName("row_seeker")
        self._ahead = TypeAhead()
        self._rows: list[tuple[QWidget, str]] = []

    def add(self, row: QWidget, name: str) -> None:
        """Let a row be found."""
        self._rows.append((row, name))
        row.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take letters before the row, which a space would press."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress or not self._ahead.takes(event):
            return super().eventFilter(watched, event)
        rows = [(row, name) for row, name in self._rows if isValid(row) and row.isVisible()]
        current = next((place for place, (row, _) in enumerate(rows) if row is watched), 0)
        found = self._ahead.seek(event.text(), [name for _, name in rows], current)
        if found is not None:
            row = rows[found][0]
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(row, 0, row.height())
        return True
