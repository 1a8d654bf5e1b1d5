"""A reportlab document that is dated as it is told, and written object by object."""

import hashlib
from array import array as numbers_of
from datetime import date
from typing import BinaryIO

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import (
    PDFDocument,
    PDFFormXObject,
    PDFObject,
    PDFObjectReference,
    PDFPage,
    PDFStream,
)
from reportlab.pdfgen.canvas import Canvas

from teamhealth.report.object_file import ObjectFile
from teamhealth.report.pdf_objects import (
    EndedForm,
    EndedStream,
    UndatedInformation,
    array,
    dictionary,
    reference,
)


class PageList(PDFObject):
    """The pages of a document by the numbers of their objects, eight bytes each."""

    def __init__(self) -> None:
        self.numbers = numbers_of("Q")

    def format(self, _document: PDFDocument) -> bytes:
        """Return the dictionary as bytes."""
        kids = array(map(reference, self.numbers))
        return dictionary({"Type": "/Pages", "Count": str(len(self.numbers)), "Kids": kids}).encode("ascii")


class DatedDocument(PDFDocument):
    """A reportlab document whose date and identity are given, so that the same content is the same bytes.

    Its pages are written as they end, and so may be what else is finished; reportlab keeps all until the last. An
    ordinary document is turned into one by ``adopt``: its canvas makes it, and offers no way to say of which class.
    """

    file: ObjectFile
    ended: PDFPage | None
    _this_page: int

    @classmethod
    def adopt(cls, document: PDFDocument, target: BinaryIO, day: date | None, identity: str) -> None:
        """Turn a fresh ``document`` into one of this class, dated ``day`` at midnight UTC, or not at all."""
        made = document.__dict__.pop("objectcounter")
        document.__class__ = cls
        document.file = ObjectFile(target)
        document.objectcounter = made
        if day is None:
            document.info.__class__ = UndatedInformation
        document.day = day
        document.identity = identity
        document.setDateFormatter(document.write_date)
        document.Pages = document.Catalog.Pages = PageList()
        document.Reference(document.Pages)
        document.ended = None
        document._this_page = 0

    @property
    def objectcounter(self) -> int:
        """How many objects have a number; reportlab counts it up by one for each that it is to write."""
        return self.file.count

    @objectcounter.setter
    def objectcounter(self, count: int) -> None:
        while self.file.count < count:
            self.file.new_number()

    @property
    def this_page(self) -> int:
        """The number of the page's object on which is drawn now."""
        if not self._this_page:
            self._this_page = self.file.new_number()
            self.idToObjectNumberAndVersion[self.thisPageName()] = (self._this_page, 0)
        return self._this_page

    def thisPageRef(self) -> PDFObjectReference:  # noqa: N802 (reportlab's name)
        """Return how the page is referred to on which is drawn now; the name is reportlab's."""
        return self.named(self.this_page)

    def named(self, number: int) -> PDFObjectReference:
        """Return reportlab's reference to an object that is written here."""
        name = f"N{number}"
        self.idToObjectNumberAndVersion[name] = (number, 0)
        return PDFObjectReference(name)

    def addPage(self, page: PDFPage) -> None:  # noqa: N802 (reportlab's name)
        """Note that a page has ended, which is for the canvas to write; the name is reportlab's."""
        self.Pages.numbers.append(self.this_page)
        self.ended = page
        self._this_page = 0
        self.pageCounter += 1
        self.inObject = None

    def write_date(self, *_now: int) -> str:
        """Return the document's date as PDF writes it, whatever the time is now."""
        return f"D:{self.day:%Y%m%d}000000Z"

    @property
    def dated(self) -> str:
        """The document's date as PDF writes it; '' for one without."""
        return self.write_date() if self.day is not None else ""

    def Reference(self, obj: object, name: str | None = None) -> PDFObjectReference:  # noqa: N802 (reportlab's name)
        """Register an object, and see to it that a stream ends on a line of its own."""
        if type(obj) is PDFStream:
            obj.__class__ = EndedStream
        elif type(obj) is PDFFormXObject:
            obj.__class__ = EndedForm
        return super().Reference(obj, name)

    def number_of(self, thing: PDFObject) -> int:
        """Return the number of an object of reportlab's, from now on one of the document's own."""
        number: int = self.idToObjectNumberAndVersion[self.Reference(thing).name][0]
        return number

    def SaveToFile(self, _filename: object, _canvas: Canvas) -> None:  # noqa: N802 (reportlab's name)
        """Write all that is not written yet, and where everything lies; the name is reportlab's."""
        for font in self.delayedFonts:
            font.addObjects(self)
        catalogue, information = self.number_of(self.Catalog), self.number_of(self.info)
        number = 0
        # What is written may refer to what had no number before.
        while number < self.objectcounter:
            number += 1
            if number in self.numberToId:
                self._write(self.numberToId[number])
        self.file.finish(catalogue, information, self._identifier())

    def _write(self, name: str) -> None:
        thing = self.idToObject[name]
        number = self.idToObjectNumberAndVersion[name][0]
        body = pdfdoc.format(thing, self, toplevel=1)
        if isinstance(thing, PDFStream | PDFFormXObject):
            self.file.write_whole(number, body)
        else:
            self.file.write(number, body)

    def _identifier(self) -> str:
        # What stands beside the figures, such as a plan's actions or earlier rounds, makes another document too.
        said = f"{self.identity} {self.day} {self.file.digest}"
        digest = hashlib.sha256(said.encode()).hexdigest()[:32]
        return f"[<{digest}><{digest}>]"
