"""Points at a widget until it says more, and clicks on it as the native window would pass it on."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from teamhealth.ui.widgets.focus_ring import FocusRing


def tip_of(widget: QWidget) -> str:
    """Return the words of the tip that comes up."""
    QToolTip.hideText()
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, QPoint(1, 1), widget.mapToGlobal(QPoint(1, 1))))
    return QToolTip.text()


def click(widget: QWidget) -> None:
    """Click in the middle of a widget."""
    handle = widget.window().windowHandle()
    assert handle is not None
    middle = widget.mapTo(widget.window(), widget.rect().center())
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    # What comes into view does so once the page has its new height.
    QTest.qWait(20)


def is_in_view(widget: QWidget) -> bool:
    """Return whether the whole of a widget is seen in what scrolls it."""
    return widget.isVisible() and widget.visibleRegion().boundingRect().size() == widget.size()


def ringed(window: QWidget) -> list[str]:
    """Return the names of what has a ring."""
    return [each.target.objectName() for each in window.findChildren(FocusRing) if each.isVisible()]
