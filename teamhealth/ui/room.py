"""A place of the main window that shows one page at a time and lets the last one go."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QStackedWidget, QWidget
from shiboken6 import isValid

from teamhealth.ui.widgets.focus import hand_on
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.one_paint import paint_once


class Room(QStackedWidget):
    """Shows pages, each made when it is needed and deleted when another takes its place."""

    def __init__(self, name: str, accessible: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name, accessible)
        self._pages: list[QWidget] = []
        self._left_at: dict[QWidget, QWidget] = {}

    @property
    def pages(self) -> tuple[QWidget, ...]:
        """The pages there are, the one that is shown last."""
        return tuple(self._pages)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on to the page that is shown; with a focus proxy, Tab would skip parts of it."""
        super().focusInEvent(event)
        page = self.currentWidget()
        if page is not None:
            hand_on(page, event.reason())

    def show_page(self, page: QWidget) -> None:
        """Show a page in place of all others, and give it the focus."""
        before = self.pages
        self.lay_over(page)
        for each in before:
            self._drop(each)

    def lay_over(self, page: QWidget) -> None:
        """Show a page over the one that is shown, which stays as it is until ``lift``, with the focus where it was."""
        below, focused = self.currentWidget(), self.window().focusWidget()
        if below is not None and focused is not None and below.isAncestorOf(focused):
            self._left_at[below] = focused
        self._pages.append(page)
        self.addWidget(page)
        self._turn_to(page)

    def lift(self) -> None:
        """Let the page go that lies over another, and show that one again, where somebody left it."""
        if len(self._pages) < 2:
            return
        below = self._pages[-2]
        self._turn_to(below)
        left_at = self._left_at.pop(below, None)
        if left_at is not None and isValid(left_at) and below.isAncestorOf(left_at):
            left_at.setFocus(Qt.FocusReason.OtherFocusReason)
        self._drop(self._pages[-1])

    def _turn_to(self, page: QWidget) -> None:
        paint_once(self)
        self.setCurrentWidget(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self, page: QWidget) -> None:
        self._pages.remove(page)
        self._left_at.pop(page, None)
        self.removeWidget(page)
        page.hide()
        page.deleteLater()
