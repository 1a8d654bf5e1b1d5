"""The files that a plan is saved as: who writes each, under what name, and what is said meanwhile."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from teamhealth.publication.planned import Planned
from teamhealth.services.plan_files import (
    figures_beside,
    plan_file_name,
    write_plan_annex,
    write_plan_sheet,
    write_plan_told,
)
from teamhealth.services.progress import Progress
from teamhealth.services.workspace import Workspace
from teamhealth.texts.catalogue import tr


@dataclass(frozen=True, slots=True)
class PlanPaper:
    """A kind of file: its words in the file's name, its ending, who writes it, and what is being done."""

    words: str
    ending: str
    files: str
    write: Callable[[Planned, Path], None]
    doing: str

    def name(self, planned: Planned) -> str:
        """Return the name that is suggested."""
        return plan_file_name(planned, self.words, self.ending)


def annex_paper(workspace: Workspace) -> PlanPaper:
    """Return the annex for HR: overdue actions worked out for today, workforce figures of the area of service."""
    return PlanPaper(
        tr("retention plan"), ".pdf", tr("PDF (*.pdf)"), partial(_annex, workspace), tr("Writing the retention plan")
    )


def told_paper() -> PlanPaper:
    """Return the team's page."""
    return PlanPaper(tr("what we will do"), ".pdf", tr("PDF (*.pdf)"), write_plan_told, tr("Writing the team’s page"))


def sheet_paper() -> PlanPaper:
    """Return the spreadsheet for owners."""
    files = tr("Spreadsheets (*.xlsx)")
    return PlanPaper(tr("plan"), ".xlsx", files, write_plan_sheet, tr("Writing the spreadsheet"))


def write_paper(paper: PlanPaper, planned: Planned, path: Path, progress: Progress) -> Path:
    """Write a file as work for a task; returns where it is."""
    progress(0, 0)
    paper.write(planned, path)
    return path


def _annex(workspace: Workspace, planned: Planned, path: Path) -> None:
    write_plan_annex(planned, path, workspace.today(), figures_beside(workspace, planned))
