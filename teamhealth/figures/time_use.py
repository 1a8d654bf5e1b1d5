"""A banded question: its bands as columns side by side, and a dashed mark at the published figure."""

import re
from itertools import pairwise

from teamhealth.figures.item_state import hatched
from teamhealth.figures.palette import CARD, CONTROL, COUNT_BARS, INK, INK_2, WHITE
from teamhealth.figures.sentences import banded_sentence
from teamhealth.figures.shapes import Anchor, Circle, Figure, Line, Rect, Shape, Text
from teamhealth.figures.weight import Weight
from teamhealth.publication.types import BandedResult
from teamhealth.survey.questionnaire import BandedItem, Reference, ResponseScale
from teamhealth.texts.catalogue import tr

_MARK_ROW = 17.0
_BOX = 23.0
_AXIS_ROW = 16.0
_GAP = 2.0
_NUMBER = re.compile(r"\d+")
_EM = 0.49
_LEFT_OF_PERCENT = re.compile(r"^(?P<source>[^,:]*)(?P<rest>.*?\d+%)")


def time_use(item: BandedItem, scale: ResponseScale, result: BandedResult, *, width: float = 220.0) -> Figure:
    """Draw a banded question: joined bands with counts, or the middle answer's band alone.

    Parameters
    ----------
    item : BandedItem
        Its reference, if it has one, becomes the dashed mark.
    scale : ResponseScale
        The bands; a scale without numbers gets no mark.
    result : BandedResult
        The published figures; without a middle answer the columns are hatched.
    width : float
        Pixels, divided evenly among the bands.
    """
    sentence = banded_sentence(item, scale, result)
    top = _MARK_ROW if item.reference else 0.0
    height = top + _BOX + _AXIS_ROW
    if result.middle is None:
        return hatched(width, height, sentence)
    step = width / len(scale.options)
    mark = _mark_x(scale, item.reference, step)
    shapes = _bands(result, step, top, mark) if result.bands else _middle(result.middle, scale, step, top)
    shapes += _axis(scale, result, step, height)
    if item.reference is not None and mark is not None:
        shapes += _mark(item.reference, mark, top, width)
    return Figure(width, height, tuple(shapes), sentence)


def short_band(scale: ResponseScale, band: int) -> str:
    """Return a band in few letters: 'None', 'to 20', '21–40', '81+'; words of a scale without numbers stay.

    Parameters
    ----------
    scale : ResponseScale
        The bands, lowest first.
    band : int
        Which of them, from 0.
    """
    numbers = [int(number) for number in _NUMBER.findall(scale.options[band])]
    if not numbers:
        return scale.options[band]
    if len(numbers) > 1:
        return f"{numbers[0]}–{numbers[1]}"
    if band == len(scale.options) - 1:
        return tr("{number}+", number=numbers[0] + 1)
    return tr("to {number}", number=numbers[0])


def short_reference(label: str, room: float, size: float) -> str:
    """Return a reference's label up to its percentage; in little ``room`` its source by its initials.

    Such as BASW or DfE; a source that does not begin with any is cut after a word.

    Parameters
    ----------
    label : str
        Such as 'BASW 80-20 campaign survey, 2018: 20%, one day in five'.
    room : float
        Pixels.
    size : float
        The font's size in pixels.
    """
    found = _LEFT_OF_PERCENT.match(label)
    if found is None:
        return label
    words, rest = found["source"].split(), found["rest"]
    text = " ".join(words) + rest
    if len(text) * size * _EM > room and sum(letter.isupper() for letter in words[0]) > 1:
        return words[0] + rest
    while len(words) > 1 and len(text) * size * _EM > room:
        words = words[:-1]
        text = " ".join(words) + "…" + rest
    return text


def _bands(result: BandedResult, step: float, top: float, mark: float | None) -> list[Shape]:
    shapes: list[Shape] = []
    for band in result.bands or ():
        left, right = band.first * step, (band.last + 1) * step
        shapes.append(Rect(left + _GAP / 2, top, right - left - _GAP, _BOX, COUNT_BARS, radius=3))
        middle = (left + right) / 2
        # A number under the mark would be struck through, so it moves into the wider side of its column.
        if mark is not None and abs(mark - middle) < 9:
            middle = mark + 10 if right - mark >= mark - left else mark - 10
        shapes.append(Text(middle, top + 16, str(band.people), 14, WHITE, Weight.SEMIBOLD, Anchor.MIDDLE))
    return shapes


def _middle(middle: int, scale: ResponseScale, step: float, top: float) -> list[Shape]:
    shapes: list[Shape] = []
    for band in range(len(scale.options)):
        x = band * step + _GAP / 2
        if band == middle:
            shapes.append(Rect(x, top, step - _GAP, _BOX, COUNT_BARS, radius=3))
            shapes.append(Circle((band + 0.5) * step, top + _BOX / 2, 4.5, WHITE))
        else:
            shapes.append(Rect(x + 0.5, top + 0.5, step - _GAP - 1, _BOX - 1, CARD, CONTROL, 0.8, 3))
    return shapes


def _axis(scale: ResponseScale, result: BandedResult, step: float, height: float) -> list[Shape]:
    shapes: list[Shape] = []
    for band in range(len(scale.options)):
        strong = not result.bands and band == result.middle
        label = _cut(short_band(scale, band), step)
        weight, colour = (Weight.BOLD, INK) if strong else (Weight.REGULAR, INK_2)
        shapes.append(Text((band + 0.5) * step, height - 3, label, 12, colour, weight, Anchor.MIDDLE))
    return shapes


def _mark(reference: Reference, x: float, top: float, width: float) -> list[Shape]:
    on_right = x < width / 2
    room = (width - x if on_right else x) - 9
    text = short_reference(reference.label, room, 12)
    label = Text(x + 8, 11, text, 12, INK) if on_right else Text(x - 8, 11, text, 12, INK, anchor=Anchor.END)
    return [
        Line(x, top - 4, x, top + _BOX + 2, CARD, 4),
        Line(x, 7, x, top + _BOX + 2, INK, 2, dash=(3.0, 2.0)),
        Circle(x, 7, 4, INK),
        label,
    ]


def _mark_x(scale: ResponseScale, reference: Reference | None, step: float) -> float | None:
    """Where a percentage stands among the bands, straight between the ends of its band."""
    if reference is None:
        return None
    uppers = [_upper(scale, band) for band in range(len(scale.options))]
    for band, (low, high) in enumerate(pairwise([0, *uppers])):
        if low < reference.percent <= high:
            return (band + (reference.percent - low) / (high - low)) * step
    return None


def _upper(scale: ResponseScale, band: int) -> int:
    """The highest percentage of a band: its last number, all for the last, none for words."""
    numbers = [int(number) for number in _NUMBER.findall(scale.options[band])]
    if not numbers:
        return 0
    return 100 if band == len(scale.options) - 1 else numbers[-1]


def _cut(text: str, room: float) -> str:
    fitting = max(int(room / (12 * _EM)), 2)
    return text if len(text) <= fitting else text[: fitting - 1] + "…"
