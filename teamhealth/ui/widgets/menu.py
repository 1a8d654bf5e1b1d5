"""A menu that opens below its button, and takes no press that was the second half of the one that opened it."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from teamhealth.ui.theme import HINT, Theme
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.second_press import guard_second_press


class Menu(QMenu):
    """Add actions, then ``open_below``."""

    def __init__(self, parent: QWidget, name: str, accessible: str, theme: Theme) -> None:
        super().__init__(parent)
        named(self, name, accessible)
        self.setFont(theme.font(HINT))
        guard_second_press(self)

    def open_below(self, button: QWidget) -> None:
        """Open below a button."""
        self.popup(button.mapToGlobal(QPoint(0, button.height())))
