"""What is wrong with how pages are laid out: pieces over each other, and what a page's end parts."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from tests.report.laid_out import Piece, pieces

HEADINGS = frozenset(f"H{level}" for level in range(1, 7))
# Letters and signs may touch by so many points where lines are close.
_TOUCHING = 1.0
# A panel stands below its name and what is said of it.
_ABOVE_A_PANEL = 3


def layout_problems(content: bytes) -> list[str]:
    """Return all that a reader would call untidy, each with its page and the words it is about."""
    found = pieces(content)
    return [
        *overlapping(found),
        *spilling(found),
        *headings_last(found),
        *tables_parted(found),
        *notes_parted(found),
        *lists_parted(found),
    ]


def overlapping(found: Sequence[Piece]) -> Iterator[str]:
    """Yield the text and figures that stand on those of another element."""
    for page, pieces_of_it in groupby(sorted(found, key=_page), key=_page):
        here = sorted((each for each in pieces_of_it if each.words.strip() or each.role == "Figure"), key=_left)
        for at, one in enumerate(here):
            for other in here[at + 1 :]:
                if other.box[0] > one.box[2] - _TOUCHING:
                    break
                deep = min(one.box[3], other.box[3]) - max(one.box[1], other.box[1])
                wide = min(one.box[2], other.box[2]) - other.box[0]
                if one.element != other.element and deep > _TOUCHING and wide > _TOUCHING:
                    yield f"page {page}: {_said(one)} over {_said(other)}"


def spilling(found: Sequence[Piece]) -> Iterator[str]:
    """Yield the figures whose words stand outside the room that they take."""
    for each in found:
        (left, bottom, right, top), ink = each.box, each.ink
        outside = (ink[0] < left - _TOUCHING or ink[1] < bottom - _TOUCHING
                   or ink[2] > right + _TOUCHING or ink[3] > top + _TOUCHING)  # fmt: skip
        if each.role == "Figure" and each.words.strip() and outside:
            yield f"page {each.page}: words of {_said(each)} outside their figure"


def headings_last(found: Sequence[Piece]) -> Iterator[str]:
    """Yield the headings whose first content stands on the page after theirs."""
    for number, each in enumerate(found):
        if each.role in HEADINGS:
            content = next((other for other in found[number + 1 :] if other.role not in HEADINGS), None)
            if content is None or content.page != each.page:
                yield f"page {each.page}: heading {_said(each)} last"


def tables_parted(found: Sequence[Piece]) -> Iterator[str]:
    """Yield the rows that are parted, and the first and last rows that stand alone."""
    for table, cells in groupby(found, key=_table):
        if not table:
            continue
        rows = [list(row) for _, row in groupby(cells, key=_row)]
        for row in rows:
            if len({each.page for each in row}) > 1:
                yield f"page {row[0].page}: row {_said(row[0])} parted"
        pages = [row[0].page for row in rows]
        held = Counter(pages[1:])
        if len(held) > 1:
            if held[pages[1]] == 1:
                yield f"page {pages[1]}: first row {_said(rows[1][0])} alone"
            if held[pages[-1]] == 1:
                yield f"page {pages[-1]}: last row {_said(rows[-1][0])} alone"


def notes_parted(found: Sequence[Piece]) -> Iterator[str]:
    """Yield the figures, and the notes on tables, lists and figures, that begin a page apart from what they are of."""
    highest = {page: max(_top(each) for each in here) for page, here in groupby(sorted(found, key=_page), key=_page)}
    for number, (before, each) in enumerate(pairwise(found)):
        first = before.page != each.page and _top(each) >= highest[each.page] - _TOUCHING
        if not first or each.inside("Table") or each.inside("L"):
            continue
        # A panel's own name stands above it.
        names_a_panel = any(later.role == "Figure" for later in found[number + 2 : number + 1 + _ABOVE_A_PANEL])
        of_something = _table(before) or before.inside("L") or before.role == "Figure"
        if each.role == "Figure" or (each.role == "P" and of_something and not names_a_panel):
            yield f"page {each.page}: {_said(each)} parted from {_said(before)}"


def lists_parted(found: Sequence[Piece]) -> Iterator[str]:
    """Yield the items of lists that begin on one page and end on another."""
    for item, parts in groupby(found, key=_item):
        pages = [each.page for each in parts]
        if item and len(set(pages)) > 1:
            yield f"page {pages[0]}: an item parted"


def _said(piece: Piece) -> str:
    return repr(piece.words.strip()[:60])


def _page(piece: Piece) -> int:
    return piece.page


def _left(piece: Piece) -> float:
    return piece.box[0]


def _top(piece: Piece) -> float:
    return piece.box[3]


def _table(piece: Piece) -> int:
    return piece.inside("Table")


def _row(piece: Piece) -> int:
    return piece.inside("TR")


def _item(piece: Piece) -> int:
    return piece.inside("LI")
