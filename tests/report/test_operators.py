"""What is written from memory is what reportlab itself would write."""

from io import BytesIO

import pytest
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from teamhealth.figures.shapes import Circle, Line, Polygon, Rect
from teamhealth.report.operators import drawn, number


def drawn_by_reportlab(shape: Rect | Polygon | Circle | Line) -> list[str]:
    canvas = Canvas(BytesIO())
    before = len(canvas._code)
    canvas.saveState()
    _draw(canvas, shape)
    canvas.restoreState()
    return " ".join(canvas._code[before:]).split()


def _draw(canvas: Canvas, shape: Rect | Polygon | Circle | Line) -> None:
    if isinstance(shape, Line):
        canvas.setStrokeColor(HexColor(shape.stroke))
        canvas.setLineWidth(shape.stroke_width)
        if shape.dash:
            canvas.setDash(list(shape.dash))
        canvas.line(shape.x1, -shape.y1, shape.x2, -shape.y2)
        return
    if shape.fill:
        canvas.setFillColor(HexColor(shape.fill))
    if shape.stroke:
        canvas.setStrokeColor(HexColor(shape.stroke))
        canvas.setLineWidth(shape.stroke_width)
    stroke, fill = int(shape.stroke is not None), int(shape.fill is not None)
    if isinstance(shape, Circle):
        canvas.circle(shape.x, -shape.y, shape.radius, stroke=stroke, fill=fill)
    elif isinstance(shape, Polygon):
        path = canvas.beginPath()
        path.moveTo(shape.points[0][0], -shape.points[0][1])
        for x, y in shape.points[1:]:
            path.lineTo(x, -y)
        path.close()
        canvas.drawPath(path, stroke=stroke, fill=fill)
    else:
        if shape.dash:
            canvas.setDash(list(shape.dash))
        corner = min(shape.radius, shape.width / 2, shape.height / 2)
        box = (shape.x, -shape.y - shape.height, shape.width, shape.height)
        if corner:
            canvas.roundRect(*box, corner, stroke=stroke, fill=fill)
        else:
            canvas.rect(*box, stroke=stroke, fill=fill)


@pytest.mark.parametrize(
    "shape",
    [
        Circle(10, 20.125, 3.3, fill="#00807A"),
        Circle(10, 20.125, 3.3, stroke="#123456", stroke_width=1.7),
        Polygon(((0, 0), (4.5, 1 / 3), (2, 7)), fill="#FFFFFF", stroke="#000000"),
        Rect(1, 2, 30, 40, fill="#00807A"),
        Rect(1, 2, 30, 4, fill="#00807A", radius=9),
        Rect(1, 2, 30, 40, stroke="#ABCDEF", dash=(3, 2.5)),
        Rect(1, 2, 30, 40),
        Line(1, 2, 30.5, 40, stroke="#00807A"),
        Line(1, 2, 1 / 3, 40, stroke="#123456", stroke_width=0.6, dash=(2, 1.5)),
    ],
)
def test_shape_is_drawn_as_reportlab_draws_it(shape: Rect | Polygon | Circle | Line) -> None:
    assert " ".join(drawn(shape)).split() == drawn_by_reportlab(shape)


def test_number_has_no_needless_digits() -> None:
    assert [number(each) for each in (0.0, -0.5, 12.0, 1 / 3, 595.2756)] == ["0", "-0.5", "12", ".333333", "595.2756"]
