"""A page's ground: one column of a given width in the middle, that scrolls downwards where it must."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from teamhealth.ui.questionnaire.page_scroller import PageScroller
from teamhealth.ui.theme import FOCUS_MARGIN, SPACE_8, SPACE_16, SPACE_24, Theme
from teamhealth.ui.widgets.focus import give_focus
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.page import Ground, scroll_area, scroll_by_key

QUESTION_WIDTH = 760
WIDE_WIDTH = 1130
# A stretch beside which a stretch of 1 gets nothing until the other has all that it takes.
_ALL = 10_000


class Column(QWidget):
    """A page of the questionnaire mode; put widgets into ``content``, and what has to stay in sight into ``foot()``."""

    def __init__(self, name: str, accessible: str, width: int, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._width = width
        self._low = False
        named(self, name, accessible)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        ground = Ground()
        named(ground, f"{name}_ground", "", "page")
        # Focus rings are painted outside what they are around, and need its margins.
        self._ground_row = QHBoxLayout(ground)
        self._foot_row: QHBoxLayout | None = None
        self.content = self._in_the_middle(self._ground_row, f"{name}_column")
        self.scroller = PageScroller(theme.px(SPACE_24))
        scroll_area(ground, f"{name}_scroll", self.scroller)
        self._outer.addWidget(self.scroller, _ALL)
        Column.set_low(self, low=False)

    def foot(self, *, after: bool) -> QVBoxLayout:
        """Return the layout of what does not scroll, made once.

        Parameters
        ----------
        after : bool
            Whether it follows a short content at once, or stands at the foot of the page whatever is above it.
        """
        ground = QWidget()
        named(ground, f"{self.objectName()}_foot", "", "page")
        self._foot_row = QHBoxLayout(ground)
        layout = self._in_the_middle(self._foot_row, f"{self.objectName()}_foot_column")
        self._outer.addWidget(ground)
        # Below what scrolls it stands where it stands below what does not.
        self.scroller.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        if after:
            self.scroller.be_no_higher_than_its_content()
            self._outer.addStretch(1)
        Column.set_low(self, low=False)
        return layout

    def set_narrow(self, *, narrow: bool) -> None:
        """Lay the page out for a window that is narrow for the text size, or not; most pages need not care."""

    def set_roomy(self, *, roomy: bool) -> None:
        """Lay the page out for a window in which all of it has room, or not; most pages need not care."""

    def set_tight(self, *, tight: bool) -> None:
        """Lay the page out for a window in which little has room, or not; most pages need not care."""

    def set_low(self, *, low: bool) -> None:
        """Lay the page out for a window that is low for the text size, or not."""
        px = self.theme.px
        side, top, bottom = px(SPACE_24), px(SPACE_8 if low else SPACE_16), px(FOCUS_MARGIN if low else SPACE_8)
        self._ground_row.setContentsMargins(side, top, side, bottom)
        if self._foot_row is not None:
            bar = self.scroller.verticalScrollBar()
            beside = bar.sizeHint().width() if bar.maximum() else 0
            self._foot_row.setContentsMargins(side, 0 if low else px(FOCUS_MARGIN), side + beside, bottom)
        self._low = low

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

    def _in_the_middle(self, row: QHBoxLayout, name: str) -> QVBoxLayout:
        column = QWidget()
        named(column, name, "")
        column.setMaximumWidth(self.theme.px(self._width))
        column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        row.addStretch(1)
        row.addWidget(column, 1000)
        row.addStretch(1)
        return layout

    def _on_range_changed(self, _least: int, _most: int) -> None:
        Column.set_low(self, low=self._low)

    def _on_laid_out(self) -> None:
        self.scroller.bring_into_view(self.focusWidget())
