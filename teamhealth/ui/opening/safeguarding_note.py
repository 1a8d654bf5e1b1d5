"""What to do about a comment that speaks of somebody at risk, wherever comments are read."""

from PySide6.QtCore import Qt

from teamhealth.texts.catalogue import tr
from teamhealth.ui.theme import Theme
from teamhealth.ui.widgets.note import Note, NoteKind


def safeguarding_words() -> str:
    """Return the sentence of the guides."""
    return tr("A comment that speaks of a child or an adult at risk: follow your council’s procedure at once.")


def safeguarding_note(theme: Theme, *, heard_first: bool = False) -> Note:
    """Return it as a note, which is there whatever is withheld: the procedure does not wait for results.

    Where it is ``heard_first`` it takes the focus, so that a screen reader says it before the first comment.
    """
    note = Note(NoteKind.WARNING, safeguarding_words(), "comments_safeguarding", theme=theme)
    if heard_first:
        note.setAccessibleName(safeguarding_words())
        note.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return note
