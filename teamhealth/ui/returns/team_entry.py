"""A team in the list of those whose comments are to be read: its name wraps, and says whether it has been read."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy

from teamhealth.figures import palette
from teamhealth.ui.contrast import shown
from teamhealth.ui.theme import BODY, RADIUS_BUTTON, ROW_HEIGHT, SPACE_8, SPACE_12, Theme
from teamhealth.ui.widgets.naming import named

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
# The longest name there may be is as wide as the column, broken where it has to be.
_ANYWHERE = int(Qt.TextFlag.TextWrapAnywhere | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class TeamEntry(QPushButton):
    """A button of the list, as wide as the list is and as high as its words need there."""

    def __init__(self, name: str, words: str, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        named(self, name, words)
        self.setCheckable(True)
        # One of several to a screen reader; in a group of its own Tab comes to each.
        self.setAutoExclusive(True)
        alone = QButtonGroup(self)
        alone.setExclusive(False)
        alone.addButton(self)
        self.setAutoDefault(False)
        self.setFont(theme.font(BODY))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_words(words)

    def set_words(self, words: str) -> None:
        """Change the words, for eyes and for screen readers."""
        if words != self.text():
            self.setText(words)
            self.setAccessibleName(words)
            self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Its words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at which all words stand."""
        needed = self._words(width).height() + 2 * self._theme.px(SPACE_8)
        return max(needed, self._theme.px(ROW_HEIGHT))

    def sizeHint(self) -> QSize:
        """Prefer the width of a column of names."""
        width = self._theme.px(220)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Keep room for short words."""
        return QSize(self._theme.px(80), self._theme.px(ROW_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, frame and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        painter.setBrush(shown(palette.TEAL_TINT if chosen else palette.CARD))
        painter.setPen(QPen(shown(palette.TEAL), 2) if chosen else Qt.PenStyle.NoPen)
        radius = self._theme.px(RADIUS_BUTTON)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        painter.setFont(self.font())
        painter.setPen(shown(palette.INK))
        painter.drawText(self._inside(self.width(), self.height()), self._flags(self.width()), self.text())
        painter.end()

    def _inside(self, width: int, height: int) -> QRect:
        side = self._theme.px(SPACE_12)
        return QRect(side, 0, max(width - 2 * side, 1), height)

    def _flags(self, width: int) -> int:
        letters = QFontMetrics(self.font())
        room = self._inside(width, 0).width()
        return _ANYWHERE if any(letters.horizontalAdvance(word) > room for word in self.text().split()) else _WRAP

    def _words(self, width: int) -> QRect:
        return QFontMetrics(self.font()).boundingRect(self._inside(width, 10_000), self._flags(width), self.text())
