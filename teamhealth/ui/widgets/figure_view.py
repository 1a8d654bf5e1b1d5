"""Paints a figure's shapes with QPainter: the screen's half of what paper draws too."""

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QImage, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QLabel, QSizePolicy

from teamhealth.figures import palette
from teamhealth.figures.shapes import Anchor, Circle, Figure, Line, Polygon, Rect, Shape, Text
from teamhealth.ui.contrast import Contrast, current_contrast, shown
from teamhealth.ui.theme import Theme, current_theme, screen_font
from teamhealth.ui.widgets.naming import named

_STRIPE_OPACITY = 90


def paint_figure(painter: QPainter, figure: Figure) -> None:
    """Paint a figure at the painter's origin, one unit a pixel of the painter."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    for shape in figure.shapes:
        painter.save()
        _paint(painter, shape)
        painter.restore()


def figure_image(figure: Figure, scale: float = 2.0, background: str = palette.WHITE) -> QImage:
    """Return a figure as a picture, ``scale`` times its size."""
    image = QImage(round(figure.width * scale), round(figure.height * scale), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(shown(background))
    painter = QPainter(image)
    painter.scale(scale, scale)
    paint_figure(painter, figure)
    painter.end()
    image.setText("Description", figure.sentence)
    return image


class FigureView(QLabel):
    """A figure on the screen; its accessible name is the figure's sentence, or ``says`` where words stand beside it.

    With '' a screen reader passes it over. It keeps its size unless ``stretch`` lets it become as narrow as the width
    it is given.
    """

    def __init__(
        self,
        figure: Figure,
        name: str = "figure",
        *,
        theme: Theme | None = None,
        stretch: bool = False,
        says: str | None = None,
    ) -> None:
        super().__init__()
        self._scale = (theme or current_theme()).scale
        self._stretch = stretch
        self._figure = figure
        horizontal = QSizePolicy.Policy.Expanding if stretch else QSizePolicy.Policy.Fixed
        policy = QSizePolicy(horizontal, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(stretch)
        self.setSizePolicy(policy)
        named(self, name, "")
        self.say(says)

    def say(self, words: str | None) -> None:
        """Say these words of the figure; None for its own sentence, '' for none."""
        self._says = words
        self.setAccessibleName(self._figure.sentence if words is None else words)
        # A label that holds a picture is a graphic to a screen reader; any other widget is nothing it would stop at.
        self.setPixmap(QPixmap() if words == "" else _nothing())

    @property
    def figure(self) -> Figure:
        """What is shown."""
        return self._figure

    def show_figure(self, figure: Figure) -> None:
        """Show another figure."""
        self._figure = figure
        if self._says is None:
            self.setAccessibleName(figure.sentence)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the figure's size at the chosen text size."""
        return QSize(round(self._figure.width * self._scale), round(self._figure.height * self._scale))

    def minimumSizeHint(self) -> QSize:
        """Return how small the view may become."""
        return QSize(1, 1) if self._stretch else self.sizeHint()

    def heightForWidth(self, width: int) -> int:
        """Return the height that keeps the figure's proportions, its own at most."""
        return min(round(width * self._figure.height / self._figure.width), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the figure over the whole view."""
        painter = QPainter(self)
        factor = min(self.width() / self._figure.width, self.height() / self._figure.height)
        if self._stretch:
            painter.translate((self.width() - factor * self._figure.width) / 2, 0)
        painter.scale(factor, factor)
        paint_figure(painter, self._figure)
        painter.end()


def _nothing() -> QPixmap:
    empty = QPixmap(1, 1)
    empty.fill(Qt.GlobalColor.transparent)
    return empty


def _paint(painter: QPainter, shape: Shape) -> None:
    match shape:
        case Rect():
            _outline(painter, shape.stroke, shape.stroke_width, shape.dash)
            _fill(painter, shape.fill, shape.opacity)
            box = QRectF(shape.x, shape.y, shape.width, shape.height)
            painter.drawRoundedRect(box, shape.radius, shape.radius)
            if shape.fill == palette.UNFAVOURABLE and current_contrast() is Contrast.HIGH:
                _stripe(painter, box, shape.radius)
        case Line():
            _outline(painter, shape.stroke, shape.stroke_width, shape.dash)
            painter.drawLine(QLineF(shape.x1, shape.y1, shape.x2, shape.y2))
        case Polygon():
            _outline(painter, shape.stroke, shape.stroke_width)
            _fill(painter, shape.fill, shape.opacity)
            painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in shape.points]))
        case Circle():
            _outline(painter, shape.stroke, shape.stroke_width)
            _fill(painter, shape.fill)
            painter.drawEllipse(QPointF(shape.x, shape.y), shape.radius, shape.radius)
        case Text():
            _write(painter, shape)


def _stripe(painter: QPainter, box: QRectF, radius: float) -> None:
    """Tell the disagree side by stripes as well, light enough for the number on it."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(QColor(255, 255, 255, _STRIPE_OPACITY), Qt.BrushStyle.BDiagPattern))
    painter.drawRoundedRect(box, radius, radius)


def _write(painter: QPainter, text: Text) -> None:
    # Fonts come in whole pixels; drawing at ten times the size keeps the proportions of paper.
    font = screen_font(text.size * 10, text.weight)
    painter.setFont(font)
    painter.setPen(shown(text.colour))
    width = QFontMetricsF(font).horizontalAdvance(text.text)
    shift = {Anchor.START: 0.0, Anchor.MIDDLE: width / 2, Anchor.END: width}[text.anchor]
    painter.translate(text.x, text.y)
    painter.scale(0.1, 0.1)
    painter.drawText(QPointF(-shift, 0), text.text)


def _outline(painter: QPainter, stroke: str | None, width: float, dash: tuple[float, ...] = ()) -> None:
    if stroke is None:
        painter.setPen(Qt.PenStyle.NoPen)
        return
    pen = QPen(shown(stroke), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if dash and width > 0:
        # Qt counts dashes in widths of the pen, the shapes in units; an odd pattern is written twice, as on paper.
        pattern = dash if len(dash) % 2 == 0 else dash * 2
        pen.setDashPattern([each / width for each in pattern])
    painter.setPen(pen)


def _fill(painter: QPainter, fill: str | None, opacity: float = 1.0) -> None:
    if fill is None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        return
    colour = shown(fill)
    colour.setAlphaF(opacity)
    painter.setBrush(colour)
