"""The sign and the colours of an action's status: a shape beside the words, so that colour is never the only cue."""

import math

from teamhealth.figures import palette
from teamhealth.figures.shapes import Circle, Figure, Line, Polygon, Shape
from teamhealth.survey.plan import ActionStatus

_COLOURS = {
    ActionStatus.NOT_STARTED: (palette.DRAFT_TEXT, palette.DRAFT_TINT),
    ActionStatus.UNDER_WAY: (palette.COLLECTING_TEXT, palette.COLLECTING_TINT),
    ActionStatus.DONE: (palette.SUCCESS_TEXT, palette.SUCCESS_TINT),
    ActionStatus.OVERDUE: (palette.WARNING_TEXT, palette.WARNING_TINT),
}
_STEPS = 8


def status_colours(status: ActionStatus) -> tuple[str, str]:
    """Return the colour of a status's words and of the tint behind them."""
    return _COLOURS[status]


def status_sign(status: ActionStatus, size: float = 10.0) -> Figure:
    """Return an empty circle, a half one, a tick or a triangle, as decoration beside the words."""
    return Figure(size, size, _shapes(status, size, status_colours(status)[0]), "")


def _shapes(status: ActionStatus, size: float, colour: str) -> tuple[Shape, ...]:
    middle, radius = size / 2, size * 0.42
    ring = Circle(middle, middle, radius, None, colour, 1.2)
    if status is ActionStatus.NOT_STARTED:
        return (ring,)
    if status is ActionStatus.UNDER_WAY:
        angles = [math.pi * (step / _STEPS - 0.5) for step in range(_STEPS + 1)]
        half = tuple((middle + radius * math.cos(angle), middle + radius * math.sin(angle)) for angle in angles)
        return (Polygon(half, colour), ring)
    if status is ActionStatus.DONE:
        return (
            Line(size * 0.1, size * 0.55, size * 0.4, size * 0.85, colour, 1.6),
            Line(size * 0.4, size * 0.85, size * 0.95, size * 0.2, colour, 1.6),
        )
    corners = ((middle, size * 0.06), (size * 0.98, size * 0.92), (size * 0.02, size * 0.92))
    return (
        Polygon(corners, None, colour, 1.2),
        Line(middle, size * 0.38, middle, size * 0.64, colour, 1.2),
        Circle(middle, size * 0.78, 0.7, colour),
    )
