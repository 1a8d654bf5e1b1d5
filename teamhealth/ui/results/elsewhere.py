"""What stands above results that hold answers which were not collected sealed."""

from PySide6.QtWidgets import QFrame

from teamhealth.publication.words import elsewhere_text
from teamhealth.ui.theme import Theme
from teamhealth.ui.widgets.note import Note, NoteKind, note_shelf


def elsewhere_shelf(name: str, theme: Theme) -> QFrame:
    """Return a place above a page with the warning on it; it stays where tables take the chart's place."""
    return note_shelf(f"{name}_shelf", [Note(NoteKind.WARNING, elsewhere_text(), name, theme=theme)], theme)
