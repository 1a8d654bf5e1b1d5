"""A cell of a comparison: number and shape, coloured only where the gap is more than chance; a hatch if not shown."""

from dataclasses import dataclass

from teamhealth.figures import palette
from teamhealth.figures.glyphs import triangle_down, triangle_up
from teamhealth.figures.item_state import STATE_SIZE, hatched, item_state, tint
from teamhealth.figures.placing import moved
from teamhealth.figures.shapes import Anchor, Figure, Rect, Shape, Text
from teamhealth.figures.weight import Weight
from teamhealth.publication.numbers import percent
from teamhealth.publication.types import (
    Cap,
    Comparison,
    CountKind,
    ItemResult,
    ItemWord,
    ShownScore,
    Verdict,
)
from teamhealth.publication.words import TOO_FEW_TO_TELL_ABOVE, item_word_text, score_text
from teamhealth.texts.catalogue import tr

_RADIUS = 5.0
_SIZE = 16.0
_SMALL = 13.0
_BASELINE = 0.345
_LETTER = 6.4
# The longest number of one value, as in 100%.
_LONGEST_NUMBER = 4


@dataclass(frozen=True, slots=True)
class CellSize:
    """How large a cell is, in points or pixels."""

    width: float
    height: float


def heat_cell(score: ShownScore, comparison: Comparison | None, size: CellSize, sentence: str) -> Figure:
    """Return a shown team's cell.

    Parameters
    ----------
    score : ShownScore
        The number.
    comparison : Comparison or None
        Only a verdict of more than chance colours the cell, with a triangle; within chance it is calm, with '≈' and
        the smallest gap that would have shown. Untested it is a number alone.
    size : CellSize
    sentence : str
        What a screen reader says.
    """
    verdict = comparison.verdict if comparison is not None else Verdict.NOT_TESTED
    if comparison is not None and verdict in _FILLS:
        return Figure(size.width, size.height, _apart(score, verdict, size), sentence)
    shapes: list[Shape] = [_box(size, palette.CARD, palette.LINE), _number(score, size, palette.INK, Weight.REGULAR)]
    if comparison is not None and verdict is Verdict.WITHIN_CHANCE:
        x = size.width * (0.57 if score.cap is Cap.EXACT else 0.68)
        shapes.append(Text(x, _baseline(size, _SMALL), calm_sign(comparison), _SMALL, palette.INK_2))
    return Figure(size.width, size.height, tuple(shapes), sentence)


def calm_sign(comparison: Comparison) -> str:
    """Return '≈ 24' with the smallest gap that would have shown, '≈ 30+' where none up to 30 points would."""
    if comparison.would_show is None:
        return "≈"
    if comparison.would_show > TOO_FEW_TO_TELL_ABOVE:
        return tr("≈ {points}+", points=TOO_FEW_TO_TELL_ABOVE)
    return tr("≈ {points}", points=comparison.would_show)


def plain_cell(words: str, size: CellSize, sentence: str, *, strong: bool = False) -> Figure:
    """Return the number of an average or of other teams together: without a box, since nothing is tested."""
    weight = Weight.BOLD if strong else Weight.SEMIBOLD
    baseline = _baseline(size, _SIZE)
    number = Text(size.width * 0.46, baseline, words, _SIZE, palette.INK, weight, anchor=Anchor.END)
    if len(words) > _LONGEST_NUMBER:
        # A range, such as 'at most 22%', has no room left of where the digits of scores end.
        middle, baseline = size.width / 2, _baseline(size, _SMALL)
        number = Text(middle, baseline, words, _SMALL, palette.INK, Weight.SEMIBOLD, anchor=Anchor.MIDDLE)
    return Figure(size.width, size.height, (number,), sentence)


def hidden_cell(words: str, size: CellSize, sentence: str) -> Figure:
    """Return a hatched cell with words on a plain ground, such as 'Fewer than 5 answered'."""
    drawn = hatched(size.width, size.height, sentence, calm=True)
    if not words:
        return drawn
    # About half an em a letter; a little more, so that no stroke touches one.
    room = min(size.width - 4, len(words) * _LETTER + 20)
    ground = Rect((size.width - room) / 2, 2, room, size.height - 4, palette.CARD, radius=3)
    text = Text(
        size.width / 2, _baseline(size, _SMALL), words, _SMALL, palette.INK, anchor=Anchor.MIDDLE
    )  # fmt: skip
    return Figure(size.width, size.height, (*drawn.shapes, ground, text), sentence)


def item_cell(result: ItemResult, size: CellSize, sentence: str) -> Figure:
    """Return an item's cell: its sign and word, or from eight answers its favourable share; hatched if not shown."""
    if result.word is None:
        return hidden_cell("", size, sentence)
    edge = tint(result.word)
    shapes: list[Shape] = [_box(size, edge or palette.CARD, edge or palette.LINE)]
    words = share_sign(result) or item_word_text(result.word)
    # Every word or none: a cell without one would look as if it meant something else.
    longest = (
        max(len(words), *(len(item_word_text(word)) for word in ItemWord)) if not share_sign(result) else len(words)
    )
    fits = 6 + STATE_SIZE + 5 + longest * _LETTER <= size.width
    left, top = 6.0 if fits else (size.width - STATE_SIZE) / 2, (size.height - STATE_SIZE) / 2
    shapes += moved(item_state(result.word).shapes, left, top)
    if fits:
        shapes.append(Text(left + STATE_SIZE + 5, _baseline(size, _SMALL), words, _SMALL, palette.INK))
    return Figure(size.width, size.height, tuple(shapes), sentence)


def share_sign(result: ItemResult) -> str:
    """Return '63%', 'few' (two at most), 'most' (all but two at most), or '' where no share is shown."""
    if result.answered is None:
        return ""
    if result.split is not None:
        return tr("{percent}%", percent=percent(result.split.favourable, result.answered))
    if result.favourable is None:
        return ""
    if result.favourable.kind is CountKind.TWO_AT_MOST:
        return tr("few")
    if result.favourable.kind is CountKind.ALL_BUT_TWO:
        return tr("most")
    return tr("{percent}%", percent=percent(result.favourable.people or 0, result.answered))


_FILLS = {Verdict.BELOW: palette.UNFAVOURABLE, Verdict.ABOVE: palette.FAVOURABLE}


def _apart(score: ShownScore, verdict: Verdict, size: CellSize) -> tuple[Shape, ...]:
    fill = _FILLS[verdict]
    sign = triangle_up if verdict is Verdict.ABOVE else triangle_down
    x = size.width * (0.66 if score.cap is Cap.EXACT else 0.82)
    shapes: list[Shape] = [_box(size, fill, fill)]
    shapes.append(_number(score, size, palette.WHITE, Weight.BOLD))
    shapes.append(sign(x, size.height / 2, 12, palette.WHITE))
    return tuple(shapes)


def _box(size: CellSize, fill: str, stroke: str) -> Rect:
    return Rect(0.5, 0.5, size.width - 1, size.height - 1, fill, stroke, 1, _RADIUS)


def _number(score: ShownScore, size: CellSize, colour: str, weight: Weight) -> Text:
    exact = score.cap is Cap.EXACT
    text_size = _SIZE if exact else _SMALL
    x = size.width * (0.46 if exact else 0.64)
    return Text(x, _baseline(size, text_size), score_text(score), text_size, colour, weight, anchor=Anchor.END)


def _baseline(size: CellSize, text_size: float) -> float:
    return size.height / 2 + text_size * _BASELINE
