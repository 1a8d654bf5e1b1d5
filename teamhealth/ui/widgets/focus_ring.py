"""The focus ring: a white gap and a blue line around whatever has the keyboard's focus, painted outside it."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from shiboken6 import isValid

from teamhealth.figures import palette
from teamhealth.ui.contrast import shown
from teamhealth.ui.theme import RADIUS_BUTTON

GAP = 2
LINE = 3
_INPUTS = (QLineEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox)
_TABS = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.Show}


class FocusRing(QWidget):
    """The ring itself; it lies over a window's or a scroll area's content and lets the mouse through."""

    def __init__(self, parent: QWidget, target: QWidget) -> None:
        super().__init__(parent)
        self._ground = parent
        self.target = target
        self.setObjectName("focus_ring")
        self.setAccessibleName("")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.follow()
        self.show()
        self.raise_()

    def follow(self) -> None:
        """Lie around the target again after something moved."""
        corner = self.target.mapTo(self._ground, QPoint(0, 0))
        out = GAP + LINE
        self.setGeometry(QRect(corner, self.target.size()).adjusted(-out, -out, out, out))

    def come_into_view(self) -> None:
        """Scroll to the whole of it; Qt scrolls to the cursor of an input only, and not where Tab comes from outside.

        What is higher than the area is left as it stands.
        """
        viewport = self._ground.parentWidget()
        area = viewport.parentWidget() if viewport is not None else None
        if not isinstance(area, QScrollArea) or self.height() > area.viewport().height():
            return
        bar, high = area.verticalScrollBar(), area.viewport().height()
        bar.setValue(max(min(bar.value(), self.y()), self.y() + self.height() - high))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the white gap, then the blue line around it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        own = self.target.property("ringRadius")
        radius = float(own) if isinstance(own, (int, float)) else RADIUS_BUTTON
        for width, inset, colour in ((GAP, LINE + GAP / 2, palette.WHITE), (LINE, LINE / 2, palette.FOCUS)):
            painter.setPen(QPen(shown(colour), width))
            rect = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            corner = radius + GAP + LINE - inset
            painter.drawRoundedRect(rect, corner, corner)
        painter.end()


class FocusRings(QObject):
    """Shows one window's ring: after keys always, after the mouse on inputs only."""

    # Python empties what it collects before Qt takes the window down, which is told to every filter.
    _window: QWidget | None = None

    def __init__(self, window: QWidget, application: QApplication) -> None:
        super().__init__(window)
        self._window = window
        self._ring: FocusRing | None = None
        self._watched: list[QWidget] = []
        self._by_mouse = self._by_tab = False
        window.installEventFilter(self)
        application.focusChanged.connect(self._on_focus_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Learn whether keys or the mouse were used last, and follow what moves; nothing is held back."""
        window, kind = self._window, event.type()
        if window is None:
            return False
        if watched is window and kind == QEvent.Type.Show:
            handle = window.windowHandle()
            if handle is not None:
                # Real input passes the native window before any widget changes focus.
                handle.installEventFilter(self)
        elif kind == QEvent.Type.MouseButtonPress:
            self._by_mouse = True
            self._show_for(window.focusWidget())
        elif isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress:
            self._by_mouse = False
            self._by_tab = event.key() in _TABS
            self._show_for(window.focusWidget())
        elif kind in _MOVES and self._ring is not None:
            self._ring.follow()
        return False

    def show_anyway(self) -> None:
        """Show the ring around what has the focus, though the mouse led there."""
        self._by_mouse = False
        if self._window is not None:
            self._show_for(self._window.focusWidget())

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        self._show_for(now)
        if self._by_tab and self._ring is not None and self._ring.target is now:
            self._ring.come_into_view()

    def _show_for(self, now: QWidget | None) -> None:
        wanted = now if now is not None and self._wants_ring(now) else None
        if wanted is not None and self._ring is not None and isValid(self._ring) and self._ring.target is wanted:
            return
        self._drop()
        if wanted is not None:
            self._surround(wanted)

    def _wants_ring(self, now: QWidget) -> bool:
        if now is self._window or now.window() is not self._window:
            return False
        if self._by_mouse and not isinstance(now, _INPUTS):
            return False
        return bool(now.focusPolicy() & Qt.FocusPolicy.TabFocus)

    def _surround(self, now: QWidget) -> None:
        parent = self._ground_of(now)
        self._ring = FocusRing(parent, now)
        each: QWidget | None = now
        while each is not None and each is not parent:
            each.installEventFilter(self)
            self._watched.append(each)
            each = each.parentWidget()
        # Showing the ring lays out what had been asked for before, when nothing was listened to yet.
        self._ring.follow()

    def _ground_of(self, target: QWidget) -> QWidget:
        """Return the content of the nearest scroll area, or the window: there the ring has room and moves along."""
        each = target.parentWidget()
        while each is not None and each is not self._window:
            viewport = each.parentWidget()
            area = viewport.parentWidget() if viewport is not None else None
            if isinstance(area, QAbstractScrollArea) and area.viewport() is viewport:
                return each
            each = viewport
        return target.window()

    def _drop(self) -> None:
        for each in self._watched:
            if isValid(each):
                each.removeEventFilter(self)
        self._watched = []
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        self._ring = None


def install_focus_ring(window: QWidget) -> FocusRings | None:
    """Give a top-level window its focus ring; None where there is no application to follow."""
    application = QApplication.instance()
    return FocusRings(window, application) if isinstance(application, QApplication) else None
