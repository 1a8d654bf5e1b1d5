"""Leads through retention plans: the list, a team's plan, an action's form, and the files made from a plan."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from teamhealth.failures import Cancelled, Failure, TeamHidden
from teamhealth.publication.planned import Planned
from teamhealth.publication.types import Publication
from teamhealth.services.action_form import ActionForm, action_of
from teamhealth.services.plan_files import SheetChanges, evidence, read_plan_sheet
from teamhealth.services.plans import (
    PlanSummary,
    TeamWithoutPlan,
    delete_plan,
    list_plans,
    load_planned,
    new_action_id,
    published_team,
    remove_action,
    replace_plan,
    save_action,
    start_plan,
    teams_of,
    teams_without_plan,
)
from teamhealth.services.progress import Progress
from teamhealth.services.results import read_results
from teamhealth.services.workspace import Workspace
from teamhealth.survey.plan import LONGEST_ACTION, Action
from teamhealth.texts.catalogue import tr
from teamhealth.ui.outside import Outside
from teamhealth.ui.plans.action_page import ActionPage
from teamhealth.ui.plans.list_page import PlansPage
from teamhealth.ui.plans.papers import PlanPaper, annex_paper, sheet_paper, told_paper, write_paper
from teamhealth.ui.plans.plan_page import PlanPage
from teamhealth.ui.plans.prompts import changes_words, delete_plan_prompt, remove_action_prompt, sheet_prompt
from teamhealth.ui.room import Room
from teamhealth.ui.saved_note import SavedNote
from teamhealth.ui.surveys.failure_panel import FailurePanel
from teamhealth.ui.tasks import run_task
from teamhealth.ui.theme import current_theme
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.note import Note, NoteKind, note_shelf

T = TypeVar("T")


class PlansRoom(QWidget):
    """Plans are read anew whenever they are shown; ``results_asked`` leads to where results are."""

    results_asked = Signal()

    def __init__(self, workspace: Workspace, outside: Outside) -> None:
        super().__init__()
        theme = current_theme()
        named(self, "plans_room", tr("Retention plans"))
        self._workspace = workspace
        self._outside = outside
        self._planned: Planned | None = None
        self._folder: Path | None = None
        self.saved = SavedNote(outside.show, theme)
        self.failure = FailurePanel("plans_failure", theme=theme)
        self.told = Note(NoteKind.SUCCESS, "", "plans_told", theme=theme)
        self.told.hide()
        self.pages = Room("plans_pages", tr("Retention plans"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(note_shelf("plans_notes", (self.told, self.saved, self.failure), theme))
        layout.addWidget(self.pages, 1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on to the page that is shown; with a focus proxy, Tab would skip the notes above it."""
        super().focusInEvent(event)
        self.pages.setFocus(event.reason())

    def enter(self) -> None:
        """Show the list anew, unless an action is being written: it is still there."""
        if not isinstance(self.pages.currentWidget(), ActionPage):
            self.show_list()

    def show_list(self) -> None:
        """Show the list anew."""
        self._clear_notes()
        self._planned = None
        self._run(partial(_listed, self._workspace), self._on_listed, tr("Looking for plans"))

    def show_plan(self, survey_id: str, team_id: str) -> None:
        """Show a plan that is on this computer."""
        self._clear_notes()
        self._run(partial(_loaded, self._workspace, survey_id, team_id), self._show, tr("Opening the plan"))

    def start(self, publication: Publication, team_id: str) -> None:
        """Begin a team's plan, or show the one there is."""
        self._clear_notes()
        self._run(partial(_started, self._workspace, publication, team_id), self._show, tr("Opening the plan"))

    def add_to_plan(self, publication: Publication, team_id: str, concern: str) -> None:
        """Show a team's plan with the form of a new action for one of its concerns."""
        self._clear_notes()
        done = partial(self._show_with_form, concern)
        self._run(partial(_started, self._workspace, publication, team_id), done, tr("Opening the plan"))

    def _run(self, work: Callable[[Progress], T], done: Callable[[T], None], words: str) -> None:
        # Every round on this computer is read and checked: of 200 teams and some rounds, more than a blink.
        run_task(self, work, done=done, failed=self._on_failed, words=words, cancellable=False)

    def _on_listed(self, listed: "_Listed") -> None:
        page = PlansPage(listed.plans, listed.waiting, self._workspace.today())
        page.opened.connect(self.show_plan)
        page.started.connect(self._on_started)
        page.file_asked.connect(self._on_file_asked)
        page.results_asked.connect(self.results_asked)
        self.pages.show_page(page)

    def _show_with_form(self, concern: str, planned: Planned) -> None:
        self._show(planned)
        self._on_action_asked(concern, "")

    def _show(self, planned: Planned, focus: str = "") -> None:
        self._planned = planned
        page = PlanPage(planned, evidence(), self._workspace.today())
        page.crumb_followed.connect(self.show_list)
        page.action_opened.connect(self._on_action_opened)
        page.action_asked.connect(self._on_action_asked)
        page.annex_asked.connect(self._on_annex_asked)
        page.told_asked.connect(self._on_told_asked)
        page.sheet_out_asked.connect(self._on_sheet_out_asked)
        page.sheet_in_asked.connect(self._on_sheet_in_asked)
        page.delete_asked.connect(self._on_delete_asked)
        self.pages.show_page(page)
        if focus:
            page.focus_action(focus)

    def _clear_notes(self) -> None:
        self.told.hide()
        self.saved.hide()
        self.failure.clear()

    def _on_started(self, survey_id: str, team_id: str) -> None:
        self._clear_notes()
        self._run(partial(_started_here, self._workspace, survey_id, team_id), self._show, tr("Opening the plan"))

    def _on_file_asked(self) -> None:
        self._clear_notes()
        path = self._outside.open_path(self, tr("Results files (*.thresults);;All files (*)"))
        if path is None:
            return
        self._run(partial(_read_file, path), self._on_file_read, tr("Reading the results file"))

    def _on_file_read(self, publication: Publication) -> None:
        waiting = teams_of(publication)
        if len(waiting) == 1:
            self.start(publication, waiting[0].team_id)
            return
        page = PlansPage((), waiting, self._workspace.today())
        page.started.connect(partial(self._on_file_team_chosen, publication))
        page.file_asked.connect(self._on_file_asked)
        self.pages.show_page(page)

    def _on_file_team_chosen(self, publication: Publication, _survey_id: str, team_id: str) -> None:
        self.start(publication, team_id)

    def _on_action_opened(self, action_id: str) -> None:
        if self._planned is not None:
            self._show_form(self._planned.plan.action(action_id))

    def _on_action_asked(self, concern: str, words: str) -> None:
        self._show_form(ActionForm(concern or None, words[:LONGEST_ACTION], tr("Team manager")))

    def _show_form(self, start: ActionForm | Action) -> None:
        if self._planned is None:
            return
        self._clear_notes()
        page = ActionPage(self._planned, start)
        existing = start if isinstance(start, Action) else None
        page.saved.connect(partial(self._on_saved, existing))
        page.left.connect(self._on_form_left)
        if existing is not None:
            page.removed.connect(partial(self._on_remove_asked, existing))
        self.pages.lay_over(page)

    def _on_form_left(self) -> None:
        self.pages.lift()

    def _on_saved(self, existing: Action | None, form: ActionForm) -> None:
        if self._planned is None:
            return
        action = action_of(form, existing.id if existing is not None else new_action_id(self._workspace))
        try:
            plan = save_action(self._workspace, self._planned.plan, action)
        except (Failure, ValueError) as error:
            self.failure.show_failure(error)
            return
        self._show(replace(self._planned, plan=plan), focus=action.id)

    def _on_remove_asked(self, action: Action) -> None:
        prompt = remove_action_prompt(self, action)
        prompt.accepted.connect(partial(self._on_remove_accepted, action))
        prompt.open()

    def _on_remove_accepted(self, action: Action) -> None:
        if self._planned is not None:
            plan = remove_action(self._workspace, self._planned.plan, action.id)
            self._show(replace(self._planned, plan=plan))

    def _on_delete_asked(self) -> None:
        if self._planned is None:
            return
        prompt = delete_plan_prompt(self, self._planned)
        prompt.accepted.connect(self._on_delete_accepted)
        prompt.open()

    def _on_delete_accepted(self) -> None:
        if self._planned is not None:
            delete_plan(self._workspace, self._planned.plan.survey, self._planned.plan.team)
            self.show_list()

    def _on_annex_asked(self) -> None:
        self._write(annex_paper(self._workspace))

    def _on_told_asked(self) -> None:
        self._write(told_paper())

    def _on_sheet_out_asked(self) -> None:
        self._write(sheet_paper())

    def _write(self, paper: PlanPaper) -> None:
        if self._planned is None:
            return
        self._clear_notes()
        name = paper.name(self._planned)
        suggested = str(self._folder / name) if self._folder is not None else name
        path = self._outside.save_path(self, suggested, paper.files)
        if path is None:
            return
        path = path if path.suffix else path.with_suffix(Path(name).suffix)
        work = partial(write_paper, paper, self._planned, path)
        run_task(self, work, done=self._on_written, failed=self._on_failed, words=paper.doing, cancellable=False)

    def _on_written(self, path: Path) -> None:
        self._folder = path.parent
        self.saved.show_saved(path)

    def _on_sheet_in_asked(self) -> None:
        if self._planned is None:
            return
        self._clear_notes()
        path = self._outside.open_path(self, tr("Spreadsheets (*.xlsx);;All files (*)"))
        if path is None:
            return
        work = partial(_read_sheet, self._workspace, self._planned, path)
        words = tr("Reading the spreadsheet")
        run_task(self, work, done=self._on_sheet_read, failed=self._on_failed, words=words, cancellable=False)

    def _on_sheet_read(self, changes: SheetChanges) -> None:
        if not changes.gone:
            self._on_sheet_accepted(changes)
            return
        prompt = sheet_prompt(self, changes)
        prompt.accepted.connect(partial(self._on_sheet_accepted, changes))
        prompt.open()

    def _on_sheet_accepted(self, changes: SheetChanges) -> None:
        if self._planned is None:
            return
        plan = replace_plan(self._workspace, changes.plan)
        self._show(replace(self._planned, plan=plan))
        self.told.say(NoteKind.SUCCESS, tr("Taken in: {changes}.", changes=changes_words(changes)))
        self.told.show()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self.failure.show_failure(error)


@dataclass(frozen=True, slots=True)
class _Listed:
    plans: tuple[PlanSummary, ...]
    waiting: tuple[TeamWithoutPlan, ...]


def _listed(workspace: Workspace, progress: Progress) -> _Listed:
    progress(0, 0)
    return _Listed(list_plans(workspace), teams_without_plan(workspace))


def _loaded(workspace: Workspace, survey_id: str, team_id: str, progress: Progress) -> Planned:
    progress(0, 0)
    return load_planned(workspace, survey_id, team_id)


def _started(workspace: Workspace, publication: Publication, team_id: str, progress: Progress) -> Planned:
    progress(0, 0)
    return start_plan(workspace, publication, team_id)


def _started_here(workspace: Workspace, survey_id: str, team_id: str, progress: Progress) -> Planned:
    progress(0, 0)
    return start_plan(workspace, published_team(workspace, survey_id, team_id), team_id)


def _read_file(path: Path, progress: Progress) -> Publication:
    progress(0, 0)
    publication = read_results(path)
    if not teams_of(publication):
        raise TeamHidden(publication.teams[0].name if publication.teams else "")
    return publication


def _read_sheet(workspace: Workspace, planned: Planned, path: Path, progress: Progress) -> SheetChanges:
    progress(0, 0)
    return read_plan_sheet(planned, path, workspace.entropy)
