"""The column beside a comparison's table: it stays in sight while the page scrolls with the whole table."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from teamhealth.ui.theme import SPACE_12, Theme
from teamhealth.ui.widgets.page import scroll_area

# What the page keeps around a widget that has the focus: it does not scroll to one that has so much room.
_AROUND = 50


class SideColumn(QWidget):
    """Holds what is behind a cell, which slides down in it as the page scrolls.

    A table of 200 teams is many times as high as the window: what stood at the top of such a page could not be seen
    from most of its rows. It does not scroll by itself inside the page: where it is higher than what is seen,
    scrolling on shows the rest of it.
    """

    def __init__(self, content: QWidget, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._content = content
        self._page: QScrollArea | None = None
        self._offset = 0
        self._scroller = scroll_area(content, "compare_side_scroll")
        self._scroller.setParent(self)
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._settled.timeout.connect(self._on_settled)

    @property
    def content(self) -> QWidget:
        """What is beside the table."""
        return self._content

    def show_whole(self) -> None:
        """Be as high as the content, below the table."""
        self._stand(None, QSizePolicy.Policy.Preferred, self._needed())

    def show_beside(self) -> None:
        """Be as high as the table, which scrolls its rows itself."""
        self._stand(None, QSizePolicy.Policy.Ignored, 0)

    def follow(self, page: QScrollArea, rows: int) -> None:
        """Stay in sight of a page that scrolls, beside something that is so many pixels high.

        The content has room to begin at the top of what is seen even where the last of the rows are.
        """
        needed = self._needed()
        beyond = rows + needed - page.viewport().height() + self._theme.px(SPACE_12)
        self._stand(page, QSizePolicy.Policy.Preferred, max(needed, beyond))

    def keep_seen(self) -> None:
        """Stand where the page has been scrolled to."""
        if self._page is None:
            self._scroller.setGeometry(self.rect())
            return
        above, seen = self._seen(self._page)
        needed = self._needed()
        self._offset = min(max(self._offset, above + min(0, seen - needed)), above, max(0, self.height() - needed))
        self._scroller.setGeometry(0, self._offset, self.width(), needed)

    def show_start(self) -> None:
        """Show the content from its beginning, once it has been laid out."""
        self._scroller.verticalScrollBar().setValue(0)
        if self._page is not None:
            self._offset = self.height()
            self.keep_seen()
            self._settled.start()

    def bring_into_view(self, widgets: Sequence[QWidget]) -> None:
        """Slide the content up to these parts of it, so that the page need not scroll away from its row."""
        if self._page is None:
            for each in reversed(widgets):
                self._scroller.ensureWidgetVisible(each)
            return
        self._settled.stop()
        above, seen = self._seen(self._page)
        foot = max(each.mapTo(self._content, QPoint(0, each.height())).y() for each in widgets)
        self._offset = min(self._offset, above + seen - foot - _AROUND)
        self._scroller.move(0, self._offset)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the room, or what is seen of it."""
        super().resizeEvent(event)
        self.keep_seen()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Stay in sight where what is above has become higher or lower."""
        super().moveEvent(event)
        self.keep_seen()

    def _seen(self, page: QScrollArea) -> tuple[int, int]:
        """Return how much of the column is above what is seen of the page, and how much may be seen."""
        top = self.mapTo(page.viewport(), QPoint(0, 0)).y() if page.isAncestorOf(self) else 0
        return max(0, -top), page.viewport().height() - max(0, top)

    def _needed(self) -> int:
        return _height(self._content, self.width())

    def _stand(self, page: QScrollArea | None, down: QSizePolicy.Policy, height: int) -> None:
        self._page = page
        self.setSizePolicy(QSizePolicy.Policy.Expanding, down)
        if self.minimumHeight() != height:
            self.setMinimumHeight(height)
        self.keep_seen()

    def _on_settled(self) -> None:
        """Have the beginning at the top of what is seen; beyond the last row the page goes back for it."""
        if self._page is None:
            return
        self._offset = self.height()
        self.keep_seen()
        above, _ = self._seen(self._page)
        bar = self._page.verticalScrollBar()
        bar.setValue(bar.value() - (above - self._offset))


def _height(content: QWidget, width: int) -> int:
    layout = content.layout()
    if layout is None:
        return content.sizeHint().height()
    for each in content.findChildren(QWidget):
        inside = each.layout()
        if inside is not None:
            inside.activate()
    return layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
