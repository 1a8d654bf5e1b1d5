"""What the signs of a trend panel mean, as a figure."""

from collections.abc import Iterable
from dataclasses import dataclass

from teamhealth.figures import palette
from teamhealth.figures.item_state import hatched
from teamhealth.figures.placing import moved
from teamhealth.figures.shapes import Figure, Line, Rect, Shape, Text
from teamhealth.figures.trend import APART_DASH, SERVICE_DASH
from teamhealth.figures.trend_pen import ROOMY
from teamhealth.publication.lines import Line as TeamLine
from teamhealth.publication.points import PointKind
from teamhealth.texts.catalogue import tr

_SIGN, _LETTER, _HEIGHT = 44.0, 5.7, 20.0
# A line that stands upright needs less room than one that lies.
_UPRIGHT = 14.0
_TEXT = 12.0
_BETWEEN = 18.0


@dataclass(frozen=True, slots=True)
class Signs:
    """Which signs there are beside lines: an average's, a hidden round's, and that scores stand apart."""

    service: bool = True
    hidden: bool = True
    apart: bool = False


def signs_of(lines: Iterable[TeamLine]) -> Signs:
    """Return the signs that panels of these lines have."""
    points = [point for line in lines for point in line.points]
    return Signs(
        any(point.service is not None for point in points),
        any(point.kind is PointKind.HIDDEN for point in points),
        any(bool(point.mark) for point in points),
    )


def trend_key(width: float, team: str, signs: Signs | None = None, *, brief: bool = False) -> Figure:
    """Return what the signs of a panel mean, spread over a width.

    Parameters
    ----------
    width : float
        How wide the key may be.
    team : str
        Whose line it is.
    signs : Signs or None
        Which signs there are beside the line; None for those of most panels.
    brief : bool
        In as few words as will do.
    """
    there = signs or Signs()
    said = [("line", tr("Likely range") if brief else tr("{team}, with likely range", team=team))]
    if there.service:
        said.append(("service", tr("Service average")))
    if there.hidden:
        said.append(("hidden", tr("Not shown") if brief else tr("Too few answers")))
    if there.apart:
        said.append(("apart", tr("New questions or team")))
    shapes: list[Shape] = []
    left, top = 0.0, 0.0
    for kind, words in said:
        sign = _UPRIGHT if kind == "apart" else _SIGN
        needed = sign + len(words) * _LETTER
        if left and left + needed > width:
            left, top = 0.0, top + _HEIGHT
        shapes += moved([*_sign(kind), Text(sign, 14, words, _TEXT, palette.INK)], left, top)
        left += needed + _BETWEEN
    return Figure(width, top + _HEIGHT, tuple(shapes), _sentence(there))


def _sentence(signs: Signs) -> str:
    """Return what each sign is and what it means: who hears the key does not see them."""
    said = [tr("Key: a line is the team’s scores, and the band around it their likely range.")]
    if signs.service:
        said.append(tr("A dashed line is the service average."))
    if signs.hidden:
        said.append(tr("A hatched bar is a round that is not shown, as too few answered."))
    if signs.apart:
        said.append(tr("A dashed upright is where the questions or the team changed."))
    return " ".join(said)


def _sign(kind: str) -> list[Shape]:
    if kind == "line":
        return [
            Rect(0, 3, 38, 13, palette.TEAL, palette.TEAL, ROOMY.edge, opacity=ROOMY.band),
            Line(0, 9.5, 38, 9.5, palette.TEAL, ROOMY.line),
        ]
    if kind == "service":
        return [Line(0, 9.5, 38, 9.5, palette.INK, ROOMY.service, SERVICE_DASH)]
    if kind == "apart":
        return [Line(4, 1, 4, 18, palette.INK, 1.2, APART_DASH)]
    return moved(hatched(34, 15, "", calm=True).shapes, 2, 2)
