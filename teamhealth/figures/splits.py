"""Splits: a bar that diverges from a tick, one person one unit, neutral answers centred, counts printed."""

from teamhealth.figures.item_state import hatched
from teamhealth.figures.palette import (
    CARD,
    FAVOURABLE,
    INK,
    NEUTRAL,
    NEUTRAL_OUTLINE,
    UNFAVOURABLE,
    WHITE,
)
from teamhealth.figures.sentences import item_figure_sentence
from teamhealth.figures.shapes import Anchor, Figure, Line, Rect, Shape, Text
from teamhealth.figures.weight import Weight
from teamhealth.publication.items_said import favourable_text
from teamhealth.publication.types import ItemResult, Split
from teamhealth.survey.questionnaire import Item
from teamhealth.texts.catalogue import tr

SPLITS_HEIGHT = 16.0
_CENTRE = 0.59
_CENTRE_OF_MANY = 0.66
_GAP = 2.0
_TOP = 2.0
_BAR = 12.0
_DIGIT = 7.0
_BASELINE = 12.0


def splits(item: Item, result: ItemResult, *, width: float = 207.0) -> Figure:
    """Draw an item's answers as a diverging bar, or its favourable part alone where no split is shown.

    Parameters
    ----------
    item : Item
        For the sentence.
    result : ItemResult
        ValueError if it has neither a split nor a favourable count; an item that is not shown is hatched.
    width : float
        Pixels. The longest bar that the number of answers allows fits on either side of the tick.
    """
    sentence = item_figure_sentence(item, result)
    if result.word is None:
        return hatched(width, SPLITS_HEIGHT, sentence)
    if result.answered is None or (result.split is None and result.favourable is None):
        raise ValueError(item.id)
    if result.split is not None:
        shapes = _diverging(result.split, result.answered, width)
    else:
        shapes = _favourable_only(result, result.answered, width)
    return Figure(width, SPLITS_HEIGHT, shapes, sentence)


def split_sign(colour: str, words: str) -> Figure:
    """Return one square of a colour, for a legend; ``words`` say what it stands for."""
    edge = NEUTRAL_OUTLINE if colour == NEUTRAL else colour
    return Figure(14, 14, (Rect(1.5, 1.5, _BASELINE, 11, colour, edge, 1, 2),), words)


def _diverging(split: Split, answered: int, width: float) -> tuple[Shape, ...]:
    crowded = _crowded(split, answered, width)
    centre = width * (_CENTRE_OF_MANY if crowded else _CENTRE)
    unit = (width - centre - 1) / answered
    neutral = split.neutral * unit
    left, right = centre - neutral / 2, centre + neutral / 2
    shapes: list[Shape] = [
        _bar(left - split.unfavourable * unit, left, UNFAVOURABLE),
        _bar(left, right, NEUTRAL, NEUTRAL_OUTLINE),
        _bar(right, right + split.favourable * unit, FAVOURABLE),
        *_ticks(centre),
    ]
    if crowded:
        counts = tr(
            "{unfavourable} · {neutral} · {favourable}",
            unfavourable=split.unfavourable,
            neutral=split.neutral,
            favourable=split.favourable,
        )
        shapes.append(Text(0, _BASELINE, counts, 12, INK))
    else:
        shapes.append(_count(left - split.unfavourable * unit / 2, split.unfavourable, WHITE))
        shapes.append(_count(centre, split.neutral, INK))
        shapes.append(_count(right + split.favourable * unit / 2, split.favourable, WHITE))
    return tuple(shapes)


def _favourable_only(result: ItemResult, answered: int, width: float) -> tuple[Shape, ...]:
    centre = width * _CENTRE
    unit = (width - centre - 1) / answered
    count = result.favourable
    ticks = _ticks(centre)
    if count is None:
        return ticks
    people = count.low
    end = centre + people * unit
    if not count.exact:
        most = centre + count.high * unit
        dashed = _dashed(end, most)
        if not people:
            return (*ticks, dashed, Text(most + 5, _BASELINE, favourable_text(result), 12, INK))
        words = Text(centre - 5, _BASELINE, favourable_text(result), 12, INK, anchor=Anchor.END)
        return (*ticks, _bar(centre, end, FAVOURABLE), dashed, words)
    bar = _bar(centre, end, FAVOURABLE)
    if _fits(people, unit):
        return (*ticks, bar, _count((centre + end) / 2, people, WHITE))
    return (*ticks, bar, Text(end + 5, _BASELINE, str(people), 12, INK))


def _crowded(split: Split, answered: int, width: float) -> bool:
    unit = (width - width * _CENTRE - 1) / answered
    return not all(_fits(people, unit) for people in (split.unfavourable, split.neutral, split.favourable))


def _fits(people: int, unit: float) -> bool:
    return people * unit - _GAP >= _DIGIT * len(str(people))


def _bar(left: float, right: float, fill: str, stroke: str | None = None) -> Rect:
    inset = 0.5 if stroke else 0.0
    return Rect(
        left + _GAP / 2 + inset,
        _TOP + inset,
        max(right - left - _GAP - 2 * inset, 1.0),
        _BAR - 2 * inset,
        fill,
        stroke,
        1,
        radius=2,
    )


def _dashed(left: float, right: float) -> Rect:
    width = max(right - left - _GAP - 1.4, 1.0)
    return Rect(left + _GAP / 2 + 0.7, _TOP + 0.7, width, _BAR - 1.4, CARD, FAVOURABLE, 1.4, 2, dash=(2.6, 2.0))


def _ticks(centre: float) -> tuple[Line, Line]:
    """The centre, above and below the bar: inside it would cross the count."""
    return (
        Line(centre, 0, centre, _TOP, INK, 1),
        Line(centre, _TOP + _BAR, centre, SPLITS_HEIGHT, INK, 1),
    )


def _count(x: float, people: int, colour: str) -> Text:
    return Text(x, _BASELINE, str(people), 11.5, colour, Weight.SEMIBOLD, Anchor.MIDDLE)
