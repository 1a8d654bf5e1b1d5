"""Saves what is made of published results: documents, the results file, figures and pictures of charts."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from teamhealth.failures import Failure
from teamhealth.figures.shapes import Figure
from teamhealth.publication.types import Publication
from teamhealth.services.progress import Progress
from teamhealth.services.results import earlier_rounds
from teamhealth.services.results_files import report_name, write_figures, write_results
from teamhealth.services.workspace import Workspace
from teamhealth.texts.catalogue import tr
from teamhealth.ui.file_saver import FileSaver, results_files
from teamhealth.ui.outside import Outside
from teamhealth.ui.picture import ask_and_save


class ResultsFiles(FileSaver):
    """``team_id`` gives the file its name; whole publications are written, whichever team is shown."""

    def __init__(self, parent: QWidget, workspace: Workspace, outside: Outside) -> None:
        super().__init__(parent, outside)
        self.setObjectName("results_files")
        self._workspace = workspace

    def save_results(self, publication: Publication, team_id: str) -> None:
        """Ask where, and write the publication as a results file."""
        name = report_name(publication, team_id, "results")
        self.save(name, results_files(), partial(_write_results, publication), tr("Writing the results file"))

    def save_figures(self, publication: Publication, team_id: str) -> None:
        """Ask where, and write all published figures, with those of earlier rounds."""
        name = report_name(publication, team_id, "figures")
        write = partial(_write_figures, self._workspace, publication)
        self.save(name, _figure_files(), write, tr("Writing the figures"))

    def save_picture(self, name: str, figure: Figure) -> None:
        """Ask where, and write a chart as a picture."""
        suggested = self.in_folder(name)
        try:
            path = ask_and_save(self.page, figure, suggested, self.outside)
        except Failure as error:
            self.failed.emit(error)
            return
        if path is not None:
            self._on_written(path)


def _write_results(publication: Publication, path: Path, _progress: Progress) -> None:
    write_results(publication, path)


def _write_figures(workspace: Workspace, publication: Publication, path: Path, _progress: Progress) -> None:
    write_figures((publication, *earlier_rounds(workspace, publication)), path)


def _figure_files() -> str:
    return tr("Excel workbook (*.xlsx);;CSV, one figure in each row (*.csv);;JSON (*.json)")
