"""Every team of a survey with its sealed answers, those with no return yet too."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from teamhealth.figures import palette
from teamhealth.services.return_counts import CountKind, TeamReturns
from teamhealth.texts.catalogue import tr
from teamhealth.ui.returns.team_bar import team_bar
from teamhealth.ui.returns.words import count_words, team_state
from teamhealth.ui.theme import SPACE_4, SPACE_8, SPACE_12, Theme
from teamhealth.ui.widgets.buttons import link_button
from teamhealth.ui.widgets.card import Card, rule
from teamhealth.ui.widgets.figure_view import FigureView
from teamhealth.ui.widgets.icons import IconName, IconView
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import body, heading, hint, strong

_LOOKS = {
    CountKind.NONE: (IconName.CLOCK, palette.WARNING_TEXT, "warning"),
    CountKind.FEW: (IconName.LOCK, palette.INK_2, "muted"),
    CountKind.UNSURE: (IconName.CLOCK, palette.WARNING_TEXT, "warning"),
    CountKind.ENOUGH: (IconName.CHECK, palette.SUCCESS_TEXT, "success"),
}
# With more rows than these, what comes after them is below the edge of a common screen.
MANY = 8


class TeamsCard(Card):
    """A row a team: name, bar, count and what will become of it; below many, a way on to what stands under them.

    ``open_asked`` wants to go on to opening.
    """

    open_asked = Signal()

    def __init__(self, title: str, threshold: int, theme: Theme) -> None:
        super().__init__(None, "returns_teams", theme=theme)
        named(self, "returns_teams", title, "card")
        self._theme = theme
        head = QHBoxLayout()
        head.addWidget(heading(title, 2, name="returns_teams_title", theme=theme), 1)
        line = hint(tr("The line marks {k} people", k=threshold), name="returns_teams_line", theme=theme)
        head.addWidget(line)
        self._on = link_button(tr("Go to 3. Open"), "returns_to_open", theme=theme)
        self._on.clicked.connect(self.open_asked)
        self._on.hide()
        head.addWidget(self._on)
        self.content.addLayout(head)
        self._holder = QVBoxLayout()
        self.content.addLayout(self._holder)

    def show_teams(self, teams: Sequence[TeamReturns]) -> None:
        """Show teams as they stand."""
        old = self._holder.takeAt(0)
        if old is not None and (widget := old.widget()) is not None:
            widget.setParent(None)
            widget.deleteLater()
        self._holder.addWidget(self._table(teams))
        self._on.setVisible(len(teams) > MANY and any(team.kind is not CountKind.NONE for team in teams))

    def _table(self, teams: Sequence[TeamReturns]) -> QWidget:
        theme = self._theme
        made = QWidget()
        named(made, "returns_team_rows", "")
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(SPACE_12))
        grid.setVerticalSpacing(theme.px(SPACE_4))
        grid.setColumnStretch(0, 1)
        largest = max((team.headcount for team in teams), default=1)
        for number, team in enumerate(teams):
            name = f"returns_team_{number}"
            icon, colour, tone = _LOOKS[team.kind]
            grid.addWidget(rule(), 2 * number, 0, 1, 4)
            row = 2 * number + 1
            grid.addWidget(strong(team.name, name=f"{name}_name", theme=theme), row, 0)
            grid.addWidget(FigureView(team_bar(team, largest), f"{name}_bar", theme=theme, says=""), row, 1)
            grid.addWidget(body(count_words(team), name=f"{name}_count", theme=theme), row, 2)
            state = QHBoxLayout()
            state.setSpacing(theme.px(SPACE_8))
            state.addStretch(1)
            state.addWidget(IconView(icon, theme.px(16), colour))
            words = strong(team_state(team), tone=tone, name=f"{name}_state", theme=theme)
            state.addWidget(words)
            grid.addLayout(state, row, 3)
        return made
