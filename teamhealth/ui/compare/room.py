"""Leads through comparisons: which round, which area of service, and the papers and pictures made of them."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal

from teamhealth.publication.lines import TeamLines
from teamhealth.publication.points import PointKind
from teamhealth.publication.types import Publication, ServiceResult
from teamhealth.services.documents import area_documents, comparison_document
from teamhealth.services.rounds import comparison_name
from teamhealth.services.workspace import Workspace
from teamhealth.texts.catalogue import tr
from teamhealth.ui.compare.alone import AloneLinks, AloneNote, is_alone, why_alone
from teamhealth.ui.compare.bar import CompareBar
from teamhealth.ui.compare.page import ComparePage
from teamhealth.ui.opened_results import OpenedResults
from teamhealth.ui.outside import Outside
from teamhealth.ui.rounds_room import RoundsRoom
from teamhealth.ui.theme import current_theme


class CompareRoom(RoundsRoom):
    """Shows the newest round with the most teams first; what was chosen stays chosen.

    ``trend_asked`` carries an organisation and a team of it, ``area_asked`` a publication and an area of service or
    None for all.
    """

    trend_asked = Signal(str, str)
    area_asked = Signal(object, object)
    trends_asked = Signal()

    def __init__(
        self,
        workspace: Workspace,
        outside: Outside,
        recent: Callable[[], tuple[str, ...]] = tuple,
        opened: OpenedResults | None = None,
    ) -> None:
        self._alone = AloneNote(current_theme())
        opened, notes = opened or OpenedResults(), (self._alone,)
        super().__init__(workspace, outside, "compare", tr("Compare teams"), recent, opened=opened, notes=notes)
        self._alone.chosen.connect(self._on_alone_chosen)
        self._publications: tuple[Publication, ...] = ()
        self._publication: Publication | None = None
        self._last: Publication | None = None
        # Whether somebody chose the round that is shown; else it is the newest, a later one once there is one.
        self._chosen = False
        self._service: str | None = None
        self.page: ComparePage | None = None

    @property
    def needs(self) -> str:
        """What a comparison needs."""
        return tr("It takes two teams or more that one survey has asked.")

    def show_rounds(self) -> None:
        """Show what was opened since, the round that was shown last, or the newest."""
        found = [
            publication
            for organisation in self.organisations
            for each in reversed(organisation.rounds)
            for publication in reversed(each.publications)
        ]
        # One team's part, or a team that came later, tells nothing of how teams differ.
        self._publications = tuple(each for each in found if not is_alone(each))
        alone = [each for each in found if is_alone(each)]
        if not self._publications:
            self._publication = self.page = None
            links = AloneLinks(alone, "compare_alone", self.theme)
            links.chosen.connect(self._on_alone_chosen)
            self.show_empty(tr("Results of one team only"), why_alone(alone), links)
            return
        self._alone.show_alone([each for each in alone if each in self._opened.all])
        if self._last != self._opened.last:
            self._last = self._opened.last
            if self._last in self._publications:
                self._publication, self._service = _newest_beside(self._last, self._publications), None
                self._chosen = True
        kept = self._publication
        if kept is None or not self._chosen or kept not in self._publications:
            newest = self._publications[0]
            if kept is None or newest.survey.id != kept.survey.id:
                self._service = None
            kept, self._chosen = newest, False
        self._publication = kept
        self._show(kept, focus_choice="")

    def _show(self, publication: Publication, focus_choice: str) -> None:
        """Make the page of the chosen round and service, and show it in the next turn of the loop.

        With 200 teams, making and showing it at once would take a tenth of a second. The choice that led here keeps the
        focus.
        """
        if self._service not in {each.id for each in publication.services}:
            self._service = None
        services = publication.services if len(publication.services) > 1 else ()
        bar = CompareBar(
            [_round_words(each, self._publications) for each in self._publications],
            [tr("All areas of service"), *(each.name for each in services)] if services else [],
            self.theme,
        )
        bar.rounds.setCurrentIndex(self._publications.index(publication))
        bar.services.setCurrentIndex(_place(services, self._service))
        bar.rounds.activated.connect(self._on_round_chosen)
        bar.services.activated.connect(self._on_service_chosen)
        bar.files.clicked.connect(self.on_files_asked)
        bar.report.clicked.connect(self._on_report_clicked)
        only = publication.services[0].id if len(publication.services) == 1 else self._service
        page = ComparePage(publication, only, bar, self.theme, self.pages)
        page.results_asked.connect(partial(self.results_asked.emit, publication))
        page.plan_asked.connect(partial(self.plan_asked.emit, publication))
        page.trend_asked.connect(partial(self._on_trend_asked, publication))
        page.area_asked.connect(partial(self.area_asked.emit, publication, only))
        page.trends_asked.connect(self.trends_asked)
        page.drill.offer_trends(self._followed(publication))
        page.legend.pictures.copy.clicked.connect(self._on_copy_clicked)
        page.legend.pictures.save.clicked.connect(self._on_save_clicked)
        self.page = page
        # A timer of its own: what singleShot posts comes before anything that the window has waiting.
        soon = QTimer(page, singleShot=True, interval=0)
        soon.timeout.connect(partial(self._on_made, page, focus_choice))
        soon.start()

    def _on_made(self, page: ComparePage, focus_choice: str) -> None:
        if page is not self.page:
            # Another was asked for meanwhile.
            page.deleteLater()
            return
        self.pages.show_page(page)
        for box, name in ((page.bar.rounds, "round"), (page.bar.services, "service")):
            if focus_choice == name:
                box.setFocus()

    def show_as(self, old: "CompareRoom") -> None:
        """Show what another room showed."""
        self.choose_as(old)
        self.enter()

    def choose_as(self, old: "CompareRoom") -> None:
        """Choose what another room showed, for when somebody comes here."""
        self._publication, self._service, self._last = old._publication, old._service, old._last
        self._chosen = old._chosen

    def clear_notes(self) -> None:
        """Nothing was saved or left out, and nothing went wrong."""
        super().clear_notes()
        self._alone.hide()

    def _on_alone_chosen(self, publication: Publication) -> None:
        self.results_asked.emit(publication, publication.teams[0].id)

    def _followed(self, publication: Publication) -> frozenset[str]:
        """Return the teams that took part in two rounds or more, of which there is something to follow."""
        found = [each for each in self.organisations if each.organisation == publication.survey.organisation.id]
        return frozenset(team.id for rounds in found for team in rounds.teams if team.lines and _points(team) > 1)

    def _on_trend_asked(self, publication: Publication, team_id: str) -> None:
        self.trend_asked.emit(publication.survey.organisation.id, team_id)

    def _on_round_chosen(self, place: int) -> None:
        self.clear_notes()
        self._publication, self._chosen = self._publications[place], True
        self._show(self._publication, "round")

    def _on_service_chosen(self, place: int) -> None:
        self.clear_notes()
        if self._publication is not None:
            self._service = self._publication.services[place - 1].id if place else None
            self._show(self._publication, "service")

    def _on_report_clicked(self) -> None:
        if self.page is not None:
            compared = self.page.compared
            service = compared.service.id if compared.service is not None else None
            own = comparison_document(compared.publication, service)
            others = area_documents(self._workspace, compared.publication, service)
            self.offer((own, *(each for each in others if each.id != own.id)), self.page.bar.report)

    def _on_copy_clicked(self) -> None:
        if self.page is not None:
            self.copy(self.page.picture())
            self.page.legend.pictures.say_copied()

    def _on_save_clicked(self) -> None:
        if self.page is not None:
            self.save_picture(self.page.picture(), comparison_name(self.page.compared.publication))


def _newest_beside(opened: Publication, publications: Sequence[Publication]) -> Publication:
    """Return what was opened, or of its organisation a newer round: an earlier one is opened to stand beside that."""
    alike = (each for each in publications if each.survey.organisation.id == opened.survey.organisation.id)
    newest = next(alike)
    return opened if opened.survey.wave.id == newest.survey.wave.id else newest


def _points(team: TeamLines) -> int:
    """Return in how many rounds a team took part, shown or not."""
    return max(sum(point.kind is not PointKind.ABSENT for point in line.points) for line in team.lines)


def _place(services: tuple[ServiceResult, ...], service_id: str | None) -> int:
    return next((place for place, each in enumerate(services, 1) if each.id == service_id), 0)


def _round_words(publication: Publication, all_of_them: tuple[Publication, ...]) -> str:
    """Return the round's name, and where several share it what tells them apart."""
    facts = publication.survey
    same = [each for each in all_of_them if each.survey.wave.name == facts.wave.name]
    if len(same) == 1:
        return facts.wave.name
    if len({each.survey.organisation.id for each in same}) == len(same):
        which = facts.organisation.name
    else:
        which = publication.teams[0].name if len(publication.teams) == 1 else facts.title
    return tr("{round}: {which}", round=facts.wave.name, which=which)
