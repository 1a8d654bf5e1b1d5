"""Reads a figure's shapes back."""

from teamhealth.figures.shapes import Circle, Figure, Line, Polygon, Rect, Text


def texts(figure: Figure) -> tuple[str, ...]:
    return tuple(shape.text for shape in figure.shapes if isinstance(shape, Text))


def rects(figure: Figure, fill: str | None = None) -> tuple[Rect, ...]:
    found = tuple(shape for shape in figure.shapes if isinstance(shape, Rect))
    return found if fill is None else tuple(each for each in found if each.fill == fill)


def circles(figure: Figure) -> tuple[Circle, ...]:
    return tuple(shape for shape in figure.shapes if isinstance(shape, Circle))


def lines(figure: Figure) -> tuple[Line, ...]:
    return tuple(shape for shape in figure.shapes if isinstance(shape, Line))


def stands_inside(figure: Figure) -> bool:
    """Whether every shape but texts lies within the figure's box."""
    return all(_inside(shape, figure) for shape in figure.shapes)


def _inside(shape: Rect | Line | Polygon | Circle | Text, figure: Figure) -> bool:
    if isinstance(shape, Rect):
        corners = ((shape.x, shape.y), (shape.x + shape.width, shape.y + shape.height))
    elif isinstance(shape, Line):
        corners = ((shape.x1, shape.y1), (shape.x2, shape.y2))
    elif isinstance(shape, Circle):
        reach = shape.radius
        corners = ((shape.x - reach, shape.y - reach), (shape.x + reach, shape.y + reach))
    elif isinstance(shape, Text):
        corners = ((shape.x, shape.y), (shape.x, shape.y))
    else:
        return all(-0.01 <= x <= figure.width + 0.01 and -0.01 <= y <= figure.height + 0.01 for x, y in shape.points)
    return all(-0.01 <= x <= figure.width + 0.01 and -0.01 <= y <= figure.height + 0.01 for x, y in corners)
