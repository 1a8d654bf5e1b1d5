"""The released figures as an XLSX workbook: real numbers, words that are never formulas, the same bytes each time."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from teamhealth.export.columns import harmless
from teamhealth.export.method_lines import method_lines
from teamhealth.export.sheets import Cell, SheetOfFigures, sheets
from teamhealth.figures import palette
from teamhealth.publication.types import Publication
from teamhealth.settings.workbook_cells import dated, put_words
from teamhealth.texts.catalogue import tr

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as SheetCell
    from openpyxl.worksheet.worksheet import Worksheet

_HEAD_HEIGHT = 34
_METHOD_WIDTHS = (("A", 36), ("B", 100))


def figures_workbook(publications: Sequence[Publication]) -> bytes:
    """Return the workbook of the first publication; earlier rounds behind it stand in the sheet of trends.

    Raises
    ------
    ValueError
        Without a publication.
    """
    from openpyxl import Workbook

    from teamhealth.settings.workbook_writer import workbook_bytes

    if not publications:
        raise ValueError(publications)
    book = Workbook()
    book.remove(book.active)
    for each in sheets(publications):
        _fill(book.create_sheet(each.name), each)
    _fill_method(book.create_sheet(tr("Method")), publications)
    return dated(workbook_bytes(book), publications[0].survey.published)


def _fill(sheet: "Worksheet", told: SheetOfFigures) -> None:
    from openpyxl.styles import Alignment

    for number, column in enumerate(told.columns, 1):
        cell = sheet.cell(1, number)
        _head(cell, column.head)
        sheet.column_dimensions[cell.column_letter].width = column.width
    sheet.row_dimensions[1].height = _HEAD_HEIGHT
    sheet.freeze_panes = "C2"
    top = Alignment(vertical="top")
    for row, figures in enumerate(told.rows, 2):
        for number, column in enumerate(told.columns, 1):
            _put(sheet.cell(row, number), column.cell(figures))
            sheet.cell(row, number).alignment = top
    sheet.auto_filter.ref = sheet.dimensions


def _fill_method(sheet: "Worksheet", publications: Sequence[Publication]) -> None:
    from openpyxl.styles import Alignment, Font

    row = 1
    for publication in publications:
        for head, words in method_lines(publication):
            _put(sheet.cell(row, 1), head)
            _put(sheet.cell(row, 2), words)
            sheet.cell(row, 1).font = Font(bold=True)
            sheet.cell(row, 1).alignment = sheet.cell(row, 2).alignment = Alignment(wrap_text=True, vertical="top")
            row += 1
        row += 1
    for letter, width in _METHOD_WIDTHS:
        sheet.column_dimensions[letter].width = width


def _head(cell: "SheetCell", words: str) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    _put(cell, words)
    cell.font = Font(bold=True, color=palette.WHITE[1:])
    cell.fill = PatternFill("solid", fgColor=palette.TEAL[1:])
    cell.alignment = Alignment(wrap_text=True, vertical="center")


def _put(cell: "SheetCell", value: Cell) -> None:
    if isinstance(value, int):
        cell.value = value
    elif value:
        put_words(cell, harmless(value))
