"""Lines of text whose words a screen reader can tell apart, and that are written from memory where they come again."""

from functools import lru_cache

from reportlab.lib.colors import Color
from reportlab.lib.rl_accel import escapePDF
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfgen.textobject import PDFTextObject

from teamhealth.report.language_pieces import ColourOfLanguage
from teamhealth.report.operators import Colouring, number, numbers

# A pack says the same short lines in each team's report; long ones seldom come again.
_REMEMBERED = 4096
# How each code of a font is written between brackets.
_ESCAPED = tuple(escapePDF(bytes((code,))) for code in range(256))


class Splits:
    """How a document writes lines of text: pieces of one subset of a font each, ready between brackets."""

    def __init__(self, document: PDFDocument) -> None:
        self._document = document
        self.of = lru_cache(maxsize=_REMEMBERED)(self._split)

    def _split(self, text: str, font: str) -> tuple[tuple[str, str], ...]:
        known = pdfmetrics.getFont(font)
        pieces = known.splitString(text, self._document)
        return tuple(
            (known.getSubsetInternalName(subset, self._document), "".join(map(_ESCAPED.__getitem__, piece)))
            for subset, piece in pieces
        )


class SpacedText(Colouring, PDFTextObject):
    """Text whose lines end in a space, so that a reader does not hear 'linein' (ISO 32000-1 14.8.2.5)."""

    _curSubset: int | str  # noqa: N815 (reportlab's name)

    def setFillColor(self, aColor: Color, alpha: float | None = None) -> None:  # noqa: N802, N803 (reportlab's names)
        """Fill with a colour from now on, which says of which language the words are; the name is reportlab's."""
        self._code.extend(
            self._canvas.languages.turned(aColor.language if isinstance(aColor, ColourOfLanguage) else "")
        )
        super().setFillColor(aColor, alpha)

    def getCode(self) -> str:  # noqa: N802 (reportlab's name)
        """Return the operators, the last mark ended; the name is reportlab's."""
        self._code.extend(self._canvas.languages.ended())
        code: str = super().getCode()
        return code

    def setTextOrigin(self, x: float, y: float) -> None:  # noqa: N802 (reportlab's name)
        """Begin at a point; the name is reportlab's."""
        self._code.append(f"1 0 0 1 {numbers(x, y)} Tm")
        self._x0 = self._x = x
        self._y0 = self._y = y

    def _textOut(self, text: str, TStar: int = 0) -> None:  # noqa: N802, N803 (reportlab's names)
        super()._textOut(text if not TStar or text.endswith(" ") else text + " ", TStar)

    def _formatText(self, text: str) -> str:  # noqa: N802 (reportlab's name)
        written: list[str] = []
        for name, piece in self._canvas.splits.of(text, self._fontname):
            if name != self._curSubset:
                written.append(f"{name} {number(self._fontsize)} Tf {number(self._leading)} TL")
                self._curSubset = name
            written.append(f"({piece}) Tj")
        return " ".join(written)
