"""How a document ends, and what stands before a section on a page of its own: never with a nearly empty page."""

from collections.abc import Iterator, Sequence

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.doctemplate import FrameBreak, NullActionFlowable
from reportlab.platypus.flowables import CondPageBreak, Flowable, PageBreak

from teamhealth.report.balance import SHORT_LAST, Room, begins_section, best_height
from teamhealth.report.blocks import AtFoot, gap_before, split_stack, stack_height
from teamhealth.report.keeping import MOST_LEFT_WHOLE, Kept, in_groups

# A last page holds at least a third of a page, a quarter where it begins with a section: a few lines alone look as if
# they had been left over.
_LEAST = 0.35
# Unless the page before would hold less than so much; then less goes to the last page.
_LEAST_BEFORE, _LESS = 0.42, 0.2
# Whole blocks may be a little less, where one before them that is to stay whole would part to make up for it.
_LEAST_WHOLE = 0.21
# What is laid out as the ending: enough that some of it can stay behind on the page before.
_GATHERED = 0.9
# A last page of less than this is saved altogether if spaces can be drawn in for it, each by this part at most.
_SAVED, _DRAWN_IN = 0.075, 0.45
_HIGHER_THAN_ANY_PAGE = 100_000.0


class Ending(Flowable):
    """The last blocks of a document or of a part of it, which leave enough for the last page."""

    def __init__(self, blocks: Sequence[Flowable], canvas: Canvas, *, last: bool) -> None:
        super().__init__()
        self._blocks = list(blocks)
        self._measure = canvas
        self._last = last

    def getSpaceBefore(self) -> float:  # noqa: N802 (reportlab's name)
        """Return the space above the first block."""
        return float(self._blocks[0].getSpaceBefore())

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return a height that no page has, so that reportlab always asks how to split it."""
        self.width, self.height = width, _HIGHER_THAN_ANY_PAGE
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Return what stays on this page, its end, and the rest as an ending again; all of it where it fits."""
        page, fresh = self._frame._height, self._frame._atTop
        over = stack_height(self._measure, self._blocks, width) - height
        if over <= 0 or (over <= page * _SAVED and _draw_in(self._blocks, over)):
            return [NullActionFlowable(), *self._blocks]
        anew = self._anew(width, height, page)
        if anew is not None and (anew or not fresh):
            return [
                NullActionFlowable(),
                *self._blocks[:anew],
                FrameBreak(),
                Ending(self._blocks[anew:], self._measure, last=self._last),
            ]
        parts = self._parts(width, height, page, over)
        if parts is not None:
            head, tail = parts
            return [NullActionFlowable(), *head, FrameBreak(), Ending(tail, self._measure, last=self._last)]
        return [NullActionFlowable(), *self._blocks] if fresh else [FrameBreak(), self]

    def _parts(
        self, width: float, height: float, page: float, over: float
    ) -> tuple[tuple[Flowable, ...], tuple[Flowable, ...]] | None:
        """Return what stays and the rest: enough for the last page, unless that left this one nearly empty."""
        best = best_height(Room(self._measure, width, height, page), self._blocks, last=self._last)
        if self._last:
            head, tail = split_stack(self._measure, self._blocks, width, best, page)
            if head and tail and tail[0] in self._blocks and begins_section(tail[0]):
                rest = stack_height(self._measure, tail, width)
                if page * SHORT_LAST <= rest <= page * _LEAST:
                    return head, tail
        most = height - max(page * _LEAST - over, 0)
        found = None
        for used in (min(most, best), most, height - max(page * _LESS - over, 0), height):
            head, tail = split_stack(self._measure, self._blocks, width, used, page)
            if head:
                found = head, tail
                if page - height + stack_height(self._measure, head, width) >= page * _LEAST_BEFORE:
                    break
        return found

    def _anew(self, width: float, height: float, page: float) -> int | None:
        """Return the block that begins a page with all after it, as it or the one before is to stay whole.

        Before more than one page it is only the block itself that does.
        """
        for number, each in enumerate(self._blocks):
            if stack_height(self._measure, self._blocks[: number + 1], width) <= height:
                continue
            used = stack_height(self._measure, self._blocks[:number], width)
            rest = stack_height(self._measure, self._blocks[number:], width)
            before = number > 0 and _stays_whole(self._blocks[number - 1]) and rest >= page * _LEAST_WHOLE
            own = _stays_whole(each) and stack_height(self._measure, [each], width) <= page
            whole = (own or (before and rest <= page)) and height - used <= page * MOST_LEFT_WHOLE
            return number if whole else None
        return None


def with_endings(story: Sequence[Flowable], width: float, page: float, canvas: Canvas) -> Iterator[Flowable]:
    """Yield the story with its last blocks as an ending, and so before every section on a page of its own.

    Parameters
    ----------
    story : sequence of Flowable
        What stands on the pages.
    width, page : float
        How wide and high a page's content is, in points.
    canvas : Canvas
        For measuring; nothing is drawn on it.
    """
    start = 0
    for number, each in enumerate(story):
        if isinstance(each, PageBreak):
            yield from _ended(story[start:number], width, page, canvas, last=False)
            yield each
            start = number + 1
    yield from _ended(story[start:], width, page, canvas, last=True)


def _ended(part: Sequence[Flowable], width: float, page: float, canvas: Canvas, *, last: bool) -> list[Flowable]:
    first, height = len(part), 0.0
    while first and not isinstance(part[first - 1], AtFoot | CondPageBreak):
        if height >= page * _GATHERED and not part[first - 1].getKeepWithNext():
            break
        first -= 1
        height += part[first].wrapOn(canvas, width, 10_000)[1] + gap_before(part, first)
    rest = part[first:]
    before = list(in_groups(part[:first], page))
    return [*before, Ending(list(in_groups(rest, page)), canvas, last=last)] if rest else before


def _stays_whole(block: Flowable) -> bool:
    return isinstance(block, Kept) and block.whole


def _draw_in(blocks: Sequence[Flowable], points: float) -> bool:
    """Take points out of the spaces between blocks, as much of each; False, and nothing done, if that is too much."""
    flat = [block for each in blocks for block in (each.blocks if isinstance(each, Kept) else (each,))]
    spaces = sum(gap_before(flat, number) for number in range(1, len(flat)))
    if points > spaces * _DRAWN_IN:
        return False
    part = 1 - points / spaces
    for each in flat:
        each.spaceBefore = each.getSpaceBefore() * part
        each.spaceAfter = each.getSpaceAfter() * part
    return True
