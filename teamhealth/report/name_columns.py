"""Many names of teams on paper: in columns that are read downwards, by area of service where there are several."""

from collections.abc import Iterator, Mapping, Sequence

from reportlab.platypus.flowables import Flowable

from teamhealth.report import styles
from teamhealth.report.blocks import Column, Columns
from teamhealth.report.fonts import clean, markup, one_line, text_width
from teamhealth.report.keeping import kept_with_next
from teamhealth.report.pages import CONTENT_WIDTH
from teamhealth.report.paragraphs import TaggedParagraph, rich_paragraph
from teamhealth.report.structure import Element

# As many names as a sentence lists well; more are found faster in columns.
MOST_IN_A_SENTENCE = 8
_GAP = 14.0
_FEWEST_ACROSS, _MOST_ACROSS = 3, 4
# Columns stay whole, so that nobody reads on down the wrong one; so few lines fit below anything.
_MOST_DOWN = 10
_AFTER = 7.0


def name_columns(groups: Mapping[str, Sequence[str]]) -> Iterator[Flowable]:
    """Yield the names of each group in columns, below the group's own name unless that is ''."""
    across = _across([name for names in groups.values() for name in names])
    for group, names in groups.items():
        if group:
            yield kept_with_next(rich_paragraph(markup(group), styles.TIME_HEADING))
        yield from _columns(names, across)


def _across(names: Sequence[str]) -> int:
    """Return how many columns stand side by side: four where every name keeps to a line, else three."""
    widest = max((text_width(clean(one_line(name)), styles.TIGHT.fontName, styles.TIGHT.fontSize) for name in names),
                 default=0.0)  # fmt: skip
    return _MOST_ACROSS if widest <= _width(_MOST_ACROSS) else _FEWEST_ACROSS


def _width(across: int) -> float:
    return (CONTENT_WIDTH - (across - 1) * _GAP) / across


def _columns(names: Sequence[str], across: int) -> Iterator[Columns]:
    """Yield blocks of columns, each as high as the others, with one list in all of them."""
    listed = Element("L", owner="List", attributes={"ListNumbering": "None"})
    blocks = -(-len(names) // (across * _MOST_DOWN))
    down = -(-len(names) // (across * blocks))
    for start in range(0, len(names), across * down):
        block = names[start : start + across * down]
        columns = [
            Column(tuple(_entry(name, listed) for name in block[top : top + down]), _width(across))
            for top in range(0, len(block), down)
        ]
        yield Columns(columns, gap=_GAP, after=_AFTER, whole=True)


def _entry(name: str, listed: Element) -> TaggedParagraph:
    return TaggedParagraph(markup(name), styles.TIGHT, elements=(listed, Element("LI"), Element("LBody")))
