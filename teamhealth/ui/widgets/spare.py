"""What of a window's height a page leaves empty, so that what is read more easily when larger may grow into it."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QWidget


class Spare(QObject):
    """Looks at a page in its scroll area; ``changed`` when another part of it, or more or less of it, is seen."""

    changed = Signal()

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(0)
        self._again.timeout.connect(self.changed)
        area.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell of another size."""
        if event.type() is QEvent.Type.Resize:
            self.changed.emit()
            # Once more when the page has followed: at another width its parts stand in another way.
            self._again.start()
        return super().eventFilter(watched, event)

    def height(self, changed: Iterable[QWidget]) -> int:
        """Return the height that the page leaves of what is seen of it; below 0 where it scrolls.

        ``changed`` are those of its widgets whose layouts have changed just before, and have not told it yet.
        """
        for each in changed:
            inside = each.layout()
            if inside is not None:
                inside.activate()
        content = self._area.widget()
        layout = content.layout() if content is not None else None
        if layout is None:
            return 0
        seen = self._area.viewport().size()
        wraps = layout.hasHeightForWidth()
        needed = layout.totalHeightForWidth(seen.width()) if wraps else layout.totalSizeHint().height()
        return seen.height() - needed
