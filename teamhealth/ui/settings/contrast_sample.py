"""What a contrast looks like, in its own colours whichever is chosen: a button, and answers from bad to good."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen

from teamhealth.figures import palette
from teamhealth.figures.weight import Weight
from teamhealth.texts.catalogue import tr
from teamhealth.ui.contrast import Contrast, shown_in
from teamhealth.ui.theme import HINT, RADIUS_CARD, SPACE_12, Theme
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.painted import PaintedWords

_WIDTH, _HEIGHT = 196, 78
_TITLE, _TOP, _BUTTON, _PART = 26, 36, 30, 38


class ContrastSample(PaintedWords):
    """Painted by hand: what is styled takes the colours that are chosen."""

    def __init__(self, contrast: Contrast, title: str, theme: Theme) -> None:
        super().__init__()
        self._contrast, self._title, self._theme = contrast, title, theme
        self.setFixedSize(theme.px(_WIDTH), theme.px(_HEIGHT))
        named(self, f"contrast_sample_{contrast.value}", tr("What ‘{contrast}’ looks like", contrast=title))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw title, button and answers."""
        px, painter = self._theme.px, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high = self._contrast is Contrast.HIGH
        painter.setPen(QPen(self._colour(palette.INK if high else palette.CONTROL), 2))
        painter.setBrush(self._colour(palette.CARD))
        radius = px(RADIUS_CARD)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        painter.setPen(self._colour(palette.INK))
        painter.setFont(self._theme.font(HINT))
        side = px(SPACE_12)
        room = QRectF(side, px(4), self.width() - 2 * side, px(_TITLE))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, int(middle | Qt.AlignmentFlag.AlignLeft), self._title)
        button = QRectF(side, px(_TOP), px(52), px(_BUTTON))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour(palette.TEAL))
        painter.drawRoundedRect(button, px(6), px(6))
        painter.setPen(self._colour(palette.WHITE))
        painter.setFont(self._theme.font(HINT, Weight.SEMIBOLD))
        painter.drawText(button, int(middle | Qt.AlignmentFlag.AlignHCenter), tr("Next"))
        self._draw_answers(painter, button.right() + side, high=high)
        painter.end()

    def _draw_answers(self, painter: QPainter, left: float, *, high: bool) -> None:
        px = self._theme.px
        for colour, wide in ((palette.UNFAVOURABLE, _PART), (palette.NEUTRAL, 14), (palette.FAVOURABLE, _PART)):
            part = QRectF(left, px(_TOP + 6), px(wide), px(18))
            neutral = colour == palette.NEUTRAL
            painter.setPen(QPen(self._colour(palette.NEUTRAL_OUTLINE), 1) if neutral else Qt.PenStyle.NoPen)
            painter.setBrush(self._colour(colour))
            painter.drawRoundedRect(part, 2, 2)
            if high and colour == palette.UNFAVOURABLE:
                painter.setBrush(QBrush(QColor(255, 255, 255, 90), Qt.BrushStyle.BDiagPattern))
                painter.drawRoundedRect(part, 2, 2)
            left += px(wide + 2)

    def _colour(self, colour: str) -> QColor:
        return QColor(shown_in(self._contrast, colour))
