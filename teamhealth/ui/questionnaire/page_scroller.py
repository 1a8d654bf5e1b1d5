"""What scrolls on a page of the questionnaire: what has the focus is always in sight."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

_HIGHEST = 16_777_215


class PageScroller(QScrollArea):
    """A scroll area that leaves the arrow keys to the page, and scrolls by whole pages only.

    Parameters
    ----------
    around : int
        How much is seen above and below what has the focus.
    """

    def __init__(self, around: int) -> None:
        super().__init__()
        self._around = around
        self._fitted = False
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def be_no_higher_than_its_content(self) -> None:
        """Let what stands below follow what is short, and stay in sight below what is long."""
        self._fitted = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Page Up and Page Down, nothing else."""
        if event.key() in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Become no higher than the content is at this width."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what the content needs."""
        done = super().eventFilter(watched, event)
        if event.type() is QEvent.Type.LayoutRequest and watched is self.widget():
            self._fit()
        return done

    def bring_into_view(self, widget: QWidget | None) -> None:
        """Scroll as far as a widget of the content needs."""
        if widget is not None:
            self.ensureWidgetVisible(widget, 0, self._around)

    def _fit(self) -> None:
        content = self.widget()
        if not self._fitted or content is None:
            return
        high = content.heightForWidth(self.width()) if content.hasHeightForWidth() else content.sizeHint().height()
        self.setMaximumHeight(min(max(high, 1), _HIGHEST))

    def _on_focus_changed(self, _before: QWidget | None, focused: QWidget | None) -> None:
        # What is pressed with the mouse must not move away under it.
        if self.isVisible() and QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self.bring_into_view(focused)
