"""Words that a widget paints itself, as a screen reader finds them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


class PaintedWords(QLabel):
    """To be painted by hand; a label is read out where a reader comes by it, any other such widget is passed over."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
