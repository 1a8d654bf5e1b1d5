"""The dashboard itself: headline, a card for each domain, the legend, time and comments."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from teamhealth.figures.card_picture import card_picture, cards_picture
from teamhealth.figures.comparator import Comparator
from teamhealth.figures.shapes import Figure
from teamhealth.publication.headline import headline
from teamhealth.publication.types import SurveyFacts, TeamResult
from teamhealth.texts.catalogue import tr
from teamhealth.ui.asked_language import speak_as_asked
from teamhealth.ui.results.banner import HeadlineBanner
from teamhealth.ui.results.comments_card import CommentsCard
from teamhealth.ui.results.domain_card import DomainCard
from teamhealth.ui.results.legend import Legend
from teamhealth.ui.results.shown_domains import shown_domains
from teamhealth.ui.results.team_words import warnings
from teamhealth.ui.results.time_card import TimeCard
from teamhealth.ui.theme import CONTENT_MARGIN, SPACE_12, Theme
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.note import Note, NoteKind
from teamhealth.ui.widgets.page import Ground
from teamhealth.ui.widgets.spare import Spare

CARD_WIDTH = 236
MOST_ACROSS = 4
# How much higher the row of an item may become, where the window has room.
_MOST_MORE = 20
# How time and comments share the width: bands stay as they are, questions want to stand on one line.
_FOOT = (22, 28)


class Overview(Ground):
    """Everything of a shown team on one page; it only arranges, the figures come from the publication."""

    card_opened = Signal(str)
    card_chosen = Signal(str)
    comments_asked = Signal()
    meeting_sheet_asked = Signal()
    results_file_asked = Signal()
    figures_asked = Signal()
    picture_asked = Signal()

    def __init__(
        self,
        facts: SurveyFacts,
        team: TeamResult,
        theme: Theme,
        *,
        flag: Comparator | None = None,
        keeps_results: bool = True,
        asked_anew: frozenset[str] = frozenset(),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._across = 0
        self._flag = flag
        self._title = tr("{team}, {round}", team=team.name, round=facts.wave.name)
        named(self, "overview", team.name, "page")
        column = QVBoxLayout(self)
        side = theme.px(CONTENT_MARGIN)
        column.setContentsMargins(side, 0, side, theme.px(4))
        column.setSpacing(0)
        gap = theme.px(8)
        self._warn(column, warnings(team), gap)
        column.addWidget(HeadlineBanner(headline(facts, team, asked_anew=asked_anew), theme))
        column.addSpacing(gap)
        self.cards = self._domain_cards(facts, team, asked_anew)
        self._chosen: DomainCard | None = None
        self._grid = _grid(theme)
        column.addLayout(self._grid)
        column.addSpacing(gap // 2)
        self._legend = Legend(team, flag, theme, self)
        self._lead_on(self._legend, keeps_results)
        column.addWidget(self._legend)
        self._foot = _grid(theme)
        self._time = TimeCard(facts, team, theme, self) if team.banded else None
        self._comments = CommentsCard(facts, team, theme, self)
        self._comments.read_asked.connect(self.comments_asked)
        column.addLayout(self._foot)
        column.addStretch(1)
        self._arrange(MOST_ACROSS)
        speak_as_asked(self, facts.questionnaires)

    def _warn(self, column: QVBoxLayout, warned: Sequence[str], gap: int) -> None:
        for number, words in enumerate(warned):
            column.addWidget(Note(NoteKind.WARNING, words, f"warning_{number}", theme=self._theme))
            column.addSpacing(gap)

    def _lead_on(self, legend: Legend, keeps_results: bool) -> None:
        legend.meeting_sheet.clicked.connect(self.meeting_sheet_asked)
        legend.results_file.clicked.connect(self.results_file_asked)
        legend.figures.clicked.connect(self.figures_asked)
        legend.picture.clicked.connect(self.picture_asked)
        legend.results_file.setVisible(keeps_results)
        legend.figures.setVisible(keeps_results)

    @property
    def across(self) -> int:
        """How many cards stand beside each other."""
        return self._across

    @property
    def chosen(self) -> int:
        """Which card 'Copy chart' would copy, counted from 0; -1 if it would copy all."""
        return self.cards.index(self._chosen) if self._chosen is not None else -1

    def choose_card(self, place: int) -> None:
        """Choose a card for 'Copy chart'."""
        self._on_card_chosen(self.cards[place].shown.domain.id)

    def focus_card(self, domain_id: str) -> None:
        """Give a domain's card the keyboard."""
        for card in self.cards:
            if card.shown.domain.id == domain_id:
                card.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_comments(self) -> None:
        """Give the way to all comments the keyboard."""
        self._comments.focus_read()

    def show_flag(self, flag: Comparator) -> None:
        """Let the flags on all range bars stand for something else."""
        self._flag = flag
        for card in self.cards:
            card.show_flag(flag)
        self._legend.show_flag(flag)

    def be_seen_in(self, area: QScrollArea) -> None:
        """Let the rows of items grow into what the window leaves empty."""
        self._spare = Spare(area)
        self._spare.changed.connect(self._on_spare_changed)

    def picture(self) -> Figure:
        """Return the chosen card as a figure for slides, or all cards if none was chosen."""
        chosen = [self._chosen] if self._chosen is not None else list(self.cards)
        pictures = [
            card_picture(
                card.shown.domain,
                card.shown.result,
                [(each.item, each.result) for each in card.shown.items],
                card.shown.tier,
                self._flag,
                asked_anew=card.shown.asked_anew,
            )
            for card in chosen
        ]
        return cards_picture(self._title, pictures, self._flag)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many cards beside each other as can be read."""
        super().resizeEvent(event)
        room = self.width() - 2 * self._theme.px(CONTENT_MARGIN)
        gap = self._theme.px(SPACE_12)
        least = max((card.minimumSizeHint().width() for card in self.cards), default=0)
        fits = (room + gap) // (max(self._theme.px(CARD_WIDTH), least) + gap)
        self._arrange(MOST_ACROSS if fits >= MOST_ACROSS else 2 if fits >= 2 else 1)

    def _domain_cards(self, facts: SurveyFacts, team: TeamResult, asked_anew: frozenset[str]) -> tuple[DomainCard, ...]:
        found = shown_domains(facts, team, asked_anew)
        # Made in here, so that the tab key meets the cards before what stands below them.
        cards = tuple(DomainCard(shown, self._flag, self._theme, self) for shown in found)
        for card in cards:
            card.opened.connect(self.card_opened)
            card.chosen.connect(self._on_card_chosen)
        return cards

    def _arrange(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        # A card by itself would be a narrow strip in four columns.
        columns = min(across, max(len(self.cards), 2))
        for place, card in enumerate(self.cards):
            self._grid.addWidget(card, place // columns, place % columns)
        for column in range(MOST_ACROSS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        wide = across == MOST_ACROSS
        self._legend.show_narrow(not wide)
        if self._time is not None:
            self._foot.addWidget(self._time, 0, 0)
        self._foot.addWidget(self._comments, 0 if wide and self._time else 1, 1 if wide and self._time else 0)
        time, comments = _FOOT
        self._foot.setColumnStretch(0, time)
        self._foot.setColumnStretch(1, comments if wide and self._time else 0)

    def _on_spare_changed(self) -> None:
        self._let_rows_grow(0)
        rows = max((len(card.rows) for card in self.cards), default=0) * ceil(len(self.cards) / max(1, self._across))
        more = self._spare.height(self.cards) // rows if rows else 0
        self._let_rows_grow(min(max(0, round(more / self._theme.scale)), _MOST_MORE))

    def _let_rows_grow(self, by: int) -> None:
        for card in self.cards:
            for row in card.rows:
                row.be_higher(by)

    def _on_card_chosen(self, domain_id: str) -> None:
        for card in self.cards:
            card.mark(card.shown.domain.id == domain_id)
            if card.shown.domain.id == domain_id:
                self._chosen = card
                self.card_chosen.emit(card.shown.domain.title)


def _grid(theme: Theme) -> QGridLayout:
    grid = QGridLayout()
    grid.setSpacing(theme.px(SPACE_12))
    return grid
