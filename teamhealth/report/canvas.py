"""A reportlab canvas that writes tagged PDF/UA-1 from the first page on."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import BinaryIO

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFPage, PDFStream
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from teamhealth.report.archive import archive
from teamhealth.report.chapters import Chaptered
from teamhealth.report.dated_document import DatedDocument
from teamhealth.report.fonts import REGULAR, register_fonts
from teamhealth.report.foreign_spans import ForeignSpans
from teamhealth.report.language_marks import LanguageMarks
from teamhealth.report.metadata import PROGRAM, Metadata, xmp_packet
from teamhealth.report.operators import Colouring, numbers
from teamhealth.report.outline import Bookmark, write_outline
from teamhealth.report.pdf_objects import Literal, array, reference
from teamhealth.report.sheet import ORDINARY, Sheet
from teamhealth.report.structure import Element, StructureTree
from teamhealth.report.text_lines import SpacedText, Splits
from teamhealth.survey.foreign_words import language_of

Furniture = Callable[["TaggedCanvas", int, int], None]

# Streams as bytes, not as letters: a fifth less to write, and a tenth less time.
rl_config.useA85 = 0


class TaggedCanvas(Colouring, Chaptered, Canvas):
    """A canvas whose content belongs either to an element of the structure tree or is an artifact.

    Parameters
    ----------
    target : BinaryIO
        Where the document is written, page by page as they end, and what is known last on ``save``.
    metadata : Metadata
        What the document says of itself.
    furniture : callable
        Draws a page's header and footer, given the canvas, the page from 1 and how many there are.
    sheet : Sheet
        The paper; whoever lays out its pages also scales them.
    """

    _currentMatrix: tuple[float, ...]  # noqa: N815 (reportlab's name)

    def __init__(self, target: BinaryIO, metadata: Metadata, furniture: Furniture, sheet: Sheet = ORDINARY) -> None:
        register_fonts()
        super().__init__(
            target,
            pagesize=sheet.paper,
            invariant=1,
            pageCompression=1,
            pdfVersion=(1, 7),
            lang=metadata.language,
            initialFontName=REGULAR,
        )
        DatedDocument.adopt(self._doc, target, metadata.day, metadata.identity + (" large" if sheet.large else ""))
        self.splits = Splits(self._doc)
        self._metadata = metadata
        self._furniture = furniture
        self.sheet = sheet
        self.tree = StructureTree(self._doc)
        self.languages = LanguageMarks(self.tree)
        self._code: list[str]
        self._inside_mark = False
        self.foreign = ForeignSpans(metadata.foreign)
        # The numbers of the streams that headers and footers are to be written in, and pages that wait for others.
        self._furnished: list[int] = []
        self._waiting: list[tuple[int, PDFPage]] = []
        self._bookmarks: list[Bookmark] = []
        self.setViewerPreference("DisplayDocTitle", "true")

    def language_of(self, marked: str) -> str:
        """Return the language of a paragraph's markup where it is not the document's, or nothing."""
        return language_of(marked, self._metadata.foreign)

    def within(self, element: Element) -> AbstractContextManager[None]:
        """Open an element: what is drawn belongs below it. Does nothing inside an artifact."""
        return nullcontext() if self._inside_mark else self.tree.within(element)

    def content(self, *, turning: bool = False) -> AbstractContextManager[None]:
        """Mark what is drawn as content of the element that is open; text that is ``turning`` marks itself."""
        if self._inside_mark:
            return nullcontext()
        if turning:
            return self.languages.turning()
        return self._marked(f"/{self.tree.role} <</MCID {self.tree.mark()}>> BDC")

    def artifact(self, kind: str = "Layout") -> AbstractContextManager[None]:
        """Mark what is drawn as decoration ('Layout') or as repeated on pages ('Pagination'): never read aloud."""
        return nullcontext() if self._inside_mark else self._marked(f"/Artifact <</Type /{kind}>> BDC")

    @contextmanager
    def _marked(self, begin: str) -> Iterator[None]:
        self._code.append(begin)
        self._inside_mark = True
        try:
            yield
        finally:
            self._inside_mark = False
            self._code.append("EMC")

    def bookmark(self, title: str, level: int, top: float) -> None:
        """Add a bookmark for a heading.

        Parameters
        ----------
        title : str
            The heading's own words.
        level : int
            0 for the document's title.
        top : float
            Where the heading begins, in the coordinates in force.
        """
        self._bookmarks.append(Bookmark(title, level, self._doc.this_page, self.absolutePosition(0, top)[1]))

    def box_on_page(self, width: float, height: float) -> tuple[float, ...]:
        """Return where a box from (0, 0) lies on the page: left, bottom, right, top in points."""
        return (*self.absolutePosition(0, 0), *self.absolutePosition(width, height))

    def beginText(self, x: float = 0, y: float = 0, direction: str | None = None) -> PDFTextObject:  # noqa: N802 (reportlab's)
        """Return a text object whose lines end in a space; the name is reportlab's."""
        return SpacedText(self, x, y, direction=direction)

    def write(self, operators: Iterable[str]) -> None:
        """Draw by operators that are written already and change no state that outlasts them."""
        self._code.extend(operators)

    def transform(self, *matrix: float) -> None:
        """Change the coordinates from now on, as reportlab does; one change right after another is not merged."""
        a, b, c, d, e, f = matrix
        a0, b0, c0, d0, e0, f0 = self._currentMatrix
        self._currentMatrix = (a0 * a + c0 * b, b0 * a + d0 * b, a0 * c + c0 * d, b0 * c + d0 * d,
                               a0 * e + c0 * f + e0, b0 * e + d0 * f + f0)  # fmt: skip
        self._code.append(f"{numbers(*matrix)} cm")

    def showPage(self) -> None:  # noqa: N802 (reportlab's name)
        """End a page and write it; its header and footer follow when it is known how many pages there are."""
        super().showPage()
        page = self._doc.ended
        body, furniture = self._doc.file.new_number(), self._doc.file.new_number()
        self._furnished.append(furniture)
        self._doc.file.write_stream(body, "", page.stream.encode("ascii"))
        page.stream = None
        page.Contents = Literal(array((reference(body), reference(furniture))))
        # Instance attributes: reportlab writes only the keys that it has heard of, and some by their number only.
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.__Refs__ = [each for each in page.__Refs__ if each != "Contents"]
        page.StructParents = self.tree.end_page()
        page.Tabs = PDFName("S")
        number = self._doc.Pages.numbers[-1]
        if page.XObjects is None:
            self._doc.file.write(number, page.format(self._doc))
        else:
            # What it shows is drawn at the end.
            self._waiting.append((number, page))

    def end_part(self) -> None:
        """Write what has been drawn, as far as nothing will be added to it."""
        self.tree.write_finished()

    def save(self) -> None:
        """Write the rest of the document: headers and footers, structure, metadata."""
        if self._code:
            self.showPage()
        self.draw_numbers_due()
        for number, page in self._waiting:
            self._doc.file.write(number, page.format(self._doc))
        for number, stream in enumerate(self._furnished, 1):
            self._code = []
            self.init_graphics_state()
            with self.artifact("Pagination"):
                self._furniture(self, number, len(self._furnished))
            self._doc.file.write_stream(stream, "", "\n".join([*self._code, ""]).encode("ascii"))
        self.tree.finish()
        self._describe()
        catalogue = self._doc.Catalog
        catalogue.Outlines = None
        if self._bookmarks:
            catalogue.Outlines = self._doc.named(write_outline(self._doc, self._bookmarks))
        kind = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
        catalogue.Metadata = PDFStream(kind, content=xmp_packet(self._metadata))
        if self._metadata.archived:
            archive(self._doc, self._metadata.attachments)
        self._doc.SaveToFile(self._filename, self)

    def _describe(self) -> None:
        # At the end, because a document template sets its own words when it begins.
        self.setTitle(self._metadata.title)
        self.setSubject(self._metadata.subject)
        self.setAuthor("")
        self.setCreator(PROGRAM)
        self.setProducer(PROGRAM)
        self.setKeywords("")
