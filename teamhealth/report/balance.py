"""How high the last pages of a document are filled, so that none of them is nearly empty and sections stay whole."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.flowables import Flowable

from teamhealth.report.blocks import split_stack, stack_height
from teamhealth.report.keeping import Kept

# Pages that each hold so much of a page are left as they come, or so many points of large print, where lines are few.
# A document's last page may be shorter than one before others. Else each of these parts of a page is tried.
_EVEN_LAST, _EVEN, _EVEN_POINTS = 0.38, 0.5, 157.0
_TRIED = tuple(part / 100 for part in range(96, 47, -4))
# A page that ends with a section is worth as much as one that is so much fuller.
_WITH_A_SECTION = 0.12
# A document's last page that begins with a section may be short, rather than one before it: but not nearly empty.
SHORT_LAST, _MAY_BE_SHORT = 0.25, 0.25
_CLEARLY = 0.01
# What is taken to the last page leaves about half of those before it filled.
_LEAST_BEFORE = 0.46
_MOST_PAGES = 6


@dataclass(frozen=True, slots=True)
class _Page:
    filled: float
    ends_section: bool
    cuts: bool = False

    @property
    def worth(self) -> float:
        return self.filled + (_WITH_A_SECTION if self.ends_section else 0.0)


@dataclass(frozen=True, slots=True)
class Room:
    """How wide content is, how high what is left of this page, and how high a page; ``canvas`` is for measuring."""

    canvas: Canvas
    width: float
    height: float
    page: float


def best_height(room: Room, blocks: Sequence[Flowable], *, last: bool) -> float:
    """Return how much of the height that is left is to be used by all that follows on this page and those after it.

    ``last`` is whether these are a document's last pages.
    """
    plain = _laid(room, blocks, 1.0)
    least = min(each.filled for each in plain)
    even = max(_EVEN_LAST if last else _EVEN, _EVEN_POINTS / room.page)
    if not 1 < len(plain) <= _MOST_PAGES:
        return room.height
    if least >= even:
        return _without_a_cut(room, blocks, plain, even)
    best, chosen = least, 1.0
    # Pages that are not nearly empty are no reason to part what stands whole.
    whole = least >= _EVEN_LAST and not any(each.cuts for each in plain)
    for part in _TRIED:
        found = _laid(room, blocks, part)
        if whole and any(each.cuts for each in found):
            continue
        worth = _worth(found, last=last)
        fuller = min(each.filled for each in found) > least + _CLEARLY
        fuller &= min(each.filled for each in found[:-1]) >= min(_LEAST_BEFORE, *(each.filled for each in plain[:-1]))
        if len(found) == len(plain) and fuller and worth > best + _CLEARLY:
            best, chosen = worth, part
    return room.height - room.page * (1 - chosen)


def _worth(found: Sequence[_Page], *, last: bool) -> float:
    """Return how much the pages are worth, by the one that is worth least."""
    *before, ending = found
    short = last and bool(before) and before[-1].ends_section and ending.filled >= SHORT_LAST
    return min(*(each.worth for each in before), ending.worth + (_MAY_BE_SHORT if short else 0.0), 2.0)


def _without_a_cut(room: Room, blocks: Sequence[Flowable], plain: Sequence[_Page], even: float) -> float:
    """Return the height of pages as even as they are of which none parts a block that another page would hold whole."""
    if any(each.cuts for each in plain):
        for part in _TRIED:
            found = _laid(room, blocks, part)
            filled = [each.filled for each in found]
            whole = not any(each.cuts for each in found)
            if len(found) == len(plain) and whole and min(filled) >= even and min(filled[:-1]) >= _EVEN:
                return room.height - room.page * (1 - part)
    return room.height


def _laid(room: Room, blocks: Sequence[Flowable], part: float) -> list[_Page]:
    """Return the pages that come of it where each is used to this part only, as far as that parts what may part."""
    found: list[_Page] = []
    rest, left = tuple(blocks), room.height
    while rest:
        ends = stack_height(room.canvas, rest, room.width) <= left
        # The last page takes all that is left.
        head, tail = split_stack(
            room.canvas, rest, room.width, left if ends else left - room.page * (1 - part), room.page
        )
        if not head:
            head, tail = split_stack(room.canvas, rest, room.width, left, room.page)
        if not head and left >= room.page:
            # What no page holds is not for balancing.
            return [_Page(0.0, ends_section=False)] * (_MOST_PAGES + 1)
        filled = (room.page - left + stack_height(room.canvas, head, room.width)) / room.page
        whole = not tail or tail[0] in blocks
        parted = None if whole else rest[len(rest) - len(tail)]
        cuts = parted is not None and stack_height(room.canvas, (parted,), room.width) <= room.page
        found.append(_Page(filled, not tail or (whole and begins_section(tail[0])), cuts))
        rest, left = tail, room.page
    return found


def begins_section(block: Flowable) -> bool:
    """Return whether a block begins with what is kept with its next, as a heading is."""
    first = block.blocks[0] if isinstance(block, Kept) else block
    return bool(first.getKeepWithNext())
