"""A place of the main window whose pages have notes above them: what was saved, taken in, or went wrong."""

from collections.abc import Callable

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from teamhealth.services.workspace import Workspace
from teamhealth.ui.opened_results import OpenedResults
from teamhealth.ui.outside import Outside
from teamhealth.ui.room import Room
from teamhealth.ui.theme import current_theme
from teamhealth.ui.widgets.focus import hand_on
from teamhealth.ui.widgets.naming import named


class NotedRoom(QWidget):
    """``pages`` shows one page at a time, below whatever ``put_above`` puts there.

    ``recent`` gives the files opened last, ``opened`` holds what is open in every room.
    """

    def __init__(
        self,
        name: str,
        title: str,
        *,
        workspace: Workspace,
        outside: Outside,
        recent: Callable[[], tuple[str, ...]],
        opened: OpenedResults | None,
    ) -> None:
        super().__init__()
        named(self, f"{name}_room", title)
        self.theme = current_theme()
        self.pages = Room(f"{name}_pages", title)
        self._workspace, self._outside = workspace, outside
        self._recent = recent
        self._opened = opened or OpenedResults()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on to the page that is shown; with a focus proxy, Tab would skip the notes above it."""
        super().focusInEvent(event)
        hand_on(self.pages, event.reason())

    def put_above(self, shelf: QFrame) -> None:
        """Lay the room out, with a shelf of notes above its pages."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(shelf)
        layout.addWidget(self.pages, 1)
