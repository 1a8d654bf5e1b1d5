"""A theme's card: icon, title, what the newest change was found to be unless within chance, and the panel."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel

from teamhealth.figures.compared_sentences import apart_words, line_sentence
from teamhealth.figures.palette import FAVOURABLE, UNFAVOURABLE, WHITE, domain_colour
from teamhealth.figures.shapes import Figure
from teamhealth.figures.trend import trend_panel
from teamhealth.figures.weight import Weight
from teamhealth.publication.lines import Line, TeamLines
from teamhealth.publication.moved import newest_change
from teamhealth.publication.points import PointKind
from teamhealth.publication.types import Verdict
from teamhealth.ui.contrast import set_sheet
from teamhealth.ui.results.fitted_figure import FittedFigure
from teamhealth.ui.theme import CAPTION, H2, SPACE_8, Theme
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.icons import IconView, section_icon
from teamhealth.ui.widgets.text import caption, label

PANEL_HEIGHT = 152
_LEAST, _MOST = 280, 1000
# How far words beside a title stay from it, at the least.
_BETWEEN = 16
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_COLOURS = {Verdict.ABOVE: FAVOURABLE, Verdict.BELOW: UNFAVOURABLE}


class PanelCard(Card):
    """One theme of a team; it can have the keyboard, so that a screen reader can read the line."""

    def __init__(self, team: TeamLines, line: Line, theme: Theme) -> None:
        super().__init__(None, f"trend_{line.domain.id}", theme=theme)
        self.line = line
        self.setAccessibleName(line_sentence(team.name, line))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        side = theme.px(14)
        self.content.setContentsMargins(side, theme.px(9), side, theme.px(5))
        self.content.setSpacing(theme.px(3))
        row = QHBoxLayout()
        row.setSpacing(theme.px(SPACE_8))
        self._head = QBoxLayout(_DOWN)
        self._head.setSpacing(theme.px(3))
        self._head.addLayout(row)
        colour, px = domain_colour(line.domain.id), theme.px
        icon = IconView(
            section_icon(line.domain.id), px(17), WHITE, tile=colour, tile_size=px(26), radius=px(6)
        )  # fmt: skip
        row.addWidget(icon)
        self._title = label(line.domain.title, theme.font(H2, Weight.SEMIBOLD), name=f"title_{line.domain.id}")
        row.addWidget(self._title, 1)
        self._room = side * 2 + px(26) + px(SPACE_8) + px(_BETWEEN)
        self._words = _words(line, theme)
        for each in self._words:
            self._head.addWidget(each)
        self.content.addLayout(self._head)
        # Beside a card of more words the panel stays below, and the words with their title.
        self.content.addStretch(1)
        self._draw = partial(_draw, team.name, line)
        self._height = PANEL_HEIGHT
        draw = partial(self._draw, PANEL_HEIGHT)
        # The card has the focus and says all of it.
        self._panel = FittedFigure(draw, f"panel_{line.domain.id}", least=_LEAST, most=_MOST, theme=theme, says="")
        self.content.addWidget(self._panel)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say what was found beside the title where it has room: below, other cards of the row have an empty line."""
        super().resizeEvent(event)
        wide = sum(each.fontMetrics().horizontalAdvance(each.text()) for each in (self._title, *self._words[:1]))
        beside = len(self._words) == 1 and self._room + wide <= event.size().width()
        self._head.setDirection(_ACROSS if beside else _DOWN)
        for each in self._words:
            each.setWordWrap(not beside)
            each.setAlignment((_RIGHT if beside else _LEFT) | Qt.AlignmentFlag.AlignVCenter)

    def be_high(self, height: int) -> None:
        """Draw the panel so many pixels high at the usual text size."""
        if height != self._height:
            self._height = height
            self._panel.draw_by(partial(self._draw, height))


def _words(line: Line, theme: Theme) -> tuple[QLabel, ...]:
    """Return what was found, and what sets scores apart from those before; the newest of that says the first too."""
    marks = tuple(dict.fromkeys(point.mark for point in line.points if point.mark))
    said = [caption(mark, name=f"mark_{line.domain.id}", theme=theme) for mark in marks]
    # Of one round the headline says that there is no change to tell.
    first = len(line.points) == 1 and line.points[0].kind is PointKind.SHOWN
    found = "" if first else apart_words(line)
    if found and not (line.points and line.points[-1].asked_anew):
        said.insert(0, _found(line, found, theme))
    return tuple(said)


def _found(line: Line, words: str, theme: Theme) -> QLabel:
    """Return what the newest change was found to be, in the colour of its direction if there is one."""
    said = caption(words, name=f"change_{line.domain.id}", theme=theme)
    change = newest_change(line)
    accent = _COLOURS.get(change.comparison.verdict) if change is not None else None
    if accent:
        said.setFont(theme.font(CAPTION, Weight.SEMIBOLD))
        set_sheet(said, f"color: {accent};")
    return said


def _draw(team: str, line: Line, height: int, width: float) -> Figure:
    return trend_panel(team, line, width, height)
