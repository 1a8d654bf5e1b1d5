"""A tip that says no more than what a widget is called already, so that a screen reader is not told it twice."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget


def show_tip(widget: QWidget, event: QEvent, words: str) -> bool:
    """Show words where somebody points at a widget; False for any other event, or without words.

    A widget's own tool tip would be its description, which is read out after its name.
    """
    if not isinstance(event, QHelpEvent) or event.type() is not QEvent.Type.ToolTip or not words:
        return False
    # A tip that starts with a tag would be read as markup.
    QToolTip.showText(event.globalPos(), words.replace("<", "‹"), widget)
    return True
