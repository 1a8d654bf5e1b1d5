"""The results of an area of service or of the council: staying and leaving first, themes, shared concerns, teams."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from teamhealth.figures.area_picture import area_picture
from teamhealth.figures.shapes import Figure
from teamhealth.publication.area_headline import area_headline, few_beside_cards
from teamhealth.publication.area_response import few_answered_text
from teamhealth.publication.compared import compare
from teamhealth.publication.compared_words import came_in_words
from teamhealth.publication.staying import said_of_both, stay_or_leave
from teamhealth.publication.types import Publication, TeamResult
from teamhealth.publication.words import elsewhere_text, left_out_text
from teamhealth.services.area_reports import area_of, standards
from teamhealth.texts.catalogue import tr, trn
from teamhealth.ui.columns import Columns
from teamhealth.ui.picture import PictureLinks, copy_picture
from teamhealth.ui.results.area_cards import share_card, theme_card
from teamhealth.ui.results.area_tables import area_tables
from teamhealth.ui.results.banner import HeadlineBanner
from teamhealth.ui.results.results_page import PublishedRow, TeamRow
from teamhealth.ui.results.shared_card import shared_card
from teamhealth.ui.results.tables import TablesPage
from teamhealth.ui.theme import SPACE_12, Theme
from teamhealth.ui.widgets.buttons import link_button, primary_button, secondary_button
from teamhealth.ui.widgets.card import Card, rule
from teamhealth.ui.widgets.focus import bring_into_view
from teamhealth.ui.widgets.icons import IconName
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.note import Note, NoteKind
from teamhealth.ui.widgets.page import Page
from teamhealth.ui.widgets.text import hint

_ACROSS = 4
_NARROW_BELOW = 860


class AreaPage(Page):
    """Shows what a publication holds of several teams together, and leads to each of them.

    Parameters
    ----------
    publication : Publication
        The frozen results.
    service_id : str or None
        The area of service; None for the council.
    theme : Theme or None
        The text size; by default the application's.
    """

    team_opened = Signal(str)
    report_asked = Signal()
    figures_asked = Signal()
    quality_asked = Signal()
    picture_asked = Signal(object)

    def __init__(self, publication: Publication, service_id: str | None, theme: Theme | None = None) -> None:
        self._area = area_of(publication, service_id)
        shown = len(self._area.shown)
        words = trn("{count} team shown", "{count} teams shown", shown)
        subtitle = tr("{round} · {shown}", round=self._area.facts.wave.name, shown=words)
        super().__init__(self._area.name, "area_page", subtitle=subtitle, crumb=tr("Results"), theme=theme)
        self._publication = publication
        self._survey_custody = publication.survey.custody
        self._standards = standards()
        self.tables = secondary_button(tr("Show as tables"), "area_tables", theme=self.theme)
        self.tables.clicked.connect(self._on_tables_clicked)
        self.report = primary_button(tr("Export PDF"), "export_pdf", IconName.PRINTER, theme=self.theme)
        self.report.clicked.connect(self.report_asked)
        self.action_row.addWidget(self.tables)
        self.action_row.addWidget(self.report)
        self._overview = self._made_overview()
        self._as_tables: TablesPage | None = None
        if publication.survey.elsewhere:
            self.body.addWidget(Note(NoteKind.WARNING, elsewhere_text(), "area_elsewhere", theme=self.theme))
        self.body.addWidget(self._overview)
        self.body.addStretch(1)
        self.start_at(self.tables)
        self.lead_back_on_escape()

    def show_tables(self, shown: bool) -> None:
        """Show the tables instead of the cards, or the cards again."""
        if shown and self._as_tables is None:
            compared = compare(self._publication, self._area.service)
            tables = area_tables(self._area, compared, self._standards)
            self._as_tables = TablesPage("area_tables_page", self._area.name, tables, self.theme, edge=False)
            self.body.insertWidget(self.body.indexOf(self._overview) + 1, self._as_tables)
        self._overview.setVisible(not shown)
        if self._as_tables is not None:
            self._as_tables.setVisible(shown)
        self.tables.set_words(tr("Show the cards") if shown else tr("Show as tables"))

    def return_to(self, team_id: str) -> None:
        """Begin at a team's row, which somebody comes back from."""
        for row in self.findChildren(TeamRow):
            if row.row.team_id == team_id:
                self.start_at(row)
                bring_into_view(row)

    @property
    def way(self) -> tuple[int, ...]:
        """Whether tables are shown."""
        return (int(not self._overview.isVisibleTo(self)),)

    def show_way(self, way: tuple[int, ...]) -> None:
        """Show tables, or cards."""
        self.show_tables(bool(way[0]))

    def _made_overview(self) -> QWidget:
        made = QWidget()
        named(made, "area_overview", self._area.name, "page")
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.px(SPACE_12))
        column.addWidget(HeadlineBanner(area_headline(self._area), self.theme))
        low = few_answered_text(self._area)
        if low:
            column.addWidget(hint(low, name="area_low", theme=self.theme))
        shares = self._share_cards()
        self._add_row(column, "area_staying", shares)
        if shares:
            column.addWidget(hint(" ".join(said_of_both(self._area)), name="area_signs", theme=self.theme))
        few = few_beside_cards(self._area)
        if few:
            column.addWidget(hint(few, name="area_few", theme=self.theme))
        themes = [each for each in self._area.domains if self._area.team_scores(each.id)]
        cards: list[QWidget] = [theme_card(self._area, each, self.theme) for each in themes]
        for at in range(0, len(cards), _ACROSS):
            self._add_row(column, f"area_themes_{at}", cards[at : at + _ACROSS])
        column.addWidget(self._exports(pictures=bool(themes)))
        if self._area.shown:
            column.addWidget(shared_card(self._area, self._standards, self.theme))
        column.addWidget(self._teams_card())
        return made

    def picture(self) -> Figure:
        """Return the themes as a figure for slides."""
        return area_picture(self._area)

    def _exports(self, *, pictures: bool) -> QWidget:
        """Return the links that save something, side by side; below all teams nobody would look for one."""
        figures = link_button(tr("Export figures"), "export_figures", theme=self.theme)
        figures.clicked.connect(self.figures_asked)
        if not pictures:
            return figures
        links = self._pictures()
        links.add(figures)
        return links

    def _pictures(self) -> PictureLinks:
        self.pictures = PictureLinks("area", self.theme)
        self.pictures.copy.clicked.connect(self._on_copy_clicked)
        self.pictures.save.clicked.connect(self._on_save_clicked)
        return self.pictures

    def _on_copy_clicked(self) -> None:
        copy_picture(self.picture())
        self.pictures.say_copied()

    def _on_save_clicked(self) -> None:
        self.picture_asked.emit(self.picture())

    def _share_cards(self) -> list[QWidget]:
        return [share_card(each, self.theme) for each in stay_or_leave(self._area)]

    def _add_row(self, column: QVBoxLayout, name: str, cards: list[QWidget]) -> None:
        if cards:
            beside = Columns([(each, 1) for each in cards], self.theme, narrow_below=_NARROW_BELOW, name=name,
                             gap=SPACE_12)  # fmt: skip
            column.addWidget(beside)

    def _teams_card(self) -> Card:
        card = Card(tr("Teams"), "area_teams", theme=self.theme)
        for team in (*self._area.shown, *self._area.hidden):
            card.content.addWidget(rule(name=f"rule_{team.id}"))
            row = TeamRow(self._team_row(team), self.theme)
            row.chosen.connect(self._on_team_chosen)
            card.content.addWidget(row)
        if self._area.left_out:
            card.content.addWidget(hint(left_out_text(), name="area_left_out", theme=self.theme))
        if self._area.service is None and self._publication.quality:
            quality = link_button(tr("Quality of the questionnaire"), "area_quality", theme=self.theme)
            quality.clicked.connect(self.quality_asked)
            card.content.addWidget(quality)
        return card

    def _team_row(self, team: TeamResult) -> PublishedRow:
        facts = self._area.facts
        words = came_in_words(team.needed)
        if team.shown and team.answered is not None:
            words = trn(
                "{count} of {headcount} person answered",
                "{count} of {headcount} people answered",
                team.answered,
                headcount=team.headcount,
            )
        return PublishedRow(facts.id, facts.title, facts.wave.name, team.id, team.name, words, team.shown)

    def _on_team_chosen(self, _survey_id: str, team_id: str) -> None:
        self.team_opened.emit(team_id)

    def _on_tables_clicked(self) -> None:
        self.show_tables(self._overview.isVisibleTo(self))
