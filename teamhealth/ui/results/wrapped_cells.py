"""Cells and headers of a table that wrap their words, and say how high they have to be for it."""

import math

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionHeader,
    QStyleOptionViewItem,
    QWidget,
)

from teamhealth.figures import palette
from teamhealth.figures.weight import Weight
from teamhealth.ui.contrast import shown
from teamhealth.ui.results.models import Index
from teamhealth.ui.results.wrapped_text import laid_out
from teamhealth.ui.theme import HINT, SPACE_4, SPACE_8, Theme

# For the line of the grid, and for what rounding takes.
_SPARE = 3


class CellWords:
    """Draws words into a cell and knows the height that they need; one font and padding for both."""

    def __init__(self, font: QFont, theme: Theme) -> None:
        self._font = font
        self._side, self._top = theme.px(SPACE_8), theme.px(SPACE_4)

    def least_width(self, *cells: str) -> int:
        """Return how wide a column has to be to break none of its words, in pixels."""
        metrics = QFontMetrics(self._font)
        different = {word for words in cells for word in words.split()}
        longest = max((metrics.horizontalAdvance(word) for word in different), default=0)
        return longest + 2 * self._side + _SPARE

    def height(self, words: str, width: int) -> int:
        """Return how high a cell of a width has to be, in pixels."""
        _, height = laid_out(words, self._font, width - 2 * self._side)
        return math.ceil(height) + 2 * self._top

    def draw(self, painter: QPainter, rect: QRect, words: str) -> None:
        """Draw the words from the cell's upper left on."""
        layout, _ = laid_out(words, self._font, rect.width() - 2 * self._side)
        painter.save()
        painter.setPen(shown(palette.INK))
        layout.draw(painter, QPointF(rect.topLeft()) + QPointF(self._side, self._top))
        painter.restore()


class WrappedCells(QStyledItemDelegate):
    """Lets the style draw the ground of a cell, and draws the words itself.

    The style's own padding is not in the width by which Qt works out the height of a row: a last line would be cut.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = CellWords(theme.font(HINT), theme)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        words, ground.text = ground.text, ""
        ground.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, ground.widget)
        self.words.draw(painter, ground.rect, words)


class WrappedHeader(QHeaderView):
    """Headers of columns that become as high as their words need."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._words = CellWords(theme.font(HINT, Weight.SEMIBOLD), theme)
        self._edge = theme.px(SPACE_4)

    def least_width(self, *cells: str) -> int:
        """Return how wide a column has to be to break none of its words; as if all were as bold as the header."""
        return self._words.least_width(*cells)

    def fit(self) -> None:
        """Be as high as the words need at the widths that the columns have."""
        heights = [self._words.height(self._text(column), self.sectionSize(column)) for column in range(self.count())]
        self.setFixedHeight(max(heights, default=0) + self._edge)

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        """Draw a header."""
        ground = QStyleOptionHeader()
        self.initStyleOption(ground)
        ground.rect = rect
        ground.section = logical_index
        self.style().drawControl(QStyle.ControlElement.CE_HeaderSection, ground, painter, self)
        self._words.draw(painter, rect, self._text(logical_index))

    def _text(self, column: int) -> str:
        return str(self.model().headerData(column, Qt.Orientation.Horizontal))
