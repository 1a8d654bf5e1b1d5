"""Hands the focus on from a room or page to what is used in it, and leads it to what something is said of."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from teamhealth.ui.theme import current_theme
from teamhealth.ui.widgets.focus_ring import FocusRings

# Above and below what is led to: what is said of it stands there.
_AROUND = 80
_TURNS = 3


def hand_on(to: QWidget, reason: Qt.FocusReason) -> None:
    """Give the focus to a widget while another is receiving it, and see that a screen reader follows.

    Qt tells a screen reader of the giver only after it told of the receiver, so that the reader would stay at the
    giver; it is told once more of whoever has the focus then.
    """
    to.setFocus(reason)
    QTimer.singleShot(0, to, _tell_who_has_it)


def give_focus(widget: QWidget) -> None:
    """Give the focus as the keyboard would; what has it already is read out again, as more may be said of it now."""
    told_already = widget.hasFocus()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    if told_already:
        QTimer.singleShot(0, widget, _tell_who_has_it)


def lead_to(widget: QWidget) -> None:
    """Give the focus to what something was just said of: it has its ring and is in view, after the mouse too."""
    give_focus(widget)
    rings = widget.window().findChild(FocusRings)
    if isinstance(rings, FocusRings):
        rings.show_anyway()
    bring_into_view(widget)


def bring_into_view(widget: QWidget) -> None:
    """Scroll to a widget, once what comes up with it has its room."""
    QTimer.singleShot(0, widget, partial(_scroll_to, widget))


def _scroll_to(widget: QWidget) -> None:
    # What was added in several layouts inside each other finds its place from the inmost outwards.
    for _ in range(_TURNS):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if isinstance(area, QScrollArea):
        area.ensureWidgetVisible(widget, 0, current_theme().px(_AROUND))


def _tell_who_has_it() -> None:
    focused = QApplication.focusWidget()
    if focused is not None and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleEvent(focused, QAccessible.Event.Focus))
