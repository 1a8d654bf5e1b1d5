"""A place of the main window that shows one page at a time and lets the last one go."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from teamhealth.ui.widgets.naming import named


class Room(QStackedWidget):
    """Shows pages, each made when it is needed and deleted when another takes its place."""

    def __init__(self, name: str, accessible: str) -> None:
        super().__init__()
        named(self, name, accessible)

    def show_page(self, page: QWidget) -> None:
        """Show a page in place of all others, and give it the focus."""
        before = [self.widget(number) for number in range(self.count())]
        self.lay_over(page)
        for each in before:
            self._drop(each)

    def lay_over(self, page: QWidget) -> None:
        """Show a page over the one that is shown, which stays as it is until ``lift``."""
        self.addWidget(page)
        self.setCurrentWidget(page)
        self.setFocusProxy(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def lift(self) -> None:
        """Let the page go that lies over another, and show that one again."""
        if self.count() < 2:
            return
        top = self.currentWidget()
        self.setCurrentIndex(self.count() - 2)
        self._drop(top)
        self.setFocusProxy(self.currentWidget())
        self.currentWidget().setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self, page: QWidget) -> None:
        self.removeWidget(page)
        page.hide()
        page.deleteLater()
