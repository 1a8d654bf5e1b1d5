"""Reads a table that another program wrote, CSV or XLSX alike, in whatever encoding and with whatever separator."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from teamhealth.exchange.whole_file import read_whole
from teamhealth.exchange.workbook import CellValue, Limits, Oddity, Sheet, parse_workbook
from teamhealth.settings.canonical import Flaw, NotCanonical

LARGEST_BYTES = 16 * 1024 * 1024
_ARCHIVE = b"PK\x03\x04"
_SEPARATORS = ",;\t|"
_NAMED_SEPARATOR = "sep="
_SHORTEST_NUMBER = 15
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
    """The heads of the columns, and the rows below them."""

    heads: Row
    rows: tuple[Row, ...]


def read_table(path: Path, limits: Limits) -> Table:
    """Return the table that a file holds; of a workbook, its first sheet with anything in it.

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
    """
    return read_whole(path, LARGEST_BYTES, lambda data: parse_table(data, limits))


def parse_table(data: bytes, limits: Limits) -> Table:
    """Return the table that bytes hold; NotCanonical with the flaw for any others."""
    if len(data) > LARGEST_BYTES:
        raise NotCanonical("too large", Flaw.LARGE)
    found = _of_sheets(parse_workbook(data, limits)) if data.startswith(_ARCHIVE) else _of_text(_decoded(data), limits)
    rows = [row for row in found if any(row.cells)]
    if not rows:
        raise NotCanonical("no table", Flaw.OTHER)
    return Table(rows[0], tuple(rows[1:]))


def _of_sheets(sheets: Sequence[Sheet]) -> list[Row]:
    sheet = next((each for each in sheets if each.rows), sheets[0])
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


def _of_text(text: str, limits: Limits) -> list[Row]:
    first, _, rest = text.partition("\n")
    skipped = 0
    if first.strip().casefold().startswith(_NAMED_SEPARATOR) and len(first.strip()) == len(_NAMED_SEPARATOR) + 1:
        separator, text, skipped = first.strip()[-1], rest, 1
    else:
        separator = max(_SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    rows: list[Row] = []
    try:
        # Numbered as a spreadsheet does: a cell of several lines is in one row.
        for number, cells in enumerate(reader, 1 + skipped):
            row = Row(number, tuple(cell.strip() for cell in cells))
            if any(row.cells) and (len(rows) >= limits.rows or len(row.cells) > limits.columns):
                raise NotCanonical("too many rows or columns", Flaw.LARGE)
            if any(row.cells):
                rows.append(row)
    except csv.Error as error:
        raise NotCanonical("no table", Flaw.DAMAGED) from error
    return rows
