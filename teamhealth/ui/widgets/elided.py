"""One line of words that ends in '…' where there is no room; a tip has them all."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.tip import show_tip


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

    def event(self, event: QEvent) -> bool:
        """Offer the whole text as a tip where it is cut."""
        if event.type() is not QEvent.Type.ToolTip:
            return super().event(event)
        cut = QFontMetrics(self.font()).horizontalAdvance(self.text()) > self.width()
        return show_tip(self, event, self.text() if cut else "")

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
