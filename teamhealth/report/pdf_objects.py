"""The few corners of PDF syntax that reportlab leaves out: literals, text strings, streams that end on a line."""

from collections.abc import Iterable, Mapping

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase.pdfdoc import (
    PDFDictionary,
    PDFDocument,
    PDFFormXObject,
    PDFInfo,
    PDFName,
    PDFObject,
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


def text_string(text: str) -> Literal:
    """Return a text string in UTF-16, which holds any character."""
    return Literal(f"<FEFF{text.encode('utf-16-be').hex().upper()}>")


def reference(number: int) -> str:
    """Return how the object of a number is referred to."""
    return f"{number} 0 R"


def array(items: Iterable[str]) -> str:
    """Return an array of items that are PDF already."""
    return f"[ {' '.join(items)} ]"


def decimals(values: Iterable[float]) -> str:
    """Return an array of numbers to two decimals."""
    return array(fp_str(round(each, 2)) for each in values)


def dictionary(entries: Mapping[str, str]) -> str:
    """Return a dictionary of values that are PDF already."""
    return f"<< {' '.join(f'/{name} {value}' for name, value in entries.items())} >>"
