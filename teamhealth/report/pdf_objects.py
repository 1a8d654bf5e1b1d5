"""The few corners of PDF syntax that reportlab leaves out: literals, text strings, streams that end on a line."""

import hashlib
import zlib
from datetime import date

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFFormXObject,
    PDFInfo,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFStream,
    PDFString,
)


class Literal(PDFObject):
    """A piece of PDF written as it stands; ``syntax`` may be set until the document is written."""

    __slots__ = ("syntax",)

    def __init__(self, syntax: str) -> None:
        self.syntax = syntax

    def format(self, _document: PDFDocument) -> bytes:
        """Return the syntax as bytes."""
        return self.syntax.encode("latin-1")


class EndedStream(PDFStream):
    """A stream with an end of line before ``endstream``, as ISO 32000-1 7.3.8.1 asks and PDF/A insists."""

    def format(self, document: PDFDocument) -> bytes:
        """Return the stream as bytes."""
        return _ended(super().format(document))


class EndedForm(PDFFormXObject):
    """A form, drawn by reference, whose stream ends likewise."""

    def format(self, document: PDFDocument) -> bytes:
        """Return the form as bytes."""
        return _ended(super().format(document))


def _ended(written: bytes) -> bytes:
    head, _, _ = written.rpartition(b"endstream")
    # Two bytes: after content that ends in CR, a lone LF would be read as one end of line with it.
    return head + b"\r\nendstream\n"


class UndatedInformation(PDFInfo):
    """What a document says of itself, without a date: reportlab would write one."""

    def format(self, document: PDFDocument) -> bytes:
        """Return the dictionary as bytes."""
        said = {"Title": self.title, "Subject": self.subject, "Producer": self.producer, "Creator": self.creator}
        entries = {name: PDFString(words) for name, words in said.items()}
        written: bytes = PDFDictionary({**entries, "Trapped": PDFName(self.trapped)}).format(document)
        return written


class DatedDocument(PDFDocument):
    """A reportlab document whose date and identity are given, so that the same content is the same bytes.

    An ordinary document is turned into one by ``adopt``: its canvas makes it, and offers no way to say of
    which class.
    """

    @classmethod
    def adopt(cls, document: PDFDocument, day: date | None, identity: str) -> None:
        """Turn a fresh ``document`` into one of this class, dated ``day`` at midnight UTC, or not at all."""
        document.__class__ = cls
        if day is None:
            document.info.__class__ = UndatedInformation
        document.day = day
        document.identity = identity
        document.setDateFormatter(document.write_date)

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

    def ID(self) -> bytes:  # noqa: N802 (reportlab's name)
        """Return the file identifier, made from what the document is of."""
        digest = hashlib.sha256(f"{self.identity} {self.day}".encode()).hexdigest()[:32]
        return f"[<{digest}><{digest}>]".encode("ascii")


def compressed_stream(content: bytes) -> PDFStream:
    """Return a stream that is compressed at once, so that what is not yet written takes little room."""
    return PDFStream(PDFDictionary({"Filter": PDFArray([PDFName("FlateDecode")])}), content=zlib.compress(content))


def text_string(text: str) -> Literal:
    """Return a text string in UTF-16, which holds any character."""
    return Literal(f"<FEFF{text.encode('utf-16-be').hex().upper()}>")
