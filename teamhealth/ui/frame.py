"""What stands in the manager's window: the rail, a place for failures, and one room at a time."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from teamhealth.texts.catalogue import tr
from teamhealth.ui.outside import Outside
from teamhealth.ui.problems.failure_panel import FailurePanel
from teamhealth.ui.rail import Place, Rail
from teamhealth.ui.theme import Theme
from teamhealth.ui.widgets.buttons import link_button
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.note import Note, NoteKind, note_shelf


class Frame(QWidget):
    """The parts, of one text size and contrast; the rail waits until there is somewhere to go."""

    def __init__(self, places: Sequence[Place], theme: Theme, outside: Outside) -> None:
        super().__init__()
        named(self, "central", "")
        self.failure = FailurePanel("window_failure", theme=theme, outside=outside, closable=True)
        self.told = Note(NoteKind.INFO, "", "window_told", theme=theme)
        close = link_button(tr("Close this note"), "window_told_close", theme=theme)
        close.clicked.connect(self.told.hide)
        self.told.add_beside(close)
        self.told.hide()
        self.look = Note(NoteKind.INFO, "", "window_look", theme=theme)
        self.look.hide()
        self.rooms = QStackedWidget()
        named(self.rooms, "rooms", "")
        self.rail = Rail(places, theme)
        self.rail.setEnabled(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(note_shelf("window_notes", (self.failure, self.told, self.look), theme))
        column.addWidget(self.rooms, 1)
        row.addLayout(column, 1)
