"""Leads through retention plans: the list, a team's plan, an action's form, and the files made from a plan."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Signal

from teamhealth.failures import Cancelled
from teamhealth.publication.planned import Planned
from teamhealth.publication.types import Publication
from teamhealth.services.action_form import ActionForm
from teamhealth.services.plan_files import evidence
from teamhealth.services.plan_sheet_changes import SheetChanges
from teamhealth.services.plans import delete_plan, replace_plan, teams_of
from teamhealth.services.progress import Progress
from teamhealth.services.workspace import Workspace
from teamhealth.survey.plan import Action, Plan
from teamhealth.texts.catalogue import tr
from teamhealth.ui.noted_room import NotedRoom
from teamhealth.ui.opened_results import OpenedResults
from teamhealth.ui.outside import Outside
from teamhealth.ui.plans.action_ways import ActionWays
from teamhealth.ui.plans.document_ways import PlanDocumentWays
from teamhealth.ui.plans.files import PlanFiles
from teamhealth.ui.plans.list_page import PlansPage
from teamhealth.ui.plans.plan_page import PlanPage
from teamhealth.ui.plans.prompts import delete_plan_prompt, taken_words
from teamhealth.ui.plans.work import Listed, load_plan, look_for_plans, read_file, start_from, start_here
from teamhealth.ui.problems.failure_panel import FailurePanel
from teamhealth.ui.saved_note import SavedNote
from teamhealth.ui.stopped_page import show_stopped
from teamhealth.ui.tasks import run_task
from teamhealth.ui.widgets.note import Note, NoteKind, note_shelf

T = TypeVar("T")


class PlansRoom(NotedRoom):
    """Plans are read anew whenever they are shown; ``results_asked`` leads to where results are.

    ``file_read`` carries the path of a results file.
    ``begun`` comes when what was told of the last thing goes, above the room too.
    """

    results_asked = Signal()
    begun = Signal()
    file_read = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        outside: Outside,
        recent: Callable[[], tuple[str, ...]] = tuple,
        opened: OpenedResults | None = None,
    ) -> None:
        super().__init__(
            "plans", tr("Retention plans"), workspace=workspace, outside=outside, recent=recent, opened=opened
        )
        theme = self.theme
        self._planned: Planned | None = None
        self.saved = SavedNote(outside.show, theme)
        self.failure = FailurePanel("plans_failure", theme=theme, closable=True)
        self.told = Note(NoteKind.SUCCESS, "", "plans_told", theme=theme)
        self.told.hide()
        self._files = PlanFiles(self, workspace, outside)
        self._files.written.connect(self.saved.show_saved)
        self._files.taken.connect(self._on_sheet_taken)
        self._files.failed.connect(self._on_failed)
        self._ways = PlanDocumentWays(self, workspace, self._files)
        self._ways.begun.connect(self._clear_notes)
        self._actions = ActionWays(workspace, self.pages, self)
        self._actions.changed.connect(self._on_plan_changed)
        self._actions.failed.connect(self._on_failed)
        self.put_above(note_shelf("plans_notes", (self.told, self.saved, self.failure), theme))

    def enter(self) -> None:
        """Show the list anew, unless an action is being written: it is still there."""
        if not self._actions.writing:
            self.show_list()

    def holds(self) -> bool:
        """Whether an action is being written, which stays though somebody goes elsewhere."""
        return self._actions.writing

    @property
    def planned(self) -> Planned | None:
        """The plan that is shown; None on the list."""
        return self._planned

    def take_sheet(self, path: Path) -> bool:
        """Take in a plan's spreadsheet that was dropped on its page; False where no plan's page is shown."""
        if self._planned is None or not isinstance(self.pages.currentWidget(), PlanPage):
            return False
        self._clear_notes()
        self._files.take_file(self._planned, path)
        return True

    def may_close(self) -> bool:
        """Whether the window may be closed; asks first where an action was begun and not saved."""
        return self._actions.may_close()

    def show_list(self) -> None:
        """Show the list anew."""
        self._clear_notes()
        self._planned = None
        self._look(partial(look_for_plans, self._workspace, self._opened.all), self._on_listed, tr("Looking for plans"))

    def show_plan(self, survey_id: str, team_id: str) -> None:
        """Show a plan that is on this computer."""
        self._clear_notes()
        self._look(partial(load_plan, self._workspace, survey_id, team_id), self._show, tr("Opening the plan"))

    def show_form(self, planned: Planned, start: ActionForm | Action) -> None:
        """Show a plan with the form of an action over it, as another room did."""
        self._show(planned)
        self._actions.show(planned, start)

    def start(self, publication: Publication, team_id: str, theme_id: str = "") -> None:
        """Begin a team's plan, or show the one there is, at a theme's concerns if one is given."""
        self._clear_notes()
        done = partial(self._show_theme, theme_id)
        self._run(partial(start_from, self._workspace, publication, team_id), done, tr("Opening the plan"))

    def add_to_plan(self, publication: Publication, team_id: str, concern: str) -> None:
        """Show a team's plan with the form of a new action for one of its concerns."""
        self._clear_notes()
        done = partial(self._show_with_form, concern)
        self._run(partial(start_from, self._workspace, publication, team_id), done, tr("Opening the plan"))

    def _run(self, work: Callable[[Progress], T], done: Callable[[T], None], words: str) -> None:
        # Every round on this computer is read and checked: of 200 teams and some rounds, more than a blink.
        run_task(self, work, done=done, failed=self._on_failed, words=words)

    def _look(self, work: Callable[[Progress], T], done: Callable[[T], None], words: str) -> None:
        """Read what changes nothing, so that nobody has to wait for it."""
        run_task(self, work, done=done, failed=self._on_failed, words=words, reads=True)

    def _on_listed(self, listed: Listed) -> None:
        page = PlansPage(listed.plans, listed.waiting, self._workspace.today(), self._recent(), older=listed.older)
        page.opened.connect(self.show_plan)
        page.started.connect(self._on_started)
        page.file_asked.connect(self._on_file_asked)
        page.results_asked.connect(self.results_asked)
        page.recent_asked.connect(self._on_recent_asked)
        self.pages.show_page(page)

    def _show_with_form(self, concern: str, planned: Planned) -> None:
        self._show(planned)
        self._on_action_asked(concern, "")

    def _show_theme(self, theme_id: str, planned: Planned) -> None:
        """Show a plan at a theme's first concern; where it has none, with the form of an action it may measure."""
        self._show(planned)
        if not theme_id:
            return
        page = self.pages.currentWidget()
        if not (isinstance(page, PlanPage) and page.focus_theme(theme_id)):
            self._actions.show_measured(planned, theme_id)

    def _show(self, planned: Planned, focus: str = "") -> None:
        self._planned = planned
        self._opened.look_at(planned.publication, planned.team.id)
        page = PlanPage(planned, evidence(), self._workspace.today())
        page.crumb_followed.connect(self.show_list)
        page.action_opened.connect(self._on_action_opened)
        page.action_asked.connect(self._on_action_asked)
        self._ways.lead_from(page, planned)
        page.delete_asked.connect(self._on_delete_asked)
        self.pages.show_page(page)
        if focus:
            page.focus_action(focus)

    def _clear_notes(self) -> None:
        self.told.hide()
        self.saved.hide()
        self.failure.clear()
        self.begun.emit()

    def _on_started(self, survey_id: str, team_id: str) -> None:
        self._clear_notes()
        work = partial(start_here, self._workspace, self._opened.all, survey_id, team_id)
        self._run(work, self._show, tr("Opening the plan"))

    def _on_file_asked(self) -> None:
        self._clear_notes()
        path = self._outside.open_path(self, tr("Results files (*.thresults);;All files (*)"))
        if path is not None:
            self._on_recent_asked(path)

    def _on_recent_asked(self, path: Path) -> None:
        self._clear_notes()
        self._look(partial(read_file, path), partial(self._on_file_read, path), tr("Reading the results file"))

    def _on_file_read(self, path: Path, publication: Publication) -> None:
        """Show the plan of the only team, or let one be chosen in the list, where those of the file stand now."""
        self.file_read.emit(path)
        self._opened.add((publication,))
        waiting = teams_of(publication)
        if len(waiting) == 1:
            self.start(publication, waiting[0].team_id)
        else:
            self.show_list()

    def _on_action_opened(self, action_id: str) -> None:
        if self._planned is not None:
            self._clear_notes()
            self._actions.show_action(self._planned, action_id)

    def _on_action_asked(self, concern: str, words: str) -> None:
        if self._planned is not None:
            self._clear_notes()
            self._actions.show_new(self._planned, concern, words)

    def _on_plan_changed(self, plan: Plan, focus: str) -> None:
        if self._planned is not None:
            self._show(replace(self._planned, plan=plan), focus)

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

    def _on_sheet_taken(self, changes: SheetChanges) -> None:
        if self._planned is None:
            return
        plan = replace_plan(self._workspace, changes.plan)
        self._show(replace(self._planned, plan=plan))
        self.told.say(NoteKind.SUCCESS, taken_words(changes))
        self.told.show()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self.failure.show_failure(error)
        elif not self.pages.pages:
            show_stopped(self.pages, tr("Retention plans"), "plans", self.enter)
