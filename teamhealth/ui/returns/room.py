"""Leads a survey lead from the first return to published results, and to a team that comes later."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal

from teamhealth.failures import Failure, NoSurveyForReturn, ResultsOlder, SurveyOfReturnDeleted, SurveyOfReturnDestroyed
from teamhealth.publication.types import Publication
from teamhealth.services.added_file import AddedFile, NotAddedReason
from teamhealth.services.late import LateRelease, publish_late
from teamhealth.services.lead_answers import AnswersDraft
from teamhealth.services.opened import Opened
from teamhealth.services.opening import publish
from teamhealth.services.paper import check_keyed_code, seal_pile, survey_for_paper
from teamhealth.services.progress import Progress
from teamhealth.services.refused_files import forget_refused, refused_before
from teamhealth.services.results import load_publication
from teamhealth.services.returns import survey_of_return
from teamhealth.services.survey_list import SurveyStatus, SurveySummary, list_surveys
from teamhealth.services.workspace import Workspace
from teamhealth.survey.role import SurveyRole
from teamhealth.texts.catalogue import tr
from teamhealth.ui.answers.answers_page import AnswersPage
from teamhealth.ui.opening.publishing import Publish
from teamhealth.ui.outside import Outside
from teamhealth.ui.paper.paper_page import PaperPage
from teamhealth.ui.paper.stop_prompt import KeyingPage
from teamhealth.ui.returns.comments_page import TeamsCommentsPage
from teamhealth.ui.returns.empty_page import NoReturnsPage
from teamhealth.ui.returns.late_page import LatePage
from teamhealth.ui.returns.list_page import LeadSurveysPage
from teamhealth.ui.returns.publish_page import TeamsPublishPage
from teamhealth.ui.returns.published_page import PublishedPage
from teamhealth.ui.returns.returns_page import ReturnsPage
from teamhealth.ui.room import Room
from teamhealth.ui.unkept import asked_to_stop

# There is nothing to be done here with these.
_ELSEWHERE = frozenset({SurveyStatus.DRAFT, SurveyStatus.DELETED, SurveyStatus.DESTROYED})
_PUBLISHED = frozenset({SurveyStatus.PUBLISHED, SurveyStatus.HIDDEN})
_OF_ANOTHER = frozenset({NotAddedReason.OTHER_SURVEY, NotAddedReason.DELETED, NotAddedReason.DESTROYED})


class ReturnsRoom(Room):
    """``publication_asked`` wants to see a publication; ``surveys_asked`` goes elsewhere.

    Parameters
    ----------
    workspace : Workspace
    outside : Outside
    late_release : callable or None
        The release rules for a team that came later; without them none is opened.
    """

    publication_asked = Signal(object)
    surveys_asked = Signal()

    def __init__(self, workspace: Workspace, outside: Outside, late_release: LateRelease | None = None) -> None:
        super().__init__("returns_room", tr("Sealed returns"))
        self._workspace = workspace
        self._outside = outside
        self._late_release = late_release
        self._files: dict[str, tuple[AddedFile, ...]] = {}
        self._work: Publish = partial(publish, workspace)

    def enter(self) -> None:
        """Come here from elsewhere; what lies open on the table stays as it is."""
        if not self.holds():
            self.show_start()

    def holds(self) -> bool:
        """Whether what is being done here stays though somebody goes elsewhere."""
        return isinstance(self.currentWidget(), (TeamsCommentsPage, TeamsPublishPage, PaperPage))

    def may_close(self) -> bool:
        """No while choices made reading comments, or keyed forms, would be lost, which is then asked about."""
        return not asked_to_stop(self.pages)

    def show_start(self) -> None:
        """Show the one survey there is, or all of them to choose from."""
        surveys = self._surveys()
        if not surveys:
            page = NoReturnsPage()
            page.surveys_asked.connect(self.surveys_asked)
            self.show_page(page)
        elif len(surveys) == 1:
            self.show_survey(surveys[0].id)
        else:
            several = LeadSurveysPage(surveys)
            several.chosen.connect(self.show_survey)
            self.show_page(several)

    def show_as(self, old: "ReturnsRoom", survey_id: str) -> None:
        """Show a survey as another room did, with what became of each file there."""
        self._files = old._files
        self.show_survey(survey_id)

    def show_opened_as(self, old: "ReturnsRoom", opened: Opened, withheld: frozenset[str] | None) -> None:
        """Show comments as another room did, and over them publishing, if it was come to with ``withheld``."""
        self._files, self._work = old._files, old._work
        if opened.comments:
            self._show_comments(opened, old._work)
        if withheld is not None:
            self._show_publish(opened, old._work, withheld)

    def take(self, paths: tuple[Path, ...]) -> None:
        """Add returns to the survey that is open here, else to that which the first one belongs to.

        Raises
        ------
        FileUnreadable
            If there is no survey to list it with, and the first one cannot be read.
        NoSurveyForReturn, SurveyOfReturnDeleted, SurveyOfReturnDestroyed, ResultsOlder
            If it belongs to none of this lead's surveys, or to one whose results have been deleted, or whose answers
            destroyed, or whose results were made by an earlier version.
        """
        self.enter()
        page: object = self.currentWidget()
        if isinstance(page, NoReturnsPage | LeadSurveysPage):
            wanted = survey_of_return(paths[0])
            self._check_waits(wanted)
            self.show_survey(wanted)
            page = self.currentWidget()
        if isinstance(page, ReturnsPage | PublishedPage):
            page.take(paths)

    def _check_waits(self, survey_id: str) -> None:
        found = [each for each in list_surveys(self._workspace) if each.id == survey_id]
        if found and found[0].status is SurveyStatus.DELETED:
            raise SurveyOfReturnDeleted(found[0].title)
        if found and found[0].status is SurveyStatus.DESTROYED:
            raise SurveyOfReturnDestroyed(found[0].title)
        if found and found[0].older:
            raise ResultsOlder
        if survey_id not in {each.id for each in self._surveys()}:
            raise NoSurveyForReturn

    def show_survey(self, survey_id: str) -> None:
        """Show a survey's returns, or how its results are handed back; keyed forms are not lost by it."""
        if not any(isinstance(page, KeyingPage) and page.keyed for page in self.pages):
            self._show_survey(survey_id)

    def _show_survey(self, survey_id: str) -> None:
        found = [survey for survey in self._surveys() if survey.id == survey_id]
        if found and found[0].status in _PUBLISHED:
            self._show_published(survey_id)
            return
        page = ReturnsPage(self._workspace, survey_id, self._listed(survey_id), self._outside)
        page.opened.connect(self._on_opened)
        page.files_added.connect(partial(self._files.__setitem__, survey_id))
        page.left.connect(self.surveys_asked)
        page.answers_begun.connect(self._on_answers_begun)
        page.paper_asked.connect(partial(self._on_paper_asked, survey_id))
        self.show_page(page)

    def _on_answers_begun(self, draft: AnswersDraft) -> None:
        page = AnswersPage(self._workspace, draft)
        page.crumb_followed.connect(partial(self.show_survey, draft.survey.id))
        page.added.connect(partial(self._on_answers_added, draft.survey.id))
        self.show_page(page)

    def _on_paper_asked(self, survey_id: str) -> None:
        survey = survey_for_paper(self._workspace, survey_id)
        codes = survey.custody.one_time_codes
        check = partial(check_keyed_code, self._workspace, survey_id) if codes else None
        page = PaperPage(survey, partial(seal_pile, self._workspace, survey_id), tr("Sealed returns"), check)
        page.left.connect(partial(self._show_survey, survey_id))
        page.sealed.connect(partial(self._on_answers_added, survey_id))
        self.show_page(page)

    def _on_answers_added(self, survey_id: str, added: AddedFile) -> None:
        self._files[survey_id] = (*self._listed(survey_id), added)
        self.show_survey(survey_id)

    def _listed(self, survey_id: str) -> tuple[AddedFile, ...]:
        """Return what became of files since the window came up, below those that had to be asked for again before."""
        if survey_id not in self._files:
            self._files[survey_id] = refused_before(self._workspace, survey_id)
        return self._files[survey_id]

    def _surveys(self) -> tuple[SurveySummary, ...]:
        return tuple(
            each
            for each in list_surveys(self._workspace)
            if each.role is SurveyRole.LEAD and each.status not in _ELSEWHERE and not each.older
        )

    def _show_published(self, survey_id: str) -> None:
        """Show what was published to be handed back, the teams that came later among the others."""
        publication = load_publication(self._workspace, survey_id)
        files, late = self._listed(survey_id), self._late_release is not None
        page = PublishedPage(self._workspace, publication, files, self._outside, late=late)
        page.results_asked.connect(partial(self.publication_asked.emit, publication))
        page.files_added.connect(partial(self._on_late_files, survey_id))
        page.late_asked.connect(partial(self._on_late_asked, publication))
        self.show_page(page)

    def _on_opened(self, opened: Opened) -> None:
        self._show_comments(opened, partial(publish, self._workspace))

    def _show_comments(self, opened: Opened, work: Publish) -> None:
        self._work = work
        if not opened.comments:
            self._show_publish(opened, work, frozenset())
            return
        page = TeamsCommentsPage(opened)
        page.read.connect(partial(self._show_publish, opened, work))
        page.stopped.connect(self.show_start)
        self.show_page(page)

    def _show_publish(self, opened: Opened, work: Publish, withheld: frozenset[str]) -> None:
        page = TeamsPublishPage(opened, withheld, work)
        page.stopped.connect(self.show_start)
        page.published.connect(self._on_published)
        page.comments_asked.connect(self.lift)
        if opened.comments:
            # Over the comments, which keep every choice for whoever goes back.
            self.lay_over(page)
        else:
            self.show_page(page)

    def _on_published(self, publication: Publication) -> None:
        self._forget_strangers(publication.survey.id)
        self._show_published(publication.survey.id)

    def _forget_strangers(self, survey_id: str) -> None:
        """Take files of another survey off the list: once this one is published, nobody asks for them any more."""
        files = self._listed(survey_id)
        strange = [each for each in files if each.reason in _OF_ANOTHER]
        forget_refused(self._workspace, survey_id, strange)
        self._files[survey_id] = tuple(each for each in files if each not in strange)

    def _on_late_files(self, survey_id: str, files: tuple[AddedFile, ...]) -> None:
        self._files[survey_id] = files
        self._show_published(survey_id)

    def _on_late_asked(self, publication: Publication, team_id: str) -> None:
        if self._late_release is None:
            return
        survey_id = publication.survey.id
        try:
            page = LatePage(self._workspace, survey_id, team_id, publication.team(team_id).name)
        except Failure:
            self.show_start()
            return
        page.left.connect(partial(self._show_published, survey_id))
        page.opened.connect(partial(self._on_late_opened, team_id, self._late_release))
        self.show_page(page)

    def _on_late_opened(self, team_id: str, release: LateRelease, opened: Opened) -> None:
        self._show_comments(opened, _publish_one(self._workspace, team_id, release))


def _publish_one(workspace: Workspace, team_id: str, release: LateRelease) -> Publish:
    """Return the publishing of one team by itself."""

    def work(opened: Opened, withheld: frozenset[str], progress: Progress) -> Publication:
        return publish_late(workspace, opened, team_id, withheld, release=release, progress=progress)

    return work
