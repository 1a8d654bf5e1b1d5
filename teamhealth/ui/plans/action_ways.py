"""Leads from a plan to an action's form and back: added, changed, taken out, or left as it was."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from teamhealth.failures import Failure
from teamhealth.publication.planned import Planned
from teamhealth.services.action_form import ActionForm, action_of
from teamhealth.services.plan_files import evidence
from teamhealth.services.plans import new_action_id, remove_action, save_action
from teamhealth.services.workspace import Workspace
from teamhealth.survey.plan import LONGEST_ACTION, Action, Measure, MeasureKind
from teamhealth.texts.catalogue import tr
from teamhealth.ui.plans.action_page import ActionPage
from teamhealth.ui.plans.prompts import remove_action_prompt, unsaved_prompt
from teamhealth.ui.room import Room


class ActionWays(QObject):
    """``changed`` carries the plan as stored and the id of the action to come back to, if there is one.

    ``failed`` carries what went wrong; the form stays then, as it was filled in.
    """

    changed = Signal(object, str)
    failed = Signal(object)

    def __init__(self, workspace: Workspace, pages: Room, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._pages = pages
        self._asks = parent

    @property
    def writing(self) -> bool:
        """Whether a form is shown."""
        return isinstance(self._pages.currentWidget(), ActionPage)

    def may_close(self) -> bool:
        """Whether the window may be closed; asks first where an action was begun and not saved."""
        page = self._pages.currentWidget()
        if not isinstance(page, ActionPage) or not page.changed:
            return True
        prompt = unsaved_prompt(self._asks)
        prompt.accepted.connect(self._on_close_accepted)
        prompt.open()
        return False

    def show_new(self, planned: Planned, concern: str, words: str) -> None:
        """Show the form of a new action for a concern; ``words`` stand in it to begin with."""
        self.show(planned, ActionForm(concern or None, words[:LONGEST_ACTION], tr("Team manager")))

    def show_measured(self, planned: Planned, theme_id: str) -> None:
        """Show the form of a new action that a theme is to measure; a theme without a score has none."""
        measure = Measure(MeasureKind.DOMAIN, theme_id)
        if measure in planned.measures:
            self.show(planned, ActionForm(None, "", tr("Team manager"), measure=measure))

    def show_action(self, planned: Planned, action_id: str) -> None:
        """Show the form of an action of the plan."""
        self.show(planned, planned.plan.action(action_id))

    def show(self, planned: Planned, start: ActionForm | Action) -> None:
        """Show the form with what stands in it to begin with."""
        page = ActionPage(planned, start, evidence(), self._workspace.today())
        page.saved.connect(partial(self._on_saved, planned, start))
        page.left.connect(self._pages.lift)
        page.doubted.connect(self._on_doubted)
        if isinstance(start, Action):
            page.removed.connect(partial(self._on_remove_asked, planned, start))
        self._pages.lay_over(page)

    def _on_doubted(self) -> None:
        prompt = unsaved_prompt(self._asks)
        prompt.accepted.connect(self._pages.lift)
        prompt.open()

    def _on_close_accepted(self) -> None:
        self._pages.lift()
        self._asks.window().close()

    def _on_saved(self, planned: Planned, start: ActionForm | Action, form: ActionForm) -> None:
        action = action_of(form, start.id if isinstance(start, Action) else new_action_id(self._workspace))
        try:
            plan = save_action(self._workspace, planned.plan, action)
        except (Failure, ValueError) as error:
            self.failed.emit(error)
            return
        self.changed.emit(plan, action.id)

    def _on_remove_asked(self, planned: Planned, action: Action) -> None:
        prompt = remove_action_prompt(self._asks, action)
        prompt.accepted.connect(partial(self._on_remove_accepted, planned, action))
        prompt.open()

    def _on_remove_accepted(self, planned: Planned, action: Action) -> None:
        self.changed.emit(remove_action(self._workspace, planned.plan, action.id), "")
