"""Paragraphs, headings, list items and quotations as tagged text that may run over a page's end."""

from collections.abc import Sequence
from contextlib import ExitStack
from functools import cache, lru_cache

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus.paragraph import Paragraph, cleanBlockQuotedText
from reportlab.platypus.paraparser import ParaFrag, ParaParser

from teamhealth.figures import palette
from teamhealth.figures.shapes import Figure
from teamhealth.report import styles
from teamhealth.report.drawing import draw_shapes
from teamhealth.report.fonts import markup, one_line, register_fonts
from teamhealth.report.language_pieces import in_languages, plain_pieces
from teamhealth.report.structure import Element

# The middle of capital letters lies this part of the size below a line's top.
_MIDDLE_OF_CAPITALS = 0.67
# As many marked paragraphs as several documents have.
_REMEMBERED = 1024


class TaggedParagraph(Paragraph):
    """A paragraph in the structure tree; its parts on two pages stay one element.

    Parameters
    ----------
    text : str
        Paragraph markup (see ``fonts.markup``).
    style : ParagraphStyle
        How it looks.
    elements : sequence of Element
        The elements from the outside in; none for content of whatever is open (a table's cell).
    title : str
        For a heading, its words in the bookmarks.
    level : int
        For a heading, its depth there.
    glyph : Figure or None
        A decorative sign before the first line.
    bar : bool
        Whether a bar runs along the left, as beside a quotation.
    """

    frags: Sequence[ParaFrag]

    def __init__(
        self,
        text: str | None,
        style: ParagraphStyle,
        *,
        elements: Sequence[Element] = (),
        title: str = "",
        level: int = 0,
        glyph: Figure | None = None,
        bar: bool = False,
        bulletText: str | None = None,  # noqa: N803 (reportlab's name, passed on by split)
        frags: list[object] | None = None,
    ) -> None:
        register_fonts()
        super().__init__(
            text, style, bulletText=bulletText, frags=_known_frags(text, style) if frags is None else frags
        )
        self._broken_at: float | None = None
        self._elements = tuple(elements)
        self._marked = text or ""
        self._title = title
        self._level = level
        self._glyph = glyph
        self._bar = bar

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size; lines are broken once a width, for boxes, tables and pages ask again and again."""
        if self._broken_at != width or not hasattr(self, "blPara"):
            super().wrap(width, height)
            self._broken_at = width
        return self.width, self.height

    def split(self, width: float, height: float) -> list["TaggedParagraph"]:
        """Split at a height; the parts share their elements, and only the first is bookmarked and signed."""
        parts: list[TaggedParagraph] = super().split(width, height)
        self._broken_at = None
        if len(parts) < 2:
            return parts
        for number, part in enumerate(parts):
            part._elements = self._elements
            part._marked = self._marked
            part._bar = self._bar
            if number == 0:
                part._title, part._level, part._glyph = self._title, self._level, self._glyph
        return parts

    def draw(self) -> None:
        """Draw the text, with its bookmark, sign and bar."""
        canvas = self.canv
        if self._title:
            canvas.bookmark(self._title, self._level, self.height + 6)
        self._draw_decoration()
        with ExitStack() as stack:
            elements, whole = self._in_its_language()
            for element in elements:
                stack.enter_context(canvas.within(element))
            turns = not whole and self._turns_language()
            stack.enter_context(canvas.content(turning=turns))
            super().draw()

    def _in_its_language(self) -> tuple[tuple[Element, ...], str]:
        """Return the elements, the innermost of the words' own language, and that; a cell's words get an element."""
        language = self.canv.language_of(self._marked)
        if language and not self._elements:
            return (Element("P", language=language),), language
        if language:
            self._elements[-1].language = language
        return self._elements, language

    def _turns_language(self) -> bool:
        """Part the words where they turn from one language to another, and return whether they do."""
        if not self.canv.foreign:
            return False
        pieces = list(plain_pieces(self.frags))
        spans = self.canv.foreign.of("".join(each.text for each in pieces))
        if spans:
            # Lines are broken where they were: colours alone are new.
            self.frags = in_languages(pieces, spans)
            super().wrap(self._broken_at or self.width, 0)
        return bool(spans)

    def _draw_decoration(self) -> None:
        canvas = self.canv
        if self._glyph is not None:
            with canvas.artifact():
                canvas.saveState()
                middle = self.height - self.style.fontSize * _MIDDLE_OF_CAPITALS
                canvas.translate(0, middle - self._glyph.height / 2)
                draw_shapes(canvas, self._glyph.shapes, self._glyph.height)
                canvas.restoreState()
        if self._bar:
            with canvas.artifact():
                canvas.saveState()
                canvas.setFillColor(HexColor(palette.TEAL))
                canvas.rect(2, 0, 2, self.height - 2, stroke=0, fill=1)
                canvas.restoreState()


def _known_frags(text: str | None, style: ParagraphStyle) -> list[object] | None:
    """Return what reportlab's HTML parser makes of text: plain text is not given to it, marked text once."""
    if text is None or not text.strip():
        return None
    words = cleanBlockQuotedText(text)
    if "<" in words or "&" in words:
        return [each.clone(us_lines=[], link=[]) for each in _parsed(words, style)]
    return [_pattern(style).clone(text=words, us_lines=[], link=[])]


@cache
def _pattern(style: ParagraphStyle) -> ParaFrag:
    """Return what a style makes of any plain text."""
    _, frags, _ = ParaParser().tt_parse(("para", None, ["text"], None), style)
    return frags[0]


@lru_cache(maxsize=_REMEMBERED)
def _parsed(words: str, style: ParagraphStyle) -> tuple[ParaFrag, ...]:
    """Return what a style makes of marked text: a pack says most of it in each team's report."""
    _, frags, _ = ParaParser().parse(words, style)
    if frags is None:
        raise ValueError(f"markup that is none: {words[:30]}")
    return tuple(frags)


def paragraph(text: str, style: ParagraphStyle = styles.BODY) -> TaggedParagraph:
    """Return a paragraph of plain words."""
    return TaggedParagraph(markup(text), style, elements=(Element("P"),))


def rich_paragraph(marked: str, style: ParagraphStyle = styles.BODY) -> TaggedParagraph:
    """Return a paragraph of words already made into markup (see ``fonts.markup``)."""
    return TaggedParagraph(marked, style, elements=(Element("P"),))


def cell_text(marked: str, style: ParagraphStyle = styles.TIGHT) -> TaggedParagraph:
    """Return the text of a table's cell, from markup."""
    return TaggedParagraph(marked, style)


def heading(
    text: str,
    level: int,
    style: ParagraphStyle = styles.SECTION,
    *,
    glyph: Figure | None = None,
    bookmark: str = "",
) -> TaggedParagraph:
    """Return a heading, 1 to 6, perhaps with a sign before it; its bookmark says more where other words are given."""
    words = one_line(text)
    element = Element(f"H{level}")
    title = one_line(bookmark) or words
    return TaggedParagraph(markup(words), style, elements=(element,), title=title, level=level - 1, glyph=glyph)


def bullet_list(
    items: Sequence[str], glyphs: Sequence[Figure], style: ParagraphStyle = styles.LIST_ITEM
) -> list[TaggedParagraph]:
    """Return the paragraphs of one list, from markup, each with its sign."""
    whole = Element("L", owner="List", attributes={"ListNumbering": "None"})
    return [
        TaggedParagraph(item, style, elements=(whole, Element("LI"), Element("LBody")), glyph=glyph)
        for item, glyph in zip(items, glyphs, strict=True)
    ]


def quotation(text: str) -> TaggedParagraph:
    """Return somebody's words between quotation marks."""
    words = markup(f"“{text.strip()}”")
    return TaggedParagraph(words, styles.QUOTE, elements=(Element("BlockQuote"), Element("P")), bar=True)
