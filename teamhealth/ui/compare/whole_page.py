"""Which part of a comparison scrolls: the table where some of its teams have room, else the page alone."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QSizePolicy, QWidget

from teamhealth.ui.compare.card import CompareCard
from teamhealth.ui.compare.drill_in import DrillIn
from teamhealth.ui.widgets.spare import Spare


class WholePage(QObject):
    """Lets the table stand whole where what is behind its cells lies below it, or the window is low."""

    def __init__(self, area: QScrollArea, card: CompareCard, body: QBoxLayout, side: QScrollArea) -> None:
        super().__init__(area)
        self._area, self._card, self._body, self._side = area, card, body, side
        self._spare = Spare(area)
        self._spare.changed.connect(self.fit)
        area.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        inside = side.widget()
        if inside is not None:
            inside.installEventFilter(self)

    def fit(self) -> None:
        """Look again, after the page was given another size or other contents."""
        below = self._body.direction() is QBoxLayout.Direction.TopToBottom
        self._stand(below)
        if not below and self._spare.height((self._card,)) < 0:
            self._stand(True)

    def show_drill(self, drill: DrillIn) -> None:
        """Bring what can be done about a team into view once it has the focus: it may lie far below the table."""
        target = drill.focusWidget()
        if self._card.table.rows.whole and target is not None:
            self._area.ensureWidgetVisible(target)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let what is behind another cell have as much room as it needs."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit_side()
        return super().eventFilter(watched, event)

    def _fit_side(self) -> None:
        inside = self._side.widget()
        if inside is not None:
            whole = self._card.table.rows.whole
            # Beside the table it is as high as that is.
            down = QSizePolicy.Policy.Preferred if whole else QSizePolicy.Policy.Ignored
            self._side.setSizePolicy(QSizePolicy.Policy.Expanding, down)
            self._side.setMinimumHeight(_height(inside, self._side.viewport().width()) if whole else 0)

    def _stand(self, whole: bool) -> None:
        self._card.stand(whole)
        self._fit_side()

    def _on_scrolled(self) -> None:
        self._card.table.keep_header_seen()


def _height(content: QWidget, width: int) -> int:
    layout = content.layout()
    if layout is None:
        return content.sizeHint().height()
    for each in content.findChildren(QWidget):
        inside = each.layout()
        if inside is not None:
            inside.activate()
    return layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
