"""Reads a table that another program wrote, CSV or XLSX alike, in whatever encoding and with whatever separator."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from teamhealth.exchange.whole_file import read_whole
from teamhealth.exchange.workbook import CellValue, Limits, Oddity, Sheet, parse_workbook
from teamhealth.failures import SheetUnclear, TableInvalid
from teamhealth.settings.canonical import Flaw, NotCanonical
from teamhealth.survey.csv_rows import NotRows, csv_rows
from teamhealth.survey.readable import problem_with_text
from teamhealth.texts.catalogue import tr

LARGEST_BYTES = 16 * 1024 * 1024
_ARCHIVE = b"PK\x03\x04"
_SEPARATORS = ",;\t|"
_NAMED_SEPARATOR = "sep="
_SHORTEST_NUMBER = 15
_MOST_TOLD = 20
_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


@dataclass(frozen=True, slots=True)
class Row:
    """A row that holds something: its number as a spreadsheet counts, from 1, and its cells as text, stripped."""

    number: int
    cells: tuple[str | Oddity, ...]

    def cell(self, column: int) -> str | Oddity:
        """Return a cell, counted from 0; '' beyond the last."""
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Table:
    """The heads of the columns, and the rows below them.

    ``sheet`` is the workbook's sheet, '' of a text; ``separator`` what parts a text's cells, '' of a workbook.
    """

    heads: Row
    rows: tuple[Row, ...]
    sheet: str = ""
    # The same table, whatever parts its cells.
    separator: str = field(default="", compare=False)


def read_table(path: Path, limits: Limits) -> Table:
    """Return the table that a file holds; of a workbook, its only sheet in sight with a table.

    Parameters
    ----------
    path : Path
        Whatever its extension.
    limits : Limits
        Rows and columns, the heads among them.

    Raises
    ------
    FileUnreadable
        'missing'; 'large' for more bytes, rows or columns than allowed; 'damaged' for a workbook or a text that is
        broken; 'other' for a file without a table.
    TableInvalid
        As of ``parse_table``.
    """
    return read_whole(path, LARGEST_BYTES, lambda data: parse_table(path.name, data, limits))


def parse_table(file: str, data: bytes, limits: Limits, sheet: str = "") -> Table:
    """Return the table that bytes hold.

    Parameters
    ----------
    file : str
        The file's name, for the errors.
    data : bytes
    limits : Limits
    sheet : str
        Which sheet of a workbook; '' for the only one in sight that holds a table.

    Raises
    ------
    NotCanonical
        With the flaw of bytes that are no table.
    TableInvalid
        If it is not sure which cell belongs to which head: rows with more cells than heads, a quotation mark that is
        not closed, several sheets, or only hidden ones.
    """
    if len(data) > LARGEST_BYTES:
        raise NotCanonical("too large", Flaw.LARGE)
    name, separator = "", ""
    if data.startswith(_ARCHIVE):
        chosen = _chosen(file, parse_workbook(data, limits), sheet)
        name, found = chosen.name, _of_sheet(chosen)
    else:
        separator, found = _of_text(file, _decoded(data), limits)
    rows = [row for row in found if any(row.cells)]
    if not rows:
        raise NotCanonical("no table", Flaw.OTHER)
    _check_widths(file, rows)
    return Table(rows[0], tuple(rows[1:]), name, separator)


def _check_widths(file: str, rows: Sequence[Row]) -> None:
    """Refuse rows that go beyond the heads: a comma that parts one cell in two moves all cells after it."""
    width = len(rows[0].cells)
    while not rows[0].cell(width - 1):
        width -= 1
    wide = [row.number for row in rows if any(row.cells[width:])]
    if wide:
        told = [tr("Row {row}: there are more cells than heads.", row=number) for number in wide[:_MOST_TOLD]]
        raise TableInvalid(file, tuple(told))


def _chosen(file: str, sheets: Sequence[Sheet], wanted: str) -> Sheet:
    """Return the sheet of that name, or the only one in sight with a table: nobody means what nobody sees."""
    if wanted:
        named = [each for each in sheets if each.name.casefold() == wanted.casefold()]
        if not named:
            raise TableInvalid(file, (tr("There is no sheet ‘{sheet}’: {sheets}.", sheet=_shown(wanted),
                                         sheets=_names(sheets)),))  # fmt: skip
        return named[0]
    seen = [each for each in sheets if not each.hidden]
    filled = [each for each in seen if any(each.rows)]
    tables = [each for each in filled if sum(1 for row in each.rows if row) > 1] or filled
    if len(tables) > 1:
        words = tr("Several sheets hold a table: {sheets}. Save the one that counts in a file of its own.",
                   sheets=_names(tables))  # fmt: skip
        raise SheetUnclear(file, (words,))
    if not tables and any(each.rows for each in sheets):
        words = tr("Only hidden sheets hold something: {sheets}.", sheets=_names([s for s in sheets if s.rows]))
        raise TableInvalid(file, (words,))
    return tables[0] if tables else sheets[0]


def _names(sheets: Sequence[Sheet]) -> str:
    told = [tr("‘{sheet}’", sheet=_shown(each.name)) for each in sheets[:_MOST_TOLD]]
    return ", ".join(told)


def _shown(name: str) -> str:
    return "".join(each for each in name if not problem_with_text(f"x{each}", 2))


def _of_sheet(sheet: Sheet) -> list[Row]:
    return [Row(number, tuple(_text(value) for value in cells)) for number, cells in enumerate(sheet.rows, 1)]


def _text(value: CellValue) -> str | Oddity:
    if isinstance(value, Oddity):
        return value
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        # As the sheet shows it: without the noise of binary fractions.
        return f"{value:.{_SHORTEST_NUMBER}g}"
    return str(value).strip()


def _decoded(data: bytes) -> str:
    """Return the text by its byte order mark, else as UTF-8, as UTF-16 where every other byte is zero, or as cp1252."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _with(data, encoding)
    if b"\x00" in data:
        return _with(data, "utf-16-be" if data[:1] == b"\x00" else "utf-16-le")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        # What Excel on Windows writes as plain CSV.
        return _with(data, "cp1252")


def _with(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotCanonical("no text", Flaw.OTHER) from error
    if "\x00" in text:
        raise NotCanonical("no text", Flaw.OTHER)
    return text


def _of_text(file: str, text: str, limits: Limits) -> tuple[str, list[Row]]:
    """Return what parts the cells, and the rows."""
    first, _, rest = text.partition("\n")
    skipped = 0
    if first.strip().casefold().startswith(_NAMED_SEPARATOR) and len(first.strip()) == len(_NAMED_SEPARATOR) + 1:
        separator, text, skipped = first.strip()[-1], rest, 1
    else:
        separator = max(_SEPARATORS, key=first.count)
    rows: list[Row] = []
    try:
        # Numbered as a spreadsheet does: a cell of several lines is in one row.
        for number, (_line, cells) in enumerate(csv_rows(text, separator), 1 + skipped):
            row = Row(number, tuple(cell.strip() for cell in cells))
            if any(row.cells) and (len(rows) >= limits.rows or len(row.cells) > limits.columns):
                raise NotCanonical("too many rows or columns", Flaw.LARGE)
            if any(row.cells):
                rows.append(row)
    except NotRows as error:
        if not error.quoted:
            raise NotCanonical("no table", Flaw.DAMAGED) from error
        words = tr("Row {row}: a quotation mark opens a cell, and it is not clear where it closes.",
                   row=error.row + skipped)  # fmt: skip
        raise TableInvalid(file, (words,)) from error
    return separator, rows
