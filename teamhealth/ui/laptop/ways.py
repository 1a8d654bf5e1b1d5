"""Leads from a survey file to collecting on this laptop, or to answering alone; pages are shown in a room."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from teamhealth.failures import Cancelled
from teamhealth.services.progress import Progress
from teamhealth.services.workspace import Workspace
from teamhealth.survey.ids import TeamId
from teamhealth.texts.catalogue import tr
from teamhealth.ui.outside import Outside
from teamhealth.ui.room import Room

if TYPE_CHECKING:
    from teamhealth.ui.laptop.file_opened import FileOpened


class LaptopWays(QObject):
    """``home_asked`` goes back to the list; ``failed`` carries what went wrong with a file.

    ``start_asked`` carries survey, team and seal words; ``alone_asked`` an ``AnswerAlone``;
    ``adopted`` the id of a survey that a second lead has taken over; ``file_taken`` the path of a file
    that this computer collects or opens answers for. Of somebody who answers alone here, no path is kept. ``begun`` is
    when a file is looked at: what was said of another before is over.
    """

    begun = Signal()
    home_asked = Signal()
    failed = Signal(object)
    start_asked = Signal(str, str, object)
    alone_asked = Signal(object)
    adopted = Signal(str)
    file_taken = Signal(object)

    def __init__(self, workspace: Workspace, outside: Outside, room: Room) -> None:
        super().__init__(room)
        self._workspace = workspace
        self._outside = outside
        self._room = room
        self._read = Path()
        # Deriving the words takes a second, and they never change.
        self._words: dict[str, tuple[str, ...]] = {}
        # Which team was said to answer here, until the program ends.
        self._teams: dict[str, TeamId] = {}

    def ask_file(self) -> None:
        """Ask for a lead's survey file and show what it is."""
        path = self._outside.open_path(self._room, tr("Survey files (*.thsurvey);;All files (*)"))
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Read a survey file and show what can be done with it."""
        from teamhealth.ui.laptop.file_opened import read_for_a_look
        from teamhealth.ui.tasks import run_task

        self.begun.emit()
        work = partial(read_for_a_look, self._workspace, path)
        run_task(self._room, work, done=self._on_read, failed=self._on_failed, words=tr("Reading the survey file"))

    def show_laptop(self, survey_id: str) -> None:
        """Show how far collecting is on this laptop."""
        if survey_id in self._words:
            self._show(survey_id)
            return
        from teamhealth.ui.tasks import run_task

        work = partial(_words_of, self._workspace, survey_id)
        words = tr("Working out the three words")
        run_task(self._room, work, done=partial(self._on_words, survey_id), failed=self._on_failed, words=words)

    def show_known(self, survey_id: str, words: tuple[str, ...], team_id: TeamId | None) -> None:
        """Show it again at a team, with the words that were derived before."""
        self._words[survey_id] = words
        if team_id is not None:
            self._teams[survey_id] = team_id
        self._show(survey_id)

    def _show(self, survey_id: str) -> None:
        from teamhealth.ui.laptop.laptop_page import LaptopPage

        page = LaptopPage(self._workspace, survey_id, self._words[survey_id], self._outside, self._teams.get(survey_id))
        page.crumb_followed.connect(self.home_asked)
        page.start_asked.connect(self.start_asked)
        page.file_asked.connect(self.ask_file)
        page.closed.connect(self.show_laptop)
        page.team_chosen.connect(partial(self._on_team_chosen, survey_id))
        self._room.show_page(page)

    def _on_team_chosen(self, survey_id: str, team_id: str) -> None:
        self._teams[survey_id] = TeamId(team_id)

    def _on_read(self, opened: "FileOpened") -> None:
        from teamhealth.ui.laptop.open_file_page import OpenFilePage

        self._read = opened.path
        self._words[opened.file.survey.id] = opened.words
        page = OpenFilePage(self._workspace, opened)
        page.left.connect(self.home_asked)
        page.collected.connect(self._on_collected)
        page.alone_asked.connect(self.alone_asked)
        page.lead_asked.connect(self._on_lead_asked)
        self._room.show_page(page)

    def _on_collected(self, survey_id: str) -> None:
        self.file_taken.emit(self._read)
        self.show_laptop(survey_id)

    def _on_lead_asked(self, path: Path) -> None:
        from teamhealth.ui.lead.adopt_page import AdoptPage

        page = AdoptPage(self._workspace, path, self._outside)
        page.left.connect(self.home_asked)
        page.adopted.connect(self._on_adopted)
        self._room.show_page(page)

    def _on_adopted(self, survey_id: str) -> None:
        self.file_taken.emit(self._read)
        self.adopted.emit(survey_id)

    def _on_words(self, survey_id: str, words: tuple[str, ...]) -> None:
        self._words[survey_id] = words
        self._show(survey_id)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self.failed.emit(error)


def _words_of(workspace: Workspace, survey_id: str, progress: Progress) -> tuple[str, ...]:
    from teamhealth.services.laptop import survey_words

    progress(0, 0)
    return survey_words(workspace, survey_id)
