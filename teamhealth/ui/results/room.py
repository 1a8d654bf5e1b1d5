"""Leads through published results: the list, a team, an area of service or the council."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal

from teamhealth.failures import Cancelled, ResultsOlder
from teamhealth.publication.types import Publication
from teamhealth.services.area_reports import area_of
from teamhealth.services.results import PublishedSurvey
from teamhealth.services.workspace import Workspace
from teamhealth.texts.catalogue import tr
from teamhealth.ui.file_saver import results_files
from teamhealth.ui.noted_room import NotedRoom
from teamhealth.ui.opened_results import OpenedResults
from teamhealth.ui.outside import Outside
from teamhealth.ui.results.area_page import AreaPage
from teamhealth.ui.results.dashboard import TeamDashboard
from teamhealth.ui.results.document_ways import DocumentWays
from teamhealth.ui.results.files import ResultsFiles
from teamhealth.ui.results.places import Place, at_area, at_example, at_list, at_team, at_team_of_area, closer
from teamhealth.ui.results.published_rows import area_rows, older_rows, team_rows
from teamhealth.ui.results.quality_page import quality_page
from teamhealth.ui.results.reader import ResultsReader
from teamhealth.ui.results.results_page import COUNCIL, ResultsPage
from teamhealth.ui.results.room_notes import ResultsNotes
from teamhealth.ui.stopped_page import show_stopped


class ResultsRoom(NotedRoom):
    """Shows publications and nothing else; a failure or a saved file is told above the page.

    ``plan_asked`` carries a publication, a team and the item of a concern that an action is to answer.
    ``begun`` comes when another file is asked for, so that what was told above the room of the last one goes.
    """

    plan_asked = Signal(object, str, str)
    file_read = Signal(object)
    begun = Signal()

    def __init__(
        self,
        workspace: Workspace,
        outside: Outside,
        recent: Callable[[], tuple[str, ...]] = tuple,
        opened: OpenedResults | None = None,
    ) -> None:
        super().__init__("results", tr("Results"), workspace=workspace, outside=outside, recent=recent, opened=opened)
        self._notes = ResultsNotes(self, outside.show, self.theme)
        self.saved, self.failure = self._notes.saved, self._notes.failure
        self._left: tuple[str, str] | None = None
        self._place: Place = at_list
        self._closer = ""
        self._reader = ResultsReader(self, workspace, self._opened)
        self._reader.failed.connect(self._on_failed)
        files = ResultsFiles(self, workspace, outside)
        files.written.connect(self._notes.show_written)
        files.failed.connect(self._on_failed)
        self._ways = DocumentWays(self, workspace, files)
        self._ways.begun.connect(self._notes.clear_outcome)
        self.put_above(self._notes.shelf)

    @property
    def place(self) -> Place | None:
        """What shows in another room what is shown in this one; None while a page lies over it."""
        page = self.pages.currentWidget()
        if len(self.pages.pages) > 1:
            return None
        what = page.closer if isinstance(page, TeamDashboard) else ""
        return closer(self._place, what) if what else self._place

    def look_closer_at(self, what: str) -> None:
        """Look closer at a theme, or the comments, of the team that is shown next."""
        self._closer = what

    def enter(self) -> None:
        """Read anew what is published, and show the list."""
        self._place = at_list
        self._notes.clear()
        self._left = None
        self._reader.read_list(self._show_list)

    def _come_back(self, publication: Publication, looked_at: str) -> None:
        """Show the list again, at the team or the area of service that was looked at."""
        self.enter()
        self._left = publication.survey.id, looked_at

    def _show_list(self, published: tuple[PublishedSurvey, ...]) -> None:
        page = ResultsPage(
            team_rows(published), area_rows(published), older=older_rows(published), recent=self._recent()
        )
        if self._left is not None:
            page.return_to(*self._left)
        page.opened.connect(self.show_team)
        page.area_opened.connect(self._on_area_opened)
        page.pack_asked.connect(self._on_pack_asked)
        page.file_asked.connect(self._on_file_asked)
        page.close_asked.connect(self._on_close_asked)
        page.recent_asked.connect(self.open_file)
        self.pages.show_page(page)

    def show_survey(self, survey_id: str) -> None:
        """Show the first team of a published survey."""
        self._reader.read_survey(survey_id, None, self._show_first)

    def show_team(self, survey_id: str, team_id: str) -> None:
        """Show a team of a published survey."""
        self._reader.read_survey(survey_id, team_id, partial(self._show_one, team_id))

    def open_file(self, path: Path) -> None:
        """Show a results file; no key is needed. Several teams are shown together first."""
        self._notes.clear()
        self._reader.read_file(path, partial(self._show_file, path), self._on_file_failed)

    def _show_first(self, publication: Publication) -> None:
        self.show_publication(publication, publication.teams[0].id)

    def _show_file(self, path: Path, publication: Publication) -> None:
        self.file_read.emit(path)
        self._opened.add((publication,))
        if len(publication.teams) > 1:
            self.show_area(publication, None)
        else:
            self._show_first(publication)

    def _show_one(self, team_id: str, publication: Publication) -> None:
        self.show_publication(publication, team_id)

    def show_publication(self, publication: Publication, team_id: str) -> None:
        """Show a team of a publication, wherever it came from."""
        self._show_with_earlier(publication, team_id, "", None)

    def _show_with_earlier(
        self, publication: Publication, team_id: str, crumb: str, back: Callable[[], None] | None
    ) -> None:
        """Show a team once it is known of which themes the questions changed."""
        self._opened.look_at(publication, team_id)
        done = partial(self._show_dashboard, publication, team_id, crumb, back)
        self._reader.read_asked_anew(publication, team_id, done)

    def _show_dashboard(
        self,
        publication: Publication,
        team_id: str,
        crumb: str,
        back: Callable[[], None] | None,
        anew: frozenset[str],
    ) -> None:
        page = TeamDashboard(publication, team_id, crumb=crumb, asked_anew=anew, parent=self.pages)
        self._show(page, publication, back)
        if back is None:
            self._place = at_team(publication, team_id)

    def show_team_of_area(self, publication: Publication, service_id: str | None, team_id: str) -> None:
        """Show a team that was chosen on a page of several, which the way back leads to again."""
        crumb = area_of(publication, service_id).name
        self._place = at_team_of_area(publication, service_id, team_id)
        self._show_with_earlier(publication, team_id, crumb, partial(self.show_area, publication, service_id, team_id))

    def show_area(self, publication: Publication, service_id: str | None, left: str = "") -> None:
        """Show an area of service of a publication, or with None the whole council; at the team that was ``left``."""
        self._notes.clear()
        self._place = at_area(publication, service_id)
        page = AreaPage(publication, service_id)
        page.crumb_followed.connect(partial(self._come_back, publication, service_id or COUNCIL))
        page.team_opened.connect(partial(self.show_team_of_area, publication, service_id))
        self._ways.lead_from_area(page, publication, service_id)
        page.quality_asked.connect(partial(self._on_quality_asked, publication))
        if left:
            page.return_to(left)
        self.pages.show_page(page)

    def show_example(self, publication: Publication) -> None:
        """Show invented results, marked so that nobody takes them for real ones.

        They are not offered as a results file: opened elsewhere, it would not be marked.
        """
        page = TeamDashboard(publication, publication.teams[0].id, keeps_results=False, parent=self.pages)
        self._show(page, publication)
        self._notes.example.show()
        self._place = at_example(publication)

    def _show(self, page: TeamDashboard, publication: Publication, back: Callable[[], None] | None = None) -> None:
        self._notes.clear()
        page.results_left.connect(back or partial(self._come_back, publication, page.team_id))
        self._ways.lead_from_team(page, publication)
        page.plan_asked.connect(partial(self.plan_asked.emit, publication))
        self.pages.show_page(page)
        page.look_closer(self._closer)
        self._closer = ""

    def _on_area_opened(self, survey_id: str, service_id: str) -> None:
        self._reader.read_survey(survey_id, None, partial(self._show_area_of, service_id or None))

    def _show_area_of(self, service_id: str | None, publication: Publication) -> None:
        self.show_area(publication, service_id)

    def _on_quality_asked(self, publication: Publication) -> None:
        page = quality_page(publication)
        page.crumb_followed.connect(self.pages.lift)
        self.pages.lay_over(page)

    def _on_file_asked(self) -> None:
        self._notes.clear()
        self.begun.emit()
        path = self._outside.open_path(self, results_files())
        if path is not None:
            self.open_file(path)

    def _on_pack_asked(self, survey_id: str) -> None:
        self._notes.clear()
        self._reader.read_survey(survey_id, None, self._ways.save_pack)

    def _on_close_asked(self, survey_id: str) -> None:
        self._opened.close(survey_id)
        self.enter()

    def _on_file_failed(self, error: Exception) -> None:
        """Tell it above whatever is shown; above the list where nobody has been here yet."""
        if not self.pages.pages and not isinstance(error, Cancelled):
            self._reader.read_list(partial(self._show_list_under, error))
        else:
            self._on_failed(error)

    def _show_list_under(self, error: Exception, published: tuple[PublishedSurvey, ...]) -> None:
        self._place = at_list
        self._show_list(published)
        self.failure.show_failure(error)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, ResultsOlder):
            self._reader.read_list(partial(self._show_list_under, error))
        elif not isinstance(error, Cancelled):
            self.failure.show_failure(error)
        elif not self.pages.pages:
            show_stopped(self.pages, tr("Results"), "results", self.enter)
