"""Saves what is made of a plan, and takes its spreadsheet back."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from teamhealth.publication.planned import Planned
from teamhealth.services.plan_files import SheetChanges, read_plan_sheet
from teamhealth.services.progress import Progress
from teamhealth.services.workspace import Workspace
from teamhealth.texts.catalogue import tr
from teamhealth.ui.outside import Outside
from teamhealth.ui.plans.papers import PlanPaper, write_paper
from teamhealth.ui.plans.prompts import sheet_prompt
from teamhealth.ui.tasks import run_task

T = TypeVar("T")


class PlanFiles(QObject):
    """``written`` carries a file's path, ``taken`` the changes of a spreadsheet that may be taken in."""

    written = Signal(object)
    taken = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QWidget, workspace: Workspace, outside: Outside) -> None:
        super().__init__(parent)
        self.setObjectName("plan_files")
        self._parent = parent
        self._workspace = workspace
        self._outside = outside
        self._folder: Path | None = None

    def write(self, planned: Planned, paper: PlanPaper) -> None:
        """Ask where, and write a file there; the next one is offered beside it."""
        name = paper.name(planned)
        suggested = str(self._folder / name) if self._folder is not None else name
        path = self._outside.save_path(self._parent, suggested, paper.files)
        if path is None:
            return
        path = path if path.suffix else path.with_suffix(Path(name).suffix)
        work = partial(write_paper, paper, planned, path)
        self._run(work, self._on_written, paper.doing)

    def take_in(self, planned: Planned) -> None:
        """Ask which spreadsheet, read it, and ask again if it would take actions out of the plan."""
        path = self._outside.open_path(self._parent, tr("Spreadsheets (*.xlsx);;All files (*)"))
        if path is not None:
            work = partial(_read_sheet, self._workspace, planned, path)
            self._run(work, self._on_sheet_read, tr("Reading the spreadsheet"))

    def _run(self, work: Callable[[Progress], T], done: Callable[[T], None], words: str) -> None:
        run_task(self._parent, work, done=done, failed=self.failed.emit, words=words, cancellable=False)

    def _on_written(self, path: Path) -> None:
        self._folder = path.parent
        self.written.emit(path)

    def _on_sheet_read(self, changes: SheetChanges) -> None:
        if not changes.gone:
            self.taken.emit(changes)
            return
        prompt = sheet_prompt(self._parent, changes)
        prompt.accepted.connect(partial(self.taken.emit, changes))
        prompt.open()


def _read_sheet(workspace: Workspace, planned: Planned, path: Path, progress: Progress) -> SheetChanges:
    progress(0, 0)
    return read_plan_sheet(planned, path, workspace.entropy)
