"""What lies over a dashboard while somebody looks closer: one theme in detail, or all comments."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from teamhealth.ui.widgets.page import Page


class CloserLook(QObject):
    """Lays one page at a time over another widget; ``left`` names what was looked at when the page is left."""

    left = Signal(str)

    def __init__(self, over: QWidget, under: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("closer_look")
        self._layers = QStackedLayout(over)
        self._under = under
        self._layers.addWidget(under)
        self._what = ""
        self.page: Page | None = None

    @property
    def what(self) -> str:
        """What is looked at; '' for nothing."""
        return self._what if self.page is not None else ""

    def show(self, what: str, page: Page) -> None:
        """Lay a page over everything else."""
        self._drop()
        self._what = what
        page.crumb_followed.connect(self.leave)
        self.page = page
        self._layers.addWidget(page)
        self._layers.setCurrentWidget(page)
        # The page itself: it is for reading, and its breadcrumb would take the arrows that scroll it.
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Show again what lies below."""
        self._layers.setCurrentWidget(self._under)
        self._drop()
        self.left.emit(self._what)

    def _drop(self) -> None:
        if self.page is not None:
            self._layers.removeWidget(self.page)
            self.page.hide()
            self.page.deleteLater()
            self.page = None
