"""Blocks that hold other flowables: columns side by side, tinted boxes, and what stands at a page's foot."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.flowables import Flowable
from reportlab.platypus.tables import Table

from teamhealth.figures.shapes import Rect
from teamhealth.report.drawing import draw_shapes
from teamhealth.report.tables import YieldingTable

# What is parted leaves at least so many points in either part, and of a table so many rows.
_LEAST_PART, _LEAST_ROWS = 40.0, 2
# More of a page than this is not left free for a table's last rows, which then part as others do.
_MOST_LEFT_FOR_LAST = 0.4


@dataclass(frozen=True, slots=True)
class Column:
    """Flowables one below the other, ``width`` points wide; ``middle`` centres them between top and bottom."""

    flowables: tuple[Flowable, ...]
    width: float
    middle: bool = False


@dataclass(frozen=True, slots=True)
class Backdrop:
    """What is painted behind columns, and how far inside it they stand."""

    fill: str
    radius: float = 4.0
    padding: float = 12.0
    padding_above: float = 8.0
    stroke: str | None = None


class Columns(Flowable):
    """Columns side by side, read one after the other from the left; they may be split between pages.

    Where they are ``level`` the last block of each stands at the foot, and they stay whole.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        gap: float = 0,
        backdrop: Backdrop | None = None,
        before: float = 0,
        after: float = 0,
        keep_with_next: bool = False,
        whole: bool = False,
        level: bool = False,
    ) -> None:
        super().__init__()
        self._columns = tuple(columns)
        self._whole = whole or level or backdrop is not None
        self._level = level
        self._gap = gap
        self._backdrop = backdrop
        self.spaceBefore = before
        self.spaceAfter = after
        self.keepWithNext = int(keep_with_next)

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return the width given and the height of the highest column."""
        inside = max(stack_height(self.canv, column.flowables, column.width) for column in self._columns)
        above = self._backdrop.padding_above if self._backdrop else 0
        self.width, self.height = width, inside + 2 * above
        return self.width, self.height

    def split(self, _width: float, height: float) -> list[Flowable]:
        """Split every column at a height; a block on a backdrop stays whole, and so does one that is to."""
        if self._whole:
            return []
        pairs = [split_stack(self.canv, column.flowables, column.width, height) for column in self._columns]
        if not any(head for head, _ in pairs):
            return []
        heads = [Column(head, column.width) for (head, _), column in zip(pairs, self._columns, strict=True)]
        tails = [Column(tail, column.width) for (_, tail), column in zip(pairs, self._columns, strict=True)]
        if not any(column.flowables for column in tails):
            return [self]
        return [Columns(heads, gap=self._gap), Columns(tails, gap=self._gap, after=self.spaceAfter)]

    def draw(self) -> None:
        """Paint the backdrop as decoration, then draw column after column."""
        left, above = 0.0, 0.0
        if self._backdrop is not None:
            left, above = self._backdrop.padding, self._backdrop.padding_above
            shape = Rect(0, 0, self.width, self.height, fill=self._backdrop.fill, stroke=self._backdrop.stroke,
                         radius=self._backdrop.radius)  # fmt: skip
            with self.canv.artifact():
                draw_shapes(self.canv, (shape,), self.height)
        for column in self._columns:
            spare = self.height - 2 * above - stack_height(self.canv, column.flowables, column.width)
            top = self.height - above - (spare / 2 if column.middle else 0)
            parts = (column.flowables[:-1], column.flowables[-1:]) if self._level else (column.flowables,)
            draw_stack(self.canv, parts[0], left, top, column.width)
            for foot in parts[1:]:
                draw_stack(self.canv, foot, left, above + stack_height(self.canv, foot, column.width), column.width)
            left += column.width + self._gap


def tinted_box(flowables: Sequence[Flowable], width: float, backdrop: Backdrop, *, after: float = 0) -> Columns:
    """Return one column on a backdrop ``width`` points wide."""
    return Columns([Column(tuple(flowables), width - 2 * backdrop.padding)], backdrop=backdrop, after=after)


class AtFoot(Flowable):
    """A block at the foot of the page that it falls on, so that nothing follows it; at the top of a fresh page."""

    def __init__(self, block: Flowable) -> None:
        super().__init__()
        self._block = block

    @property
    def block(self) -> Flowable:
        """What stands at the foot."""
        return self._block

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return all the height that is left; just what the block needs on a fresh page, or where that is more."""
        _, needed = self._block.wrapOn(self.canv, width, height)
        frame = getattr(self, "_frame", None)
        fresh = frame is not None and frame._atTop
        self.width, self.height = width, needed if fresh else max(needed, height)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the block at the foot."""
        self._block.drawOn(self.canv, 0, 0)


class Tint(Flowable):
    """A rule of a colour across the column, as decoration."""

    def __init__(self, colour: str, thickness: float, *, after: float = 0, keep: bool = True) -> None:
        super().__init__()
        self._colour = colour
        self._thickness = thickness
        self.spaceAfter = after
        self.keepWithNext = int(keep)

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return the column's width and the rule's thickness."""
        self.width, self.height = width, self._thickness
        return self.width, self.height

    def draw(self) -> None:
        """Draw the rule."""
        with self.canv.artifact():
            self.canv.saveState()
            self.canv.setFillColor(HexColor(self._colour))
            self.canv.rect(0, 0, self.width, self._thickness, stroke=0, fill=1)
            self.canv.restoreState()


def gap_before(flowables: Sequence[Flowable], number: int) -> float:
    """Return the space above one of several flowables, in points; none above the first."""
    if number == 0:
        return 0.0
    return max(float(flowables[number - 1].getSpaceAfter()), float(flowables[number].getSpaceBefore()))


def stack_height(canvas: Canvas, flowables: Sequence[Flowable], width: float) -> float:
    """Return the height of flowables one below the other, in points."""
    height = 0.0
    for number, each in enumerate(flowables):
        height += gap_before(flowables, number) + each.wrapOn(canvas, width, 10_000)[1]
    return height


def draw_stack(canvas: Canvas, flowables: Sequence[Flowable], left: float, top: float, width: float) -> None:
    """Draw flowables one below the other from ``top`` down."""
    for number, each in enumerate(flowables):
        top -= gap_before(flowables, number) + each.wrapOn(canvas, width, 10_000)[1]
        each.drawOn(canvas, left, top)


def split_stack(
    canvas: Canvas, flowables: Sequence[Flowable], width: float, height: float, page: float = math.inf
) -> tuple[tuple[Flowable, ...], tuple[Flowable, ...]]:
    """Return what stands above a height and the rest: a block may part, and what keeps with its next goes with it.

    ``page`` is how high a page is, if blocks part for its end.
    """
    used, number = 0.0, 0
    while number < len(flowables):
        room = height - used - gap_before(flowables, number)
        own = flowables[number].wrapOn(canvas, width, 10_000)[1]
        if own > room:
            parts = parted(canvas, flowables[number], width, room, page)
            if parts is not None:
                return (*flowables[:number], parts[0]), (parts[1], *flowables[number + 1 :])
            break
        used = height - room + own
        number += 1
    if number < len(flowables):
        while number and flowables[number - 1].getKeepWithNext():
            number -= 1
    return tuple(flowables[:number]), tuple(flowables[number:])


def parted(
    canvas: Canvas, block: Flowable, width: float, room: float, page: float = math.inf
) -> tuple[Flowable, Flowable] | None:
    """Return a block's two parts, the first in the room that there is; None where either would be too little.

    On a ``page`` so high a table's last rows stay together, unless too much of it would be left free for them.
    """
    parts = _in_two(canvas, block, width, room)
    if not isinstance(block, YieldingTable) or not block._nosplitCmds:
        return parts
    used = parts[0].wrapOn(canvas, width, 10_000)[1] if parts is not None else 0.0
    if room - used <= page * _MOST_LEFT_FOR_LAST:
        return parts
    kept, block._nosplitCmds = block._nosplitCmds, []
    anyhow = _in_two(canvas, block, width, room)
    block._nosplitCmds = kept
    return anyhow or parts


def _in_two(canvas: Canvas, block: Flowable, width: float, room: float) -> tuple[Flowable, Flowable] | None:
    own = block.wrapOn(canvas, width, 10_000)[1]
    room = min(room, own - _LEAST_PART)
    while room >= _LEAST_PART:
        parts = block.splitOn(canvas, width, room)
        if len(parts) != 2 or _rows(parts[0]) < _LEAST_ROWS:
            return None
        if _rows(parts[1]) >= _LEAST_ROWS:
            return parts[0], parts[1]
        room = parts[0].wrapOn(canvas, width, 10_000)[1] - 1
    return None


def _rows(block: Flowable) -> int:
    """Return how many rows a table has below its head; of another block, as many as are needed."""
    return len(block._rowHeights) - 1 if isinstance(block, Table) else _LEAST_ROWS
