"""F1, and Help in the rail: help on the room that is shown lies over it, and leads back to it as it was."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from teamhealth.ui.place_ids import HELP

# Help itself is loaded when somebody asks for it.
if TYPE_CHECKING:
    from teamhealth.ui.main_window import MainWindow


class HelpKey(QObject):
    """``over`` is the room that help lies over, which nobody has asked yet whether it may be left; else None."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.over: str | None = None
        key = QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), window)
        key.activated.connect(self.ask)

    def ask(self) -> None:
        """Show help on the room that is shown, if there is one yet; the room stays as it is."""
        window, here = self._window, self._window.here
        if window.busy or here == HELP:
            return
        from teamhealth.ui.help.custody_shown import custody_shown
        from teamhealth.ui.help.help_page import HelpPage

        shown = [each for each in window.room(here, QWidget).findChildren(QWidget) if each.isVisible()]
        window.show_place(HELP)
        page = window.room(HELP, HelpPage)
        page.show_place(here, [each.objectName() for each in shown])
        page.protection.choose(custody_shown(shown))
        self.lie_over(here)

    def lie_over(self, place_id: str | None) -> None:
        """Know which room help lies over, and lead back to it."""
        if place_id is None:
            return
        from teamhealth.ui.help.help_page import HelpPage

        self.over = place_id
        page = self._window.room(HELP, HelpPage)
        page.back_asked.connect(self._on_back_asked, Qt.ConnectionType.UniqueConnection)

    def _on_back_asked(self, place_id: str) -> None:
        """Show a place as it was left, with what was told there."""
        self._window.show_place(place_id)
        self._window.room(place_id, QWidget).setFocus(Qt.FocusReason.OtherFocusReason)
