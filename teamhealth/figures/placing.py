"""Puts figures into other figures: the same shapes at another place."""

from collections.abc import Sequence
from dataclasses import replace

from teamhealth.figures.shapes import Circle, Figure, Line, Polygon, Rect, Shape, Text


def moved(shapes: Sequence[Shape], right: float, down: float) -> list[Shape]:
    """Return shapes moved to the right and down."""
    return [_moved(shape, right, down) for shape in shapes]


def stacked(figures: Sequence[Figure], gap: float, sentence: str) -> Figure:
    """Return figures one below the other as one figure, ``gap`` apart."""
    shapes: list[Shape] = []
    top = 0.0
    for figure in figures:
        shapes += moved(figure.shapes, 0, top)
        top += figure.height + gap
    return Figure(max(each.width for each in figures), max(top - gap, 1.0), tuple(shapes), sentence)


def in_columns(figures: Sequence[Figure], columns: int, gap: float, sentence: str) -> Figure:
    """Return figures of one size side by side in rows of ``columns``."""
    width, height = figures[0].width, figures[0].height
    shapes: list[Shape] = []
    for number, figure in enumerate(figures):
        row, column = divmod(number, columns)
        shapes += moved(figure.shapes, column * (width + gap), row * (height + gap))
    rows = (len(figures) + columns - 1) // columns
    across = min(columns, len(figures))
    return Figure(across * (width + gap) - gap, rows * (height + gap) - gap, tuple(shapes), sentence)


def _moved(shape: Shape, right: float, down: float) -> Shape:
    match shape:
        case Line():
            return replace(
                shape, x1=shape.x1 + right, y1=shape.y1 + down, x2=shape.x2 + right, y2=shape.y2 + down
            )  # fmt: skip
        case Polygon():
            return replace(shape, points=tuple((x + right, y + down) for x, y in shape.points))
        case Rect() | Circle() | Text():
            return replace(shape, x=shape.x + right, y=shape.y + down)
