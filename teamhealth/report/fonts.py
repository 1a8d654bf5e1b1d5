"""Source Sans 3 for paper: registered once, subset into each document, and text cleaned to what it can show."""

import unicodedata
from functools import cache, lru_cache
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTFont

from teamhealth.figures.weight import Weight
from teamhealth.report.operators import numbers
from teamhealth.report.pdf_objects import Literal
from teamhealth.resources import resource

REGULAR = "SourceSans3-Regular"
SEMIBOLD = "SourceSans3-Semibold"
BOLD = "SourceSans3-Bold"
FONT_OF_WEIGHT = {Weight.REGULAR: REGULAR, Weight.SEMIBOLD: SEMIBOLD, Weight.BOLD: BOLD}

REPLACEMENT = "\N{WHITE SQUARE}"

# A bfchar block of a character map holds at most 100 entries.
_LONGEST_BLOCK = 100
_SPACES = {"Zs", "Zl", "Zp"}
_INVISIBLE = {"Cc", "Cf", "Cs"}
_ACCENTS = {"Mn", "Me"}
_ALWAYS_SPACE = 32
_DELETE = 127
# More characters than the texts of a language hold, and more words than a report.
_REMEMBERED = 4096
# Documents of one survey mostly have the same characters; a subset takes some 30 KB.
_SUBSETS = 8


class BundledFont(TTFont):
    """A TrueType font whose subsets say which character each code is, and of unused codes nothing.

    reportlab maps unused codes to U+0000, which PDF/UA-1 forbids (7.21.7). The width of a word is remembered: most
    stand in a report many times, and all of them again in the next.
    """

    def __init__(self, name: str, filename: str) -> None:
        super().__init__(name, filename, asciiReadable=True)
        self.stringWidth = lru_cache(maxsize=_REMEMBERED)(super().stringWidth)
        cut_out = lru_cache(maxsize=_SUBSETS)(self.face.makeSubset)
        self.face.makeSubset = lambda subset: cut_out(tuple(subset))

    def splitString(self, text: str, doc: PDFDocument, encoding: str = "utf-8") -> list[tuple[int, bytes]]:  # noqa: N802 (reportlab's name)
        """Return text in codes of the document's subsets; at once where the first holds all of it, as nearly always."""
        try:
            codes = bytes(map(self.state[doc].assignments.__getitem__, map(ord, text)))
        except (KeyError, ValueError):
            split: list[tuple[int, bytes]] = super().splitString(text, doc, encoding)
            return split
        return [(0, codes)] if codes else []

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802 (the name is reportlab's)
        """Add the font's objects to the document, with a corrected character map and widths written from memory."""
        subsets = [list(subset) for subset in self.state[doc].subsets]
        names = [self.getSubsetInternalName(number, doc)[1:] for number in range(len(subsets))]
        super().addObjects(doc)
        fonts = doc.idToObject["BasicFonts"].dict
        for subset, name in zip(subsets, names, strict=True):
            widths = map(self.face.getCharWidth, subset)
            fonts[name].Widths = Literal(f"[ {numbers(*widths)} ]")
            stream = doc.idToObject[fonts[name].ToUnicode.name]
            stream.content = character_map(name, self._characters(subset))

    def _characters(self, subset: list[int]) -> dict[int, int]:
        known = self.face.charToGlyph
        return {
            code: character
            for code, character in enumerate(subset)
            if character in known
            and character not in (0, _DELETE)
            and (character != _ALWAYS_SPACE or code == character)
        }


def character_map(name: str, characters: dict[int, int]) -> str:
    """Return a ToUnicode character map.

    Parameters
    ----------
    name : str
        A name for the map.
    characters : dict of int to int
        The Unicode character of each one-byte code.
    """
    pairs = [f"<{code:02X}> <{chr(each).encode('utf-16-be').hex().upper()}>" for code, each in characters.items()]
    lines = ["/CIDInit /ProcSet findresource begin", "12 dict begin", "begincmap", "/CIDSystemInfo"]
    lines += ["<< /Registry (Adobe)", "/Ordering (UCS)", "/Supplement 0", ">> def"]
    lines += [f"/CMapName /{name.replace('+', '-')} def", "/CMapType 2 def"]
    lines += ["1 begincodespacerange", "<00> <FF>", "endcodespacerange"]
    for start in range(0, len(pairs), _LONGEST_BLOCK):
        block = pairs[start : start + _LONGEST_BLOCK]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)


@cache
def register_fonts() -> None:
    """Make the three cuts known to reportlab; does nothing the second time."""
    for name in (REGULAR, SEMIBOLD, BOLD):
        pdfmetrics.registerFont(BundledFont(name, str(resource("fonts", f"{name}.ttf"))))


def clean(text: str) -> str:
    """Return text as it can be shown on one line or several.

    Controls, direction marks and lone surrogates go. What the font lacks is shown by the plain characters that it
    stands for, such as '=' for a full-width one; what has none (emoji, other scripts) becomes a visible square. Line
    ends are kept as one newline each.
    """
    if text.isascii() and text.isprintable():
        return text
    before, shown = "", text.replace("\r\n", "\n").replace("\r", "\n")
    # What goes may have stood between a letter and its accent, which are one sign then.
    while shown != before:
        before = shown
        shown = "".join(map(_shown, unicodedata.normalize("NFC", before)))
    return shown


@lru_cache(maxsize=_REMEMBERED)
def _shown(each: str) -> str:
    register_fonts()
    known = pdfmetrics.getFont(REGULAR).face.charToGlyph
    category = unicodedata.category(each)
    if each == "\n":
        return each
    if each == "\t" or category in _SPACES:
        return " "
    if category in _INVISIBLE:
        return ""
    if ord(each) in known:
        return each
    if category in _ACCENTS:
        # An accent that the font lacks goes without a square of its own: its letter stands.
        return ""
    plain = unicodedata.normalize("NFKC", each)
    fits = all(ord(part) in known and unicodedata.category(part) not in _ACCENTS for part in plain)
    return plain if fits else REPLACEMENT


def one_line(text: str) -> str:
    """Return cleaned text on one line, with single spaces."""
    return " ".join(clean(text).split())


def markup(text: str) -> str:
    """Return cleaned text for a paragraph: nothing in it is read as markup, and line ends are kept."""
    return escape(clean(text)).replace("\n", "<br/>")


def strong(text: str) -> str:
    """Return text as semibold paragraph markup."""
    return f'<font name="{SEMIBOLD}">{markup(text)}</font>'


def text_width(text: str, font: str, size: float) -> float:
    """Return the width of one line of text in points."""
    register_fonts()
    return float(pdfmetrics.stringWidth(text, font, size))


def fitted(text: str, font: str, size: float, width: float) -> str:
    """Return one line of text, cut with an ellipsis where it is wider than ``width`` points."""
    line = one_line(text)
    if text_width(line, font, size) <= width:
        return line
    while line and text_width(line + "…", font, size) > width:
        line = line[:-1].rstrip()
    return line + "…"
