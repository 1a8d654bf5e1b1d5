"""Who answered, on paper: one dot a person of the team, a bar where the team is large."""

from teamhealth.figures import palette
from teamhealth.figures.shapes import Circle, Figure, Rect, Shape

_STEP = 11.2
_RADIUS = 4.2
_HEIGHT = 12.0
_MOST_DOTS = 22
_BAR_WIDTH = 220.0


def response_dots(answered: int, headcount: int) -> Figure:
    """Return filled dots for those who answered and open ones for the others, as decoration beside the words."""
    middle = _HEIGHT / 2
    if headcount > _MOST_DOTS:
        filled = _BAR_WIDTH * min(answered, headcount) / headcount
        outline = Rect(0.5, 1.5, _BAR_WIDTH - 1, 9, stroke=palette.CONTROL, radius=4.5)
        return Figure(_BAR_WIDTH, _HEIGHT, (Rect(0, 1, filled, 10, fill=palette.TEAL, radius=5), outline), "")
    shapes: list[Shape] = []
    for number in range(headcount):
        x = _RADIUS + 0.6 + number * _STEP
        if number < answered:
            shapes.append(Circle(x, middle, _RADIUS, palette.TEAL))
        else:
            shapes.append(Circle(x, middle, _RADIUS - 0.5, palette.WHITE, palette.CONTROL, 1.2))
    return Figure(headcount * _STEP, _HEIGHT, tuple(shapes), "")
