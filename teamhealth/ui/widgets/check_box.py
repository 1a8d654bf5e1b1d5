"""A check box with a tick in a square, and words that may be clicked too."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from teamhealth.figures import palette
from teamhealth.figures.weight import Weight
from teamhealth.ui.contrast import shown
from teamhealth.ui.theme import BODY, RADIUS_INPUT, ROW_HEIGHT, SPACE_4, Theme, current_theme
from teamhealth.ui.widgets.icons import IconName, draw_icon
from teamhealth.ui.widgets.naming import named

_BOX = 24
_WORDS_AT = 34


class CheckBox(QCheckBox):
    """A check box of the product's look; unless it is ``wrapping``, keep its words short."""

    def __init__(self, text: str, name: str, *, wrapping: bool = False, theme: Theme | None = None) -> None:
        super().__init__(text.replace("&", "&&"))
        self._theme = theme or current_theme()
        self._words = text
        named(self, name, text)
        self.setProperty("ringRadius", self._theme.px(RADIUS_INPUT))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._wrapping = wrapping
        # Qt asks again and again while a page is laid out; the font stays as it is.
        self._heights: dict[tuple[str, int], int] = {}
        across = QSizePolicy.Policy.Preferred if wrapping else QSizePolicy.Policy.Minimum
        policy = QSizePolicy(across, QSizePolicy.Policy.Minimum if wrapping else QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(wrapping)
        self.setSizePolicy(policy)

    def set_words(self, text: str) -> None:
        """Say something else beside the box, and read it out so."""
        self._words = text
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()

    def hitButton(self, pos: QPoint) -> bool:
        """Let the whole row be clicked."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        """Return room for box and words."""
        return QSize(self._theme.px(_WORDS_AT + 4) + self._wide(self._words), self._theme.px(ROW_HEIGHT - 8))

    def minimumSizeHint(self) -> QSize:
        """Return room for all words, or for the longest of words that wrap: they are never cut."""
        if not self._wrapping:
            return self.sizeHint()
        longest = max((self._wide(each) for each in self._words.split()), default=0)
        return QSize(self._theme.px(_WORDS_AT + 4) + longest, self.sizeHint().height())

    def heightForWidth(self, width: int) -> int:
        """Return how high the words stand in this width."""
        asked = self._words, width
        if asked not in self._heights:
            room = QRect(0, 0, width - self._theme.px(_WORDS_AT), 0)
            wrapped = self._metrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self._words)
            self._heights[asked] = max(self.sizeHint().height(), wrapped.height() + self._theme.px(SPACE_4))
        return self._heights[asked]

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._theme.font(BODY, Weight.SEMIBOLD))

    def _wide(self, words: str) -> int:
        return self._metrics().horizontalAdvance(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, tick and words."""
        px = self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(1, (self.height() - px(_BOX)) / 2, px(_BOX), px(_BOX))
        edge = palette.TEAL if self.isChecked() and self.isEnabled() else palette.CONTROL
        painter.setPen(QPen(shown(edge), 2))
        painter.setBrush(shown(edge if self.isChecked() else palette.CARD))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), px(4), px(4))
        if self.isChecked():
            draw_icon(painter, IconName.CHECK, rect.adjusted(3, 3, -3, -3), palette.WHITE, 2.6)
        painter.setPen(shown(palette.INK if self.isEnabled() else palette.CONTROL))
        painter.setFont(self._theme.font(BODY, Weight.SEMIBOLD if self.isChecked() else Weight.REGULAR))
        words = self.rect().adjusted(px(_WORDS_AT), 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        wrap = Qt.TextFlag.TextWordWrap if self._wrapping else Qt.TextFlag.TextSingleLine
        painter.drawText(words, int(flags) | int(wrap), self._words)
        painter.end()
