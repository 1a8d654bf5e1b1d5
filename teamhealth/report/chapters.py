"""The chapters of a document: the page that each begins on, what leads there, and its number where it is asked for."""

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName
from reportlab.pdfgen.canvas import Canvas

from teamhealth.figures import palette
from teamhealth.report.fonts import REGULAR
from teamhealth.report.operators import colour
from teamhealth.report.pdf_objects import text_string
from teamhealth.report.structure import StructureTree

# PDF/A asks that what can be pressed on the screen is printed too.
_PRINTED = 4
_NUMBER_WIDTH = 40.0


class Chaptered(Canvas):
    """A canvas that knows its document's chapters."""

    tree: StructureTree

    def __init__(self, *settings: object, **more: object) -> None:
        super().__init__(*settings, **more)
        self._chapters: dict[str, tuple[str, int]] = {}
        self._numbers_due: dict[str, float] = {}

    def begin_chapter(self, key: str, title: str) -> None:
        """Note that a chapter begins on this page; ``key`` is what ``link_to`` and ``page_number_of`` know it by."""
        self._chapters[key] = (title, self.getPageNumber())
        self.bookmarkPage(key)

    def chapter_on(self, page: int) -> str:
        """Return the title of the chapter that a page, from 1, belongs to; '' before the first."""
        begun = [title for title, first in self._chapters.values() if first <= page]
        return begun[-1] if begun else ""

    def link_to(self, key: str, words: str, box: tuple[float, ...]) -> None:
        """Let a press in a box of the page lead to a chapter, and say so in the element that is open."""
        annotation = PDFDictionary(
            {
                "Type": PDFName("Annot"),
                "Subtype": PDFName("Link"),
                "Rect": PDFArray([round(each, 2) for each in box]),
                "Border": PDFArray([0, 0, 0]),
                "F": _PRINTED,
                "Contents": text_string(words),
                "Dest": self._bookmarkReference(key),
            }
        )
        self._addAnnotation(annotation)
        self.tree.link(annotation)

    def page_number_of(self, key: str, size: float) -> None:
        """Draw, ending at the origin, the number of the page that a chapter begins on, which is known on ``save``."""
        self._numbers_due[key] = size
        self.doForm(key)

    def draw_numbers_due(self) -> None:
        """Draw the numbers of the pages that were asked for, once all chapters have begun."""
        for key, size in self._numbers_due.items():
            self.beginForm(key, -_NUMBER_WIDTH, -size, 0, size)
            self.setFont(REGULAR, size)
            self.setFillColor(colour(palette.INK))
            # The space parts it from the title where both are read as one.
            self.drawRightString(0, 0, f" {self._chapters[key][1]}")
            self.endForm()
