"""A box for a comment, from which nothing can be copied, and which keeps both limits."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from teamhealth.survey.comment_size import comment_size, cut_to_fit
from teamhealth.survey.response import COMMENT_CHARACTERS
from teamhealth.texts.catalogue import tr
from teamhealth.ui.theme import RADIUS_INPUT, Theme
from teamhealth.ui.widgets.naming import named

_LEAST_HEIGHT = 180
_OUT = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut)


class CommentBox(QPlainTextEdit):
    """Plain text only; what is too long is cut from what was just added."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        named(self, "comment", tr("Your comment"))
        self.setFont(theme.font(18))
        self.setMinimumHeight(max(_LEAST_HEIGHT, theme.px(120)))
        self.setProperty("ringRadius", theme.px(RADIUS_INPUT))
        self.setTabChangesFocus(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhMultiLine
        )
        self._added_until = 0
        self._cutting = False
        self.document().contentsChange.connect(self._on_contents_change)
        self.textChanged.connect(self._on_text_changed)

    def show_text(self, text: str) -> None:
        """Show a text, with no way back to any text before it."""
        self.setPlainText(text)
        self.document().clearUndoRedoStacks()
        self.moveCursor(QTextCursor.MoveOperation.End)

    def forget(self) -> None:
        """Throw the text and its history away."""
        self.clear()
        self.document().clearUndoRedoStacks()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write, but copy and cut nothing; Ctrl+Enter belongs to the page."""
        if any(event.matches(each) for each in _OUT):
            event.accept()
            return
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().keyPressEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return nothing, so that no copy, cut, drag or selection takes words out."""
        return QMimeData()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert plain text only, and not more than could fit."""
        if source.hasText():
            self.insertPlainText(source.text()[:COMMENT_CHARACTERS])

    def _on_contents_change(self, position: int, _removed: int, added: int) -> None:
        self._added_until = position + added

    def _on_text_changed(self) -> None:
        if self._cutting or comment_size(self.toPlainText()).fits:
            return
        self._cutting = True
        cursor = self.textCursor()
        cursor.setPosition(min(self._added_until, self.document().characterCount() - 1))
        while cursor.position() > 0 and not comment_size(self.toPlainText()).fits:
            cursor.deletePreviousChar()
        if not comment_size(self.toPlainText()).fits:
            self.setPlainText(cut_to_fit(self.toPlainText()))
        self._cutting = False
