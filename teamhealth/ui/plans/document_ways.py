"""The ways from a plan's page to the files that are made of it, and back from a spreadsheet."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from teamhealth.publication.planned import Planned
from teamhealth.services.documents import Document, documents_of_plan
from teamhealth.services.workspace import Workspace
from teamhealth.ui.pdf_menu import PdfMenu
from teamhealth.ui.plans.files import PlanFiles
from teamhealth.ui.plans.plan_page import PlanPage
from teamhealth.ui.theme import current_theme


class PlanDocumentWays(QObject):
    """``begun`` is emitted when a file is about to be asked for, so that what was told of the last one goes."""

    begun = Signal()

    def __init__(self, parent: QWidget, workspace: Workspace, files: PlanFiles) -> None:
        super().__init__(parent)
        self.setObjectName("plan_document_ways")
        self._over = parent
        self._workspace = workspace
        self._files = files

    def lead_from(self, page: PlanPage, planned: Planned) -> None:
        """Offer a plan's documents and its spreadsheet on its page."""
        page.annex_asked.connect(partial(self._on_annex_asked, page, planned))
        page.told_asked.connect(partial(self._on_told_asked, planned))
        page.sheet_out_asked.connect(partial(self._on_sheet_out_asked, planned))
        page.sheet_in_asked.connect(partial(self._on_sheet_in_asked, planned))

    def _on_annex_asked(self, page: PlanPage, planned: Planned) -> None:
        menu = PdfMenu(self._over, documents_of_plan(self._workspace, planned), current_theme())
        menu.chosen.connect(self._save_document)
        menu.open_below(page.annex)

    def _on_told_asked(self, planned: Planned) -> None:
        _annex, told = documents_of_plan(self._workspace, planned)
        self._save_document(told, False)

    def _save_document(self, document: Document, large_print: bool) -> None:
        self.begun.emit()
        self._files.save_document(document, large_print)

    def _on_sheet_out_asked(self, planned: Planned) -> None:
        self.begun.emit()
        self._files.save_sheet(planned)

    def _on_sheet_in_asked(self, planned: Planned) -> None:
        self.begun.emit()
        self._files.take_in(planned)
