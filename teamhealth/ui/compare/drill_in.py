"""What is behind a cell: a team's theme in words, and its items as far as the team's answers allow."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from teamhealth.figures.palette import FAVOURABLE, UNFAVOURABLE, WHITE, domain_colour
from teamhealth.figures.sentences import comparison_words
from teamhealth.figures.weight import Weight
from teamhealth.publication.compared import Row, RowKind
from teamhealth.publication.compared_words import row_name, short_text
from teamhealth.publication.types import SurveyFacts, Verdict
from teamhealth.publication.words import hidden_text, likely_text, score_text
from teamhealth.survey.questionnaire import Domain
from teamhealth.texts.catalogue import tr
from teamhealth.texts.lists import capitalised
from teamhealth.ui.asked_language import speak_as_asked
from teamhealth.ui.contrast import set_sheet
from teamhealth.ui.results.item_row import ItemRow
from teamhealth.ui.results.shown_domains import shown_domains
from teamhealth.ui.theme import BODY, H2, HINT, SPACE_8, Theme
from teamhealth.ui.widgets.buttons import secondary_button
from teamhealth.ui.widgets.card import Card, rule
from teamhealth.ui.widgets.flow import Ends, Flow
from teamhealth.ui.widgets.icons import IconView, section_icon
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import label

# A longer name would not stand on a button.
_LONGEST_NAME = 16
_COLOURS = {Verdict.ABOVE: FAVOURABLE, Verdict.BELOW: UNFAVOURABLE}


class DrillIn(QWidget):
    """The card of one cell, and what one can do about that team; ``plan_asked`` carries the cell's theme too.

    Where rows of ``several`` areas of service stand in the table, the card says of which this one is.
    """

    results_asked = Signal(str)
    trend_asked = Signal(str)
    plan_asked = Signal(str, str)

    def __init__(self, facts: SurveyFacts, theme: Theme, *, several: bool = False) -> None:
        super().__init__()
        self._facts = facts
        self._several = several
        self._theme = theme
        self._team = ""
        self._domain = ""
        self._followed: frozenset[str] = frozenset()
        named(self, "drill_in", tr("Behind the chosen cell"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(SPACE_8))
        self._card: Card | None = None
        buttons = Flow(theme, gap=SPACE_8, ends=Ends.FILLED)
        self.results = secondary_button(tr("Results"), "drill_results", theme=theme)
        self.trend = secondary_button(tr("Trend"), "drill_trend", theme=theme)
        self.plan = secondary_button(tr("Add to plan"), "drill_plan", theme=theme)
        self.results.clicked.connect(self._on_results_clicked)
        self.trend.clicked.connect(self._on_trend_clicked)
        self.plan.clicked.connect(self._on_plan_clicked)
        for button in (self.results, self.trend, self.plan):
            buttons.addWidget(button)
        self._column.addLayout(buttons)

    @property
    def ways(self) -> tuple[QWidget, ...]:
        """What can be done about a team, in its order, shown or not."""
        return self.results, self.trend, self.plan

    def offer_trends(self, teams: frozenset[str]) -> None:
        """Lead to the trend of these teams; others were asked once only."""
        self._followed = teams
        self.trend.setVisible(self._team in teams)

    def show_cell(self, row: Row, domain: Domain) -> None:
        """Show a team's theme; an average or other teams together have only their score to show."""
        if self._card is not None:
            self._column.removeWidget(self._card)
            self._card.hide()
            self._card.deleteLater()
        self._card = self._made(row, domain)
        self._column.insertWidget(0, self._card)
        # A screen reader reads it before the buttons below it, which were there first.
        self._card.lower()
        shown = row.kind is RowKind.TEAM and row.team is not None
        self._team = row.team.id if shown and row.team is not None else ""
        self._domain = domain.id
        self.results.setVisible(shown)
        self.trend.setVisible(self._team in self._followed)
        self.plan.setVisible(shown)
        if shown:
            short = len(row.name) <= _LONGEST_NAME
            words = tr("{team} results", team=row.name) if short else tr("Results of this team")
            self.results.set_words(words)
            self.results.setAccessibleName(words if short else f"{words}: {row.name}")
            self.trend.setAccessibleName(tr("Trend of {team}", team=row.name))
            self.plan.setAccessibleName(tr("Add to plan: {theme} of {team}", theme=domain.title, team=row.name))

    def take_focus(self) -> None:
        """Have the focus on the first of what can be done; leave it where it is if there is nothing."""
        shown = [each for each in self.ways if each.isVisible()]
        if shown:
            shown[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _made(self, row: Row, domain: Domain) -> Card:
        card = Card(None, "drill_card", theme=self._theme)
        side = self._theme.px(12)
        card.content.setContentsMargins(side, self._theme.px(10), side, self._theme.px(10))
        card.content.setSpacing(self._theme.px(3))
        card.content.addLayout(self._title(row, domain))
        service = row.service if self._several else ""
        if service:
            card.content.addWidget(label(service, self._theme.font(HINT), tone="muted", name="drill_service"))
        for widget in self._words(row, domain):
            card.content.addWidget(widget)
        said = tr("{team}: {theme}", team=row_name(row), theme=domain.title)
        card.setAccessibleName(tr("{row}. {service}", row=said, service=service) if service else said)
        for number, item in enumerate(self._items(row, domain)):
            card.content.addWidget(rule(name=f"drill_rule_{number}"))
            card.content.addWidget(item)
        speak_as_asked(card, self._facts.questionnaires)
        return card

    def _title(self, row: Row, domain: Domain) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(self._theme.px(SPACE_8))
        px = self._theme.px
        icon = IconView(
            section_icon(domain.id), px(16), WHITE, tile=domain_colour(domain.id), tile_size=px(24), radius=px(6)
        )
        line.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        words = tr("{team}: {theme}", team=row_name(row), theme=domain.title[:1].lower() + domain.title[1:])
        line.addWidget(label(words, self._theme.font(H2, Weight.SEMIBOLD), name="drill_title"), 1)
        return line

    def _words(self, row: Row, domain: Domain) -> list[QWidget]:
        font = self._theme.font(HINT)
        score = row.score(domain.id)
        if score is None:
            return [label(_why_none(row), font, tone="muted", name="drill_score")]
        result = row.result(domain.id)
        likely = f", {likely_text(result.likely)}" if result is not None and result.likely is not None else ""
        found: list[QWidget] = [
            label(f"{score_text(score)}{likely}", self._theme.font(BODY, Weight.SEMIBOLD), name="drill_score")
        ]
        comparison = row.comparison(domain.id)
        if comparison is not None:
            words = tr("Others: {score}, {words}", score=score_text(comparison.other),
                       words=comparison_words(domain, score, comparison))  # fmt: skip
            colour = _COLOURS.get(comparison.verdict)
            weight = Weight.SEMIBOLD if colour else Weight.REGULAR
            made = label(words, self._theme.font(HINT, weight), tone="muted", name="drill_comparison")
            if colour:
                set_sheet(made, f"color: {colour};")
            found.append(made)
        elif row.kind is RowKind.TEAM:
            found.append(label(capitalised(tr("not tested")), font, tone="muted", name="drill_comparison"))
        return found

    def _items(self, row: Row, domain: Domain) -> list[QWidget]:
        if row.team is None or not row.team.shown:
            return []
        for shown in shown_domains(self._facts, row.team):
            if shown.domain.id == domain.id:
                return [ItemRow(item, row.team.tier, self._theme) for item in shown.items]
        return []

    def _on_results_clicked(self) -> None:
        self.results_asked.emit(self._team)

    def _on_trend_clicked(self) -> None:
        self.trend_asked.emit(self._team)

    def _on_plan_clicked(self) -> None:
        self.plan_asked.emit(self._team, self._domain)


def _why_none(row: Row) -> str:
    """Return why a row has no score in a theme; of a shown team it is the theme alone."""
    if row.kind is RowKind.TEAM:
        return short_text()
    return hidden_text(row.team.needed) if row.team is not None else tr("There is no score to show.")
