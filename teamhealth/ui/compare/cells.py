"""Paints the cells of a comparison: figures are drawn once and kept as pictures, so that scrolling only copies them."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from teamhealth.figures import palette
from teamhealth.figures.heat_cell import CellSize, hidden_cell
from teamhealth.figures.shapes import Figure
from teamhealth.figures.weight import Weight
from teamhealth.publication.compared import Row, RowKind
from teamhealth.publication.compared_words import fewer_words
from teamhealth.ui.compare.model import TEAM, CompareModel, Index
from teamhealth.ui.compare.names import as_much_as_fits, left_of, telling_words
from teamhealth.ui.contrast import shown
from teamhealth.ui.theme import BODY, CAPTION, SPACE_8, Theme
from teamhealth.ui.widgets.figure_pictures import FigurePictures

_INSET = 3
_SPARE = 2
# Sizes of words that are not to be cut, and how many lines of each have room in a row.
_SMALLER = ((CAPTION, 1), (11, 2))
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_AVERAGES = (RowKind.SERVICE, RowKind.COUNCIL)


class CompareCells(QStyledItemDelegate):
    """Draws names and answers as words, and all else as figures."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = theme.font(BODY, Weight.SEMIBOLD)
        self._answered = theme.font(CAPTION)
        self._metrics = {True: QFontMetrics(self._name), False: QFontMetrics(self._answered)}
        self._small = theme.font(CAPTION, Weight.SEMIBOLD)
        self._telling: dict[str, frozenset[int]] = {}
        # What was measured once is written again and again while the table scrolls.
        self._fitted: dict[tuple[str, int], tuple[QFont, str]] = {}
        self._pictures = FigurePictures(theme.scale)

    @property
    def kept(self) -> int:
        """How many pictures are kept."""
        return len(self._pictures)

    @property
    def scale(self) -> float:
        """How many pixels a figure's unit has."""
        return self._theme.scale

    @property
    def inset(self) -> int:
        """How far a figure stands off each side of its cell."""
        return self._theme.px(_INSET)

    def forget(self) -> None:
        """Throw the pictures away, as other rows or columns are shown."""
        self._pictures.forget()

    def tell_apart(self, names: Sequence[str]) -> None:
        """Know which names stand in the column of teams, so that what tells them apart is left of each."""
        self._telling = telling_words(names)
        self._fitted.clear()

    def telling_width(self, names: Sequence[str]) -> int:
        """Return how wide the column of teams has to be to show at least what tells each name apart."""
        return self._width([self._left_of(each) for each in names], strong=True)

    def answered_width(self, words: Sequence[str]) -> int:
        """Return how wide the column of answers has to be to cut none of the words in it."""
        return self._width(words, strong=False)

    def name_width(self, words: Sequence[str]) -> int:
        """Return how wide the column of teams has to be to cut no name."""
        return self._width(words, strong=True)

    def _width(self, words: Sequence[str], *, strong: bool) -> int:
        longest = max((self._metrics[strong].horizontalAdvance(each) for each in words), default=0)
        # Measured widths are rounded, each word by itself.
        return longest + self._theme.px(SPACE_8) + 2 * _SPARE

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell, the rule above the averages, and the ring of the cell that has the keyboard."""
        model = index.model()
        if not isinstance(model, CompareModel):
            return
        row, section = model.rows[index.row()], index.column()
        rect = QRect(option.rect)
        if model.column(section) is None:
            own = row.kind not in (RowKind.TEAM, RowKind.HIDDEN)
            self._write(painter, rect, model.words(row, section), strong=section == TEAM, whole=own)
        else:
            self._draw(painter, rect, model, index)
        before = model.rows[index.row() - 1] if index.row() else None
        if row.kind in _AVERAGES and (before is None or before.kind not in _AVERAGES):
            painter.setPen(QPen(shown(palette.INK), 2))
            painter.drawLine(rect.topLeft(), rect.topRight())
        state = option.state
        if state & QStyle.StateFlag.State_HasFocus:
            self._ring(painter, rect)

    def _write(self, painter: QPainter, rect: QRect, words: str, *, strong: bool, whole: bool) -> None:
        """Write on one line, or the program's own words smaller and on two rather than cut."""
        painter.setPen(shown(palette.INK if strong else palette.INK_2))
        room = rect.adjusted(self._theme.px(SPACE_8), 0, -_SPARE, 0)
        if whole and self._metrics[strong].horizontalAdvance(words) > room.width():
            font, lines = self.lines(words, room.width(), strong=strong)
            if lines:
                painter.setFont(font)
                _draw_lines(painter, room, lines)
                return
        font, fitting = self.fitting(words, room.width(), strong=strong)
        painter.setFont(font)
        painter.drawText(room, int(_MIDDLE), fitting)

    def fitting(self, words: str, width: int, *, strong: bool) -> tuple[QFont, str]:
        """Return what of words fits on a line: all, a little smaller all the same, or of a name what tells it apart."""
        if self._metrics[strong].horizontalAdvance(words) <= width or not strong:
            fitting = self._metrics[strong].elidedText(words, Qt.TextElideMode.ElideMiddle, width)
            return self._name if strong else self._answered, fitting
        if (words, width) not in self._fitted:
            self._fitted[words, width] = self._name_left(words, width)
        return self._fitted[words, width]

    def _left_of(self, name: str) -> str:
        return left_of(name, self._telling[name]) if name in self._telling else name

    def _name_left(self, name: str, width: int) -> tuple[QFont, str]:
        small, usual = QFontMetrics(self._small), self._metrics[True]
        if small.horizontalAdvance(name) <= width:
            return self._small, name
        for font, metrics in ((self._name, usual), (self._small, small)):
            if name in self._telling and metrics.horizontalAdvance(self._left_of(name)) <= width:
                return font, as_much_as_fits(name, self._telling[name], partial(_fits, metrics, width))
        # Long names of teams often begin alike and differ at their end.
        return self._small, small.elidedText(self._left_of(name), Qt.TextElideMode.ElideMiddle, width)

    def lines(self, words: str, width: int, *, strong: bool) -> tuple[QFont, list[str]]:
        """Return smaller letters and lines in which words are not cut; no lines where even these have no room."""
        font = self._name
        for size, most in _SMALLER:
            font = self._theme.font(size, Weight.SEMIBOLD if strong else Weight.REGULAR)
            lines = wrapped_lines(words, QFontMetrics(font), width)
            if 0 < len(lines) <= most:
                return font, lines
        return font, []

    def _draw(self, painter: QPainter, rect: QRect, model: CompareModel, index: Index) -> None:
        row, section = model.rows[index.row()], index.column()
        inset = self.inset
        room = rect.adjusted(inset, inset - 1, -inset, 1 - inset)
        ratio = painter.device().devicePixelRatioF()
        draw = partial(_drawn, model, row, section)
        painter.drawPixmap(room.topLeft(), self._pictures.picture((id(row), section), room.size(), ratio, draw))

    def _ring(self, painter: QPainter, rect: QRect) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for width, inset, colour in ((3, 1.5, palette.FOCUS), (1.5, 3.5, palette.WHITE)):
            painter.setPen(QPen(shown(colour), width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            box = QRectF(QPointF(rect.topLeft()), rect.size().toSizeF()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(box, 6, 6)


def _fits(metrics: QFontMetrics, width: int, words: str) -> bool:
    return metrics.horizontalAdvance(words) <= width


def _draw_lines(painter: QPainter, room: QRect, lines: Sequence[str]) -> None:
    high = room.height() // len(lines)
    for at, line in enumerate(lines):
        part = QRect(room.left(), room.top() + at * high, room.width(), high)
        painter.drawText(part, int(_MIDDLE | Qt.TextFlag.TextDontClip), line)


def wrapped_lines(words: str, metrics: QFontMetrics, width: int) -> list[str]:
    """Return words on lines that are no wider; none if a word by itself is."""
    lines: list[str] = []
    for word in words.split():
        if metrics.horizontalAdvance(word) > width:
            return []
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def cell_figure(model: CompareModel, row: Row, section: int, size: CellSize) -> Figure:
    """Return what stands in a cell of a column that is compared; a hatch with words for a row that is not shown."""
    column = model.column(section)
    if row.kind is RowKind.HIDDEN and row.team is not None:
        return hidden_cell(fewer_words(row.team), size, model.spoken(row, section))
    return column.figure(row, size) if column is not None else Figure(size.width, size.height, (), "")


def _drawn(model: CompareModel, row: Row, section: int, width: float, height: float) -> Figure:
    return cell_figure(model, row, section, CellSize(width, height))
