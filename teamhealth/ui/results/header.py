"""The head of a team's results: the way back, the team and who answered, and what one can do."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from teamhealth.figures.weight import Weight
from teamhealth.publication.types import SurveyFacts, TeamResult
from teamhealth.texts.catalogue import tr
from teamhealth.ui.choices_bar import choice_box
from teamhealth.ui.results.team_words import subtitle
from teamhealth.ui.theme import BODY, CONTENT_MARGIN, H1, SPACE_12, Theme
from teamhealth.ui.widgets.buttons import Button, link_button, primary_button, secondary_button
from teamhealth.ui.widgets.elided import ElidedLabel
from teamhealth.ui.widgets.flow import Flow
from teamhealth.ui.widgets.icons import IconName
from teamhealth.ui.widgets.naming import named
from teamhealth.ui.widgets.text import hint


class TeamHeader(QWidget):
    """Back and title at the left, actions at the right; below each other where it is narrow.

    ``origin`` says what the team was formed from, or called before; '' says nothing. ``crumb`` names where the way back
    leads, if not to the list of results.
    """

    left = Signal()
    copy_asked = Signal()
    tables_toggled = Signal()
    report_asked = Signal()
    comparator_chosen = Signal(int)

    def __init__(
        self,
        facts: SurveyFacts,
        team: TeamResult,
        origin: str,
        theme: Theme,
        comparators: Sequence[str] = (),
        *,
        crumb: str = "",
    ) -> None:
        super().__init__()
        self._theme = theme
        named(self, "team_header", team.name)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        side = theme.px(CONTENT_MARGIN)
        self._box.setContentsMargins(side, theme.px(10), side, theme.px(4))
        self._box.setSpacing(theme.px(SPACE_12))
        self.back = link_button(crumb or tr("Results"), "crumb_results", theme=theme)
        self.comparators = choice_box(comparators, "comparator", tr("What the flag stands for"), theme, most=190)
        self.comparators.activated.connect(self.comparator_chosen)
        self.copy = secondary_button(tr("Copy chart"), "copy_chart", theme=theme)
        self.tables = secondary_button(tr("Show as tables"), "show_tables", theme=theme)
        self.report = primary_button(tr("Export PDF"), "export_pdf", IconName.PRINTER, theme=theme)
        self._title_words = self._words(facts, team, origin)
        self._actions = self._button_row()
        self._box.addLayout(self._title_words, 1)
        self._box.addLayout(self._actions)
        self.back.clicked.connect(self.left)
        self.copy.clicked.connect(self.copy_asked)
        self.tables.clicked.connect(self.tables_toggled)
        self.report.clicked.connect(self.report_asked)
        for button in self.buttons:
            button.setVisible(team.shown)

    @property
    def buttons(self) -> tuple[Button, ...]:
        """The buttons at the right, in the order of the tab key."""
        return (self.copy, self.tables, self.report)

    def fit(self, width: int) -> None:
        """Put the actions below the title, or beside it, as the width allows."""
        needed = self._title_words.sizeHint().width() + self._actions.sizeHint().width()
        narrow = needed + 3 * self._theme.px(CONTENT_MARGIN) > width
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._box.setDirection(down if narrow else across)
        # Below the title the buttons stand right above the headline, and keep off it.
        side, px = self._theme.px(CONTENT_MARGIN), self._theme.px
        self._box.setContentsMargins(side, px(10), side, px(SPACE_12 if narrow else 4))

    def _words(self, facts: SurveyFacts, team: TeamResult, origin: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.back)
        line = Flow(self._theme, gap=SPACE_12, below=0, foot=True)
        title = ElidedLabel(team.name, self._theme.font(H1, Weight.BOLD), name="team_name")
        line.addWidget(title)
        rest = ElidedLabel(subtitle(facts, team), self._theme.font(BODY), tone="muted", name="team_subtitle")
        rest.setContentsMargins(0, 0, 0, self._theme.px(4))
        line.addWidget(rest)
        column.addLayout(line)
        if origin:
            column.addWidget(hint(origin, name="team_origin", theme=self._theme))
        return column

    def _button_row(self) -> Flow:
        row = Flow(self._theme, gap=10)
        for each in (self.comparators, *self.buttons):
            row.addWidget(each)
        return row
