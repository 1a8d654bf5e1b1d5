"""What to do about a comment that speaks of somebody at risk, wherever comments are read."""

from teamhealth.texts.catalogue import tr
from teamhealth.ui.theme import Theme
from teamhealth.ui.widgets.note import Note, NoteKind


def safeguarding_words() -> str:
    """Return the sentence of the guides."""
    return tr("A comment that speaks of a child or an adult at risk: follow your council’s procedure at once.")


def safeguarding_note(theme: Theme) -> Note:
    """Return it as a note, which is there whatever is withheld: the procedure does not wait for results."""
    return Note(NoteKind.WARNING, safeguarding_words(), "comments_safeguarding", theme=theme)
