"""A figure as an SVG picture for slides: the same shapes, its sentence as the title that readers speak."""

from teamhealth.figures.shapes import Anchor, Circle, Figure, Line, Polygon, Rect, Shape, Text
from teamhealth.figures.weight import Weight

_FONTS = "'Source Sans 3', 'Segoe UI', sans-serif"
_WEIGHTS = {Weight.REGULAR: 400, Weight.SEMIBOLD: 600, Weight.BOLD: 700}
_ANCHORS = {Anchor.START: "start", Anchor.MIDDLE: "middle", Anchor.END: "end"}


def svg(figure: Figure, ground: str = "#FFFFFF") -> str:
    """Return a figure as an SVG document on a plain ground; a unit of the figure is a unit of the picture."""
    width, height = _number(figure.width), _number(figure.height)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"',
        f'  viewBox="0 0 {width} {height}" role="img" aria-labelledby="says">',
        f'<title id="says">{_escaped(figure.sentence)}</title>',
        f'<rect width="{width}" height="{height}" fill="{ground}"/>',
        *(_drawn(shape) for shape in figure.shapes),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _drawn(shape: Shape) -> str:
    match shape:
        case Rect():
            place = _pairs(x=shape.x, y=shape.y, width=shape.width, height=shape.height, rx=shape.radius)
            look = _look(shape.fill, shape.opacity)
            return f"<rect {place} {look} {_edge(shape.stroke, shape.stroke_width, shape.dash)}/>"
        case Line():
            place = _pairs(x1=shape.x1, y1=shape.y1, x2=shape.x2, y2=shape.y2)
            return f"<line {place} {_edge(shape.stroke, shape.stroke_width, shape.dash)}/>"
        case Polygon():
            points = " ".join(f"{_number(x)},{_number(y)}" for x, y in shape.points)
            look = _look(shape.fill, shape.opacity)
            return f'<polygon points="{points}" {look} {_edge(shape.stroke, shape.stroke_width)}/>'
        case Circle():
            place = _pairs(cx=shape.x, cy=shape.y, r=shape.radius)
            return f"<circle {place} {_look(shape.fill)} {_edge(shape.stroke, shape.stroke_width)}/>"
        case Text():
            place = _pairs(x=shape.x, y=shape.y)
            return (
                f'<text {place} font-family="{_FONTS}" font-size="{_number(shape.size)}"'
                f' font-weight="{_WEIGHTS[shape.weight]}" text-anchor="{_ANCHORS[shape.anchor]}"'
                f' fill="{shape.colour}">{_escaped(shape.text)}</text>'
            )


def _escaped(words: str) -> str:
    # The standard library's own draws in all that fetches over a network, a fifth of what results take to come up.
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _look(fill: str | None, opacity: float = 1.0) -> str:
    clear = f' fill-opacity="{_number(opacity)}"' if fill and opacity < 1 else ""
    return f'fill="{fill or "none"}"{clear}'


def _edge(stroke: str | None, width: float, dash: tuple[float, ...] = ()) -> str:
    if stroke is None:
        return 'stroke="none"'
    dashes = f' stroke-dasharray="{" ".join(_number(each) for each in dash)}"' if dash else ""
    return f'stroke="{stroke}" stroke-width="{_number(width)}"{dashes}'


def _pairs(**numbers: float) -> str:
    return " ".join(f'{name}="{_number(value)}"' for name, value in numbers.items())


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
