"""The dot plot of themes on paper: one row a theme, all on one scale from 0 to 100."""

from dataclasses import dataclass

from teamhealth.figures import palette
from teamhealth.figures.glyphs import marker, triangle_up
from teamhealth.figures.placing import moved
from teamhealth.figures.sentences import domain_sentence
from teamhealth.figures.shapes import Anchor, Figure, Line, Rect, Shape, Text
from teamhealth.publication.types import DomainResult, ShownScore
from teamhealth.publication.words import LEANS_NEGATIVE_BELOW, LEANS_POSITIVE_ABOVE
from teamhealth.survey.questionnaire import Domain
from teamhealth.texts.catalogue import tr

_MARKER = 8.5
_PILL = 13.0
_PILL_OPACITY = 0.22
_EARLIER_RISE = 13.5
_FLAG_DROP, _FLAG_INSIDE = 15.0, 3.4
# An average is of no team: an upright bar, of no theme's shape or colour, so that nobody takes it for one.
_BAR, _BAR_EDGE = 3.6, 1.0
_BAR_PART = 0.7
_AXIS_SIZE = 11.0
# About half an em a letter.
_LETTER = 0.52
_KEY_HEIGHT, _KEY_BETWEEN = 15.0, 18.0
# The scale stops short of both ends, so that signs at 0 and 100 are not cut off.
_INSET = 9.0


@dataclass(frozen=True, slots=True)
class ThemeScale:
    """The scale that all rows share: its width in points, and what else is drawn beside the team's own sign.

    ``averages`` says that rows of averages are among them.
    """

    width: float
    earlier: str = ""
    others: bool = False
    averages: bool = False

    def x(self, points: float) -> float:
        """Return where a score stands."""
        return _INSET + (self.width - 2 * _INSET) * points / 100


def theme_row(scale: ThemeScale, domain: Domain, result: DomainResult, height: float) -> Figure:
    """Return a theme's row: its likely range as a bar, its score as the theme's sign.

    Parameters
    ----------
    scale : ThemeScale
        The scale of all rows.
    domain : Domain
        A theme, as it was asked.
    result : DomainResult
        What a shown team's report may say of it.
    height : float
        The row's height in points; rows join without a gap.
    """
    middle = height / 2
    shapes: list[Shape] = [
        *backdrop(scale, height),
        Line(scale.x(0), middle, scale.x(100), middle, palette.GRID_MIDDLE),
    ]
    if result.score is None:
        return Figure(scale.width, height, tuple(shapes), domain_sentence(domain, result))
    colour = palette.domain_colour(result.domain)
    if result.likely is not None:
        left, right = scale.x(result.likely.low), scale.x(result.likely.high)
        rounding = _PILL / 2
        pill = (left - 1, middle - rounding, right - left + 2, _PILL)
        shapes.append(Rect(*pill, fill=colour, radius=rounding, opacity=_PILL_OPACITY))
        shapes.append(Rect(*pill, stroke=colour, radius=rounding))
    if result.rest is not None:
        x = scale.x(result.rest.other.points)
        foot = min(middle + _FLAG_DROP, height - _FLAG_INSIDE)
        shapes.append(Line(x, middle - 8, x, foot, palette.INK, 1.3))
        shapes.append(triangle_up(x, foot, 6, palette.INK))
    if result.change is not None:
        x = scale.x(result.change.comparison.other.points)
        shapes.append(marker(result.domain, x, middle - _EARLIER_RISE, 6, palette.WHITE, stroke=colour, width=1.3))
    shapes.append(marker(result.domain, scale.x(result.score.points), middle, _MARKER, colour))
    return Figure(scale.width, height, tuple(shapes), domain_sentence(domain, result))


def average_row(scale: ThemeScale, domain: Domain, score: ShownScore, height: float) -> Figure:
    """Return the row of an average, which has no likely range: a bar at its score."""
    middle = height / 2
    shapes = [
        *backdrop(scale, height),
        Line(scale.x(0), middle, scale.x(100), middle, palette.GRID_MIDDLE),
        *average_sign(scale.x(score.points), middle, height * _BAR_PART),
    ]
    return Figure(scale.width, height, tuple(shapes), domain_sentence(domain, DomainResult(domain.id, score)))


def average_sign(x: float, middle: float, high: float) -> list[Shape]:
    """Return the sign of an average: an upright bar, with a light edge that keeps it apart from what it crosses."""
    edge = _BAR + 2 * _BAR_EDGE
    return [
        Rect(x - edge / 2, middle - high / 2 - _BAR_EDGE, edge, high + 2 * _BAR_EDGE, palette.WHITE),
        Rect(x - _BAR / 2, middle - high / 2, _BAR, high, palette.INK),
    ]


def theme_head(scale: ThemeScale) -> Figure:
    """Return the words above the band of scores near the middle."""
    shape = Text(scale.x(50), 10, tr("near the middle"), 11, palette.INK_2, anchor=Anchor.MIDDLE)
    sentence = tr(
        "Scale from 0 to 100; {low} to {high} is near the middle.", low=LEANS_NEGATIVE_BELOW, high=LEANS_POSITIVE_ABOVE
    )
    return Figure(scale.width, 13, (shape,), sentence)


def theme_axis(scale: ThemeScale, left: float, size: float = _AXIS_SIZE) -> Figure:
    """Return the numbers below the scale, ``left`` points in from the left, as decoration; ``size`` is the text's."""
    shapes: list[Shape] = []
    for points in (0, 50, 100):
        x = left + scale.x(points)
        shapes.append(Line(x, 0, x, 3, palette.GRID_MIDDLE))
        shapes.append(Text(x, 3 + size, str(points), size, palette.INK_2, anchor=Anchor.MIDDLE))
    return Figure(left + scale.width, size + 5.5, tuple(shapes), "")


def theme_key(scale: ThemeScale, width: float, others: str = "") -> Figure:
    """Return what the signs mean, side by side in a width; ``others`` says whose other teams the flag is."""
    entries: list[tuple[str, str]] = [("team", tr("this team")), ("range", tr("likely range"))]
    if scale.earlier:
        entries.append(("earlier", scale.earlier))
    if scale.averages:
        entries.append(("average", tr("an average")))
    if scale.others:
        entries.append(("others", others or tr("other teams")))
    shapes: list[Shape] = []
    left, top = 0.0, 0.0
    for kind, words in entries:
        sign = 30.0 if kind == "range" else 16.0
        needed = sign + len(words) * _LETTER * _AXIS_SIZE
        if left and left + needed > width:
            left, top = 0.0, top + _KEY_HEIGHT
        shapes += moved([*_key_sign(kind), Text(sign, 11.2, words, _AXIS_SIZE, palette.INK_2)], left, top)
        left += needed + _KEY_BETWEEN
    return Figure(width, top + _KEY_HEIGHT, tuple(shapes), _key_sentence(scale, others))


def _key_sentence(scale: ThemeScale, others: str) -> str:
    said = [tr("Key: a filled sign is this team, a bar its likely range.")]
    if scale.earlier:
        said.append(tr("An open sign is {round}.", round=scale.earlier))
    if scale.averages:
        said.append(tr("An upright bar is an average."))
    if scale.others:
        said.append(
            tr("A flag stands for {others}.", others=others) if others else tr("A flag stands for other teams.")
        )
    return " ".join(said)


def _key_sign(kind: str) -> list[Shape]:
    if kind == "team":
        return [marker("stability", 6, 7.5, 8, palette.INK_2)]
    if kind == "earlier":
        return [marker("stability", 6, 7.5, 6.5, palette.WHITE, stroke=palette.INK_2, width=1.3)]
    if kind == "average":
        return average_sign(6, 7.5, 13)
    if kind == "others":
        return [Line(6, 1, 6, 13, palette.INK, 1.3), triangle_up(6, 11.5, 6, palette.INK)]
    return [Rect(1, 3, 22, 9, fill=palette.NEUTRAL, stroke=palette.INK_2, radius=4.5)]


def backdrop(scale: ThemeScale, height: float) -> list[Shape]:
    """Return what lies behind a row: the band of scores near the middle, and lines at 0, 50 and 100."""
    low, high = scale.x(LEANS_NEGATIVE_BELOW), scale.x(LEANS_POSITIVE_ABOVE)
    shapes: list[Shape] = [Rect(low, 0, high - low, height, fill=palette.BAND)]
    shapes += [Line(scale.x(at), 0, scale.x(at), height, palette.GRID_MIDDLE, 0.7) for at in (0, 50, 100)]
    return shapes
