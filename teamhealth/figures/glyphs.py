"""The small signs that stand beside colour: one shape a domain, and triangles that point up and down."""

import math

from teamhealth.figures.shapes import Circle, Polygon, Rect, Shape

# Shapes of the same height look unequal; these factors give them about the same weight of ink.
_SQUARE = 0.86
_DIAMOND = 1.24
_TRIANGLE = 1.12


def marker(
    domain_id: str, x: float, y: float, size: float, fill: str | None, *, stroke: str | None = None, width: float = 1.0
) -> Shape:
    """Return a domain's sign: circle, triangle, square or diamond; a hexagon for the domains of modules.

    Parameters
    ----------
    domain_id : str
        The domain, as in its questionnaire.
    x, y : float
        The centre, in the figure's units.
    size : float
        The diameter of the circle; other signs are drawn to look as large.
    fill, stroke : str or None
        Colours of the inside and the outline.
    width : float
        Width of the outline.
    """
    if domain_id == "stability":
        return Circle(x, y, size / 2, fill, stroke, width)
    if domain_id == "morale":
        return triangle_up(x, y, size * _TRIANGLE, fill, stroke=stroke, width=width)
    if domain_id == "bureaucracy":
        side = size * _SQUARE
        return Rect(x - side / 2, y - side / 2, side, side, fill, stroke, width)
    if domain_id == "safety":
        half = size * _DIAMOND / 2
        return Polygon(((x, y - half), (x + half, y), (x, y + half), (x - half, y)), fill, stroke, width)
    corners = (math.radians(60 * number - 90) for number in range(6))
    hexagon = tuple((x + size / 2 * math.cos(angle), y + size / 2 * math.sin(angle)) for angle in corners)
    return Polygon(hexagon, fill, stroke, width)


def triangle_up(
    x: float, y: float, size: float, fill: str | None, *, stroke: str | None = None, width: float = 1.0
) -> Polygon:
    """Return a triangle that points up; ``size`` is its base, and (x, y) the middle of its box."""
    half, rise = size / 2, size * 0.44
    return Polygon(((x, y - rise), (x + half, y + rise), (x - half, y + rise)), fill, stroke, width)


def triangle_down(
    x: float, y: float, size: float, fill: str | None, *, stroke: str | None = None, width: float = 1.0
) -> Polygon:
    """Return a triangle that points down; ``size`` is its base, and (x, y) the middle of its box."""
    half, rise = size / 2, size * 0.44
    return Polygon(((x, y + rise), (x - half, y - rise), (x + half, y - rise)), fill, stroke, width)


def rounded_square(
    x: float, y: float, size: float, fill: str | None, *, stroke: str | None = None, width: float = 1.0
) -> Rect:
    """Return the sign of a mixed item: a square with soft corners around (x, y)."""
    return Rect(x - size / 2, y - size / 2, size, size, fill, stroke, width, radius=size * 0.28)
