"""The page of trends: a team's themes as panels, or one theme of all teams, and the same as tables."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from teamhealth.figures.compared_sentences import changed_words, origin_words
from teamhealth.figures.shapes import Figure
from teamhealth.figures.trend_key import Signs, signs_of, trend_key
from teamhealth.figures.trend_picture import team_picture, theme_picture
from teamhealth.publication.headline import Headline
from teamhealth.publication.lines import Line, Rounds, TeamLines
from teamhealth.publication.method_words import no_change_found_text, true_change_text
from teamhealth.publication.moved import tested_verdicts
from teamhealth.publication.theme_moved import theme_headline
from teamhealth.publication.trend_headline import few_rounds_words, trends_headline
from teamhealth.publication.types import Verdict
from teamhealth.survey.questionnaire import Domain
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.lists import number_word
from teamhealth.ui.asked_language import speak_as_asked
from teamhealth.ui.picture import PictureLinks
from teamhealth.ui.results.banner import HeadlineBanner
from teamhealth.ui.results.elsewhere import elsewhere_shelf
from teamhealth.ui.results.fitted_figure import FittedFigure
from teamhealth.ui.results.tables import TablesPage
from teamhealth.ui.theme import CONTENT_MARGIN, SPACE_8, SPACE_12, Theme
from teamhealth.ui.trends.bar import TrendsBar
from teamhealth.ui.trends.model import LinesModel
from teamhealth.ui.trends.panel_card import PanelCard
from teamhealth.ui.trends.panel_grid import PanelGrid
from teamhealth.ui.trends.small_panels import SmallPanels
from teamhealth.ui.trends.tables import team_tables, theme_table
from teamhealth.ui.widgets.buttons import Button, secondary_button
from teamhealth.ui.widgets.focus import hand_on
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.note import Note, NoteKind
from teamhealth.ui.widgets.page import Ground, scroll_area, scroll_by_key
from teamhealth.ui.widgets.spare import Spare
from teamhealth.ui.widgets.text import caption

# From this room on it stands beside the links; in less, below them, its signs go on on a second line.
_BESIDE_LINKS, _LEAST_KEY = 470, 300


class TrendsPage(QWidget):
    """One team, or with a domain all teams; team and theme are chosen in its bar, by whoever made the page."""

    team_opened = Signal(str)
    plan_asked = Signal(str)

    def __init__(
        self, rounds: Rounds, team: TeamLines | None, domain: Domain | None, bar: TrendsBar, theme: Theme
    ) -> None:
        super().__init__()
        self._theme = theme
        self.bar = bar
        self._rounds, self._team, self._domain = rounds, team, domain
        self.panels: SmallPanels | None = None
        self.pictures = PictureLinks("trends", theme)
        self.plan: Button | None = None
        if team is not None and not team.ended:
            self.plan = secondary_button(tr("Add to retention plan"), "trends_plan", theme=theme)
            self.plan.clicked.connect(self._on_plan_clicked)
        named(self, "trends_page", tr("Trends"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        if rounds.elsewhere:
            column.addWidget(elsewhere_shelf("trends_elsewhere", theme))
        self._views = QStackedLayout()
        column.addLayout(self._views, 1)
        self._tables: QWidget | None = None
        self._grid = PanelGrid(theme)
        self._key = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._scroll = scroll_area(self._laid_out(), "trends_scroll")
        self._views.addWidget(self._scroll)
        newest = self._rounds.rounds[-1].publications if self._rounds.rounds else ()
        speak_as_asked(self, [asked for each in newest for asked in each.survey.questionnaires])
        self._spare = Spare(self._scroll)
        self._spare.changed.connect(self._on_spare_changed)
        bar.tables.clicked.connect(self._on_tables_clicked)
        bar.say(self._subtitle())

    def picture(self) -> Figure:
        """Return what is shown as one figure for slides."""
        if self._domain is not None:
            return theme_picture(self._rounds, self._domain)
        if self._team is None:
            raise ValueError("a page of trends has a team or a theme")
        return team_picture(self._rounds, self._team)

    def show_tables(self, shown: bool) -> None:
        """Show the tables instead of the panels, or the panels again."""
        if shown and self._tables is None:
            tables = theme_table(self._rounds, self._domain) if self._domain is not None else ()
            if self._team is not None:
                tables = team_tables(self._team)
            self._tables = scroll_area(
                TablesPage("trends_tables_page", tr("Trends"), tables, self._theme), "trends_tables_scroll"
            )
            self._views.addWidget(self._tables)
        self._views.setCurrentIndex(1 if shown else 0)
        self.bar.tables.set_words(tr("Show the charts") if shown else tr("Show as tables"))

    @property
    def cards(self) -> tuple[PanelCard, ...]:
        """The panels of a team's themes; none of a theme in all teams."""
        return self._grid.cards

    @property
    def way(self) -> tuple[int, ...]:
        """Whether tables are shown."""
        return (self._views.currentIndex(),)

    def show_way(self, way: tuple[int, ...]) -> None:
        """Show tables, or panels."""
        self.show_tables(bool(way[0]))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on to the first panel."""
        super().focusInEvent(event)
        first: QWidget | None = self.panels or (self.cards[0] if self.cards else None)
        if first is not None:
            hand_on(first, event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by a key that nothing on the page wants."""
        shown = self._views.currentWidget()
        if isinstance(shown, QScrollArea) and scroll_by_key(shown, event):
            event.accept()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put two panels beside each other, or one below the other where it is narrow."""
        super().resizeEvent(event)
        self.bar.fit(self.width())
        room = self.width() - 2 * self._theme.px(CONTENT_MARGIN)
        self._grid.fit(room)
        narrow = room < self._theme.px(_BESIDE_LINKS) + self.pictures.sizeHint().width()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._key.setDirection(down if narrow else across)

    def _laid_out(self) -> QWidget:
        content = Ground()
        named(content, "trends_content", "", "page")
        px = self._theme.px
        column = self._column = QVBoxLayout(content)
        side = px(CONTENT_MARGIN)
        column.setContentsMargins(side, px(SPACE_8), side, px(SPACE_12))
        column.setSpacing(px(SPACE_8))
        column.addWidget(HeadlineBanner(self._headline(), self._theme))
        words = few_rounds_words(len(self._rounds.rounds))
        if words:
            few = Note(NoteKind.INFO, words, "trends_few_rounds", theme=self._theme)
            if self._alone and self.plan is not None:
                few.add_beside(self.plan)
            column.addWidget(few)
        if self._domain is not None:
            self._add_notes(column)
            self.panels = SmallPanels(LinesModel(self._rounds, self._domain), self._theme)
            self.panels.team_opened.connect(self.team_opened)
            column.addWidget(self.panels, 1)
        elif self._team is not None:
            column.addLayout(self._grid)
            self._grid.show_team(self._team)
        column.addLayout(self._key_row())
        if not self._alone:
            column.addWidget(self._cautious())
        if self._domain is None:
            column.addStretch(1)
        return content

    def _headline(self) -> Headline:
        """Return what paper says: what moved of a team, or of a theme in all teams."""
        if self._domain is not None:
            return theme_headline(self._rounds, self._domain.id)
        return trends_headline(self._rounds, self._team)

    @property
    def _lines(self) -> tuple[Line, ...]:
        """The lines that are shown: a team's, or those of all teams in a theme."""
        if self._team is not None:
            return self._team.lines
        domain = self._domain.id if self._domain is not None else ""
        return tuple(line for team in self._rounds.teams if (line := team.line(domain)) is not None)

    def _add_notes(self, column: QVBoxLayout) -> None:
        """Say above the panels of all teams why scores stand apart from those before them."""
        notes = (*changed_words(self._lines), *origin_words(self._rounds.teams))
        for number, words in enumerate(notes, 1):
            column.addWidget(caption(words, name=f"trends_apart_{number}", theme=self._theme))

    def _key_row(self) -> QBoxLayout:
        row = self._key
        row.setSpacing(self._theme.px(SPACE_8))
        name = self._team.name if self._team is not None else tr("The team")
        draw = partial(_key, _short(name), signs_of(self._lines))
        key = FittedFigure(draw, "trends_key", least=_LEAST_KEY, most=900, theme=self._theme)
        row.addWidget(key, 1, Qt.AlignmentFlag.AlignTop)
        row.addStretch(0)
        row.addWidget(self.pictures, 0, Qt.AlignmentFlag.AlignTop)
        return row

    @property
    def _alone(self) -> bool:
        """Whether there is one round only, since which nothing can have changed."""
        return len(self._rounds.rounds) == 1

    def _cautious(self) -> Note:
        """Return what is to be kept in mind; of tests only where the newest round has any."""
        verdicts = tested_verdicts(self._lines)
        people = tr("The people in each round may differ.")
        words = f"{true_change_text()} {people}" if verdicts else people
        title = no_change_found_text() if Verdict.WITHIN_CHANCE in verdicts else ""
        note = Note(NoteKind.WARNING, words, "trends_cautious", title=title, theme=self._theme)
        if self.plan is not None:
            note.add_beside(self.plan)
        return note

    def _subtitle(self) -> str:
        count = len(self._rounds.rounds)
        rounds = trn("{words} round", "{words} rounds", count, words=number_word(count))
        place = self._team.name if self._team is not None else self._rounds.name
        return tr("{place} · {rounds} · 0 to 100, higher is healthier", place=place, rounds=rounds)

    def _on_spare_changed(self) -> None:
        self._grid.grow(self._spare)
        if self.panels is not None:
            self._stand(self.panels)

    def _stand(self, panels: SmallPanels) -> None:
        """Let panels of all teams stand whole in a low window, where the page scrolls, below the key."""
        panels.stand(False)
        whole = self._spare.height(()) < 0
        items = (self._column.itemAt(place) for place in range(self._column.count()))
        key = next(place for place, each in enumerate(items) if each is not None and each.layout() is self._key)
        if (self._column.indexOf(panels) > key) is not whole:
            # Inserting takes them out first, so below the key they come to stand at its place.
            self._column.insertWidget(key, panels, 1)
        panels.stand(whole)

    def _on_tables_clicked(self) -> None:
        self.show_tables(self._views.currentIndex() == 0)

    def _on_plan_clicked(self) -> None:
        if self._team is not None:
            self.plan_asked.emit(self._team.id)


def _key(name: str, signs: Signs, width: float) -> Figure:
    return trend_key(width, name, signs)


def _short(name: str) -> str:
    return name if len(name) <= 24 else f"{name[:23].rstrip()}…"
