"""The range bar: a line from 0 to 100, a pill for the likely range, a dot for the score, a flag for a comparator."""

from teamhealth.figures.comparator import Comparator
from teamhealth.figures.palette import CONTROL, INK, INK_2, LINE, domain_colour
from teamhealth.figures.sentences import domain_sentence
from teamhealth.figures.shapes import Anchor, Circle, Figure, Line, Polygon, Rect, Shape, Text
from teamhealth.publication.types import DomainResult
from teamhealth.publication.words import score_text
from teamhealth.survey.questionnaire import Domain
from teamhealth.texts.catalogue import tr

BAR_HEIGHT = 46.0
_EDGE = 7.0
_AXIS = 20.0
_LABELS = 42.0
_PILL = 13.0
_SMALL = 12.0
# About half an em a letter, less where many are narrow.
_LETTER = 5.4
_APART = 6.0
_LINE = 15.0


def range_bar(domain: Domain, result: DomainResult, flag: Comparator | None = None, *, width: float = 190.0) -> Figure:
    """Draw a domain's score on a line from 0 to 100.

    Parameters
    ----------
    domain : Domain
        Its colour and, for a burden, which end is lighter.
    result : DomainResult
        The published figures; without a score only the line is drawn.
    flag : Comparator or None
        What the flag stands for; a screen reader hears an average, beside which nothing is tested.
    width : float
        Pixels, ends included.

    Returns
    -------
    Figure
        46 px high; a line more where the words of both ends have no room beside each other.
    """
    shapes = list(_axis(domain, width))
    colour = domain_colour(domain.id)
    if result.likely is not None and result.score is not None:
        left, right = _x(result.likely.low, width), _x(result.likely.high, width)
        box = (left, _AXIS - _PILL / 2, max(right - left, _PILL), _PILL)
        shapes.append(Rect(*box, fill=colour, radius=_PILL / 2, opacity=0.22))
        shapes.append(Rect(*box, stroke=colour, radius=_PILL / 2))
    if result.score is not None:
        shapes.append(Circle(_x(result.score.points, width), _AXIS, 5.5, colour))
    other = flag.score(domain.id) if flag is not None else None
    if other is not None and result.score is not None:
        x = _x(other.points, width)
        shapes.append(Line(x, 8, x, _AXIS + 9, INK, 2))
        shapes.append(Polygon(((x - 4.5, 3), (x + 4.5, 3), (x, 10)), INK))
    height = BAR_HEIGHT + (0 if _side_by_side(*_ends(domain), width) else _LINE)
    return Figure(width, height, tuple(shapes), flagged_sentence(domain, result, flag))


def average_words(domain: Domain, result: DomainResult, flag: Comparator | None) -> str:
    """Return 'Council average: 58.' where the flag stands at an average, else nothing: its gap is not tested."""
    other = flag.score(domain.id) if flag is not None and flag.is_average else None
    if flag is None or other is None or result.score is None:
        return ""
    return tr("{average}: {score}.", average=flag.words, score=score_text(other))


def flagged_sentence(domain: Domain, result: DomainResult, flag: Comparator | None) -> str:
    """Return all that a domain's card shows, and an average if the flag stands at one."""
    average = average_words(domain, result, flag)
    return " ".join([domain_sentence(domain, result), *([average] if average else [])])


def flag_sign() -> Figure:
    """Return the flag by itself, for a legend."""
    shapes: tuple[Shape, ...] = (Line(6, 4, 6, 15, INK, 2), Polygon(((1.5, 1), (10.5, 1), (6, 8)), INK))
    return Figure(12, 16, shapes, tr("flag"))


def _ends(domain: Domain) -> tuple[str, str]:
    return (tr("0 heavier"), tr("lighter 100")) if domain.direction_note else ("0", "100")


def _side_by_side(low: str, high: str, width: float) -> bool:
    return (len(low) + len(high)) * _LETTER + _APART <= width - 2 * _EDGE


def _axis(domain: Domain, width: float) -> tuple[Shape, ...]:
    left, middle, right = _x(0, width), _x(50, width), _x(100, width)
    ticks = tuple(Line(x, _AXIS - 4, x, _AXIS + 4, CONTROL, 1) for x in (left, middle, right))
    return (Line(left, _AXIS, right, _AXIS, LINE, 2), *ticks, *_labels(domain, width))


def _labels(domain: Domain, width: float) -> tuple[Text, ...]:
    """Return what stands below the ends, and '50' where both leave room for it."""
    low, high = _ends(domain)
    left, middle, right = _x(0, width), _x(50, width), _x(100, width)
    below = _LABELS if _side_by_side(low, high, width) else _LABELS + _LINE
    ends = (
        Text(left - 2, _LABELS, low, _SMALL, INK_2),
        Text(right + 2, below, high, _SMALL, INK_2, anchor=Anchor.END),
    )
    # What the longer end leaves of its half.
    left_over = middle - left - max(len(low), len(high)) * _LETTER
    if left_over < _LETTER + _APART:
        return ends
    return (ends[0], Text(middle, _LABELS, "50", _SMALL, INK_2, anchor=Anchor.MIDDLE), ends[1])


def _x(points: float, width: float) -> float:
    return _EDGE + (width - 2 * _EDGE) * points / 100
