"""Time use on paper: a bar for each band, and a mark where the published figure lies."""

import re

from teamhealth.figures import palette
from teamhealth.figures.shapes import Anchor, Circle, Figure, Line, Rect, Shape, Text
from teamhealth.figures.weight import Weight
from teamhealth.survey.questionnaire import Reference, ResponseScale
from teamhealth.texts.catalogue import tr, trn

ROW_HEIGHT = 13.0
_BAR = 11.0
_SIZE = 11.0
_BASELINE = 10.4
_MARK_ROOM = 46.0


def reference_band(scale: ResponseScale, reference: Reference | None) -> int | None:
    """Return the band, from 0, that a published percentage falls in; None if the bands are no percentages."""
    if reference is None:
        return None
    for number, option in enumerate(scale.options):
        percents = [int(each) for each in re.findall(r"(\d+)\s*%", option)]
        last = number == len(scale.options) - 1
        if last:
            return number if percents else None
        if percents and reference.percent <= percents[-1]:
            return number
    return None


def count_row(people: int, most: int, width: float, percent: int | None) -> Figure:
    """Return a band's people as a bar.

    Parameters
    ----------
    people, most : int
        People in this band, and in the fullest.
    width : float
        The figure's width in points.
    percent : int or None
        The published figure, if it falls in this band.
    """
    room = width - _MARK_ROOM
    length = room * people / max(most, 1)
    sentence = trn("{count} person.", "{count} people.", people)
    shapes: list[Shape] = [Rect(0, 1, length, _BAR, fill=palette.COUNT_BARS, radius=1.6)]
    shapes.append(Text(length / 2, _BASELINE, str(people), _SIZE, palette.WHITE, Weight.SEMIBOLD, Anchor.MIDDLE))
    return Figure(width, ROW_HEIGHT, (*shapes, *_mark(length, percent)), sentence + _mark_sentence(percent))


def middle_row(width: float, percent: int | None, *, filled: bool) -> Figure:
    """Return a band's box, filled if the middle answer lies in it."""
    room = width - _MARK_ROOM
    if filled:
        box = Rect(0, 1, room, _BAR, fill=palette.COUNT_BARS, radius=1.6)
        words = Text(room / 2, _BASELINE, tr("middle answer"), _SIZE, palette.WHITE, Weight.SEMIBOLD, Anchor.MIDDLE)
        return Figure(width, ROW_HEIGHT, (box, words, *_mark(room, percent)), _middle_sentence(percent))
    empty = Rect(0.5, 1, room - 1, _BAR, stroke=palette.NEUTRAL_OUTLINE, stroke_width=0.6, radius=1.6)
    return Figure(width, ROW_HEIGHT, (empty, *_mark(room, percent)), _mark_sentence(percent).strip())


def _middle_sentence(percent: int | None) -> str:
    return tr("The middle answer lies here.") + _mark_sentence(percent)


def _mark_sentence(percent: int | None) -> str:
    return "" if percent is None else " " + tr("The published figure, {percent}%, lies here.", percent=percent)


def _mark(left: float, percent: int | None) -> tuple[Shape, ...]:
    if percent is None:
        return ()
    middle = ROW_HEIGHT / 2
    return (
        Line(left + 3, middle, left + 12, middle, palette.INK, 1.3),
        Circle(left + 12, middle, 2.8, palette.INK),
        Text(left + 18, _BASELINE, f"{percent}%", _SIZE, palette.INK, Weight.SEMIBOLD),
    )
