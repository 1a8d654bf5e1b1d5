"""A team's sealed answers as a bar with the line at the fewest that are shown; few of them are hatched."""

from teamhealth.figures.palette import CARD, CONTROL, DRAFT_TINT, INK, NEUTRAL, TEAL
from teamhealth.figures.shapes import Figure, Line, Rect, Shape
from teamhealth.services.return_counts import CountKind, TeamReturns
from teamhealth.texts.catalogue import tr
from teamhealth.ui.returns.words import count_words, team_state

WIDTH = 116.0
HEIGHT = 22.0
_BAR = 10.0
_HATCH = 8.0


def team_bar(team: TeamReturns, largest: int) -> Figure:
    """Draw a team's bar; ``largest`` is the headcount that fills the width."""
    unit = (WIDTH - 4) / max(largest, team.headcount, team.needed, 1)
    full = max(team.headcount * unit, _BAR)
    top = (HEIGHT - _BAR) / 2
    radius = _BAR / 2
    shapes: list[Shape] = []
    if team.kind is CountKind.NONE:
        shapes.append(Rect(2, top, full, _BAR, CARD, CONTROL, 1.4, radius, (3, 3)))
    elif team.kind is CountKind.FEW:
        shapes.append(Rect(2, top, full, _BAR, DRAFT_TINT, CONTROL, 1.4, radius))
        # The whole bar is hatched, whatever the count: the picture must not tell it.
        at = radius
        while at + _BAR <= full:
            shapes.append(Line(2 + at, top + _BAR - 1, 2 + at + _BAR - 2, top + 1, CONTROL, 1))
            at += _HATCH
    else:
        shapes.append(Rect(2, top, full, _BAR, NEUTRAL, CONTROL, 1.4, radius))
        answered = min((team.answers or 0) * unit, full)
        shapes.append(Rect(2, top, max(answered, _BAR), _BAR, TEAL, None, radius=radius))
    line = 2 + team.needed * unit
    shapes.append(Line(line, 1, line, HEIGHT - 1, INK, 2))
    sentence = tr("{team}: {count}. {state}.", team=team.name, count=count_words(team), state=team_state(team))
    return Figure(WIDTH, HEIGHT, tuple(shapes), sentence)
