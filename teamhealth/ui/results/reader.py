"""Reads results for a room while its window answers: the list, a survey, a file."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from teamhealth.publication.types import Publication
from teamhealth.services.progress import Progress
from teamhealth.services.results import PublishedSurvey
from teamhealth.services.workspace import Workspace
from teamhealth.texts.catalogue import tr
from teamhealth.ui.opened_results import OpenedResults
from teamhealth.ui.results.reading import asked_anew, published_survey, published_surveys, results_in
from teamhealth.ui.tasks import run_task

T = TypeVar("T")
Failed = Callable[[Exception], None]


class ResultsReader(QObject):
    """``failed`` carries what went wrong, unless whoever asked takes it."""

    failed = Signal(object)

    def __init__(self, room: QWidget, workspace: Workspace, opened: OpenedResults) -> None:
        super().__init__(room)
        self.setObjectName("results_reader")
        self._room = room
        self._workspace = workspace
        self._opened = opened

    def read_list(self, done: Callable[[tuple[PublishedSurvey, ...]], None]) -> None:
        """Read what is published here, and what is open."""
        self._read(self._listed, done)

    def read_survey(self, survey_id: str, team_id: str | None, done: Callable[[Publication], None]) -> None:
        """Find a publication, here or among what is open."""
        self._read(partial(published_survey, self._workspace, self._opened.all, survey_id, team_id), done)

    def read_file(self, path: Path, done: Callable[[Publication], None], failed: Failed) -> None:
        """Read a results file."""
        self._read(partial(results_in, path), done, failed)

    def read_asked_anew(self, publication: Publication, team_id: str, done: Callable[[frozenset[str]], None]) -> None:
        """Find the themes whose questions changed since a team was last shown."""
        self._read(partial(asked_anew, self._workspace, publication, team_id), done)

    def _listed(self, progress: Progress) -> tuple[PublishedSurvey, ...]:
        return published_surveys(self._workspace, self._opened.all, progress)

    def _read(self, work: Callable[[Progress], T], done: Callable[[T], None], failed: Failed | None = None) -> None:
        words = tr("Reading the results")
        run_task(self._room, work, done=done, failed=failed or self.failed.emit, words=words, reads=True)
