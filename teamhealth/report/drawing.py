"""Draws a figure's shapes on a canvas, and places a figure in the flow of a page."""

from reportlab.platypus.flowables import Flowable

from teamhealth.figures.shapes import Anchor, Circle, Figure, Line, Shape, Text
from teamhealth.report.canvas import TaggedCanvas
from teamhealth.report.fonts import FONT_OF_WEIGHT, clean, text_width
from teamhealth.report.operators import colour, drawn
from teamhealth.report.structure import Element


def draw_shapes(canvas: TaggedCanvas, shapes: tuple[Shape, ...], height: float) -> None:
    """Draw shapes of a figure ``height`` points high, its lower left corner at the origin."""
    canvas.saveState()
    canvas.translate(0, height)
    for shape in shapes:
        _draw(canvas, shape)
    canvas.restoreState()


def _draw(canvas: TaggedCanvas, shape: Shape) -> None:
    if isinstance(shape, Text):
        _draw_text(canvas, shape)
    elif isinstance(shape, Line | Circle) or shape.opacity == 1:
        canvas.write(drawn(shape))
    else:
        canvas.saveState()
        canvas.setFillAlpha(shape.opacity)
        canvas.write(drawn(shape))
        canvas.restoreState()


def _draw_text(canvas: TaggedCanvas, text: Text) -> None:
    words, font = clean(text.text), FONT_OF_WEIGHT[text.weight]
    canvas.setFont(font, text.size)
    canvas.setFillColor(colour(text.colour))
    # How much of the words lies left of the point.
    before = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}[text.anchor]
    left = text.x - before * text_width(words, font, text.size) if before else text.x
    # The space keeps a reader from hearing the next words of a legend as one with these.
    canvas.drawString(left, -text.y, f"{words} ")


class PlacedFigure(Flowable):
    """A figure in the flow: a Figure element with its sentence; decoration if it has none."""

    def __init__(self, figure: Figure) -> None:
        super().__init__()
        self._figure = figure

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the figure's own size."""
        self.width, self.height = self._figure.width, self._figure.height
        return self.width, self.height

    def draw(self) -> None:
        """Draw the figure."""
        figure = self._figure
        if not figure.sentence:
            with self.canv.artifact():
                draw_shapes(self.canv, figure.shapes, figure.height)
            return
        box = self.canv.box_on_page(figure.width, figure.height)
        attributes = {"BBox": box, "Placement": "Block"}
        alt = clean(figure.sentence)
        language = self.canv.foreign.most_of(alt)
        element = Element("Figure", alt=alt, owner="Layout", attributes=attributes, language=language)
        with self.canv.within(element), self.canv.content():
            draw_shapes(self.canv, figure.shapes, figure.height)
