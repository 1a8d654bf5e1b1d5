"""One line of words that ends in '…' where there is no room; the tooltip has them all."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from teamhealth.ui.widgets.naming import named


class ElidedLabel(QLabel):
    """A label of one line for names of any length."""

    def __init__(self, text: str, font: QFont, tone: str, name: str) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font)
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        named(self, name, text)

    def minimumSizeHint(self) -> QSize:
        """Return room for a few letters."""
        return QSize(min(60, self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text as a tooltip where it is cut."""
        super().resizeEvent(event)
        cut = QFontMetrics(self.font()).horizontalAdvance(self.text()) > self.width()
        # A tooltip that starts with a tag would be read as markup.
        self.setToolTip(self.text().replace("<", "‹") if cut else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(QColor(self.palette().color(self.foregroundRole())))
        metrics = QFontMetrics(self.font())
        # A few pixels of grace: measured widths are rounded.
        text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() + 1)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.end()
