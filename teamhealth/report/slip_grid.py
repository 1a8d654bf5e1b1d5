"""A page of slips between cut marks, each read as one item of a list."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.flowables import Flowable

from teamhealth.figures import palette
from teamhealth.figures.shapes import Line, Rect, Shape
from teamhealth.report import styles
from teamhealth.report.blocks import draw_stack, stack_height
from teamhealth.report.drawing import draw_shapes
from teamhealth.report.fonts import BOLD, REGULAR, markup, one_line, text_width
from teamhealth.report.pages import CONTENT_WIDTH
from teamhealth.report.paragraphs import TaggedParagraph
from teamhealth.report.sheet import Sheet
from teamhealth.report.structure import Element

COLUMNS = 2
_WIDTH = CONTENT_WIDTH / COLUMNS
# Three rows stand below a team's name of two lines, and such a slip holds names of three lines together. Longer ones
# stand in two rows. Large print has one row, also below a name of two lines.
_ROWS, _LARGE_ROWS = ((3, 231.0), (2, 346.0)), ((1, 258.0),)
_NAME_SIZES = (11.0, 10.0, 9.0, 8.0, 7.0)
_ABOVE = 12.0
_PADDING = 16.0
_LEAST_BELOW = 8.0
_INSIDE = _WIDTH - 2 * _PADDING
_AROUND_CODE = 5.0
_CODE_HEIGHT = 36.0
_CODE_SIZE = 28.0
# Two spaces, so that the groups stand well apart.
_GAP = "  "
_HALF_OF_CAPITALS = 0.33
_MARK = 9.0
_HALF_MARK = _MARK / 2

_TITLE = ParagraphStyle("slip-title", fontName=BOLD, fontSize=14, leading=17, textColor=HexColor(palette.TEAL))
_QUIET = ParagraphStyle("slip-quiet", fontName=REGULAR, fontSize=11, leading=13.6, textColor=HexColor(palette.INK_2))
_WORDS = ParagraphStyle("slip-words", parent=styles.TIGHT, leading=13.6, spaceAfter=4)


@dataclass(frozen=True, slots=True)
class Slip:
    """The words of one slip, from the top down."""

    title: str
    organisation: str
    place: str
    label: str
    code: str
    first: str
    promise: str


@dataclass(frozen=True, slots=True)
class SlipRoom:
    """How many rows of slips stand on a page, how high each is, and how names are written in it."""

    rows: int
    height: float
    names: ParagraphStyle

    @property
    def slips(self) -> int:
        """How many slips a page holds."""
        return COLUMNS * self.rows


def slip_room(slip: Slip, sheet: Sheet) -> SlipRoom:
    """Return the room in which all that a slip says stands whole: fewer a page, then smaller names, before any cut."""
    canvas = Canvas(BytesIO())
    rows = _LARGE_ROWS if sheet.large else _ROWS
    rooms = [SlipRoom(*each, _names(size)) for size in _NAME_SIZES for each in rows]
    return next((each for each in rooms if _needed(canvas, slip, each.names) <= each.height), rooms[-1])


class SlipGrid(Flowable):
    """Up to a page of slips in rows of two; ``whole`` is the list that they are items of."""

    def __init__(self, slips: Sequence[Slip], whole: Element, room: SlipRoom) -> None:
        super().__init__()
        self._slips = tuple(slips)
        self._whole = whole
        self._room = room
        self._rows = -(-len(self._slips) // COLUMNS)

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return the width given, and the height of the rows with room for the marks above."""
        self.width, self.height = width, self._rows * self._room.height + _ABOVE
        return self.width, self.height

    def draw(self) -> None:
        """Draw slip after slip, row by row, and the marks to cut along."""
        for number, slip in enumerate(self._slips):
            row, column = divmod(number, COLUMNS)
            self._draw_slip(
                slip, column * _WIDTH + _PADDING, self._rows * self._room.height - row * self._room.height - _PADDING
            )
        with self.canv.artifact():
            draw_shapes(self.canv, self._marks(), self._rows * self._room.height)

    def _draw_slip(self, slip: Slip, left: float, top: float) -> None:
        item = (self._whole, Element("LI"), Element("LBody"))
        above = _above_code(slip, self._room.names, item)
        draw_stack(self.canv, above, left, top, _INSIDE)
        code_top = top - stack_height(self.canv, above, _INSIDE) - _AROUND_CODE
        self._draw_code(slip.code, left, code_top, item)
        draw_stack(self.canv, _below_code(slip, item), left, code_top - _CODE_HEIGHT - _AROUND_CODE, _INSIDE)

    def _draw_code(self, code: str, left: float, top: float, item: Sequence[Element]) -> None:
        canvas = self.canv
        self._draw_box(left, top)
        words = _GAP.join(code.split())
        size = min(_CODE_SIZE, _CODE_SIZE * (_INSIDE - 12) / text_width(words, BOLD, _CODE_SIZE))
        with ExitStack() as stack:
            for element in (*item, Element("P")):
                stack.enter_context(canvas.within(element))
            stack.enter_context(canvas.content())
            canvas.setFont(BOLD, size)
            canvas.setFillColor(HexColor(palette.INK))
            canvas.drawCentredString(left + _INSIDE / 2, top - _CODE_HEIGHT / 2 - size * _HALF_OF_CAPITALS, words)

    def _draw_box(self, left: float, top: float) -> None:
        box = Rect(0, 0, _INSIDE, _CODE_HEIGHT, fill=palette.TEAL_TINT, radius=5)
        with self.canv.artifact():
            self.canv.saveState()
            self.canv.translate(left, top - _CODE_HEIGHT)
            draw_shapes(self.canv, (box,), _CODE_HEIGHT)
            self.canv.restoreState()

    def _marks(self) -> tuple[Shape, ...]:
        """Return a cross where four slips meet, and strokes outwards at the edges."""
        marks: list[Shape] = []
        for row in range(self._rows + 1):
            for column in range(COLUMNS + 1):
                x, y = column * _WIDTH, row * self._room.height
                left = 0.0 if column == COLUMNS else _HALF_MARK if column else _MARK
                right = 0.0 if column == 0 else _HALF_MARK if column < COLUMNS else _MARK
                above = 0.0 if row == self._rows else _HALF_MARK if row else _MARK
                below = 0.0 if row == 0 else _HALF_MARK if row < self._rows else _MARK
                marks.append(Line(x - left, y, x + right, y, palette.INK, 0.6))
                marks.append(Line(x, y - above, x, y + below, palette.INK, 0.6))
        return tuple(marks)


def _words(text: str, style: ParagraphStyle, item: Sequence[Element]) -> TaggedParagraph:
    return TaggedParagraph(markup(text), style, elements=(*item, Element("P")))


def _above_code(slip: Slip, names: ParagraphStyle, item: Sequence[Element]) -> list[Flowable]:
    heads = ((slip.title, _TITLE), (slip.organisation, names), (slip.place, names), (slip.label, _WORDS))
    return [_words(one_line(text), style, item) for text, style in heads]


def _below_code(slip: Slip, item: Sequence[Element]) -> list[Flowable]:
    return [_words(slip.first, _WORDS, item), _words(slip.promise, _QUIET, item)]


def _needed(canvas: Canvas, slip: Slip, names: ParagraphStyle) -> float:
    words = [_above_code(slip, names, ()), _below_code(slip, ())]
    code = _CODE_HEIGHT + 2 * _AROUND_CODE
    return _PADDING + sum(stack_height(canvas, each, _INSIDE) for each in words) + code + _LEAST_BELOW


def _names(size: float) -> ParagraphStyle:
    whole = _QUIET.fontSize
    return _QUIET if size == whole else ParagraphStyle("slip-names", parent=_QUIET, fontSize=size, leading=1.2 * size)
