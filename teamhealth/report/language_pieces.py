"""The pieces of a paragraph parted where its words turn from one language to another."""

from collections.abc import Iterator, Sequence

from reportlab.lib.colors import Color
from reportlab.platypus.paragraph import _HSFrag
from reportlab.platypus.paraparser import ParaFrag

from teamhealth.report.foreign_spans import Span


class ColourOfLanguage(Color):
    """A text's colour that says of which language the text is: what reportlab hands down to the drawing of words."""

    def __init__(self, colour: Color, language: str) -> None:
        super().__init__(*colour.rgba())
        self.language = language

    @property
    def __key__(self) -> tuple[float | str, ...]:
        """By what it is told from others: the same colour of another language is another."""
        return (*self.rgba(), self.language)


def plain_pieces(frags: Sequence[ParaFrag | list[tuple[ParaFrag, str]]]) -> Iterator[ParaFrag]:
    """Yield pieces with their text, from what reportlab makes of them when it breaks lines or parts a paragraph."""
    for frag in frags:
        if isinstance(frag, list):
            # A word: its width, then pieces with their letters; some are followed by a space.
            yield from (piece.clone(text=letters) for piece, letters in frag[1:])
            if isinstance(frag, _HSFrag):
                yield frag[-1][0].clone(text=" ")
        elif hasattr(frag, "words"):
            yield frag.clone(text=" ".join(frag.words))
        else:
            yield frag


def in_languages(frags: Sequence[ParaFrag], spans: Sequence[Span]) -> list[ParaFrag]:
    """Return a paragraph's pieces parted where its words turn from one language to another."""
    parted: list[ParaFrag] = []
    at = 0
    for frag in frags:
        end = at + len(frag.text)
        if not frag.text:
            # A line ends here.
            parted.append(frag)
        for span in spans:
            words = frag.text[max(span.start - at, 0) : max(span.end - at, 0)]
            if words and span.start < end:
                colour = ColourOfLanguage(frag.textColor, span.language) if span.language else frag.textColor
                parted.append(frag.clone(text=words, textColor=colour))
        at = end
    return parted
