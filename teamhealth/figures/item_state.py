"""The three signs of an item: plus in a circle, half circle, minus in a diamond; a hatch where nothing is shown."""

import math

from teamhealth.figures import palette
from teamhealth.figures.shapes import Circle, Figure, Line, Polygon, Rect, Shape
from teamhealth.publication.types import ItemWord
from teamhealth.publication.words import item_word_text
from teamhealth.texts.catalogue import tr

STATE_SIZE = 16.0
_HATCH_STEP = 5.0
_CALM_STEP = 9.0
_ARC_STEPS = 12


def item_state(word: ItemWord | None) -> Figure:
    """Return the sign of an item's word, 16 px square; None is hatched.

    Parameters
    ----------
    word : ItemWord or None
        What the publication says of the item.

    Returns
    -------
    Figure
        Its sentence is the word itself.
    """
    if word is None:
        return hatched(STATE_SIZE, STATE_SIZE, tr("not shown"))
    middle = STATE_SIZE / 2
    return Figure(STATE_SIZE, STATE_SIZE, state_shapes(word, middle, middle, STATE_SIZE), item_word_text(word))


def state_shapes(word: ItemWord, x: float, y: float, size: float) -> tuple[Shape, ...]:
    """Return what the sign is drawn of, ``size`` high around (x, y): one set of signs on screen and paper."""
    unit = size / STATE_SIZE
    stroke = 3.4 * unit
    minus = Line(x - stroke, y, x + stroke, y, palette.WHITE, 2 * unit)
    if word is ItemWord.STRENGTH:
        plus = Line(x, y - stroke, x, y + stroke, palette.WHITE, 2 * unit)
        return Circle(x, y, 7.2 * unit, palette.FAVOURABLE), minus, plus
    if word is ItemWord.CONCERN:
        half = size / 2
        corners = ((x, y - half), (x + half, y), (x, y + half), (x - half, y))
        return Polygon(corners, palette.UNFAVOURABLE), minus
    radius = 6.5 * unit
    return (
        Polygon(_half_disc(x, y, radius), palette.NEUTRAL_OUTLINE),
        Circle(x, y, radius, None, palette.NEUTRAL_OUTLINE, 1.6 * unit),
    )


def tint(word: ItemWord | None) -> str | None:
    """Return the colour behind an item that stands out, None for any other."""
    if word is ItemWord.STRENGTH:
        return palette.FAVOURABLE_TINT
    if word is ItemWord.CONCERN:
        return palette.UNFAVOURABLE_TINT
    return None


def hatched(width: float, height: float, sentence: str, *, calm: bool = False) -> Figure:
    """Return a hatched box: something is hidden here, and ``sentence`` says so; ``calm`` suits large ones."""
    ground = palette.HATCH_GROUND if calm else palette.CARD
    outline = Rect(0.5, 0.5, width - 1, height - 1, ground, palette.NEUTRAL_OUTLINE, 1, radius=4 if calm else 2)
    colour, step = (palette.HATCH, _CALM_STEP) if calm else (palette.NEUTRAL_OUTLINE, _HATCH_STEP)
    return Figure(width, height, (outline, *_strokes(width, height, colour, step)), sentence)


def _strokes(width: float, height: float, colour: str, step: float) -> tuple[Line, ...]:
    """Lines rising to the right, cut to the box: each joins two points of its edge where x + y is the same."""
    lines = []
    for number in range(1, math.ceil((width + height) / step)):
        total = number * step
        left, right = max(0.0, total - height), min(width, total)
        lines.append(Line(left, total - left, right, total - right, colour, 1))
    return tuple(lines)


def _half_disc(x: float, y: float, radius: float) -> tuple[tuple[float, float], ...]:
    angles = (math.pi * (step / _ARC_STEPS - 0.5) for step in range(_ARC_STEPS + 1))
    return tuple((x + radius * math.cos(angle), y + radius * math.sin(angle)) for angle in angles)
