"""A label of one line that ends in '…' where it does not fit; a tip has all of it."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.tip import show_tip

_LEAST = 48


class ElidedLabel(QLabel):
    """One line of plain words; its accessible name is always all of them."""

    def __init__(self, text: str, font: QFont, *, tone: str = "ink", name: str = "text") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font)
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        named(self, name, text)

    @property
    def shown_text(self) -> str:
        """What fits: the words, or their beginning and '…'."""
        return self.fontMetrics().elidedText(self._one_line(), Qt.TextElideMode.ElideRight, self.contentsRect().width())

    def minimumSizeHint(self) -> QSize:
        """Return how narrow the label may become."""
        whole = self.sizeHint()
        return QSize(min(whole.width(), _LEAST), whole.height())

    def sizeHint(self) -> QSize:
        """Return the room for all words on one line."""
        metrics = self.fontMetrics()
        width = metrics.size(Qt.TextFlag.TextSingleLine, self._one_line()).width()
        return QSize(width, metrics.height()).grownBy(self.contentsMargins())

    def event(self, event: QEvent) -> bool:
        """Offer all words as a tip if they do not fit."""
        if event.type() is not QEvent.Type.ToolTip:
            return super().event(event)
        return show_tip(self, event, "" if self.shown_text == self._one_line() else self.text())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)
        painter.drawText(self.contentsRect(), flags, self.shown_text)
        painter.end()

    def _one_line(self) -> str:
        return " ".join(self.text().split())
