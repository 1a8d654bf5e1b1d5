"""Keys as pictures: a box with a thicker lower edge and what the key says."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from teamhealth.figures import palette
from teamhealth.figures.weight import Weight
from teamhealth.ui.contrast import shown
from teamhealth.ui.theme import CAPTION, Theme, current_theme
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.painted import PaintedWords

KEY_SIZE = 30
_HIGH, _LOW = 28, 22
_KEY_TEXT = 14


def paint_key(painter: QPainter, rect: QRectF, text: str, theme: Theme, size: int = _KEY_TEXT + 3) -> None:
    """Paint a key into a rectangle."""
    painter.save()
    radius = theme.px(5)
    outer = rect.adjusted(0.75, 0.75, -0.75, -0.75)
    painter.setPen(QPen(shown(palette.CONTROL), 1.5))
    painter.setBrush(shown(palette.CARD))
    painter.drawRoundedRect(outer, radius, radius)
    foot = QPainterPath()
    foot.addRoundedRect(outer, radius, radius)
    top = QPainterPath()
    top.addRoundedRect(outer.adjusted(-2, -4, 2, -2.5), radius, radius)
    painter.fillPath(foot.subtracted(top), shown(palette.CONTROL))
    painter.setPen(shown(palette.INK_2))
    painter.setFont(theme.font(size, Weight.SEMIBOLD))
    painter.drawText(rect.adjusted(0, 0, 0, -2), Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


class KeyCap(PaintedWords):
    """A key beside the words that say what it does."""

    def __init__(self, text: str, *, name: str = "key", theme: Theme | None = None) -> None:
        super().__init__()
        self._theme = theme or current_theme()
        self._text = text
        self._high = _HIGH
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        named(self, name, text)

    def sizeHint(self) -> QSize:
        """Return room for what the key says."""
        words = QFontMetrics(self._theme.font(_KEY_TEXT, Weight.SEMIBOLD)).horizontalAdvance(self._text)
        return QSize(max(self._theme.px(_HIGH), words + self._theme.px(16)), self._theme.px(self._high))

    def set_low(self, *, low: bool) -> None:
        """Be less high, for a bar that is."""
        self._high = _LOW if low else _HIGH
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the key."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_key(painter, QRectF(self.rect()), self._text, self._theme, CAPTION + 1)
        painter.end()
