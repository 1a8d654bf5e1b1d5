"""Inputs that leave a file which is dropped on them to the window they stand in, which opens it; words are taken.

Left to themselves they would take a file's address for words.
"""

from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit


class LineInput(QLineEdit):
    """One line."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Refuse files, so that what it stands in is asked next."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)


class TextInput(QPlainTextEdit):
    """Several lines."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Refuse files, so that what it stands in is asked next."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)
