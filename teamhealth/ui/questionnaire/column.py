"""A page's ground: one column of a given width in the middle, that scrolls downwards where it must."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from teamhealth.ui.theme import SPACE_8, SPACE_16, SPACE_24, Theme
from teamhealth.ui.widgets.focus import give_focus
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.page import Ground, scroll_area, scroll_by_key

QUESTION_WIDTH = 760
WIDE_WIDTH = 1130


class PageScroller(QScrollArea):
    """A scroll area that leaves the arrow keys to the page, and scrolls by whole pages only."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Page Up and Page Down, nothing else."""
        if event.key() in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            super().keyPressEvent(event)
        else:
            event.ignore()


class Column(QWidget):
    """A page of the questionnaire mode; put widgets into ``content``."""

    def __init__(self, name: str, accessible: str, width: int, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        named(self, name, accessible)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        ground = Ground()
        named(ground, f"{name}_ground", "", "page")
        # Focus rings are painted outside what they are around, and need its margins.
        self._ground_row = row = QHBoxLayout(ground)
        self._column = QWidget()
        named(self._column, f"{name}_column", "")
        self._column.setMaximumWidth(theme.px(width))
        self._column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.content = QVBoxLayout(self._column)
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.setSpacing(0)
        row.addStretch(1)
        row.addWidget(self._column, 1000)
        row.addStretch(1)
        self.scroller: QScrollArea = scroll_area(ground, f"{name}_scroll", PageScroller())
        outer.addWidget(self.scroller)
        Column.set_low(self, low=False)

    def set_narrow(self, *, narrow: bool) -> None:
        """Lay the page out for a window that is narrow for the text size, or not; most pages need not care."""

    def set_low(self, *, low: bool) -> None:
        """Lay the page out for a window that is low for the text size, or not."""
        side, top = self.theme.px(SPACE_24), self.theme.px(SPACE_8 if low else SPACE_16)
        self._ground_row.setContentsMargins(side, top, side, self.theme.px(SPACE_8))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by the keys that neither a widget nor the page wanted."""
        if not scroll_by_key(self.scroller, event):
            super().keyPressEvent(event)

    def focus_on(self, widget: QWidget) -> None:
        """Give the focus as the keyboard would, and bring it into view."""
        give_focus(widget)
        self._on_laid_out()
        # Once more when new words have their height.
        QTimer.singleShot(0, self, self._on_laid_out)

    def _on_laid_out(self) -> None:
        focused = self.focusWidget()
        if focused is not None:
            self.scroller.ensureWidgetVisible(focused, 0, self.theme.px(SPACE_24))
