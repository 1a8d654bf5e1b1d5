"""Lays a story out on A4 pages with header and footer, and gives the finished document's bytes."""

import gc
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import BinaryIO

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.doctemplate import BaseDocTemplate, PageTemplate
from reportlab.platypus.flowables import Flowable
from reportlab.platypus.frames import Frame

from teamhealth.figures import palette
from teamhealth.report.blocks import AtFoot, stack_height
from teamhealth.report.canvas import Furniture as Furnishing
from teamhealth.report.canvas import TaggedCanvas
from teamhealth.report.ending import with_endings
from teamhealth.report.fonts import REGULAR, SEMIBOLD, fitted, text_width
from teamhealth.report.keeping import Kept
from teamhealth.report.metadata import Metadata
from teamhealth.report.sheet import ORDINARY, Sheet
from teamhealth.settings.collector import collector_held_back
from teamhealth.settings.still_wanted import ask_still_wanted
from teamhealth.texts.catalogue import tr

_MARGIN = 42.0
CONTENT_WIDTH = ORDINARY.width - 2 * _MARGIN
_TOP = 50.0
_BOTTOM = 46.0
_SIZE = 9.5
_ABOVE_HEADER = 30.0
_FOOTER_BASELINE = 24.0
_GAP = 8.0


@dataclass(frozen=True, slots=True)
class Furniture:
    """The words of header and footer; the body says each of them too."""

    organisation: str
    survey: str
    document: str

    def __call__(self, canvas: TaggedCanvas, page: int, pages: int) -> None:
        """Draw a page's header and footer."""
        start, end = margin(canvas.sheet), canvas.sheet.width - margin(canvas.sheet)
        header = canvas.sheet.height - _ABOVE_HEADER
        canvas.setStrokeColor(HexColor(palette.LINE))
        canvas.setLineWidth(0.6)
        canvas.line(start, header - 8, end, header - 8)
        canvas.line(start, _FOOTER_BASELINE + 13, end, _FOOTER_BASELINE + 13)
        canvas.setFillColor(HexColor(palette.INK_2))
        survey = "|  " + self.survey
        # What the survey's title leaves free is the name's: it is cut only beside a long title.
        free = CONTENT_WIDTH - _GAP - text_width(survey, REGULAR, _SIZE)
        name = fitted(self.organisation, SEMIBOLD, _SIZE, max(CONTENT_WIDTH * 0.45, free))
        canvas.setFont(SEMIBOLD, _SIZE)
        canvas.drawString(start, header, name)
        left = start + text_width(name, SEMIBOLD, _SIZE) + _GAP
        canvas.setFont(REGULAR, _SIZE)
        room = end - left
        canvas.drawString(left, header, fitted(survey, REGULAR, _SIZE, room))
        number = tr("Page {page} of {pages}", page=page, pages=pages)
        room = CONTENT_WIDTH - text_width(number, REGULAR, _SIZE) - _GAP
        canvas.drawString(start, _FOOTER_BASELINE, fitted(self.document, REGULAR, _SIZE, room))
        canvas.drawRightString(end, _FOOTER_BASELINE, number)


@dataclass(frozen=True, slots=True)
class Document:
    """A finished PDF and how many pages it has."""

    content: bytes
    pages: int


def margin(sheet: Sheet) -> float:
    """Return how far from a sheet's sides its content stands, in points before scaling."""
    return (sheet.width - CONTENT_WIDTH) / 2


def content_height(sheet: Sheet) -> float:
    """Return the height between header and footer, in points before scaling."""
    return sheet.height - _TOP - _BOTTOM


def build(story: Sequence[Flowable], metadata: Metadata, furniture: Furnishing, sheet: Sheet = ORDINARY) -> Document:
    """Return a tagged PDF.

    Parameters
    ----------
    story : sequence of Flowable
        What stands on the pages, in reading order; used up.
    metadata : Metadata
        What the document says of itself.
    furniture : callable
        Header and footer.
    sheet : Sheet
        Ordinary, or large print; what fits one ordinary page runs over two or three in large print.
    """
    target = BytesIO()
    pages = build_in_parts(iter([story]), target, metadata, furniture, sheet, several=False)
    return Document(target.getvalue(), pages)


def build_in_parts(
    parts: Iterator[Sequence[Flowable]],
    target: BinaryIO,
    metadata: Metadata,
    furniture: Furnishing,
    sheet: Sheet = ORDINARY,
    *,
    several: bool = True,
) -> int:
    """Write a tagged PDF of parts that are made one after the other, when those before are written; return its pages.

    Memory does not grow with the pages: what a part has drawn is in ``target`` when the next is made, and freed.
    Where there are not ``several`` that is left to Python, in its time.

    Raises
    ------
    Exception
        Whatever the making of a part or the writing raises; ``target`` holds no document then.
    """
    template = BaseDocTemplate(target, pagesize=sheet.paper, keepTogetherClass=partial(Kept, content_height(sheet)))
    flush = {"leftPadding": 0, "rightPadding": 0, "topPadding": 0, "bottomPadding": 0}
    frame = Frame(margin(sheet), _BOTTOM, CONTENT_WIDTH, content_height(sheet), **flush)
    template.addPageTemplates([PageTemplate("page", [frame], onPage=_scale)])
    in_turn = _Parts(template, parts, content_height(sheet), several=several)
    template.setProgressCallBack(in_turn.go_on)
    with collector_held_back():
        template.build(in_turn.story, canvasmaker=partial(_canvas, metadata, furniture, sheet))
    pages: int = template.page
    return pages


def room_left(story: Sequence[Flowable], sheet: Sheet = ORDINARY) -> float:
    """Return how many points of one page a story leaves free, negative if it does not fit; draws nothing."""
    blocks = [each.block if isinstance(each, AtFoot) else each for each in story]
    return content_height(sheet) - stack_height(Canvas(BytesIO()), blocks, CONTENT_WIDTH)


class _Parts:
    """Hands reportlab part after part; it goes on for as long as there is something in the story.

    Parameters
    ----------
    template : BaseDocTemplate
        Whose canvas is told when a part has ended.
    parts : iterator of sequences of Flowable
        Each is made when all before it is drawn.
    page : float
        How high a page is inside, in points.
    several : bool
        Whether to free what a part has drawn before the next is made.
    """

    def __init__(
        self, template: BaseDocTemplate, parts: Iterator[Sequence[Flowable]], page: float, *, several: bool
    ) -> None:
        self.story: list[Flowable] = []
        self._template = template
        self._parts: Iterator[Sequence[Flowable]] | None = parts
        self._page = page
        self._several = several
        self._begun = False

    def go_on(self, _kind: str, _value: int) -> None:
        """Add the next part where all before it is drawn; Cancelled if nobody waits for the document any more."""
        ask_still_wanted()
        while not self.story and self._parts is not None:
            if self._begun:
                self._template.canv.end_part()
                if self._several:
                    # What is drawn refers to itself in circles. Only what came with the last part is looked through.
                    gc.collect(0)
            self._begun = True
            part = next(self._parts, None)
            if part is None:
                self._parts = None
                return
            self.story.extend(with_endings(part, CONTENT_WIDTH, self._page, Canvas(BytesIO())))


def _scale(canvas: TaggedCanvas, _template: BaseDocTemplate) -> None:
    if canvas.sheet.large:
        canvas.scale(canvas.sheet.scale, canvas.sheet.scale)


def _canvas(
    metadata: Metadata, furniture: Furnishing, sheet: Sheet, target: BytesIO, **_settings: object
) -> TaggedCanvas:
    # The template offers settings of its own; a tagged document has its own needs.
    return TaggedCanvas(target, metadata, furniture, sheet)
