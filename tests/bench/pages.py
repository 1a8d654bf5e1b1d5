"""What stands on a document's pages, as rows of texts and charts that any other library can be given to draw."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from reportlab.platypus.flowables import Flowable, KeepTogether
from reportlab.platypus.tables import Table

from teamhealth.report.blocks import AtFoot, Columns
from teamhealth.report.drawing import PlacedFigure
from teamhealth.report.pages import CONTENT_WIDTH
from teamhealth.report.paragraphs import TaggedParagraph

Part = dict[str, object]
Row = list[Part]


def rows_of(story: Sequence[Flowable]) -> list[Row]:
    """Return each row's cells: width in points, and the texts and charts in it, from the top down."""
    return list(_rows(story, CONTENT_WIDTH))


def _rows(story: Sequence[Flowable], width: float) -> Iterator[Row]:
    for each in story:
        if isinstance(each, Table):
            for cells in each._cellvalues:
                yield [_cell(cell, wide) for cell, wide in zip(cells, each._colWidths, strict=True)]
        elif isinstance(each, Columns):
            yield [_cell(column.flowables, column.width) for column in each._columns]
        elif isinstance(each, KeepTogether):
            yield from _rows(each._content, width)
        elif isinstance(each, AtFoot):
            yield from _rows([each.block], width)
        elif isinstance(each, TaggedParagraph | PlacedFigure):
            yield [_cell(each, width)]


def _cell(content: Flowable | Sequence[Flowable], width: float) -> Part:
    flowables = content if isinstance(content, Sequence) else [content]
    return {"width": width, "parts": list(_parts(flowables))}


def _parts(flowables: Sequence[Flowable]) -> Iterator[Part]:
    for each in flowables:
        if isinstance(each, TaggedParagraph):
            bold = "Regular" not in each.style.fontName
            yield {"text": each.getPlainText(), "size": each.style.fontSize, "bold": bold}
        elif isinstance(each, PlacedFigure):
            figure = each._figure
            shapes = [{"kind": type(shape).__name__, **asdict(shape)} for shape in figure.shapes]
            yield {"width": figure.width, "height": figure.height, "shapes": shapes}
        else:
            # What stands side by side inside a cell is drawn one below the other.
            for row in _rows([each], 0):
                for cell in row:
                    parts = cell["parts"]
                    assert isinstance(parts, list)
                    yield from parts
