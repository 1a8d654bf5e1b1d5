"""Saves what is made of a plan, and takes its spreadsheet back."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from teamhealth.publication.planned import Planned
from teamhealth.services.plan_files import plan_file_name, write_plan_sheet
from teamhealth.services.plan_sheet_changes import SheetChanges, read_plan_sheet
from teamhealth.services.progress import Progress
from teamhealth.services.workspace import Workspace
from teamhealth.texts.catalogue import tr
from teamhealth.ui.file_saver import FileSaver
from teamhealth.ui.outside import Outside
from teamhealth.ui.plans.sheet_prompt import SheetPrompt
from teamhealth.ui.tasks import run_task


class PlanFiles(FileSaver):
    """``taken`` carries the changes of a spreadsheet that may be taken in."""

    taken = Signal(object)

    def __init__(self, parent: QWidget, workspace: Workspace, outside: Outside) -> None:
        super().__init__(parent, outside)
        self.setObjectName("plan_files")
        self._workspace = workspace

    def save_sheet(self, planned: Planned) -> None:
        """Ask where, and write the spreadsheet for owners there."""
        name = plan_file_name(planned, tr("plan"), ".xlsx")
        self.save(name, tr("Spreadsheets (*.xlsx)"), partial(_write_sheet, planned), tr("Writing the spreadsheet"))

    def take_in(self, planned: Planned) -> None:
        """Ask which spreadsheet, and take it in."""
        path = self.outside.open_path(self.page, tr("Spreadsheets (*.xlsx);;All files (*)"))
        if path is not None:
            self.take_file(planned, path)

    def take_file(self, planned: Planned, path: Path) -> None:
        """Read a spreadsheet, and ask if anything of the plan would be lost."""
        work = partial(_read_sheet, self._workspace, planned, path)
        run_task(self.page, work, done=self._on_sheet_read, failed=self.failed.emit,
                 words=tr("Reading the spreadsheet"), reads=True)  # fmt: skip

    def _on_sheet_read(self, changes: SheetChanges) -> None:
        if not changes.asked:
            self.taken.emit(changes)
            return
        prompt = SheetPrompt(self.page, changes)
        prompt.taken.connect(self.taken)
        prompt.open()


def _write_sheet(planned: Planned, path: Path, _progress: Progress) -> None:
    write_plan_sheet(planned, path)


def _read_sheet(workspace: Workspace, planned: Planned, path: Path, progress: Progress) -> SheetChanges:
    progress(0, 0)
    return read_plan_sheet(planned, path, workspace.entropy)
