"""Tables whose header cells are header cells, whose rules are decoration and whose headers are read once."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TypeAlias

from reportlab.lib.colors import HexColor
from reportlab.platypus.flowables import Flowable
from reportlab.platypus.tables import Table, TableStyle

from teamhealth.figures import palette
from teamhealth.report.fonts import REGULAR
from teamhealth.report.structure import Element, header_cell

Cell: TypeAlias = Flowable | Sequence[Flowable]


@dataclass(frozen=True, slots=True)
class Look:
    """How a table looks: padding above and below rows, between columns, rules, how many last rows never part.

    Where ``heads_level``, heads begin on one line, however long each is. Where ``last_may_part``, its last rows part
    after all rather than leave much of a page free.
    """

    above: float = 1.5
    below: float = 2.5
    between: float = 8.0
    header_rule: str = palette.LINE
    rule: str = palette.LINE
    middle: bool = True
    heads_level: bool = False
    header_fill: str | None = None
    column_rules: bool = False
    row_headers: bool = True
    side: float = 0.0
    row_heights: tuple[float | None, ...] | None = None
    last_together: int = 0
    last_may_part: bool = False


# So few last rows never leave much free.
_FEW_LAST = 3


class MeasuredTable(Table):
    """A table whose rows are measured once a width: pages and what stays together ask some thirty times."""

    _measured_at: float | None = None
    # What stands in the place of the first head on the pages after the first.
    going_on: Flowable | None = None

    def _calc(self, availWidth: float, availHeight: float) -> None:  # noqa: N803 (reportlab's names)
        # The height matters only where cells span rows, of which reportlab then measures no more than it holds.
        if self._measured_at != availWidth:
            super()._calc(availWidth, availHeight)
            self._measured_at = availWidth

    def onSplit(self, T: "MeasuredTable", byRow: int = 1) -> None:  # noqa: N802, N803, ARG002 (reportlab's names)
        """Say on the next page whose rows these are; the parts share their rows, so the head's is made anew."""
        T.going_on = self.going_on
        first = T._cellvalues[1] is self._cellvalues[1]
        if self.going_on is None or first:
            return
        T._cellvalues[0] = [[self.going_on], *T._cellvalues[0][1:]]
        T._rowHeights[0] = T._argH[0] = None


class YieldingTable(MeasuredTable):
    """A table whose last rows part after all where much of a page would be left free; so do those of its parts."""


def table(
    rows: Sequence[Sequence[Cell]], widths: Sequence[float], look: Look | None = None, going_on: Flowable | None = None
) -> Table:
    """Return a table: the first row holds column headers, the first column row headers if the look says so.

    Parameters
    ----------
    rows : sequence of sequences of Flowable or list of Flowable
        Cells, made with ``paragraphs.cell_text`` or ``drawing.PlacedFigure``.
    widths : sequence of float
        The columns' widths in points.
    look : Look or None
        Paddings and rules.
    going_on : Flowable or None
        What heads the first column on further pages, such as the name of the theme whose heading stands pages before.
    """
    chosen = look or Look()
    kind = YieldingTable if chosen.last_may_part and chosen.last_together > _FEW_LAST else MeasuredTable
    made = kind(
        [[list(cell) if isinstance(cell, Sequence) else cell for cell in row] for row in rows],
        colWidths=list(widths),
        rowHeights=list(chosen.row_heights) if chosen.row_heights else None,
        repeatRows=1,
        renderCB=_Tagger(row_headers=chosen.row_headers),
        hAlign="LEFT",
    )
    made.going_on = going_on
    made.setStyle(TableStyle(_commands(chosen)))
    if 0 < chosen.last_together < len(rows):
        made.setStyle(TableStyle([("NOSPLIT", (0, -chosen.last_together), (0, -1))]))
    return made


def _commands(look: Look) -> list[tuple[object, ...]]:
    commands: list[tuple[object, ...]] = [
        # Cells bring their own fonts; without this the table names one of its own, which is not embedded.
        ("FONTNAME", (0, 0), (-1, -1), REGULAR),
        ("LEFTPADDING", (0, 0), (-1, -1), look.side),
        ("RIGHTPADDING", (0, 0), (-1, -1), look.between),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), look.above),
        ("BOTTOMPADDING", (0, 0), (-1, -1), look.below),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE" if look.middle else "TOP"),
        ("LINEBELOW", (0, 1), (-1, -1), 0.6, HexColor(look.rule)),
        # Last: where a table goes on over a page, reportlab draws a row's rule above the first row there.
        ("LINEBELOW", (0, 0), (-1, 0), 0.8, HexColor(look.header_rule)),
    ]
    if look.heads_level:
        commands.append(("VALIGN", (0, 0), (-1, 0), "TOP"))
    if look.header_fill is not None:
        commands.append(("BACKGROUND", (0, 0), (-1, 0), HexColor(look.header_fill)))
    if look.column_rules:
        commands.append(("LINEBEFORE", (1, 1), (-1, -1), 0.6, HexColor(look.rule)))
    return commands


class _Tagger:
    """Told by reportlab of each row and cell as it is drawn; shared by a table's parts on several pages."""

    def __init__(self, *, row_headers: bool) -> None:
        self._row_headers = row_headers
        self._table = Element("Table")
        self._begun = False
        self._header_again = False
        self._opened: list[AbstractContextManager[None]] = []

    def __call__(self, drawn: Table, what: str, *details: object) -> None:
        """Open or close what reportlab says begins or ends."""
        canvas = drawn.canv
        if what.startswith("end"):
            self._opened.pop().__exit__(None, None, None)
            self._begun = self._begun or what == "endTable"
        elif what == "startTable":
            self._open(canvas.within(self._table))
        elif what in ("startBG", "startLines"):
            self._open(canvas.artifact())
        elif what == "startRow":
            self._header_again = details[0] == 0 and self._begun
            self._open(canvas.artifact("Pagination") if self._header_again else canvas.within(Element("TR")))
        elif what == "startCell":
            self._open(canvas.within(self._cell(*details[:2])))

    def _open(self, context: AbstractContextManager[None]) -> None:
        context.__enter__()
        self._opened.append(context)

    def _cell(self, *position: object) -> Element:
        row, column = position
        if row == 0:
            return header_cell("Column")
        return header_cell("Row") if column == 0 and self._row_headers else Element("TD")
