"""Leads through published results: the list, a team's dashboard, and the files made from it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from teamhealth.failures import Cancelled, Failure
from teamhealth.figures.shapes import Figure
from teamhealth.publication.types import Publication
from teamhealth.services.pack import write_pack
from teamhealth.services.progress import Progress
from teamhealth.services.results import (
    PublishedSurvey,
    PublishedTeam,
    earlier_rounds,
    list_published,
    load_publication,
    picture_name,
    read_results,
    report_name,
    write_figures,
    write_meeting_sheet,
    write_results,
    write_team_report,
)
from teamhealth.services.rounds import pack_name
from teamhealth.services.workspace import Workspace
from teamhealth.texts.catalogue import tr, trn
from teamhealth.ui.outside import Outside
from teamhealth.ui.picture import ask_and_save
from teamhealth.ui.results.dashboard import TeamDashboard
from teamhealth.ui.results.results_page import PublishedRow, ResultsPage
from teamhealth.ui.room import Room
from teamhealth.ui.saved_note import SavedNote
from teamhealth.ui.surveys.failure_panel import FailurePanel
from teamhealth.ui.tasks import run_task
from teamhealth.ui.theme import current_theme
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.note import Note, NoteKind, note_shelf

RESULTS = "results"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Paper:
    """A file that results are saved as: its kind, who writes it, the files to choose among, and what is being done."""

    kind: str
    write: Callable[[Publication, str, Path], None]
    files: str
    words: str


class ResultsRoom(QWidget):
    """Shows publications and nothing else; a failure or a saved file is told above the page.

    ``plan_asked`` carries a publication, a team and the item of a concern that an action is to answer.
    """

    plan_asked = Signal(object, str, str)

    def __init__(self, workspace: Workspace, outside: Outside) -> None:
        super().__init__()
        theme = current_theme()
        named(self, "results_room", tr("Results"))
        self._workspace = workspace
        self._outside = outside
        self._publication: Publication | None = None
        self._folder: Path | None = None
        self._left: tuple[str, str] | None = None
        self.saved = SavedNote(outside.show, theme)
        self.failure = FailurePanel("results_failure", theme=theme)
        self.example = Note(NoteKind.WARNING, tr("Example: invented answers"), "example_note", theme=theme)
        self.example.hide()
        self.pages = Room("results_pages", tr("Results"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(note_shelf("results_notes", (self.example, self.saved, self.failure), theme))
        layout.addWidget(self.pages, 1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on to the page that is shown; with a focus proxy, Tab would skip the notes above it."""
        super().focusInEvent(event)
        self.pages.setFocus(event.reason())

    def enter(self) -> None:
        """Read anew what is published, and show the list."""
        self._clear_notes()
        self._left = None
        self._read(partial(_published, self._workspace), self._show_list)

    def _come_back(self, publication: Publication, team_id: str) -> None:
        """Show the list again, at the team that was looked at."""
        self.enter()
        self._left = publication.survey.id, team_id

    def _show_list(self, published: tuple[PublishedSurvey, ...]) -> None:
        page = ResultsPage(_rows(published))
        if self._left is not None:
            page.return_to(*self._left)
        page.opened.connect(self.show_team)
        page.pack_asked.connect(self._on_pack_asked)
        page.file_asked.connect(self._on_file_asked)
        self.pages.show_page(page)

    def show_survey(self, survey_id: str) -> None:
        """Show the first team of a published survey."""
        self._read(partial(_loaded, self._workspace, survey_id, None), self._show_first)

    def show_team(self, survey_id: str, team_id: str) -> None:
        """Show a team of a published survey."""
        self._read(partial(_loaded, self._workspace, survey_id, team_id), partial(self._show_one, team_id))

    def open_file(self, path: Path) -> None:
        """Show a results file; no key is needed."""
        self._clear_notes()
        self._read(partial(_from_file, path), self._show_first)

    def _read(self, work: Callable[[Progress], T], done: Callable[[T], None]) -> None:
        """Read results away from the screen's thread: those of a council with many teams take a moment."""
        words = tr("Reading the results")
        run_task(self, work, done=done, failed=self._on_failed, words=words, cancellable=False)

    def _show_first(self, publication: Publication) -> None:
        self.show_publication(publication, publication.teams[0].id)

    def _show_one(self, team_id: str, publication: Publication) -> None:
        self.show_publication(publication, team_id)

    def show_publication(self, publication: Publication, team_id: str) -> None:
        """Show a team of a publication, wherever it came from."""
        self._show(TeamDashboard(publication, team_id), publication)

    def show_example(self, publication: Publication) -> None:
        """Show invented results, marked so that nobody takes them for real ones.

        They are not offered as a results file: opened elsewhere, it would not be marked.
        """
        self._show(TeamDashboard(publication, publication.teams[0].id, keeps_results=False), publication)
        self.example.show()

    def _show(self, page: TeamDashboard, publication: Publication) -> None:
        self._clear_notes()
        self._publication = publication
        page.results_left.connect(partial(self._come_back, publication, page.team_id))
        page.report_asked.connect(self._on_report_asked)
        page.meeting_sheet_asked.connect(self._on_meeting_sheet_asked)
        page.results_file_asked.connect(self._on_results_file_asked)
        page.figures_asked.connect(self._on_figures_asked)
        page.picture_asked.connect(self._on_picture_asked)
        page.plan_asked.connect(partial(self.plan_asked.emit, publication))
        self.pages.show_page(page)

    def _clear_notes(self) -> None:
        self.example.hide()
        self.saved.hide()
        self.failure.clear()

    def _on_file_asked(self) -> None:
        self._clear_notes()
        path = self._outside.open_path(self, results_files())
        if path is not None:
            self.open_file(path)

    def _on_pack_asked(self, survey_id: str) -> None:
        self._clear_notes()
        self._read(partial(_loaded, self._workspace, survey_id, None), self._ask_for_pack)

    def _ask_for_pack(self, publication: Publication) -> None:
        path = self._ask(f"{pack_name(publication)}.pdf", pdf_files())
        if path is not None:
            work = partial(_pack_written, self._workspace, publication, path)
            words = tr("Writing all reports")
            run_task(self, work, done=self._on_written, failed=self._on_failed, words=words)

    def _on_report_asked(self, team_id: str) -> None:
        self._write(
            team_id, Paper("report", partial(_write_report, self._workspace), pdf_files(), tr("Writing the report"))
        )

    def _on_meeting_sheet_asked(self, team_id: str) -> None:
        self._write(team_id, Paper("meeting", write_meeting_sheet, pdf_files(), tr("Writing the meeting sheet")))

    def _on_results_file_asked(self, team_id: str) -> None:
        self._write(team_id, Paper(RESULTS, _write_results, results_files(), tr("Writing the results file")))

    def _on_picture_asked(self, team_id: str, figure: Figure) -> None:
        if self._publication is None:
            return
        self.saved.hide()
        self.failure.clear()
        name = picture_name(self._publication, team_id)
        suggested = str(self._folder / name) if self._folder is not None else name
        try:
            path = ask_and_save(self, figure, suggested, self._outside)
        except Failure as error:
            self.failure.show_failure(error)
            return
        if path is not None:
            self._on_written(path)

    def _on_figures_asked(self, team_id: str) -> None:
        write = partial(_write_figures, self._workspace)
        self._write(team_id, Paper("figures", write, _figure_files(), tr("Writing the figures")))

    def _write(self, team_id: str, paper: Paper) -> None:
        if self._publication is None:
            return
        self.saved.hide()
        self.failure.clear()
        path = self._ask(report_name(self._publication, team_id, paper.kind), paper.files)
        if path is None:
            return
        work = partial(_written, paper, self._publication, team_id, path)
        done = self._on_results_written if paper.kind == RESULTS else self._on_written
        run_task(self, work, done=done, failed=self._on_failed, words=paper.words, cancellable=False)

    def _ask(self, name: str, files: str) -> Path | None:
        """Ask where a file is saved; it ends as ``name`` does where nothing else was said."""
        suggested = str(self._folder / name) if self._folder is not None else name
        path = self._outside.save_path(self, suggested, files)
        return path.with_suffix(Path(name).suffix) if path is not None and not path.suffix else path

    def _on_written(self, path: Path) -> None:
        self._folder = path.parent
        self.saved.show_saved(path)

    def _on_results_written(self, path: Path) -> None:
        self._folder = path.parent
        self.saved.show_saved(path, opens_here=True)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self.failure.show_failure(error)


def _written(paper: Paper, publication: Publication, team_id: str, path: Path, progress: Progress) -> Path:
    progress(0, 0)
    paper.write(publication, team_id, path)
    return path


def _pack_written(workspace: Workspace, publication: Publication, path: Path, progress: Progress) -> Path:
    write_pack((publication, *earlier_rounds(workspace, publication)), path, progress)
    return path


def _published(workspace: Workspace, progress: Progress) -> tuple[PublishedSurvey, ...]:
    progress(0, 0)
    return list_published(workspace)


def _loaded(workspace: Workspace, survey_id: str, team_id: str | None, progress: Progress) -> Publication:
    progress(0, 0)
    return load_publication(workspace, survey_id, team_id)


def _from_file(path: Path, progress: Progress) -> Publication:
    progress(0, 0)
    return read_results(path)


def _write_results(publication: Publication, _team_id: str, path: Path) -> None:
    """Write the whole publication, whichever team is shown."""
    write_results(publication, path)


def _write_report(workspace: Workspace, publication: Publication, team_id: str, path: Path) -> None:
    """Write a team's report, with the earlier rounds that are kept here."""
    write_team_report(publication, team_id, path, earlier=earlier_rounds(workspace, publication))


def _write_figures(workspace: Workspace, publication: Publication, _team_id: str, path: Path) -> None:
    """Write all figures that are published, as above, with those of earlier rounds."""
    write_figures((publication, *earlier_rounds(workspace, publication)), path)


def _figure_files() -> str:
    return tr("Excel workbook (*.xlsx);;CSV, one figure in each row (*.csv);;JSON (*.json)")


def pdf_files() -> str:
    """Return the kind of file that papers are saved as, for the system's window."""
    return tr("PDF (*.pdf)")


def results_files() -> str:
    """Return the kinds of files that results are opened from, for the system's window."""
    return tr("Results files (*.thresults);;All files (*)")


def _rows(surveys: tuple[PublishedSurvey, ...]) -> tuple[PublishedRow, ...]:
    return tuple(
        PublishedRow(survey.id, survey.title, survey.round_name, team.id, team.name, _detail(team), team.shown)
        for survey in surveys
        for team in survey.teams
    )


def _detail(team: PublishedTeam) -> str:
    if not team.shown or team.answered is None:
        return tr("Nothing can be shown")
    words = trn(
        "{count} of {headcount} person answered",
        "{count} of {headcount} people answered",
        team.answered,
        headcount=team.headcount,
    )
    return f"{words} · {tr('published later, by itself')}" if team.late else words
