"""Numbers, colours, lines and areas in PDF's own operators, remembered: most of them stand in a report many times."""

from functools import lru_cache
from typing import Any

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.rl_accel import fp_str
from reportlab.pdfgen.pathobject import PDFPathObject

from teamhealth.figures.shapes import Circle, Line, Polygon, Rect

# More colours than there are, and as many numbers and areas as a pack repeats.
_COLOURS, _NUMBERS, _AREAS = 256, 16384, 4096


@lru_cache(maxsize=_COLOURS)
def colour(code: str) -> Color:
    """Return a colour, given as '#' and six digits."""
    return HexColor(code)


@lru_cache(maxsize=_NUMBERS)
def number(value: float) -> str:
    """Return a number as PDF writes it."""
    written: str = fp_str(value)
    return written


def numbers(*values: float) -> str:
    """Return numbers as PDF writes them, with spaces between."""
    return " ".join(map(number, values))


class Colouring:
    """What canvas and text have in common: an opaque colour is written from memory."""

    _code: list[str]

    def setFillColor(self, aColor: Any, alpha: float | None = None) -> None:  # noqa: N802, N803 (reportlab's names)
        """Fill with a colour from now on; the name is reportlab's."""
        if type(aColor) is Color and alpha is None:
            self._fillColorObj = aColor
            self._code.append(f"{numbers(aColor.red, aColor.green, aColor.blue)} rg")
            self.setFillAlpha(aColor.alpha)  # type: ignore[attr-defined]  # reportlab's classes bring it
        else:
            super().setFillColor(aColor, alpha)  # type: ignore[misc]  # a mixin's base


@lru_cache(maxsize=_AREAS)
def drawn(shape: Rect | Polygon | Circle | Line) -> tuple[str, ...]:
    """Return the operators that draw a line or an area, downwards from the origin, and leave the state as it was."""
    code = _line(shape) if isinstance(shape, Line) else _area(shape)
    return ("q", *code, "Q")


def _line(line: Line) -> list[str]:
    code = [f"{_rgb(line.stroke)} RG", f"{number(line.stroke_width)} w"]
    if line.dash:
        code.append(f"[{numbers(*line.dash)}] 0 d")
    ends = f"n {numbers(line.x1, -line.y1)} m {numbers(line.x2, -line.y2)} l S"
    return [*code, ends]


def _area(shape: Rect | Polygon | Circle) -> list[str]:
    code: list[str] = []
    if shape.fill:
        code.append(f"{_rgb(shape.fill)} rg")
    if shape.stroke:
        code += [f"{_rgb(shape.stroke)} RG", f"{number(shape.stroke_width)} w"]
    if isinstance(shape, Circle):
        PDFPathObject(code=code).circle(shape.x, -shape.y, shape.radius)
    elif isinstance(shape, Polygon):
        points = [numbers(x, -y) for x, y in shape.points]
        code.append(" ".join(["n", f"{points[0]} m", *(f"{each} l" for each in points[1:]), "h"]))
    else:
        _add_rect(code, shape)
    code.append(_PAINT[shape.fill is not None, shape.stroke is not None])
    return code


# What paints a path, by whether it is filled and whether its edge is drawn.
_PAINT = {(False, False): "n", (False, True): "S", (True, False): "f*", (True, True): "B*"}


def _add_rect(code: list[str], rect: Rect) -> None:
    if rect.dash:
        code.append(f"[{numbers(*rect.dash)}] 0 d")
    bottom = -rect.y - rect.height
    radius = min(rect.radius, rect.width / 2, rect.height / 2)
    if radius > 0:
        PDFPathObject(code=code).roundRect(rect.x, bottom, rect.width, rect.height, radius)
    else:
        code.append(f"n {numbers(rect.x, bottom, rect.width, rect.height)} re")


def _rgb(code: str) -> str:
    made = colour(code)
    return numbers(made.red, made.green, made.blue)
