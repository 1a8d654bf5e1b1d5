"""Where the time goes: each banded question beside the published figure."""

from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from teamhealth.figures.sentences import band_words
from teamhealth.figures.shapes import Figure
from teamhealth.figures.time_use import time_use
from teamhealth.figures.weight import Weight
from teamhealth.publication.types import BandedResult, SurveyFacts, TeamResult
from teamhealth.survey.questionnaire import BandedItem, ResponseScale
from teamhealth.texts.catalogue import tr
from teamhealth.texts.lists import capitalised
from teamhealth.ui.results.fitted_figure import FittedFigure
from teamhealth.ui.results.team_words import find_banded, time_note
from teamhealth.ui.theme import CAPTION, SPACE_24, Theme
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.text import heading, label

_ACROSS = 2
# What the bands of a question need at the least.
_LEAST = 190


class TimeCard(Card):
    """Two questions beside each other, further ones below."""

    def __init__(self, facts: SurveyFacts, team: TeamResult, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(None, "time_card", theme=theme, parent=parent)
        self.setAccessibleName(tr("Where the time goes"))
        self.content.setContentsMargins(theme.px(14), theme.px(6), theme.px(14), theme.px(6))
        self.content.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        head = QHBoxLayout()
        head.addWidget(heading(tr("Where the time goes"), 3, name="time_title", theme=theme), 1)
        head.addWidget(label(time_note(team), theme.font(CAPTION), tone="muted", name="time_note", wrap=False))
        self.content.addLayout(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(SPACE_24))
        grid.setVerticalSpacing(theme.px(8))
        self._grid, self._across = grid, 0
        self._columns = [
            _column(*find_banded(facts.questionnaires, result.item), result, theme) for result in team.banded
        ]
        self._least = 2 * (theme.px(_LEAST) + theme.px(14)) + theme.px(SPACE_24)
        self._arrange(_ACROSS)
        self.content.addLayout(grid)
        self.content.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the questions below each other where the bands of two would be cut."""
        super().resizeEvent(event)
        self._arrange(_ACROSS if self.width() >= self._least else 1)

    def _arrange(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        while self._grid.count():
            self._grid.takeAt(0)
        for place, column in enumerate(self._columns):
            self._grid.addLayout(column, place // across, place % across)
        for number in range(_ACROSS):
            self._grid.setColumnStretch(number, 1 if number < min(across, len(self._columns)) else 0)


def _column(item: BandedItem, scale: ResponseScale, result: BandedResult, theme: Theme) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(theme.px(2))
    column.addWidget(label(item.label, theme.font(CAPTION, Weight.SEMIBOLD), name=f"label_{item.id}"))
    draw = partial(_draw, item, scale, result)
    # The published figure beside it is heard as its description.
    says = capitalised(tr("{words}.", words=band_words(scale, result)))
    figure = FittedFigure(draw, f"figure_{item.id}", least=_LEAST, most=480, theme=theme, says=says)
    if item.reference:
        figure.setToolTip(item.reference.label)
        figure.setAccessibleDescription(tr("Published: {label}.", label=item.reference.label))
    column.addWidget(figure)
    return column


def _draw(item: BandedItem, scale: ResponseScale, result: BandedResult, width: float) -> Figure:
    return time_use(item, scale, result, width=width)
