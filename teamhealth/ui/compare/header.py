"""The header of a comparison: each theme's icon and title, the way it is sorted, and a keyboard's way to sort."""

import math

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPen,
    QTextLayout,
)
from PySide6.QtWidgets import QHeaderView

from teamhealth.figures import palette
from teamhealth.figures.glyphs import triangle_down, triangle_up
from teamhealth.figures.shapes import Figure, Polygon
from teamhealth.figures.weight import Weight
from teamhealth.texts.catalogue import tr
from teamhealth.ui.compare.columns import ThemeColumn
from teamhealth.ui.compare.model import CompareModel, Sorting
from teamhealth.ui.contrast import shown
from teamhealth.ui.results.wrapped_text import laid_out
from teamhealth.ui.theme import AXIS, HINT, SPACE_4, SPACE_8, Theme
from teamhealth.ui.widgets.announcing import announce
from teamhealth.ui.widgets.figure_view import paint_figure
from teamhealth.ui.widgets.icons import draw_icon, fill_rounded, section_icon
from teamhealth.ui.widgets.naming import named

_TILE, _ICON = 22, 15
_TILE_BESIDE = _TILE + 6
_ARROW = 11
_SPARE = 2


class CompareHeader(QHeaderView):
    """Left and Right choose a column, Enter or Space sorts by it, Down goes back to the cells."""

    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme = theme
        self._section = 0
        named(self, "compare_header", tr("Columns"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(theme.px(24))
        self.sectionClicked.connect(self._on_section_clicked)

    @property
    def chosen(self) -> int:
        """The column that Enter would sort by."""
        return self._section

    def fit(self) -> None:
        """Be as high as the longest title needs at the widths that the columns have."""
        heights = [self._laid(section)[1] + self._above(section) for section in range(self.count())]
        least = self._theme.px(_TILE)
        self.setFixedHeight(round(max([least, *heights])) + 2 * self._theme.px(SPACE_8))

    def least_width(self, section: int) -> int:
        """Return how wide a column has to be to break no word of its title, with the tile above it."""
        # So are titles of themes smaller.
        size = AXIS if self._has_tile(section) else self._size(section)
        return self._longest(section, size) + 2 * self._theme.px(SPACE_4) + _SPARE

    def wide_enough(self, section: int) -> int:
        """Return how wide a column has to be to break no word of its title beside the tile."""
        size = HINT if self._has_tile(section) else self._size(section)
        return self._longest(section, size) + self._taken_beside(section)

    def sizeHint(self) -> QSize:
        """Return the header's height as it was fitted."""
        return QSize(super().sizeHint().width(), self.maximumHeight())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a column, sort by it, or go back to the cells."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if key == Qt.Key.Key_Right else -1
            self._choose(min(max(self._section + step, 0), self.count() - 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if not event.isAutoRepeat():
                self._sort(self._section)
        elif key == Qt.Key.Key_Down:
            self.left.emit()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say which column is chosen."""
        super().focusInEvent(event)
        self._choose(self._section)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        """Draw a theme's tile, the title, the arrow of the sorted column and the ring of the chosen one."""
        model = self.model()
        if not isinstance(model, CompareModel):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = self._theme.px
        sorted_here = model.sorting.column == logical_index
        if sorted_here:
            box = QRectF(rect).adjusted(px(2), px(4), -px(2), -px(4))
            fill_rounded(painter, box, palette.TEAL_TINT, px(6))
        column = model.column(logical_index)
        left = rect.left() + px(SPACE_4)
        layout, height = self._laid(logical_index)
        above = self._above(logical_index)
        top = rect.center().y() - (height + above) / 2
        if isinstance(column, ThemeColumn):
            tile = QRectF(left, top if above else rect.center().y() - px(_TILE) / 2, px(_TILE), px(_TILE))
            fill_rounded(painter, tile, palette.domain_colour(column.domain.id), px(5))
            inset = (px(_TILE) - px(_ICON)) / 2
            draw_icon(painter, section_icon(column.domain.id), tile.adjusted(inset, inset, -inset, -inset),
                      palette.WHITE)  # fmt: skip
        painter.setPen(shown(palette.INK))
        layout.draw(painter, QPointF(self._words_left(logical_index, rect.left()), top + above))
        if sorted_here:
            self._arrow(painter, rect, model.sorting.way)
        if self.hasFocus() and logical_index == self._section:
            painter.setPen(QPen(shown(palette.FOCUS), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(2, 2, -2, -2), px(6), px(6))
        painter.restore()

    def _arrow(self, painter: QPainter, rect: QRect, way: Sorting) -> None:
        sign = triangle_up if way is Sorting.RISING else triangle_down
        shape: Polygon = sign(_ARROW / 2, _ARROW / 2, _ARROW, palette.TEAL)
        painter.save()
        scale = self._theme.scale
        painter.translate(rect.right() - self._theme.px(_ARROW + 4), rect.bottom() - self._theme.px(_ARROW + 7))
        painter.scale(scale, scale)
        paint_figure(painter, Figure(_ARROW, _ARROW, (shape,), ""))
        painter.restore()

    def _words_left(self, section: int, left: int) -> int:
        model = self.model()
        column = model.column(section) if isinstance(model, CompareModel) else None
        tile = self._theme.px(_TILE_BESIDE) if self._has_tile(section) and not self._above(section) else 0
        return left + self._theme.px(SPACE_8 if column is None else SPACE_4) + tile

    def _above(self, section: int) -> int:
        """Return the room that tiles take above titles: none, unless a word of any would be broken beside its tile."""
        if not self._has_tile(section):
            return 0
        tiles = (each for each in range(self.count()) if self._has_tile(each))
        breaks = any(self.wide_enough(each) > self.sectionSize(each) for each in tiles)
        return self._theme.px(_TILE + SPACE_4) if breaks else 0

    def _taken_beside(self, section: int) -> int:
        tile = self._theme.px(_TILE_BESIDE) if self._has_tile(section) else 0
        return self._theme.px(SPACE_4) + tile + _SPARE

    def _has_tile(self, section: int) -> bool:
        model = self.model()
        return isinstance(model, CompareModel) and isinstance(model.column(section), ThemeColumn)

    def _longest(self, section: int, size: int) -> int:
        metrics = QFontMetricsF(self._theme.font(size, Weight.SEMIBOLD))
        return math.ceil(max((metrics.horizontalAdvance(word) for word in self._title(section).split()), default=0)) + 1

    def _laid(self, section: int) -> tuple[QTextLayout, float]:
        taken = self._words_left(section, 0) + _SPARE
        font = self._theme.font(self._size(section), Weight.SEMIBOLD)
        return laid_out(self._title(section), font, self.sectionSize(section) - taken)

    def _title(self, section: int) -> str:
        return str(self.model().headerData(section, Qt.Orientation.Horizontal))

    def _size(self, section: int) -> int:
        """Return the size of a title: an item's is smaller, and a theme's where the room is narrow."""
        model = self.model()
        column = model.column(section) if isinstance(model, CompareModel) else None
        return HINT if column is None or (self._has_tile(section) and not self._above(section)) else AXIS

    def _choose(self, section: int) -> None:
        self._section = section
        spoken = str(
            self.model().headerData(section, Qt.Orientation.Horizontal, int(Qt.ItemDataRole.AccessibleTextRole))
        )
        self.setAccessibleName(spoken)
        self.viewport().update()

    def _on_section_clicked(self, section: int) -> None:
        self._section = section
        self._sort(section)

    def _sort(self, section: int) -> None:
        model = self.model()
        if isinstance(model, CompareModel):
            model.sort_by(section)
            self._choose(section)
            announce(self, self.accessibleName())
