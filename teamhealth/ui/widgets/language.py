"""Tells the system of which language the words of a widget are, so that a screen reader speaks them as such."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget


def speak(widget: QWidget, language: str) -> None:
    """Say that all words of a widget are of a language such as 'cy' or 'en-GB'; of the program's own for ''."""
    if language:
        widget.setLocale(QLocale(language))
    else:
        widget.unsetLocale()
