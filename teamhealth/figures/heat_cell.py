"""A cell of a comparison: number and shape, coloured only where the gap is more than chance; a hatch if not shown."""

from dataclasses import dataclass
from functools import partial

from teamhealth.figures import palette
from teamhealth.figures.glyphs import triangle_down, triangle_up
from teamhealth.figures.item_state import STATE_SIZE, hatched, item_state, tint
from teamhealth.figures.placing import moved
from teamhealth.figures.shapes import Anchor, Figure, Rect, Shape, Text
from teamhealth.figures.weight import Weight
from teamhealth.publication.items_said import is_vague_end
from teamhealth.publication.numbers import percent
from teamhealth.publication.types import (
    Cap,
    Comparison,
    ItemResult,
    ItemWord,
    ShownScore,
    Verdict,
)
from teamhealth.publication.words import item_word_text, score_text
from teamhealth.texts.catalogue import tr

_RADIUS = 5.0
_SIZE = 16.0
_SMALL = 13.0
_TINY = 11.0
_SMALLER, _LEAST = 9.5, 9.0
# Only words of other languages need it, and would be cut otherwise.
_LAST = 7.5
_TRIANGLE, _SMALL_TRIANGLE = 12.0, 8.0
# How far from a number's middle its triangle is; how wide a cell is that has room for words and a triangle.
_BESIDE_NUMBER, _ROOM_FOR_WORDS, _EDGE = 21.0, 84.0, 2.5
_BASELINE = 0.345
_LETTER = 6.4
# How far from a sign a share is where it is narrow, and how far in where it is not.
_NEAR, _BESIDE_SIGN = 3.0, 6 + STATE_SIZE + 5
# The longest number of one value, as in 100%.
_LONGEST_NUMBER = 4


@dataclass(frozen=True, slots=True)
class CellSize:
    """How large a cell is, in points or pixels."""

    width: float
    height: float


def heat_cell(score: ShownScore, comparison: Comparison | None, size: CellSize, sentence: str) -> Figure:
    """Return a shown team's cell: its number, and no other that could be taken for a part of it.

    Parameters
    ----------
    score : ShownScore
        The number.
    comparison : Comparison or None
        Only a verdict of more than chance colours the cell, with a triangle; within chance it is a calm box. Untested
        the number has no box, as an average has none.
    size : CellSize
    sentence : str
        What a screen reader says.
    """
    verdict = comparison.verdict if comparison is not None else Verdict.NOT_TESTED
    if verdict in _FILLS:
        return Figure(size.width, size.height, _apart(score, verdict, size), sentence)
    number = _number(score, size, palette.INK, Weight.REGULAR)
    if verdict is Verdict.NOT_TESTED:
        return Figure(size.width, size.height, (number,), sentence)
    return Figure(size.width, size.height, (_box(size, palette.CARD, palette.LINE), number), sentence)


def sign_cell(verdict: Verdict, size: CellSize) -> Figure:
    """Return a cell with its sign and without a number, which would look like a score: for a key."""
    if verdict not in _FILLS:
        return Figure(size.width, size.height, (_box(size, palette.CARD, palette.LINE),), "")
    sign = triangle_up if verdict is Verdict.ABOVE else triangle_down
    box = _box(size, _FILLS[verdict], _FILLS[verdict])
    return Figure(
        size.width, size.height, (box, sign(size.width / 2, size.height / 2, _TRIANGLE, palette.WHITE)), ""
    )  # fmt: skip


def plain_cell(words: str, size: CellSize, sentence: str, *, strong: bool = False) -> Figure:
    """Return the number of an average or of other teams together: without a box, since nothing is tested."""
    if len(words) > _LONGEST_NUMBER:
        return Figure(size.width, size.height, _range_of(words, size), sentence)
    weight = Weight.BOLD if strong else Weight.SEMIBOLD
    number = Text(size.width / 2, _baseline(size, _SIZE), words, _SIZE, palette.INK, weight, anchor=Anchor.MIDDLE)
    return Figure(size.width, size.height, (number,), sentence)


def _range_of(words: str, size: CellSize) -> tuple[Text, ...]:
    """Return a range, such as 'at most 22%', in letters that fit: smaller ones, then on two lines."""
    room = (size.width - 2 * _EDGE) / (_LETTER / _SMALL)
    lines = [words] if len(words) * _TINY <= room else _halves(words)
    letters = max(min(_SMALL, room / max(len(line) for line in lines)), _LAST if len(lines) > 1 else _TINY)
    middle, first = size.width / 2, _baseline(size, letters) - (len(lines) - 1) * letters / 2
    return tuple(
        Text(middle, first + number * letters, line, letters, palette.INK, Weight.SEMIBOLD, anchor=Anchor.MIDDLE)
        for number, line in enumerate(lines)
    )


def _halves(words: str) -> list[str]:
    """Return words on two lines, about as long as each other."""
    spaces = [place for place, letter in enumerate(words) if letter == " "]
    if not spaces:
        return [words]
    at = min(spaces, key=partial(_off_middle, len(words)))
    return [words[:at], words[at + 1 :]]


def _off_middle(length: int, place: int) -> float:
    return abs(place - length / 2)


def gap_cell(words: str, size: CellSize) -> Figure:
    """Return how large a gap of a team has to be to show: quiet words, apart from the scores."""
    text = Text(_EDGE, _baseline(size, _SMALL), words, _SMALL, palette.INK_2)
    return Figure(size.width, size.height, (text,) if words else (), words)


def hidden_cell(words: str, size: CellSize, sentence: str) -> Figure:
    """Return a hatched cell with words on a plain ground, such as 'Fewer than 5 answers'."""
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
    share = share_sign(result)
    if share:
        return Figure(size.width, size.height, (*shapes, *_share(result.word, share, size)), sentence)
    # Every word or none: a cell without one would look as if it meant something else.
    fits = _BESIDE_SIGN + max(len(item_word_text(word)) for word in ItemWord) * _LETTER <= size.width
    left, top = 6.0 if fits else (size.width - STATE_SIZE) / 2, (size.height - STATE_SIZE) / 2
    shapes += moved(item_state(result.word).shapes, left, top)
    if fits:
        shapes.append(Text(_BESIDE_SIGN, _baseline(size, _SMALL), item_word_text(result.word), _SMALL, palette.INK))
    return Figure(size.width, size.height, tuple(shapes), sentence)


def _share(word: ItemWord, share: str, size: CellSize) -> list[Shape]:
    """Return a sign and its share: a sign by itself would look like a share that is not given.

    Where it is narrow the share moves nearer to the sign, its letters get smaller, a range takes two lines, and at last
    a percentage is without its sign.
    """
    bare = share.replace("%", "")
    for left, lines, least in (
        (6.0, [share], _TINY),
        (_NEAR, [share], _SMALLER),
        (_NEAR, _two_lines(share), _LEAST),
        (_NEAR, _two_lines(bare), _LEAST),
    ):
        beside = left + STATE_SIZE + min(left, 5.0)
        longest = max(_ems(line) for line in lines)
        letters = min(_SMALL, (size.width - beside - 0.5) / longest, (size.height - 1) / len(lines))
        if letters >= least:
            break
    else:
        left, lines, beside, letters = (size.width - STATE_SIZE) / 2, [], 0.0, _LEAST
    first = _baseline(size, letters) - (len(lines) - 1) * letters / 2
    return [
        *moved(item_state(word).shapes, left, (size.height - STATE_SIZE) / 2),
        *(Text(beside, first + at * letters, line, letters, palette.INK) for at, line in enumerate(lines)),
    ]


def _ems(share: str) -> float:
    """Return about how wide a share is, of its letters' height."""
    return sum(0.84 if each == "%" else 0.5 if each.isdigit() else 0.54 for each in share)


def _two_lines(share: str) -> list[str]:
    """Return a range broken behind its dash, anything else as it is."""
    low, dash, high = share.partition("\N{EN DASH}")
    return [low + dash, high] if dash else [share]


def is_range(result: ItemResult) -> bool:
    """Return whether a share is given as lying between two."""
    return "\N{EN DASH}" in share_sign(result)


def share_sign(result: ItemResult) -> str:
    """Return '63%', '44–56%', 'few' (two at most), 'most' (all but two at most), or '' where no share is shown."""
    if result.answered is None:
        return ""
    if result.split is not None:
        return tr("{percent}%", percent=percent(result.split.favourable, result.answered))
    if result.favourable is None:
        return ""
    low, high = (percent(people, result.answered) for people in (result.favourable.low, result.favourable.high))
    if result.favourable.exact:
        return tr("{percent}%", percent=low)
    if is_vague_end(result.favourable, result.answered):
        return tr("few") if low == 0 else tr("most")
    return tr("{low}–{high}%", low=low, high=high)


_FILLS = {Verdict.BELOW: palette.UNFAVOURABLE, Verdict.ABOVE: palette.FAVOURABLE}


def _apart(score: ShownScore, verdict: Verdict, size: CellSize) -> tuple[Shape, ...]:
    fill = _FILLS[verdict]
    sign = triangle_up if verdict is Verdict.ABOVE else triangle_down
    box, middle = _box(size, fill, fill), size.height / 2
    if score.cap is Cap.EXACT:
        number = _number(score, size, palette.WHITE, Weight.BOLD)
        return box, number, sign(size.width / 2 + _BESIDE_NUMBER, middle, _TRIANGLE, palette.WHITE)
    # '94 or more' and a triangle just fit the narrowest cell of paper.
    narrow = size.width < _ROOM_FOR_WORDS
    text_size, across = (_TINY, _SMALL_TRIANGLE) if narrow else (_SMALL, _TRIANGLE)
    x = size.width - across / 2 - _EDGE
    words = Text(x - across / 2 - _EDGE, _baseline(size, text_size), score_text(score), text_size, palette.WHITE,
                 Weight.BOLD, anchor=Anchor.END)  # fmt: skip
    return box, words, sign(x, middle, across, palette.WHITE)


def _box(size: CellSize, fill: str, stroke: str) -> Rect:
    return Rect(0.5, 0.5, size.width - 1, size.height - 1, fill, stroke, 1, _RADIUS)


def _number(score: ShownScore, size: CellSize, colour: str, weight: Weight) -> Text:
    text_size = _SIZE if score.cap is Cap.EXACT else _SMALL
    return Text(size.width / 2, _baseline(size, text_size), score_text(score), text_size, colour, weight,
                anchor=Anchor.MIDDLE)  # fmt: skip


def _baseline(size: CellSize, text_size: float) -> float:
    return size.height / 2 + text_size * _BASELINE
