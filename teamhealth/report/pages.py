"""Lays a story out on A4 pages with header and footer, and gives the finished document's bytes."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.platypus.doctemplate import BaseDocTemplate, PageTemplate
from reportlab.platypus.flowables import Flowable
from reportlab.platypus.frames import Frame

from teamhealth.figures import palette
from teamhealth.report.canvas import PAGE_HEIGHT, PAGE_WIDTH, TaggedCanvas
from teamhealth.report.fonts import REGULAR, SEMIBOLD, fitted, text_width
from teamhealth.report.metadata import Metadata
from teamhealth.texts.catalogue import tr

MARGIN = 42.0
CONTENT_WIDTH = PAGE_WIDTH - 2 * MARGIN
_TOP = 50.0
_BOTTOM = 46.0
_SIZE = 9.5
_HEADER_BASELINE = PAGE_HEIGHT - 30
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
        canvas.setStrokeColor(HexColor(palette.LINE))
        canvas.setLineWidth(0.6)
        canvas.line(MARGIN, _HEADER_BASELINE - 8, PAGE_WIDTH - MARGIN, _HEADER_BASELINE - 8)
        canvas.line(MARGIN, _FOOTER_BASELINE + 13, PAGE_WIDTH - MARGIN, _FOOTER_BASELINE + 13)
        canvas.setFillColor(HexColor(palette.INK_2))
        name = fitted(self.organisation, SEMIBOLD, _SIZE, CONTENT_WIDTH * 0.45)
        canvas.setFont(SEMIBOLD, _SIZE)
        canvas.drawString(MARGIN, _HEADER_BASELINE, name)
        left = MARGIN + text_width(name, SEMIBOLD, _SIZE) + _GAP
        canvas.setFont(REGULAR, _SIZE)
        room = PAGE_WIDTH - MARGIN - left
        canvas.drawString(left, _HEADER_BASELINE, fitted("|  " + self.survey, REGULAR, _SIZE, room))
        number = tr("Page {page} of {pages}", page=page, pages=pages)
        room = CONTENT_WIDTH - text_width(number, REGULAR, _SIZE) - _GAP
        canvas.drawString(MARGIN, _FOOTER_BASELINE, fitted(self.document, REGULAR, _SIZE, room))
        canvas.drawRightString(PAGE_WIDTH - MARGIN, _FOOTER_BASELINE, number)


@dataclass(frozen=True, slots=True)
class Document:
    """A finished PDF and how many pages it has."""

    content: bytes
    pages: int


def build(story: Sequence[Flowable], metadata: Metadata, furniture: Furniture) -> Document:
    """Return a tagged PDF.

    Parameters
    ----------
    story : sequence of Flowable
        What stands on the pages, in reading order; used up.
    metadata : Metadata
        What the document says of itself.
    furniture : Furniture
        Header and footer.
    """
    target = BytesIO()
    template = BaseDocTemplate(target)
    height = PAGE_HEIGHT - _TOP - _BOTTOM
    flush = {"leftPadding": 0, "rightPadding": 0, "topPadding": 0, "bottomPadding": 0}
    frame = Frame(MARGIN, _BOTTOM, CONTENT_WIDTH, height, **flush)
    template.addPageTemplates([PageTemplate("page", [frame])])
    template.build(list(story), canvasmaker=partial(_canvas, metadata, furniture))
    return Document(target.getvalue(), template.page)


def _canvas(metadata: Metadata, furniture: Furniture, target: BytesIO, **_settings: object) -> TaggedCanvas:
    # The template offers settings of its own; a tagged document has its own needs.
    return TaggedCanvas(target, metadata, furniture)
