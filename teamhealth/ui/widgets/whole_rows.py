"""A list or table that stands whole in its page: the page alone scrolls, and follows the ring from row to row."""

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractItemView, QScrollArea, QWidget

# Room for the ring of a row beside the edge of what is seen.
_AROUND = 10
# Where these lead to a view, its ring is looked for.
BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class WholeRows:
    """What a view asks while it is as high as all its rows; Qt paints those of them alone that are seen."""

    def __init__(self, view: QAbstractItemView) -> None:
        self._view = view
        self._bars = view.verticalScrollBarPolicy()
        self.whole = False

    def stand(self, whole: bool, height: int) -> None:
        """Let the view be at least that high, in pixels: with all its rows, or scrolling them itself."""
        self.whole = whole
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self._view.setVerticalScrollBarPolicy(off if whole else self._bars)
        if self._view.minimumHeight() != height:
            self._view.setMinimumHeight(height)

    @property
    def area(self) -> QScrollArea | None:
        """The page's area around the view."""
        each: QWidget | None = self._view.parentWidget()
        while each is not None and not isinstance(each, QScrollArea):
            each = each.parentWidget()
        return each

    def follow(self, head: int = 0) -> None:
        """Bring the row with the ring into view, below what stands over the rows, in pixels."""
        area, rows = self.area, self._view.viewport()
        content = area.widget() if area is not None else None
        if not self.whole or area is None or content is None:
            return
        rect = self._view.visualRect(self._view.currentIndex())
        top = rows.mapTo(content, rect.topLeft()).y() - head - _AROUND
        bottom = rows.mapTo(content, rect.bottomLeft()).y() + _AROUND
        bar = area.verticalScrollBar()
        bar.setValue(max(min(bar.value(), top), bottom - area.viewport().height()))

    def page_away(self, key: int, head: int = 0) -> QModelIndex:
        """Return where Page Up or Page Down leads from the ring, by what is seen; nowhere for any other key."""
        area, rows = self.area, self._view.viewport()
        if not self.whole or area is None or key not in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            return QModelIndex()
        rect: QRect = self._view.visualRect(self._view.currentIndex())
        step = max(rect.height(), area.viewport().height() - head - rect.height())
        away = rect.center().y() + (step if key == Qt.Key.Key_PageDown else -step)
        within = min(max(away, rect.height() // 2), rows.height() - rect.height() // 2)
        return self._view.indexAt(QPoint(rect.center().x(), within))


def above(view: QAbstractItemView, area: QScrollArea | None) -> int:
    """Return how far a view reaches above what is seen of the page around it, in pixels."""
    if area is None or not area.isAncestorOf(view):
        return 0
    return max(0, -view.mapTo(area.viewport(), QPoint(0, 0)).y())
