"""Which part of a comparison scrolls: the table where some of its teams have room, else the page alone."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QWidget

from teamhealth.ui.compare.card import CompareCard
from teamhealth.ui.compare.drill_in import DrillIn
from teamhealth.ui.compare.side import SideColumn
from teamhealth.ui.widgets.spare import Spare
from teamhealth.ui.widgets.whole_rows import BY_KEY


class WholePage(QObject):
    """Lets the table stand whole where what is behind its cells lies below it, or the window is low.

    Where that lies beside the table, it stays in sight.
    """

    def __init__(
        self, area: QScrollArea, card: CompareCard, body: QBoxLayout, side: SideColumn, drill: DrillIn
    ) -> None:
        super().__init__(area)
        self._area, self._card, self._body, self._side, self._drill = area, card, body, side, drill
        self._spare = Spare(area)
        self._spare.changed.connect(self.fit)
        area.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        side.content.installEventFilter(self)
        for each in drill.ways:
            each.installEventFilter(self)

    def fit(self) -> None:
        """Look again, after the page was given another size or other contents."""
        below = self._below
        self._stand(below)
        if not below and self._spare.height((self._card,)) < 0:
            self._stand(True)

    def show_drill(self) -> None:
        """Bring what can be done about a team into view once it has the focus: it may lie far below the table."""
        target = self._drill.focusWidget()
        if target is not None and self._below:
            # From its beginning, which says of which team it is, as far as that has room.
            self._area.ensureWidgetVisible(self._drill, 0, 0)
            self._area.ensureWidgetVisible(target)
        elif target is not None:
            self._card.table.show_row()

    def show_start(self) -> None:
        """Show what is behind another cell from its beginning."""
        self._side.show_start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let what is behind another cell have as much room as it needs, and bring what has the focus into view."""
        if watched is self._side.content:
            if event.type() is QEvent.Type.LayoutRequest:
                self._fit_side()
        elif isinstance(event, QFocusEvent) and isinstance(watched, QWidget):
            self._follow_focus(event, watched)
        return super().eventFilter(watched, event)

    def _follow_focus(self, event: QFocusEvent, way: QWidget) -> None:
        """Slide to what a key has led to, before the page would scroll away from the row for it; and back again."""
        if event.gotFocus() and event.reason() in BY_KEY:
            self._side.bring_into_view([way, *(each for each in self._drill.ways if each.isVisible())])
        elif event.lostFocus() and self._area.window().focusWidget() not in self._drill.ways:
            self._side.show_start()

    @property
    def _below(self) -> bool:
        return self._body.direction() is QBoxLayout.Direction.TopToBottom

    def _fit_side(self) -> None:
        if not self._card.table.rows.whole:
            self._side.show_beside()
        elif self._below:
            self._side.show_whole()
        else:
            self._side.follow(self._area, self._card.least_height())

    def _stand(self, whole: bool) -> None:
        self._card.stand(whole)
        # Beside it may be more room than it needs.
        at_top = whole and not self._below
        self._body.setAlignment(self._card, Qt.AlignmentFlag.AlignTop if at_top else Qt.AlignmentFlag(0))
        self._fit_side()

    def _on_scrolled(self) -> None:
        self._card.table.keep_header_seen()
        self._side.keep_seen()
