"""Shares: one little box a person, favourable ones filled, those left open dashed."""

from teamhealth.figures.item_state import hatched
from teamhealth.figures.palette import CARD, CONTROL, FAVOURABLE, INK
from teamhealth.figures.sentences import item_figure_sentence
from teamhealth.figures.shapes import Figure, Rect, Shape, Text
from teamhealth.publication.items_said import favourable_text
from teamhealth.publication.types import ItemResult
from teamhealth.survey.questionnaire import Item
from teamhealth.texts.catalogue import tr

SHARES_HEIGHT = 14.0
_PITCH = 8.6
_BOX = 5.8
_DASH = (1.8, 1.5)


def shares(item: Item, result: ItemResult, *, width: float = 207.0) -> Figure:
    """Draw how many people answered favourably, and say it in words to the right.

    Parameters
    ----------
    item : Item
        For the sentence.
    result : ItemResult
        ValueError if it has no favourable count; an item that is not shown is hatched.
    width : float
        Pixels; boxes become narrower where many people answered.
    """
    sentence = item_figure_sentence(item, result)
    if result.word is None:
        return hatched(width, SHARES_HEIGHT, sentence)
    if result.favourable is None or result.answered is None:
        raise ValueError(item.id)
    pitch = min(_PITCH, width * 0.42 / result.answered)
    sure, open_ = result.favourable.low, result.favourable.high - result.favourable.low
    boxes: list[Shape] = [_box(place, pitch, sure, open_) for place in range(result.answered)]
    boxes.append(Text(result.answered * pitch + 7, 11, favourable_text(result), 12, INK))
    return Figure(width, SHARES_HEIGHT, tuple(boxes), sentence)


def shares_sign(answered: int, favourable: int) -> Figure:
    """Return the boxes by themselves, for a legend."""
    boxes = tuple(_box(place, _PITCH, favourable, 0) for place in range(answered))
    return Figure(answered * _PITCH, SHARES_HEIGHT, boxes, tr("one box a person, favourable ones filled"))


def _box(place: int, pitch: float, filled: int, dashed: int) -> Rect:
    width = pitch * _BOX / _PITCH
    left, top, height, radius = place * pitch + 0.7, 2.0, 10.0, min(2.0, width / 3)
    if place < filled:
        return Rect(left, top, width, height, FAVOURABLE, FAVOURABLE, 1, radius)
    if place < filled + dashed:
        return Rect(left, top, width, height, CARD, FAVOURABLE, 1.2, radius, dash=_DASH)
    return Rect(left, top, width, height, CARD, CONTROL, 0.8, radius)
