"""What is told above any page of results: that they are an example, what was saved, or what went wrong."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from teamhealth.texts.catalogue import tr
from teamhealth.ui.problems.failure_panel import FailurePanel
from teamhealth.ui.saved_note import SavedNote
from teamhealth.ui.theme import Theme
from teamhealth.ui.widgets.note import Note, NoteKind, note_shelf


class ResultsNotes(QObject):
    """``shelf`` is the place of all of them."""

    def __init__(self, room: QWidget, show: Callable[[Path], bool], theme: Theme) -> None:
        super().__init__(room)
        self.setObjectName("results_notes")
        self.saved = SavedNote(show, theme)
        self.failure = FailurePanel("results_failure", theme=theme, closable=True)
        self.example = Note(NoteKind.WARNING, tr("Example: invented answers"), "example_note", theme=theme)
        self.example.hide()
        self.shelf = note_shelf("results_notes", (self.example, self.saved, self.failure), theme)

    def clear(self) -> None:
        """Tell nothing."""
        self.example.hide()
        self.clear_outcome()

    def clear_outcome(self) -> None:
        """Tell nothing of what was saved or went wrong."""
        self.saved.hide()
        self.failure.clear()

    def show_written(self, path: Path) -> None:
        """Tell that a file was saved."""
        self.saved.show_saved(path, opens_here=path.suffix == ".thresults")
