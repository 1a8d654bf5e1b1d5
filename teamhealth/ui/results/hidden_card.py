"""The hatched card: something is hidden here, and one sentence says why, the same for every reason."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from teamhealth.figures import palette
from teamhealth.publication.words import hidden_text
from teamhealth.ui.contrast import shown
from teamhealth.ui.theme import BODY, CONTENT_MARGIN, HINT, RADIUS_CARD, SPACE_8, SPACE_12, SPACE_16, SPACE_32, Theme
from teamhealth.ui.widgets.icons import fill_rounded
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.page import scroll_area
from teamhealth.ui.widgets.text import label


class HiddenCard(QFrame):
    """A hatched ground with the sentence on a plain patch; ``small`` inside another card."""

    def __init__(self, sentence: str, theme: Theme, *, name: str = "hidden", small: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._patch_margin = theme.px(SPACE_8)
        named(self, name, "")
        edge = theme.px(SPACE_12 if small else SPACE_32)
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, edge, edge, edge)
        self._words = label(sentence, theme.font(HINT if small else BODY), name=f"{name}_sentence")
        if not small:
            self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.setContentsMargins(edge, 2 * edge, edge, 2 * edge)
        column.addWidget(self._words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the hatch, and a plain patch behind the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = self._theme.px(RADIUS_CARD)
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(shown(palette.LINE))
        for brush in (QBrush(shown(palette.CARD)), QBrush(shown(palette.NEUTRAL), Qt.BrushStyle.BDiagPattern)):
            painter.setBrush(brush)
            painter.drawRoundedRect(rect, radius, radius)
        words = self._words.fontMetrics().boundingRect(
            self._words.geometry(),
            int(self._words.alignment().value) | Qt.TextFlag.TextWordWrap.value,
            self._words.text(),
        )
        margin = self._patch_margin
        patch = QRectF(words.adjusted(-margin, -margin, margin, margin))
        fill_rounded(painter, patch, palette.CARD, self._theme.px(6))
        painter.end()


def hidden_page(threshold: int, theme: Theme) -> QScrollArea:
    """Return what stands in the place of a dashboard of which nothing can be shown."""
    content = QWidget()
    named(content, "hidden_content", "", "page")
    column = QVBoxLayout(content)
    side, top = theme.px(CONTENT_MARGIN), theme.px(SPACE_16)
    column.setContentsMargins(side, top, side, top)
    column.addWidget(HiddenCard(hidden_text(threshold), theme, name="hidden_team"))
    column.addStretch(1)
    return scroll_area(content, "hidden_scroll")
