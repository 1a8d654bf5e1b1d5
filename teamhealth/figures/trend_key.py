"""What the signs of a trend panel mean, as a figure."""

from teamhealth.figures import palette
from teamhealth.figures.item_state import hatched
from teamhealth.figures.placing import moved
from teamhealth.figures.shapes import Figure, Line, Rect, Shape, Text
from teamhealth.figures.trend import APART_DASH, BAND_OPACITY, SERVICE_DASH
from teamhealth.texts.catalogue import tr

_SIGN, _LETTER, _HEIGHT = 44.0, 5.7, 20.0
# A line that stands upright needs less room than one that lies.
_UPRIGHT = 14.0
_TEXT = 12.0
_BETWEEN = 18.0


def trend_key(width: float, team: str, *, brief: bool = False, apart: bool = False) -> Figure:
    """Return what the signs of a panel mean, spread over a width.

    Parameters
    ----------
    width : float
        How wide the key may be.
    team : str
        Whose line it is.
    brief : bool
        In as few words as will do.
    apart : bool
        Whether any score stands apart from those before it, as the questions or the team are new.
    """
    said = [
        ("line", tr("Likely range") if brief else tr("{team}, with likely range", team=team)),
        ("service", tr("Service average")),
        ("hidden", tr("Not shown") if brief else tr("Too few answered: not shown")),
    ]
    if apart:
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
    return Figure(width, top + _HEIGHT, tuple(shapes), tr("Key: {words}.", words="; ".join(each for _, each in said)))


def _sign(kind: str) -> list[Shape]:
    if kind == "line":
        return [
            Rect(0, 3, 38, 13, palette.TEAL, palette.TEAL, 0.7, opacity=BAND_OPACITY),
            Line(0, 9.5, 38, 9.5, palette.TEAL, 2.4),
        ]
    if kind == "service":
        return [Line(0, 9.5, 38, 9.5, palette.INK, 1.5, SERVICE_DASH)]
    if kind == "apart":
        return [Line(4, 1, 4, 18, palette.INK, 1.2, APART_DASH)]
    return moved(hatched(34, 15, "", calm=True).shapes, 2, 2)
