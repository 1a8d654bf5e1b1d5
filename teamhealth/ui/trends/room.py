"""Leads through trends: which organisation, team and theme, and the papers and pictures made of them."""

from collections.abc import Callable

from teamhealth.publication.lines import Rounds, TeamLines
from teamhealth.publication.types import Publication
from teamhealth.services.documents import trends_document
from teamhealth.services.rounds import trends_name
from teamhealth.services.workspace import Workspace
from teamhealth.texts.catalogue import tr
from teamhealth.texts.lists import number_word
from teamhealth.ui.opened_results import OpenedResults
from teamhealth.ui.outside import Outside
from teamhealth.ui.rounds_room import RoundsRoom
from teamhealth.ui.trends.bar import TrendsBar
from teamhealth.ui.trends.page import TrendsPage


class TrendsRoom(RoundsRoom):
    """Shows a team with the most to show first; what was chosen stays chosen."""

    def __init__(
        self,
        workspace: Workspace,
        outside: Outside,
        recent: Callable[[], tuple[str, ...]] = tuple,
        opened: OpenedResults | None = None,
    ) -> None:
        self._known = opened or OpenedResults()
        super().__init__(workspace, outside, "trends", tr("Trends"), recent, opened=self._known)
        self._followed: tuple[str, str] | None = None
        self._organisation = ""
        self._team = ""
        self._domain = ""
        self.page: TrendsPage | None = None

    @property
    def needs(self) -> str:
        """What a trend needs."""
        return tr("It takes two rounds or more of a team. From three on it is a trend.")

    def show_rounds(self) -> None:
        """Show the team that was worked on since, else what was shown last, or the newest."""
        self._follow()
        if self._organisation not in {each.organisation for each in self.organisations}:
            # Of equals the one with the newest results.
            self._organisation = max(self.organisations, key=_length).organisation
        self._show("")

    def _follow(self) -> None:
        """Go along to the team that was worked on elsewhere, once; whoever chooses another here stays there."""
        wanted = self._known.looked_at
        if wanted is None or wanted == self._followed:
            return
        self._followed = wanted
        organisation, team = wanted
        for rounds in self.organisations:
            if rounds.organisation == organisation and team in {each.id for each in rounds.teams}:
                self._organisation, self._team = wanted

    def show_team(self, organisation: str, team_id: str) -> None:
        """Show a team's themes, whatever was shown before."""
        self._organisation, self._team, self._domain = organisation, team_id, ""
        self._followed = self._known.looked_at
        self.enter()

    def show_as(self, old: "TrendsRoom") -> None:
        """Show what another room showed."""
        self.choose_as(old)
        self.enter()

    def choose_as(self, old: "TrendsRoom") -> None:
        """Choose what another room showed, for when somebody comes here."""
        self._organisation, self._team, self._domain = old._organisation, old._team, old._domain
        self._followed = old._followed

    @property
    def _rounds(self) -> Rounds:
        return next(each for each in self.organisations if each.organisation == self._organisation)

    def _show(self, focus_choice: str) -> None:
        """Show what is chosen; the choice that led here keeps the focus."""
        rounds = self._rounds
        teams = rounds.teams
        if self._team not in {each.id for each in teams}:
            self._team = max(teams, key=_shown).id
        domain = next((each for each in rounds.domains if each.id == self._domain), None)
        bar = TrendsBar(
            [each.name for each in self.organisations],
            [_team_words(each) for each in teams],
            [
                tr("All {number} themes", number=number_word(len(rounds.domains))),
                *(tr("{theme}: all teams", theme=each.title) for each in rounds.domains),
            ],
            self.theme,
        )
        bar.organisations.setCurrentIndex([each.organisation for each in self.organisations].index(self._organisation))
        bar.teams.setCurrentIndex([each.id for each in teams].index(self._team))
        if domain is not None:
            bar.teams.hide()
        bar.themes.setCurrentIndex(rounds.domains.index(domain) + 1 if domain is not None else 0)
        bar.organisations.activated.connect(self._on_organisation_chosen)
        bar.teams.activated.connect(self._on_team_chosen)
        bar.themes.activated.connect(self._on_theme_chosen)
        bar.files.clicked.connect(self.on_files_asked)
        bar.report.clicked.connect(self._on_report_clicked)
        team = None if domain is not None else rounds.lines(self._team)
        page = TrendsPage(rounds, team, domain, bar, self.theme)
        page.team_opened.connect(self._on_team_opened)
        page.plan_asked.connect(self._on_plan_asked)
        page.pictures.copy.clicked.connect(self._on_copy_clicked)
        page.pictures.save.clicked.connect(self._on_save_clicked)
        self.page = page
        self.pages.show_page(page)
        boxes = {"organisation": bar.organisations, "team": bar.teams, "theme": bar.themes}
        if focus_choice in boxes:
            boxes[focus_choice].setFocus()

    def _on_organisation_chosen(self, place: int) -> None:
        self.clear_notes()
        self._organisation = self.organisations[place].organisation
        self._show("organisation")

    def _on_team_chosen(self, place: int) -> None:
        self.clear_notes()
        self._team = self._rounds.teams[place].id
        self._show("team")

    def _on_theme_chosen(self, place: int) -> None:
        self.clear_notes()
        self._domain = self._rounds.domains[place - 1].id if place else ""
        self._show("theme")

    def _on_team_opened(self, team_id: str) -> None:
        self._team, self._domain = team_id, ""
        self._show("")

    def _on_plan_asked(self, team_id: str) -> None:
        found = _newest_shown(self._rounds, team_id)
        if found is not None:
            self.plan_asked.emit(found, team_id, "")

    def _on_report_clicked(self) -> None:
        if self.page is not None:
            team = None if self._domain else self._team
            self.offer((trends_document(self._rounds, team),), self.page.bar.report)

    def _on_copy_clicked(self) -> None:
        if self.page is not None:
            self.copy(self.page.picture())
            self.page.pictures.say_copied()

    def _on_save_clicked(self) -> None:
        if self.page is not None:
            self.save_picture(self.page.picture(), trends_name(self._rounds))


def _length(rounds: Rounds) -> int:
    return len(rounds.rounds)


def _shown(team: TeamLines) -> int:
    """Return how much there is to show of a team; of equals the first from A to Z is taken."""
    return sum(line.shown for line in team.lines) if not team.ended else -1


def _team_words(team: TeamLines) -> str:
    return tr("{team} (until {round})", team=team.name, round=team.ended) if team.ended else team.name


def _newest_shown(rounds: Rounds, team_id: str) -> Publication | None:
    """Return the newest publication that shows a team, which a plan would answer."""
    for each in reversed(rounds.rounds):
        found = each.find(team_id)
        if found is not None and found[1].shown:
            return found[0]
    return None
