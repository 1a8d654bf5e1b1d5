"""Where the time goes: each banded question beside the published figure."""

from functools import partial

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

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


class TimeCard(Card):
    """Two questions beside each other, further ones below."""

    def __init__(self, facts: SurveyFacts, team: TeamResult, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(None, "time_card", theme=theme, parent=parent)
        self.setAccessibleName(tr("Where the time goes"))
        self.content.setContentsMargins(theme.px(14), theme.px(6), theme.px(14), theme.px(6))
        self.content.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(heading(tr("Where the time goes"), 3, name="time_title", theme=theme), 1)
        head.addWidget(label(time_note(team), theme.font(CAPTION), tone="muted", name="time_note", wrap=False))
        self.content.addLayout(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(SPACE_24))
        grid.setVerticalSpacing(theme.px(8))
        for place, result in enumerate(team.banded):
            item, scale = find_banded(facts.questionnaires, result.item)
            grid.addLayout(_column(item, scale, result, theme), place // _ACROSS, place % _ACROSS)
        for column in range(min(_ACROSS, len(team.banded))):
            grid.setColumnStretch(column, 1)
        self.content.addLayout(grid)
        self.content.addStretch(1)


def _column(item: BandedItem, scale: ResponseScale, result: BandedResult, theme: Theme) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(theme.px(2))
    column.addWidget(label(item.label, theme.font(CAPTION, Weight.SEMIBOLD), name=f"label_{item.id}"))
    draw = partial(_draw, item, scale, result)
    # The published figure beside it is heard as its description.
    says = capitalised(tr("{words}.", words=band_words(scale, result)))
    figure = FittedFigure(draw, f"figure_{item.id}", least=190, most=480, theme=theme, says=says)
    if item.reference:
        figure.setToolTip(item.reference.label)
        figure.setAccessibleDescription(tr("Published: {label}.", label=item.reference.label))
    column.addWidget(figure)
    return column


def _draw(item: BandedItem, scale: ResponseScale, result: BandedResult, width: float) -> Figure:
    return time_use(item, scale, result, width=width)
