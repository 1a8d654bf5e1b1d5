"""The ways from a page of published results to the files that are made of it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from teamhealth.figures.shapes import Figure
from teamhealth.publication.types import Publication
from teamhealth.services.area_reports import area_of
from teamhealth.services.documents import Document, area_documents, pack_document, team_documents
from teamhealth.services.results_files import picture_name
from teamhealth.services.workspace import Workspace
from teamhealth.ui.pdf_menu import PdfMenu
from teamhealth.ui.results.area_page import AreaPage
from teamhealth.ui.results.dashboard import TeamDashboard
from teamhealth.ui.results.files import ResultsFiles
from teamhealth.ui.theme import current_theme


class DocumentWays(QObject):
    """``begun`` is emitted when a file is about to be asked for, so that what was told of the last one goes."""

    begun = Signal()

    def __init__(self, parent: QWidget, workspace: Workspace, files: ResultsFiles) -> None:
        super().__init__(parent)
        self.setObjectName("document_ways")
        self._over = parent
        self._workspace = workspace
        self._files = files

    def lead_from_team(self, page: TeamDashboard, publication: Publication) -> None:
        """Offer a team's documents, results file, figures and picture on its page."""
        page.report_asked.connect(partial(self._on_report_asked, page, publication))
        page.meeting_sheet_asked.connect(partial(self._on_meeting_sheet_asked, publication))
        page.results_file_asked.connect(partial(self._on_results_file_asked, publication))
        page.figures_asked.connect(partial(self._on_figures_asked, publication))
        page.picture_asked.connect(partial(self._on_picture_asked, publication))

    def lead_from_area(self, page: AreaPage, publication: Publication, service_id: str | None) -> None:
        """Offer the documents and figures of an area of service on its page."""
        page.report_asked.connect(partial(self._on_area_report_asked, page, publication, service_id))
        page.figures_asked.connect(partial(self._on_figures_asked, publication, publication.teams[0].id))
        page.picture_asked.connect(partial(self._on_area_picture_asked, publication, service_id))

    def save_pack(self, publication: Publication) -> None:
        """Ask where, and write all reports of a round as one."""
        self._save_document(pack_document(self._workspace, publication), False)

    def _on_report_asked(self, page: TeamDashboard, publication: Publication, team_id: str) -> None:
        self._offer(team_documents(self._workspace, publication, team_id), page.header.report)

    def _on_area_report_asked(self, page: AreaPage, publication: Publication, service_id: str | None) -> None:
        self._offer(area_documents(self._workspace, publication, service_id), page.report)

    def _offer(self, documents: Sequence[Document], button: QWidget) -> None:
        menu = PdfMenu(self._over, documents, current_theme())
        menu.chosen.connect(self._save_document)
        menu.open_below(button)

    def _save_document(self, document: Document, large_print: bool) -> None:
        self.begun.emit()
        self._files.save_document(document, large_print)

    def _on_meeting_sheet_asked(self, publication: Publication, team_id: str) -> None:
        documents = team_documents(self._workspace, publication, team_id)
        self._save_document(next(each for each in documents if each.id == "meeting"), False)

    def _on_results_file_asked(self, publication: Publication, team_id: str) -> None:
        self.begun.emit()
        self._files.save_results(publication, team_id)

    def _on_figures_asked(self, publication: Publication, team_id: str) -> None:
        self.begun.emit()
        self._files.save_figures(publication, team_id)

    def _on_picture_asked(self, publication: Publication, team_id: str, figure: Figure) -> None:
        self.begun.emit()
        self._files.save_picture(picture_name(publication, publication.team(team_id).name), figure)

    def _on_area_picture_asked(self, publication: Publication, service_id: str | None, figure: Figure) -> None:
        self.begun.emit()
        self._files.save_picture(picture_name(publication, area_of(publication, service_id).name), figure)
