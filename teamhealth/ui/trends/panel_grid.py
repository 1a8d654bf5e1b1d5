"""The panels of a team's themes, two beside each other or one, as high as the window has room for."""

from math import ceil

from PySide6.QtWidgets import QGridLayout

from teamhealth.publication.lines import TeamLines
from teamhealth.ui.theme import SPACE_12, Theme
from teamhealth.ui.trends.panel_card import PANEL_HEIGHT, PanelCard
from teamhealth.ui.widgets.spare import Spare

_CARD = 420
# How much higher a panel may become, where the window has room.
_MOST_MORE = 150


class PanelGrid(QGridLayout):
    """``cards`` are its panels; empty until a team is shown."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setSpacing(theme.px(SPACE_12))
        self._theme = theme
        self._across = 0
        self.cards: tuple[PanelCard, ...] = ()

    def show_team(self, team: TeamLines) -> None:
        """Make a panel of each theme."""
        self.cards = tuple(PanelCard(team, line, self._theme) for line in team.lines)
        self._arrange(2)

    def fit(self, room: int) -> None:
        """Put two panels beside each other, or one below the other where there is less room, in pixels."""
        self._arrange(2 if room >= 2 * self._theme.px(_CARD) else 1)

    def grow(self, spare: Spare) -> None:
        """Let the panels grow into what the window has left below them."""
        for card in self.cards:
            card.be_high(PANEL_HEIGHT)
        rows = ceil(len(self.cards) / self._across) if self.cards else 0
        more = spare.height(self.cards) // rows if rows else 0
        for card in self.cards:
            card.be_high(PANEL_HEIGHT + min(max(0, round(more / self._theme.scale)), _MOST_MORE))

    def _arrange(self, across: int) -> None:
        if across == self._across or not self.cards:
            return
        self._across = across
        for place, card in enumerate(self.cards):
            self.addWidget(card, place // across, place % across)
        for place in range(2):
            self.setColumnStretch(place, 1 if place < across else 0)
