"""A comment's page part: the warning, the box, and how much room is left."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from teamhealth.survey.comment_size import comment_size
from teamhealth.survey.response import COMMENT_BYTES, COMMENT_CHARACTERS
from teamhealth.texts.catalogue import tr, trn
from teamhealth.ui.questionnaire.comment_box import CommentBox
from teamhealth.ui.theme import HINT, SPACE_8, SPACE_12, Theme
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.note import Note, NoteKind
from teamhealth.ui.widgets.text import label, set_text


def room_left(text: str) -> int:
    """Return how many plain characters still fit; signs that take several bytes use up more of the room."""
    size = comment_size(text)
    return max(0, min(COMMENT_CHARACTERS - size.characters, COMMENT_BYTES - size.bytes))


class CommentEntry(QWidget):
    """The box and what belongs to it; ``written`` carries the text at each change."""

    written = Signal(str)

    def __init__(self, promise: tuple[str, str] | None, theme: Theme) -> None:
        super().__init__()
        named(self, "comment_entry", tr("Your comment"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(SPACE_8))
        headline, rest = promise or ("", "")
        self._note = Note(NoteKind.INFO, f"{headline} {rest}".strip(), "comment_warning", theme=theme)
        column.addWidget(self._note)
        self._note.setVisible(promise is not None)
        column.addSpacing(theme.px(SPACE_12 - SPACE_8))
        self.box = CommentBox(theme)
        column.addWidget(self.box, 1)
        self._room = label("", theme.font(HINT), tone="muted", name="comment_room")
        column.addWidget(self._room)
        self.box.textChanged.connect(self._on_text_changed)
        self._on_text_changed()

    def show_text(self, text: str, asked: str) -> None:
        """Show a comment; what is shown was not just written, so there is no signal.

        The box has the focus when the page comes up: a screen reader is told there what is ``asked``, and the warning.
        """
        self.box.setAccessibleDescription(f"{asked} {self._note.told}".strip())
        self.blockSignals(True)
        self.box.show_text(text)
        self.blockSignals(False)

    def forget(self) -> None:
        """Throw the words away, without a signal that they changed."""
        self.blockSignals(True)
        self.box.forget()
        self.blockSignals(False)

    def _on_text_changed(self) -> None:
        text = self.box.toPlainText()
        if not comment_size(text).fits:
            # The box is about to cut it.
            return
        left = room_left(text)
        set_text(self._room, trn("{number} character left", "{number} characters left", left, number=f"{left:,}"))
        self.written.emit(text)
