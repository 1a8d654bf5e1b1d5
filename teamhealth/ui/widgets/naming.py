"""Gives a widget the names that tests and screen readers know it by, and its kind in the style sheet."""

from PySide6.QtWidgets import QWidget


def named(widget: QWidget, name: str, accessible: str, kind: str = "") -> None:
    """Set object name, accessible name and, if given, the style sheet's kind."""
    widget.setObjectName(name)
    widget.setAccessibleName(accessible)
    if kind:
        widget.setProperty("kind", kind)


def restyle(widget: QWidget, key: str, value: str) -> None:
    """Change a property that the style sheet looks at, and apply it."""
    if widget.property(key) == value:
        return
    widget.setProperty(key, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
