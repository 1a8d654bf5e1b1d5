"""Has a screen reader say what has come up without taking the focus."""

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, words: str) -> None:
    """Say words about a widget; nothing happens where no screen reader listens."""
    if words:
        # Qt makes all that it knows of accessibility when this is first named, and no window needs it to be painted.
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
