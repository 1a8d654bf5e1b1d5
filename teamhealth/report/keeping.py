"""What stays together at a page's end, and where it may part so that no page is left half empty."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from reportlab.platypus.doctemplate import FrameBreak, NullActionFlowable
from reportlab.platypus.flowables import Flowable
from reportlab.platypus.tables import Table

from teamhealth.report.blocks import Columns, draw_stack, gap_before, parted, stack_height

_Block = TypeVar("_Block", bound=Flowable)

# So many points, of large print so much of a page, may be left below before a block that does not fit; more is taken.
MOST_LEFT, _MOST_LEFT_PART = 150.0, 0.3
MOST_LEFT_WHOLE = 0.45
_BESIDE_CLOSING = 1


def kept_with_next(block: _Block) -> _Block:
    """Return a block that is kept together with what follows it."""
    block.keepWithNext = 1
    return block


def kept_together(blocks: Sequence[_Block]) -> Sequence[_Block]:
    """Return blocks of which none is parted from the others."""
    for each in blocks[:-1]:
        kept_with_next(each)
    return blocks


def kept_whole(block: _Block) -> _Block:
    """Return a block that begins a page where it does not fit with all that it is kept with, if that fits one."""
    block.keptWhole = True
    return kept_with_next(block)


def kept_if_room(blocks: Sequence[_Block]) -> Sequence[_Block]:
    """Return blocks of which a page may end after one not kept with its next, where else much would be left free."""
    for each in blocks[:-1]:
        each.mayEndPage = not each.getKeepWithNext()
        kept_with_next(each)
    return blocks


def kept_if_one_page(blocks: Sequence[_Block]) -> Sequence[_Block]:
    """Return blocks that stand on one page, if any holds them; else one ends after a block not kept with its next."""
    kept_if_room(blocks)
    kept_whole(blocks[0])
    return blocks


def last_rows(closing: int, rows: int) -> int:
    """Return how many of a table's last rows stay together: those that close it, with the one before them.

    Averages alone at the head of a page say nothing of whom they are of. ``rows`` are all there are.
    """
    return max(0, min(closing + _BESIDE_CLOSING, rows - 1))


class Kept(Flowable):
    """Blocks that stay together, such as a heading with its table; parted only where a page would stay half empty.

    Parameters
    ----------
    page : float
        How high a page's content is, in points.
    blocks : sequence of Flowable
        What stays together.
    """

    def __init__(self, page: float, blocks: Sequence[Flowable]) -> None:
        super().__init__()
        self._page = page
        # The name under which reportlab looks for what it has put together.
        self._content = list(blocks)

    @property
    def blocks(self) -> tuple[Flowable, ...]:
        """What stays together."""
        return tuple(self._content)

    @property
    def whole(self) -> bool:
        """Whether they begin a page rather than part, if they fit one."""
        return bool(getattr(self._content[0], "keptWhole", False))

    def getSpaceBefore(self) -> float:  # noqa: N802 (reportlab's name)
        """Return the space above the first block."""
        return float(self._content[0].getSpaceBefore())

    def getSpaceAfter(self) -> float:  # noqa: N802 (reportlab's name)
        """Return the space below the last block."""
        return float(self._content[-1].getSpaceAfter())

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return the width given and the height of all blocks."""
        self.width, self.height = width, stack_height(self.canv, self._content, width)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the blocks one below the other."""
        draw_stack(self.canv, self._content, 0, self.height, self.width)

    def split(self, width: float, height: float) -> list[Flowable]:
        """Return two parts, or on a page's frame the page's end first; none where it may not part."""
        frame = getattr(self, "_frame", None)
        fresh = frame is not None and frame._atTop
        needed = stack_height(self.canv, self._content, width)
        if fresh or needed > self._page or height > self._most_left(frame is not None):
            parts = self._parts(width, height)
            if parts:
                return parts if frame is None else [parts[0], FrameBreak(), parts[1]]
        if frame is None:
            return []
        if not fresh:
            return [FrameBreak(), self]
        for each in self._content:
            each.keepWithNext = 0
        return [NullActionFlowable(), *self._content]

    def _most_left(self, on_a_page: bool) -> float:
        """Return how many points may be left below; more before what is to stay whole, if a page is laid out."""
        if on_a_page and self.whole:
            return self._page * MOST_LEFT_WHOLE
        return min(MOST_LEFT, self._page * _MOST_LEFT_PART)

    def _parts(self, width: float, height: float) -> list[Flowable]:
        """Part the last block that can be parted inside the height, or after one that may end a page."""
        whole = self._content
        for number in range(len(whole) - 1, -1, -1):
            before = stack_height(self.canv, whole[:number], width)
            parts = self._parted(number, width, height - before - gap_before(whole, number))
            if parts is not None:
                end = self._end_before(number)
                if end and height - stack_height(self.canv, whole[:end], width) <= self._most_left(False):
                    return [Kept(self._page, whole[:end]), Kept(self._page, whole[end:])]
                head, tail = [*whole[:number], parts[0]], [parts[1], *whole[number + 1 :]]
                return [Kept(self._page, head), Kept(self._page, tail)]
            if number and before <= height and getattr(whole[number - 1], "mayEndPage", False):
                return [Kept(self._page, whole[:number]), Kept(self._page, whole[number:])]
        return []

    def _end_before(self, number: int) -> int:
        """Return where a page may end before a block and the headings that it stands under; 0 for nowhere."""
        while number and self._content[number - 1].getKeepWithNext() and not self._may_end(number - 1):
            number -= 1
        return number if number and self._may_end(number - 1) else 0

    def _may_end(self, number: int) -> bool:
        return bool(getattr(self._content[number], "mayEndPage", False))

    def _parted(self, number: int, width: float, room: float) -> tuple[Flowable, Flowable] | None:
        return parted(self.canv, self._content[number], width, room, self._page)


def in_groups(blocks: Sequence[Flowable], page: float) -> Iterator[Flowable]:
    """Yield the blocks, those that are kept with their next as one; columns and tables are kept by themselves."""
    group: list[Flowable] = []
    for each in blocks:
        group.append(each)
        if not each.getKeepWithNext():
            yield group[0] if len(group) == 1 and not isinstance(each, Columns | Table) else Kept(page, group)
            group = []
    yield from group
