"""What stands in the manager's window: the rail, a place for failures, and one room at a time."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from teamhealth.texts.catalogue import tr
from teamhealth.ui.outside import Outside
from teamhealth.ui.rail import Place, Rail
from teamhealth.ui.theme import Theme
from teamhealth.ui.widgets.buttons import link_button
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.note import Note, NoteKind, NoteShelf

if TYPE_CHECKING:
    from teamhealth.ui.problems.failure_panel import FailurePanel

_FIRST, _LAST = 0, -1


class Frame(QWidget):
    """The parts, of one text size and contrast; the rail waits until there is somewhere to go.

    Each part is made inside the one that it stands in: Qt styles a part with all that is in it whenever that is put
    elsewhere. What is seldom told is made when it is.
    """

    def __init__(self, places: Sequence[Place], theme: Theme, outside: Outside, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "central", "")
        self._theme = theme
        self._outside = outside
        self._failure: FailurePanel | None = None
        self._lost: FailurePanel | None = None
        self._told: Note | None = None
        self._look: Note | None = None
        self.rooms = QStackedWidget(self)
        named(self.rooms, "rooms", "")
        self.rail = Rail(places, theme, self)
        self.rail.setEnabled(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        column = QVBoxLayout()
        column.setSpacing(0)
        self._shelf = NoteShelf("window_notes", theme, self)
        column.addWidget(self._shelf)
        column.addWidget(self.rooms, 1)
        row.addLayout(column, 1)

    @property
    def failure(self) -> "FailurePanel":
        """What went wrong unexpectedly."""
        if self._failure is None:
            self._failure = self._panel("window_failure")
        return self._failure

    @property
    def lost(self) -> "FailurePanel":
        """What could not be saved of somebody's answers; it stays until it is closed."""
        if self._lost is None:
            self._lost = self._panel("window_lost")
        return self._lost

    @property
    def told(self) -> Note:
        """What is told above any room."""
        if self._told is None:
            self._told = self._note("window_told", sum(each is not None for each in (self._failure, self._lost)))
            close = link_button(tr("Close this note"), "window_told_close", theme=self._theme)
            close.clicked.connect(self._told.hide)
            self._told.add_beside(close)
        return self._told

    @property
    def look(self) -> Note:
        """When another text size or contrast will be shown."""
        if self._look is None:
            self._look = self._note("window_look", _LAST)
        return self._look

    def take_back(self) -> None:
        """Hide what was told above any room, and what went wrong."""
        if self._failure is not None:
            self._failure.clear()
        if self._told is not None:
            self._told.hide()

    def _panel(self, name: str) -> "FailurePanel":
        from teamhealth.ui.problems.failure_panel import FailurePanel

        panel = FailurePanel(
            name, theme=self._theme, outside=self._outside, closable=True, scrolls=True, parent=self._shelf
        )
        self._shelf.stand(panel, _FIRST)
        return panel

    def _note(self, name: str, place: int) -> Note:
        note = Note(NoteKind.INFO, "", name, theme=self._theme, parent=self._shelf)
        note.hide()
        self._shelf.stand(note, place)
        return note
