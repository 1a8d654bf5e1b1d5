"""The menu behind 'Export PDF': every document there is of what is shown, each in ordinary and in large print."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from teamhealth.services.documents import Document
from teamhealth.texts.catalogue import tr
from teamhealth.ui.theme import Theme
from teamhealth.ui.widgets.menu import Menu


class PdfMenu(Menu):
    """``chosen`` carries a document, and whether it is wanted in large print."""

    chosen = Signal(object, bool)

    def __init__(self, parent: QWidget, documents: Sequence[Document], theme: Theme) -> None:
        super().__init__(parent, "pdf_menu", tr("Documents"), theme)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill(self, documents, large_print=False)
        self.addSeparator()
        large = Menu(self, "pdf_large_menu", tr("In large print"), theme)
        large.setTitle(tr("In large print"))
        self.addMenu(large)
        self._fill(large, documents, large_print=True)

    def open_below(self, button: QWidget) -> None:
        """Open below a button, with the first document chosen, so that Enter takes it."""
        super().open_below(button)
        self.setActiveAction(self.actions()[0])

    def _fill(self, menu: QMenu, documents: Sequence[Document], *, large_print: bool) -> None:
        for document in documents:
            action = QAction(document.words.replace("&", "&&"), menu)
            action.setObjectName(f"pdf_{document.id}{'_large' if large_print else ''}")
            action.triggered.connect(partial(self._on_triggered, document, large_print))
            menu.addAction(action)

    def _on_triggered(self, document: Document, large_print: bool, _checked: bool = False) -> None:
        self.chosen.emit(document, large_print)
