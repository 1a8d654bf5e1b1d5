"""Items on paper, as far as their answers allow: a word on a scale of three, a favourable share, a full split."""

from teamhealth.figures import palette
from teamhealth.figures.glyphs import rounded_square
from teamhealth.figures.item_state import state_shapes
from teamhealth.figures.sentences import count_words
from teamhealth.figures.shapes import Anchor, Circle, Figure, Line, Rect, Shape, Text
from teamhealth.figures.weight import Weight
from teamhealth.publication.items_said import at_an_end, people_text
from teamhealth.publication.numbers import percent
from teamhealth.publication.types import FavourableCount, ItemResult, ItemWord, Split
from teamhealth.publication.words import item_word_text
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.lists import capitalised

ROW_HEIGHT = 13.0
_BAR = 11.0
_SIGN = 11.0
_GAP = 1.2
_SIZE = 11.0
_BASELINE = 10.4
_STEP_LINE = "#C9CDCC"
_NARROWEST_NUMBER = 9.0
_NUMBERS_BESIDE = 74.0


def sign_figure(word: ItemWord, size: float = _SIGN) -> Figure:
    """Return an item's sign by itself, as decoration beside its word."""
    return Figure(size + 1, size + 1, state_shapes(word, (size + 1) / 2, (size + 1) / 2, size), "")


def item_scale(word: ItemWord | None, width: float = 58.0) -> Figure:
    """Return the three steps concern, mixed, strength with the item's own marked; decoration beside its word."""
    middle = ROW_HEIGHT / 2
    places = {ItemWord.CONCERN: 7.0, ItemWord.MIXED: width / 2, ItemWord.STRENGTH: width - 7.0}
    shapes: list[Shape] = [Line(7.0, middle, width - 7.0, middle, _STEP_LINE)]
    shapes += [rounded_square(x, middle, 3.6, palette.WHITE, stroke=_STEP_LINE, width=0.8) for x in places.values()]
    if word is not None:
        # The line does not show through the open half of a sign.
        shapes += [Circle(places[word], middle, _SIGN / 2 - 0.5, palette.WHITE)]
        shapes += state_shapes(word, places[word], middle, _SIGN)
    # Beside it stands the word, or a sentence that does not hold it.
    stands_out = word in (ItemWord.STRENGTH, ItemWord.CONCERN)
    sentence = tr("{sentence}.", sentence=capitalised(item_word_text(word))) if word is not None and stands_out else ""
    return Figure(width, ROW_HEIGHT, tuple(shapes), sentence)


def share_bar(result: ItemResult, width: float) -> Figure:
    """Return the favourable share as a bar of ``width`` points for everybody, its words beside it in the table.

    Its sentence is the percentage, which the words beside it do not say; else it is decoration.
    """
    count = result.favourable
    track = Rect(0.5, 1, width - 1, _BAR, fill=palette.WHITE, stroke=palette.NEUTRAL_OUTLINE, stroke_width=0.8)
    if count is None or not result.answered:
        return Figure(width, ROW_HEIGHT, (), "")
    sentence = tr("{percent}%.", percent=percent(count.low, result.answered)) if count.exact else ""
    least, most = ((width - 1) * percent(people, result.answered) / 100 for people in (count.low, count.high))
    sure = Rect(0.5, 1, least, _BAR, fill=palette.FAVOURABLE)
    if count.exact:
        return Figure(width, ROW_HEIGHT, (track, sure), sentence)
    # What is left open is a tint over the whole stretch where the share may lie, never a length that could be read off.
    tint = palette.UNFAVOURABLE_TINT if count.low == 0 else palette.FAVOURABLE_TINT
    stretch = Rect(0.5, 1, most, _BAR, fill=tint)
    edge = Rect(0.5, 1, width - 1, _BAR, stroke=palette.NEUTRAL_OUTLINE, stroke_width=0.8, dash=(2, 2))
    shapes = (stretch, edge) if at_an_end(count, result.answered) else (stretch, sure, edge)
    return Figure(width, ROW_HEIGHT, shapes, sentence)


def counts_sentence(result: ItemResult) -> str:
    """Return what is shown of an item's answers, as a sentence."""
    words = count_words(result)
    return tr("{sentence}.", sentence=capitalised(words)) if words else tr("Not shown.")


def split_row(result: ItemResult, most: int, width: float) -> Figure:
    """Return an item's answers, one person one unit, the middle of the neutral ones on the centre line.

    Parameters
    ----------
    result : ItemResult
        An item of a team with 10 answers or more.
    most : int
        The team's answers: what the scale is made for.
    width : float
        The figure's width in points.
    """
    beside = _needs_numbers_beside(most, width)
    room = width - (_NUMBERS_BESIDE if beside else 0)
    # Each part is 2 or more, so no bar is longer on one side of the centre than all people but three.
    unit = room / 2 / max(most - 3, 1)
    centre = room / 2
    tick = Line(centre, 0, centre, ROW_HEIGHT, palette.NEUTRAL_OUTLINE, 0.8)
    if result.split is not None:
        shapes = [tick, *_split_parts(result.split, centre, unit, numbers=not beside)]
        sentence = counts_sentence(result)
        if beside:
            counts = f"{result.split.unfavourable} · {result.split.neutral} · {result.split.favourable}"
            shapes.append(Text(width, _BASELINE, counts, _SIZE, palette.INK, anchor=Anchor.END))
        return Figure(width, ROW_HEIGHT, tuple(shapes), sentence)
    count = result.favourable
    if count is None or not result.answered:
        if result.word is None:
            # That nothing is shown stands in the word's place.
            return Figure(width, ROW_HEIGHT, (), "")
        return Figure(width, ROW_HEIGHT, (_words(tr("not shown"), centre, palette.INK_2),), tr("Not shown."))
    if not count.exact:
        return Figure(width, ROW_HEIGHT, (*_open(count, result.answered, centre, room),), counts_sentence(result))
    others = result.answered - count.low
    shapes = [tick, *_favourable_parts(count.low, others, centre, unit)]
    return Figure(width, ROW_HEIGHT, tuple(shapes), counts_sentence(result))


def _needs_numbers_beside(most: int, width: float) -> bool:
    return width / 2 / max(most - 3, 1) * 2 < _NARROWEST_NUMBER


def _split_parts(split: Split, centre: float, unit: float, *, numbers: bool) -> list[Shape]:
    left = centre - unit * split.neutral / 2
    parts = (
        (left - unit * split.unfavourable, split.unfavourable, palette.UNFAVOURABLE, None, palette.WHITE),
        (left, split.neutral, palette.NEUTRAL, palette.NEUTRAL_OUTLINE, palette.INK),
        (left + unit * split.neutral, split.favourable, palette.FAVOURABLE, None, palette.WHITE),
    )
    shapes: list[Shape] = []
    for x, people, fill, stroke, colour in parts:
        shapes.append(Rect(x + _GAP / 2, 1, unit * people - _GAP, _BAR, fill, stroke, 0.8, radius=1.6))
        if numbers:
            shapes.append(_words(str(people), x + unit * people / 2, colour, Weight.SEMIBOLD))
    return shapes


def _favourable_parts(people: int, others: int, centre: float, unit: float) -> list[Shape]:
    right, left = unit * people, unit * others
    shapes: list[Shape] = [
        Rect(centre + _GAP / 2, 1, right - _GAP, _BAR, palette.FAVOURABLE, radius=1.6),
        _words(str(people), centre + right / 2, palette.WHITE, Weight.SEMIBOLD),
        Rect(
            centre - left + _GAP / 2, 1, left - _GAP, _BAR, palette.WHITE, palette.NEUTRAL_OUTLINE, 0.8, 1.6, (2, 1.5)
        ),
    ]
    words = trn("{count} other", "{count} others", others)
    shapes.append(_words(words if left > 44 else str(others), centre - left / 2, palette.INK_2))
    return shapes


def _open(count: FavourableCount, answered: int, centre: float, room: float) -> list[Shape]:
    """Return a range in words on a tint, whose length says nothing."""
    tint = palette.UNFAVOURABLE_TINT if count.low == 0 else palette.FAVOURABLE_TINT
    wide = min(room, 194.0 if count.high == answered else 130.0)
    words = tr("favourable: {words}", words=people_text(count, answered))
    return [
        Rect(centre - wide / 2, 0.5, wide, _BAR + 1, fill=tint, radius=1.6),
        _words(words, centre, palette.INK),
    ]


def _words(words: str, x: float, colour: str, weight: Weight = Weight.REGULAR) -> Text:
    return Text(x, _BASELINE, words, _SIZE, colour, weight, Anchor.MIDDLE)
