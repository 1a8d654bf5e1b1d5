"""The headline: a strong sentence and what qualifies it, in one paragraph on a dark ground."""

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextLine
from PySide6.QtWidgets import QSizePolicy

from teamhealth.figures import palette
from teamhealth.figures.weight import Weight
from teamhealth.publication.headline import Headline
from teamhealth.ui.contrast import shown
from teamhealth.ui.results.wrapped_text import laid_out
from teamhealth.ui.theme import BODY, RADIUS_CARD, Theme
from teamhealth.ui.widgets.icons import fill_rounded
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.painted import PaintedWords

_SIDE, _TOP = 18, 7


class HeadlineBanner(PaintedWords):
    """Paints the paragraph itself: a label would need markup for two weights, and words are never markup."""

    def __init__(self, headline: Headline, theme: Theme) -> None:
        super().__init__()
        self._headline = headline
        self._theme = theme
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(theme.px(200))
        named(self, "headline", headline.text)

    def heightForWidth(self, width: int) -> int:
        """Return the height of the paragraph and its padding at a width."""
        _, height = self._laid_out(width)
        return round(height) + 2 * self._theme.px(_TOP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the paragraph."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill_rounded(painter, QRectF(self.rect()), palette.RAIL, self._theme.px(RADIUS_CARD))
        painter.setPen(shown(palette.RAIL_TEXT))
        layout, height = self._laid_out(self.width())
        layout.draw(painter, QPointF(self._theme.px(_SIDE), (self.height() - height) / 2))
        painter.end()

    def rects(self, start: int, end: int) -> list[QRect]:
        """Return where these letters of the paragraph stand, a piece for each line that they are on."""
        layout, height = self._laid_out(self.width())
        left, top = self._theme.px(_SIDE), (self.height() - height) / 2
        found = []
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if first < last:
                at, to = _across(line, first), _across(line, last)
                found.append(QRectF(left + at, top + line.y(), to - at, line.height()).toAlignedRect())
        return found

    def _laid_out(self, width: int) -> tuple[QTextLayout, float]:
        strong = _strong(len(self._headline.lead), self._theme.font(BODY, Weight.SEMIBOLD))
        room = width - 2 * self._theme.px(_SIDE)
        return laid_out(self._headline.text, self._theme.font(BODY), room, (strong,))


def _across(line: QTextLine, letter: int) -> float:
    """Return how far from its start a letter of a line stands; PySide tells it with the letter."""
    told: object = line.cursorToX(letter)
    across: object = told[0] if isinstance(told, tuple) else told
    if not isinstance(across, float | int):
        raise TypeError(across)
    return across


def _strong(length: int, font: QFont) -> QTextLayout.FormatRange:
    strong = QTextCharFormat()
    strong.setFont(font)
    strong.setForeground(shown(palette.WHITE))
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = 0, length, strong
    return found
