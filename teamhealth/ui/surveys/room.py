"""Leads from the list of surveys to each survey's page; set-up, opening, lead and laptop have ways of their own."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from teamhealth.failures import Failure
from teamhealth.services.survey_list import SurveyStatus, SurveySummary, list_surveys
from teamhealth.services.workspace import Workspace
from teamhealth.survey.role import SurveyRole
from teamhealth.texts.catalogue import tr
from teamhealth.ui.laptop.ways import LaptopWays
from teamhealth.ui.lead.ways import LeadWays
from teamhealth.ui.opening.ways import OpeningWays
from teamhealth.ui.outside import Outside
from teamhealth.ui.room import Room
from teamhealth.ui.surveys.home import HomePage
from teamhealth.ui.surveys.setup_ways import SetupWays

if TYPE_CHECKING:
    from teamhealth.survey.survey import Survey
    from teamhealth.ui.surveys.collecting import CollectingPage


# What pages can do is asked of them, so that a page's module is not loaded for the question alone.
@runtime_checkable
class _Form(Protocol):
    """A page with something to keep."""

    @property
    def changed(self) -> bool:
        """Whether something was filled in since it was kept."""

    def save(self) -> None:
        """Keep it."""


@runtime_checkable
class _Refreshes(Protocol):
    """A page that counts."""

    def refresh(self) -> None:
        """Count again."""

    def setFocus(self) -> None:
        """Take the focus."""


class SurveysRoom(Room):
    """Everything up to publishing; what lies beyond is asked for by signals. ``recent`` gives the files opened last."""

    questionnaire_asked = Signal(str)
    practice_asked = Signal(object)
    results_asked = Signal(str)
    example_asked = Signal()
    returns_asked = Signal(str)
    recent_asked = Signal(object)
    recent_cleared = Signal()

    def __init__(
        self,
        workspace: Workspace,
        outside: Outside | None = None,
        recent: Callable[[], tuple[str, ...]] = tuple,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("surveys_room", tr("Surveys"), parent)
        self._recent = recent
        self._workspace = workspace
        self.laptop = LaptopWays(workspace, outside or Outside(), self)
        self.laptop.home_asked.connect(self.show_home)
        self.laptop.adopted.connect(self._on_adopted)
        self.laptop.failed.connect(self._on_file_failed)
        self.lead = LeadWays(workspace, outside or Outside(), self)
        self.lead.home_asked.connect(self.show_home)
        self.lead.practice_asked.connect(self.practice_asked)
        self.setup = SetupWays(workspace, self.lead, self)
        self.setup.home_asked.connect(self.show_home)
        self.setup.created.connect(self.show_collecting)
        self.setup.practice_asked.connect(self.practice_asked)
        self.lead.custody_left.connect(self.setup.show_setup)
        self.opening = OpeningWays(workspace, self)
        self.opening.home_asked.connect(self.show_home)
        self.opening.copy_asked.connect(self.setup.copy_survey)
        self.opening.published.connect(self._on_published)
        self._outside = outside or Outside()
        self.show_home()

    def enter(self) -> None:
        """Come here from elsewhere: the list is read anew, any other page stays as it was left."""
        if isinstance(self.currentWidget(), HomePage):
            self.show_home()

    def enter_again(self) -> None:
        """Come back to the list from any page, unless files would be lost by it, or choices while comments are read."""
        from teamhealth.ui.unkept import page_to_ask

        asking = page_to_ask(self.pages)
        if asking is not None:
            asking.ask_to_stop()
        elif not self.lead.holds_back():
            self.show_home()

    def may_close(self) -> bool:
        """Keep what was filled in as a draft; no while files of a new survey would be lost, which is then said."""
        from teamhealth.ui.unkept import asked_to_stop

        if asked_to_stop(self.pages) or self.lead.holds_back():
            return False
        self.keep_draft()
        return True

    def show_home(self) -> HomePage:
        """Show the list; an unsaved draft is saved first, and opened answers are let go."""
        problem = self.keep_draft()
        self.opening.let_go()
        page = HomePage(list_surveys(self._workspace), self._recent(), self)
        page.new_asked.connect(self.setup.start_draft)
        page.file_asked.connect(self.laptop.ask_file)
        page.example_asked.connect(self.example_asked)
        page.acted.connect(self._on_acted)
        page.rename_asked.connect(self._on_rename_asked)
        page.copy_asked.connect(self._on_copy_asked)
        page.delete_asked.connect(self._on_delete_asked)
        page.kept_asked.connect(self.show_keeping)
        page.recent_asked.connect(self.recent_asked)
        page.recent_cleared.connect(self._on_recent_cleared)
        self.show_page(page)
        if problem is not None:
            page.failure.show_failure(problem)
        return page

    def _on_recent_cleared(self) -> None:
        self.recent_cleared.emit()
        self.show_home()

    def refresh(self) -> None:
        """Read again what may have changed while another window was in front."""
        page: object = self.currentWidget()
        if isinstance(page, _Refreshes):
            page.refresh()
            page.setFocus()

    def keep_draft(self) -> Failure | None:
        """Save what has been filled in and not been saved yet; return what went wrong."""
        for page in self.pages:
            if isinstance(page, _Form) and page.changed:
                try:
                    page.save()
                except Failure as error:
                    return error
        return None

    def show_collecting(self, survey_id: str) -> "CollectingPage":
        """Show how far collecting is."""
        from teamhealth.ui.surveys.collecting import CollectingPage

        page = CollectingPage(self._workspace, survey_id, self._outside)
        page.crumb_followed.connect(self.show_home)
        page.start_asked.connect(self.questionnaire_asked)
        page.closed.connect(self._on_closed)
        page.paper_asked.connect(self._on_paper_asked)
        self.show_page(page)
        return page

    def _on_paper_asked(self, survey: "Survey") -> None:
        from teamhealth.services.paper import seal_pile_here
        from teamhealth.ui.paper.paper_page import PaperPage

        page = PaperPage(survey, partial(seal_pile_here, self._workspace, survey.id), survey.title)
        page.left.connect(partial(self.show_collecting, survey.id))
        page.sealed.connect(partial(self._on_paper_sealed, survey.id))
        self.show_page(page)

    def _on_paper_sealed(self, survey_id: str, _count: int) -> None:
        self.show_collecting(survey_id)

    def show_keeping(self, summary: SurveySummary) -> None:
        """Show what is kept of a survey."""
        from teamhealth.ui.keeping.page import KeepingPage

        page = KeepingPage(self._workspace, summary)
        page.left.connect(self.show_home)
        page.emptied.connect(partial(self.show_keeping, summary))
        self.show_page(page)

    def _on_acted(self, summary: SurveySummary) -> None:
        try:
            self._act(summary)
        except Failure as error:
            self.show_home().failure.show_failure(error)

    def _act(self, summary: SurveySummary) -> None:
        from teamhealth.services.drafts import load_draft

        destroyed, laptop = summary.status is SurveyStatus.DESTROYED, summary.role is SurveyRole.LAPTOP
        if destroyed and laptop:
            # Its next round comes as a file from its lead.
            self.show_keeping(summary)
        elif destroyed or summary.status is SurveyStatus.DELETED:
            self.setup.copy_survey(summary.id)
        elif summary.older:
            self.results_asked.emit(summary.id)
        elif summary.role is SurveyRole.LEAD:
            self.returns_asked.emit(summary.id)
        elif laptop:
            self.laptop.show_laptop(summary.id)
        elif summary.status is SurveyStatus.DRAFT:
            self.setup.show_setup(load_draft(self._workspace, summary.id), again=True)
        elif summary.status is SurveyStatus.COLLECTING:
            self.show_collecting(summary.id)
        elif summary.status is SurveyStatus.READY:
            self.show_collecting(summary.id).ask_close()
        elif summary.status is SurveyStatus.PUBLISHED:
            self.results_asked.emit(summary.id)
        elif summary.below_threshold or summary.status is SurveyStatus.HIDDEN:
            self.opening.show_options(summary.id)
        else:
            self.opening.show_passphrase(summary.id)

    def _on_adopted(self, survey_id: str) -> None:
        self.show_home()
        self.returns_asked.emit(survey_id)

    def _on_file_failed(self, error: Exception) -> None:
        self.show_home().failure.show_failure(error)

    def _on_rename_asked(self, summary: SurveySummary) -> None:
        from teamhealth.ui.prompts import RenamePrompt

        prompt = RenamePrompt(self, self._workspace, summary)
        prompt.accepted.connect(self.show_home)
        prompt.open()

    def _on_delete_asked(self, summary: SurveySummary) -> None:
        from teamhealth.ui.prompts import DeletePrompt

        prompt = DeletePrompt(self, self._workspace, summary)
        prompt.accepted.connect(self.show_home)
        prompt.open()

    def _on_copy_asked(self, summary: SurveySummary) -> None:
        self.setup.copy_survey(summary.id)

    def _on_closed(self, survey_id: str) -> None:
        found = [summary for summary in list_surveys(self._workspace) if summary.id == survey_id]
        if found:
            self._act(found[0])

    def _on_published(self, survey_id: str) -> None:
        self.show_home()
        self.results_asked.emit(survey_id)
