"""Leads through workforce figures: the rates, typing figures, and files from HR and the DfE."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from teamhealth.failures import Cancelled, Failure
from teamhealth.services.progress import Progress
from teamhealth.services.results import organisations_in
from teamhealth.services.units import list_units, reopen_unit
from teamhealth.services.workforce import (
    EnteredFigures,
    References,
    delete_figures,
    entered_figures,
    import_references,
    known_references,
    list_workforce,
)
from teamhealth.services.workforce_entry import any_unit, enterable_figures, save_entered
from teamhealth.services.workforce_import import PlannedImport, plan_import, take_in
from teamhealth.services.workspace import Workspace
from teamhealth.survey.units import Unit
from teamhealth.survey.workforce import WorkforceFigures
from teamhealth.survey.workforce_words import reference_name
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.dates import long_date
from teamhealth.ui.noted_room import NotedRoom
from teamhealth.ui.opened_results import OpenedResults
from teamhealth.ui.outside import Outside
from teamhealth.ui.problems.failure_panel import FailurePanel
from teamhealth.ui.prompt_window import PromptWindow
from teamhealth.ui.tasks import run_task
from teamhealth.ui.units.prompts import CloseUnitPrompt, MergeUnitPrompt, RenameUnitPrompt
from teamhealth.ui.units.units_page import UnitsPage
from teamhealth.ui.widgets.note import Note, NoteKind, note_shelf
from teamhealth.ui.workforce.entry_page import EntryPage
from teamhealth.ui.workforce.figures_page import FiguresPage
from teamhealth.ui.workforce.preview_page import PreviewPage
from teamhealth.ui.workforce.prompts import CouncilPrompt, DeleteCountPrompt, OrganisationPrompt


class WorkforceRoom(NotedRoom):
    """Figures and teams are read anew whenever they are shown."""

    def __init__(
        self,
        workspace: Workspace,
        outside: Outside,
        recent: Callable[[], tuple[str, ...]] = tuple,
        opened: OpenedResults | None = None,
    ) -> None:
        super().__init__(
            "workforce", tr("Workforce figures"), workspace=workspace, outside=outside, recent=recent, opened=opened
        )
        self.failure = FailurePanel("workforce_failure", theme=self.theme)
        self.told = Note(NoteKind.SUCCESS, "", "workforce_told", theme=self.theme)
        self.told.hide()
        self.put_above(note_shelf("workforce_notes", (self.told, self.failure), self.theme))

    def enter(self) -> None:
        """Show the rates anew, unless figures are being typed: they are still there."""
        if not isinstance(self.pages.currentWidget(), EntryPage):
            self.show_figures()

    def show_figures(self) -> None:
        """Show the rates anew."""
        self._clear_notes()
        enterable = any_unit(enterable_figures(self._workspace, self._opened.all))
        page = FiguresPage(list_workforce(self._workspace), self._workspace.today(), enterable=enterable)
        page.entry_asked.connect(self.show_entry)
        page.file_asked.connect(self._on_file_asked)
        page.reference_asked.connect(self._on_reference_asked)
        page.teams_asked.connect(self.show_units)
        self.pages.show_page(page)

    def show_units(self) -> None:
        """Show teams and services, and what has become of them."""
        self._clear_notes()
        page = UnitsPage(list_units(self._workspace))
        page.crumb_followed.connect(self.show_figures)
        page.rename_asked.connect(self._on_rename_asked)
        page.merge_asked.connect(self._on_merge_asked)
        page.close_asked.connect(self._on_close_asked)
        page.reopen_asked.connect(self._on_reopen_asked)
        self.pages.show_page(page)

    def show_entry(self) -> None:
        """Show the form."""
        self._clear_notes()
        entered = enterable_figures(self._workspace, self._opened.all)
        page = EntryPage(entered, known_references(self._workspace), self._workspace.today())
        page.saved.connect(partial(self._on_saved, entered))
        page.deleted.connect(self._on_delete_asked)
        page.left.connect(self.show_figures)
        self.pages.show_page(page)

    def _clear_notes(self) -> None:
        self.told.hide()
        self.failure.clear()

    def _tell(self, words: str) -> None:
        self.show_figures()
        self.told.say(NoteKind.SUCCESS, words)
        self.told.show()

    def _on_saved(self, entered: tuple[EnteredFigures, ...], unit: Unit, figures: WorkforceFigures) -> None:
        try:
            save_entered(self._workspace, entered, unit, figures)
        except Exception as error:
            self.failure.show_failure(error)
            return
        self._tell(tr("Saved: {name}, {day}.", name=unit.name, day=long_date(figures.as_of)))

    def _on_delete_asked(self, unit: Unit, day: object) -> None:
        count = next((each for found in entered_figures(self._workspace) for each in found.of(unit)
                      if each.as_of == day), None)  # fmt: skip
        if count is None:
            return
        prompt = DeleteCountPrompt(self, unit.name, long_date(count.as_of))
        prompt.accepted.connect(partial(self._on_delete_accepted, unit, count))
        prompt.open()

    def _on_delete_accepted(self, unit: Unit, count: WorkforceFigures) -> None:
        delete_figures(self._workspace, unit, count.as_of)
        self._tell(tr("Deleted: {name}, {day}.", name=unit.name, day=long_date(count.as_of)))

    def _on_rename_asked(self, unit: Unit) -> None:
        self._ask(RenameUnitPrompt(self, self._workspace, unit))

    def _on_merge_asked(self, unit: Unit, others: tuple[Unit, ...]) -> None:
        self._ask(MergeUnitPrompt(self, self._workspace, unit, others))

    def _on_close_asked(self, unit: Unit) -> None:
        self._ask(CloseUnitPrompt(self, self._workspace, unit))

    def _on_reopen_asked(self, unit: Unit) -> None:
        try:
            reopen_unit(self._workspace, unit)
        except Failure as error:
            self.failure.show_failure(error)
            return
        self.show_units()

    def _ask(self, prompt: PromptWindow) -> None:
        prompt.accepted.connect(self.show_units)
        prompt.open()

    def _on_file_asked(self) -> None:
        self._clear_notes()
        path = self._outside.open_path(self, tr("Tables (*.csv *.xlsx *.txt);;All files (*)"))
        if path is None:
            return
        known = [each.organisation.name for each in list_units(self._workspace)]
        if len(known) == 1:
            self._read(path, known[0])
            return
        results = tuple(each for each in self._recent() if each.lower().endswith(".thresults"))
        if known or not results:
            self._ask_whose(path, tuple(known))
            return
        # Whoever got results knows the council by them: written otherwise, figures would never stand beside them.
        work = partial(_organisations_in, results)
        done = partial(self._ask_whose, path)
        run_task(self, work, done=done, failed=self._on_failed, words=tr("Reading the results"), reads=True)

    def _ask_whose(self, path: Path, known: tuple[str, ...]) -> None:
        prompt = OrganisationPrompt(self, known)
        prompt.named.connect(partial(self._read, path))
        prompt.open()

    def _read(self, path: Path, organisation: str) -> None:
        work = partial(_planned, self._workspace, path, organisation)
        run_task(self, work, done=self._on_read, failed=self._on_failed, words=tr("Reading the file"), reads=True)

    def _on_read(self, planned: PlannedImport) -> None:
        page = PreviewPage(planned, self._opened.names)
        page.left.connect(self.pages.lift)
        page.accepted.connect(partial(self._on_accepted, planned))
        self.pages.lay_over(page)

    def _on_accepted(self, planned: PlannedImport) -> None:
        work = partial(_taken, self._workspace, planned)
        words = tr("Taking the figures in")
        run_task(self, work, done=self._on_taken, failed=self._on_failed, words=words)

    def _on_taken(self, planned: PlannedImport) -> None:
        rows = len(planned.figures)
        self._tell(
            trn("Taken in: {count} row of {file}.", "Taken in: {count} rows of {file}.", rows, file=planned.file)
        )

    def _on_reference_asked(self) -> None:
        self._clear_notes()
        path = self._outside.open_path(self, tr("The DfE’s file (*.csv *.xlsx);;All files (*)"))
        if path is not None:
            self._read_references(path, "")

    def _read_references(self, path: Path, council: str) -> None:
        work = partial(_references, self._workspace, path, council)
        done = partial(self._on_references_read, path)
        run_task(self, work, done=done, failed=self._on_failed, words=tr("Reading the file"))

    def _on_references_read(self, path: Path, found: References) -> None:
        today = self._workspace.today()
        # Each has a comma before its day.
        names = "; ".join(reference_name(each, today) for each in found.taken)
        self._tell(tr("Taken in: {file}.", file=names))
        if not found.council and found.councils:
            prompt = CouncilPrompt(self, found.councils)
            prompt.chosen.connect(partial(self._read_references, path))
            prompt.open()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self.failure.show_failure(error)


def _organisations_in(results: tuple[str, ...], progress: Progress) -> tuple[str, ...]:
    progress(0, 0)
    return organisations_in(tuple(Path(each) for each in results))


def _planned(workspace: Workspace, path: Path, organisation: str, progress: Progress) -> PlannedImport:
    progress(0, 0)
    return plan_import(workspace, path, organisation=organisation, add_unknown=True)


def _taken(workspace: Workspace, planned: PlannedImport, progress: Progress) -> PlannedImport:
    progress(0, 0)
    take_in(workspace, planned)
    return planned


def _references(workspace: Workspace, path: Path, council: str, progress: Progress) -> References:
    progress(0, 0)
    return import_references(workspace, path, council)
