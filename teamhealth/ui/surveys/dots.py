"""How many have answered, as dots with the line at the fewest answers that are shown."""

from teamhealth.figures.palette import CARD, CONTROL, INK, TEAL, WHITE
from teamhealth.figures.shapes import Anchor, Circle, Figure, Line, Rect, Shape, Text
from teamhealth.figures.weight import Weight
from teamhealth.texts.catalogue import tr, trn

MOST_DOTS = 40
LARGEST_DOT = 44.0
GAP_SHARE = 0.27
LINE_OVER = 8.0
WORDS_ROOM = 34.0


def count_sentence(answered: int, headcount: int) -> str:
    """Return '6 of 7 have answered'."""
    return trn(
        "{count} of {headcount} has answered", "{count} of {headcount} have answered", answered, headcount=headcount
    )


def needed_sentence(answered: int, threshold: int) -> str:
    """Return '3 more needed to publish', or '5 needed to publish' once they are there."""
    if answered >= threshold:
        return tr("{k} needed to publish", k=threshold)
    missing = threshold - answered
    return trn("{count} more needed to publish", "{count} more needed to publish", missing)


def count_figure(answered: int, headcount: int, threshold: int, width: float, scale: float = 1.0) -> Figure:
    """Draw one dot a person, those who have answered filled; a bar for large teams.

    Parameters
    ----------
    answered, headcount, threshold : int
        People; ``threshold`` is where the line stands.
    width, scale : float
        The room there is, and the text size's factor, in pixels.
    """
    people = max(headcount, answered, 1)
    if people > MOST_DOTS:
        shapes, line_x, high = _bar(answered, people, threshold, width, scale)
    else:
        shapes, line_x, high = _dots(answered, people, threshold, width, scale)
    over = LINE_OVER * scale
    shapes.append(Line(line_x, 0, line_x, high + 2 * over, INK, 2 * scale))
    words = needed_sentence(answered, threshold)
    size = 14 * scale
    half = len(words) * size * 0.27
    at = min(max(line_x, half), max(width - half, half))
    shapes.append(Text(at, high + 2 * over + 18 * scale, words, size, INK, Weight.SEMIBOLD, Anchor.MIDDLE))
    sentence = f"{count_sentence(answered, headcount)}. {words}."
    return Figure(width, high + 2 * over + WORDS_ROOM * scale - 8 * scale, tuple(shapes), sentence)


def _dots(answered: int, people: int, threshold: int, width: float, scale: float) -> tuple[list[Shape], float, float]:
    size = min(LARGEST_DOT * scale, width / (people + (people - 1) * GAP_SHARE + 0.1))
    step = size * (1 + GAP_SHARE)
    top = LINE_OVER * scale
    shapes: list[Shape] = []
    for number in range(people):
        x = number * step + size / 2 + 1
        y = top + size / 2
        if number < answered:
            shapes.append(Circle(x, y, size / 2, TEAL))
            shapes += _tick(x, y, size)
        else:
            shapes.append(
                Rect(x - size / 2 + 1, y - size / 2 + 1, size - 2, size - 2, None, CONTROL, 2 * scale, size / 2, (3, 3))
            )
    return shapes, threshold * step - size * GAP_SHARE / 2 + 1, size


def _tick(x: float, y: float, size: float) -> list[Shape]:
    unit = size / 44
    width = 2.6 * unit
    return [
        Line(x - 8 * unit, y + 0.5 * unit, x - 2.5 * unit, y + 6 * unit, WHITE, width),
        Line(x - 2.5 * unit, y + 6 * unit, x + 8 * unit, y - 6 * unit, WHITE, width),
    ]


def _bar(answered: int, people: int, threshold: int, width: float, scale: float) -> tuple[list[Shape], float, float]:
    high, top = 24 * scale, LINE_OVER * scale
    radius = high / 2
    full = width - 2
    shapes: list[Shape] = [Rect(1, top, full, high, CARD, CONTROL, 2 * scale, radius)]
    if answered:
        shapes.append(Rect(1, top, max(full * answered / people, high), high, TEAL, None, radius=radius))
    return shapes, 1 + full * threshold / people, high
