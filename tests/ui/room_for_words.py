"""What has too little room on a window: words that are cut, widgets over each other, pages that scroll sideways."""

from collections.abc import Iterator

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLayout,
    QLineEdit,
    QScrollArea,
    QScrollBar,
    QStackedLayout,
    QWidget,
)

from teamhealth.figures.heat_cell import CellSize
from teamhealth.figures.shapes import Anchor, Figure, Text
from teamhealth.publication.compared import RowKind
from teamhealth.ui.compare.cells import cell_figure
from teamhealth.ui.compare.model import FIRST, TEAM
from teamhealth.ui.compare.table import CompareTable
from teamhealth.ui.theme import screen_font
from teamhealth.ui.trends.model import LinesModel
from teamhealth.ui.trends.small_panels import SmallPanels, found_words
from teamhealth.ui.widgets.combo_box import ComboBox
from teamhealth.ui.widgets.elided import ElidedLabel
from teamhealth.ui.widgets.figure_view import FigureView

# Measured widths are rounded.
_GRACE = 1
# What draws itself where it is given room, and has no words of its own.
_AROUND = ("qt_",)
# The beginnings of comments, and what was asked: one press shows them whole, on a page that has to fit the screen.
# A team with a name of sixty letters is called so in full by its tip, in the list before and in every document.
# A list of names shows the whole of each when it opens.
_NAMED = ("_team", "_organisation", "_service", "_unit", "_other")
# What stands beside an item's bar is said again in words on the page of its theme, and in the table.
_SAID_AGAIN = ("figure_", "detail_figure_", "compare_sign_")
_BEGINNINGS = ("comments_", "team_name")


def lacking(root: QWidget) -> Iterator[str]:
    """Yield what has too little room, in words that say where it is."""
    for each in root.findChildren(QWidget):
        if each.isVisible() and not _inside_a_control(each):
            yield from _too_small(each)
            yield from _lies_over(each)
            yield from _cut_by_hand(each)
            if isinstance(each, FigureView) and not each.objectName().startswith(_SAID_AGAIN):
                yield from _written_over(each.objectName(), each.figure)
    for table in root.findChildren(CompareTable):
        if table.isVisible():
            for name, figure in _cells(table):
                yield from _written_over(name, figure)
    for area in root.findChildren(QScrollArea):
        if area.isVisible() and area.horizontalScrollBar().maximum() > 0:
            yield f"{area.objectName()} scrolls sideways"


def _cut_by_hand(each: QWidget) -> Iterator[str]:
    """Yield what is cut of words that a widget paints itself, unless it is a name."""
    if isinstance(each, ComboBox) and not each.objectName().endswith(_NAMED):
        needed = each.fontMetrics().horizontalAdvance(each.currentText())
        if each.room() + _GRACE < needed:
            yield f"{each.objectName()} has {each.room()} for {each.currentText()!r}, which needs {needed}"
    if isinstance(each, SmallPanels):
        lines = each.model()
        assert isinstance(lines, LinesModel)
        for words in (found_words(team, line) for team, line in lines.entries):
            beside = each.cells.found_height == 0
            if not beside and each.cells.needed(words, each.gridSize().width()) > each.cells.found_height:
                yield f"{each.objectName()} cuts {words!r}"


def _cells(table: CompareTable) -> Iterator[tuple[str, Figure]]:
    """Yield the cells of a comparison as they are drawn, each with a name."""
    model, inset, scale = table.compared, 2 * table.cells.inset, table.cells.scale
    for place, row in enumerate(model.rows):
        # A hidden row is one cell across.
        sections = range(FIRST, model.columnCount())[: 1 if row.kind is RowKind.HIDDEN else None]
        for section in sections:
            width = sum(table.columnWidth(section + more) for more in range(table.columnSpan(place, section)))
            size = CellSize((width - inset) / scale, (table.rowHeight(place) - inset + 2) / scale)
            yield f"{model.words(row, TEAM)}, column {section}", cell_figure(model, row, section, size)


def _written_over(name: str, figure: Figure) -> Iterator[str]:
    """Yield the words of a figure that stand out of it, and those that stand over others."""
    texts = [shape for shape in figure.shapes if isinstance(shape, Text)]
    spans = [_span(text) for text in texts]
    for number, (text, (left, right)) in enumerate(zip(texts, spans, strict=True)):
        if left < -_GRACE or right > figure.width + _GRACE:
            yield f"{name} has no room for {text.text!r}: {left:.0f} to {right:.0f} of {figure.width:.0f}"
        for other, (begins, ends) in zip(texts[:number], spans[:number], strict=True):
            beside = abs(text.y - other.y) < min(text.size, other.size) / 2
            if beside and min(right, ends) - max(left, begins) > _GRACE:
                yield f"{name} writes {text.text!r} over {other.text!r}"


def _span(text: Text) -> tuple[float, float]:
    width = QFontMetricsF(screen_font(text.size * 10, text.weight)).horizontalAdvance(text.text) / 10
    left = text.x - {Anchor.START: 0.0, Anchor.MIDDLE: width / 2, Anchor.END: width}[text.anchor]
    return left, left + width


def _too_small(each: QWidget) -> Iterator[str]:
    wide, high = max(each.minimumSizeHint().width(), _wide(each)), _high(each)
    # What has one size whatever stands on it draws its words itself.
    fixed = each.minimumSize() == each.maximumSize()
    if each.width() + _GRACE < wide and not fixed:
        yield f"{_called(each)} is {each.width()} wide and needs {wide}"
    elif each.height() + _GRACE < high and not fixed:
        yield f"{_called(each)} is {each.height()} high and needs {high}"


def _high(each: QWidget) -> int:
    layout = each.layout()
    if each.findChild(QStackedLayout) is not None or isinstance(layout, QStackedLayout):
        # It would be as high as the highest page, shown or not; the page that is shown is looked at by itself.
        return 0
    if layout is not None:
        least = layout.totalMinimumSize().height()
        return layout.totalMinimumHeightForWidth(each.width()) if layout.hasHeightForWidth() else least
    if each.minimumHeight() == each.maximumHeight():
        return 0
    return each.heightForWidth(each.width()) if each.hasHeightForWidth() else each.minimumSizeHint().height()


def _wide(each: QWidget) -> int:
    """Return the width that words need that cannot wrap."""
    if isinstance(each, ElidedLabel) and each.objectName().startswith(_BEGINNINGS):
        return 0
    if isinstance(each, QLabel):
        return 0 if each.wordWrap() or not each.text() else each.sizeHint().width()
    if isinstance(each, QAbstractButton) and not each.hasHeightForWidth():
        return each.sizeHint().width() if each.text() else 0
    return 0


def _lies_over(each: QWidget) -> Iterator[str]:
    """Yield what a widget covers of those beside it, and what of it stands outside of what it is in."""
    around = each.parentWidget()
    if around is None or isinstance(around, QAbstractScrollArea) or around.objectName().startswith(_AROUND):
        return
    if not _held_by_a_layout(each):
        return
    if not around.rect().adjusted(-_GRACE, -_GRACE, _GRACE, _GRACE).contains(each.geometry()):
        yield f"{_called(each)} stands out of {_called(around)}"
    for other in around.findChildren(QWidget):
        beside = other.parentWidget() is around and other is not each and other.isVisible()
        if beside and _held_by_a_layout(other) and _area(each.geometry() & other.geometry()) > 0:
            yield f"{_called(each)} lies over {_called(other)}"


def _held_by_a_layout(each: QWidget) -> bool:
    around = each.parentWidget()
    layout = around.layout() if around is not None else None
    return layout is not None and _holds(layout, each)


def _holds(layout: QLayout, each: QWidget) -> bool:
    items = [item for place in range(layout.count()) if (item := layout.itemAt(place)) is not None]
    inner = [found for item in items if (found := item.layout()) is not None]
    return any(item.widget() is each for item in items) or any(_holds(found, each) for found in inner)


def _inside_a_control(each: QWidget) -> bool:
    around = each.parentWidget()
    controls = (QAbstractSpinBox, QComboBox, QLineEdit, QAbstractItemView, QScrollBar)
    while around is not None:
        if isinstance(around, controls):
            return True
        around = around.parentWidget()
    return isinstance(each, QScrollBar) or each.objectName().startswith(_AROUND)


def _area(rect: QRect) -> int:
    return max(0, rect.width() - _GRACE) * max(0, rect.height() - _GRACE)


def _called(each: QWidget) -> str:
    words = each.text() if isinstance(each, QLabel | QAbstractButton) else ""
    return f"{each.objectName() or type(each).__name__}{f' ({words[:40]})' if words else ''}"
