"""Hands the focus on from a room or page to what is used in it."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QApplication, QWidget


def hand_on(to: QWidget, reason: Qt.FocusReason) -> None:
    """Give the focus to a widget while another is receiving it, and see that a screen reader follows.

    Qt tells a screen reader of the giver only after it told of the receiver, so that the reader would stay at the
    giver; it is told once more of whoever has the focus then.
    """
    to.setFocus(reason)
    QTimer.singleShot(0, to, _tell_who_has_it)


def _tell_who_has_it() -> None:
    focused = QApplication.focusWidget()
    if focused is not None and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleEvent(focused, QAccessible.Event.Focus))
