"""The header of a comparison: each theme's icon and title, the way it is sorted, and a keyboard's way to sort."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
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
_ARROW = 11


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
        heights = [self._laid(section)[1] for section in range(self.count())]
        least = self._theme.px(_TILE)
        self.setFixedHeight(round(max([least, *heights])) + 2 * self._theme.px(SPACE_8))

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
        if isinstance(column, ThemeColumn):
            tile = QRectF(left, rect.center().y() - px(_TILE) / 2, px(_TILE), px(_TILE))
            fill_rounded(painter, tile, palette.domain_colour(column.domain.id), px(5))
            inset = (px(_TILE) - px(_ICON)) / 2
            draw_icon(painter, section_icon(column.domain.id), tile.adjusted(inset, inset, -inset, -inset),
                      palette.WHITE)  # fmt: skip
        layout, height = self._laid(logical_index)
        painter.setPen(shown(palette.INK))
        top = rect.center().y() - height / 2
        layout.draw(painter, QPointF(self._words_left(logical_index, rect.left()), top))
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
        tile = self._theme.px(_TILE + 6) if isinstance(column, ThemeColumn) else 0
        return left + self._theme.px(SPACE_8 if column is None else SPACE_4) + tile

    def _laid(self, section: int) -> tuple[QTextLayout, float]:
        words = str(self.model().headerData(section, Qt.Orientation.Horizontal))
        model = self.model()
        column = model.column(section) if isinstance(model, CompareModel) else None
        size = AXIS if column is not None and not isinstance(column, ThemeColumn) else HINT
        taken = self._words_left(section, 0) + 2
        return laid_out(words, self._theme.font(size, Weight.SEMIBOLD), self.sectionSize(section) - taken)

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
