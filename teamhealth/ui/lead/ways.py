"""Leads a survey lead through setting up: form, check, and saving the files; pages are shown in a room."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QObject, Signal

from teamhealth.failures import Cancelled
from teamhealth.services.progress import Progress
from teamhealth.services.workspace import Workspace
from teamhealth.texts.catalogue import tr
from teamhealth.ui.outside import Outside
from teamhealth.ui.room import Room

if TYPE_CHECKING:
    from teamhealth.services.drafts import Draft
    from teamhealth.services.lead_survey import LeadSurvey
    from teamhealth.services.team_file import TeamsFromFile
    from teamhealth.ui.lead.setup_page import LeadReady, LeadSetupPage


@runtime_checkable
class _HoldsBack(Protocol):
    """A page whose files are not saved yet; asked like this, its module is not loaded for the question."""

    def warn_once(self) -> bool:
        """Say so, the first time; return whether it did."""


class LeadWays(QObject):
    """``home_asked`` goes back to the list; ``custody_left`` carries a draft that is no lead's any more.

    ``practice_asked`` carries a survey to be tried; nothing of it is kept.
    """

    home_asked = Signal()
    custody_left = Signal(object)
    practice_asked = Signal(object)

    def __init__(self, workspace: Workspace, outside: Outside, room: Room) -> None:
        super().__init__(room)
        self._workspace = workspace
        self._outside = outside
        self._room = room

    def show_setup(self, draft: "Draft", *, again: bool = False) -> None:
        """Show the form of a draft; ``again`` where it was stored before."""
        from teamhealth.ui.lead.setup_page import LeadSetupPage

        page = LeadSetupPage(self._workspace, draft)
        if again:
            page.say_opened_again()
        page.crumb_followed.connect(self.home_asked)
        page.custody_left.connect(self.custody_left)
        page.checked.connect(self._on_checked)
        page.preview_asked.connect(self._on_preview_asked)
        page.teams_file_asked.connect(partial(self._on_teams_file_asked, page))
        self._room.show_page(page)

    def holds_back(self) -> bool:
        """Whether files of a new survey would be lost by leaving now; says so once."""
        page: object = self._room.currentWidget()
        return isinstance(page, _HoldsBack) and page.warn_once()

    def _on_teams_file_asked(self, page: "LeadSetupPage") -> None:
        from teamhealth.ui.tasks import run_task

        page.failure.clear()
        path = self._outside.open_path(page, tr("Tables (*.csv *.xlsx *.txt);;All files (*)"))
        if path is None:
            return
        done, failed = partial(self._on_teams_read, page), partial(_show_failure, page)
        run_task(page, partial(_teams, path), done=done, failed=failed, words=tr("Reading the file"), reads=True)

    def _on_teams_read(self, page: "LeadSetupPage", found: "TeamsFromFile") -> None:
        from teamhealth.ui.lead.teams_preview_page import TeamsPreviewPage

        preview = TeamsPreviewPage(found, page.teams.teams)
        preview.left.connect(self._room.lift)
        preview.accepted.connect(partial(self._on_teams_accepted, page, found))
        self._room.lay_over(preview)

    def _on_teams_accepted(self, page: "LeadSetupPage", found: "TeamsFromFile") -> None:
        page.teams.replace_teams(found.teams)
        self._room.lift()

    def _on_preview_asked(self, draft: "Draft") -> None:
        from teamhealth.ui.surveys.preview import PreviewPage

        page = PreviewPage(self._workspace, draft)
        page.left.connect(self._room.lift)
        page.try_asked.connect(self.practice_asked)
        self._room.lay_over(page)

    def _on_checked(self, ready: "LeadReady") -> None:
        from teamhealth.ui.lead.check_page import LeadCheckPage

        page = LeadCheckPage(self._workspace, ready)
        page.left.connect(self._room.lift)
        page.created.connect(self._on_created)
        self._room.lay_over(page)

    def _on_created(self, made: "LeadSurvey") -> None:
        from teamhealth.ui.lead.files_page import FilesPage

        page = FilesPage(self._workspace, made, self._outside)
        page.finished.connect(self.home_asked)
        self._room.show_page(page)


def _teams(path: Path, progress: Progress) -> "TeamsFromFile":
    from teamhealth.services.team_file import read_teams

    progress(0, 0)
    return read_teams(path)


def _show_failure(page: "LeadSetupPage", error: Exception) -> None:
    if isinstance(error, Cancelled):
        return
    page.failure.show_failure(error)
    page.scroller.verticalScrollBar().setValue(0)
