"""Reads sheets of an XLSX workbook that somebody else may have made: sizes bounded first, formulas never followed.

A workbook is an archive of XML. Before any of it is parsed, the archive's own list must be small and every part free
of document types, so that neither a bomb nor an entity is ever unpacked.
"""

import re
import warnings
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import BadZipFile, ZipFile

from teamhealth.exchange.whole_file import read_whole
from teamhealth.settings.canonical import Flaw, NotCanonical

if TYPE_CHECKING:
    from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell

    _IterRows: TypeAlias = Callable[..., Iterable[Sequence[ReadOnlyCell | EmptyCell]]]

LARGEST_BYTES = 4 * 1024 * 1024
LARGEST_UNPACKED = 32 * 1024 * 1024
MOST_PARTS = 200
# A sheet needs about eight, a chart's drawing about twenty.
DEEPEST = 100
_MOST_ROWS = 1_048_576
# A cell with a value, by its row; a number of any size is read as far as a sheet can have rows.
_FILLED = re.compile(rb'<c r="[A-Z]{1,3}(\d{1,9})\d*"[^>]*>\s*<(?:v|is|f)')
_XML = (".xml", ".rels")


class Oddity(StrEnum):
    """What a cell holds that is no value: a formula, an error, or a time of day."""

    FORMULA = "formula"
    ERROR = "error"
    TIME = "time"


CellValue: TypeAlias = str | int | float | bool | date | Oddity | None


@dataclass(frozen=True, slots=True)
class Limits:
    """How many rows and columns of a sheet may hold anything; more are refused."""

    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's cells, row by row from the first; trailing empty rows and cells are left out."""

    name: str
    rows: tuple[tuple[CellValue, ...], ...]
    hidden: bool = False

    def cell(self, row: int, column: int) -> CellValue:
        """Return a cell, both numbers counted from 0; None beyond the last."""
        if row >= len(self.rows) or column >= len(self.rows[row]):
            return None
        return self.rows[row][column]


def read_workbook(path: Path, limits: Limits) -> tuple[Sheet, ...]:
    """Return all sheets of a workbook, hidden ones too, whatever the file's extension.

    Parameters
    ----------
    path : Path
    limits : Limits
        For each sheet.

    Raises
    ------
    FileUnreadable
        'missing'; 'large' for more bytes, parts, rows or columns than allowed; 'damaged' for a workbook that cannot be
        read; 'other' for anything else.
    """
    return read_whole(path, LARGEST_BYTES, lambda data: parse_workbook(data, limits))


def parse_workbook(data: bytes, limits: Limits) -> tuple[Sheet, ...]:
    """Return the sheets that bytes hold; NotCanonical with the flaw for any others."""
    if len(data) > LARGEST_BYTES:
        raise NotCanonical("too large", Flaw.LARGE)
    _check_archive(data, limits)
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            # Said of what a workbook may hold and this program does not read, such as a chart.
            warnings.simplefilter("ignore")
            book = load_workbook(BytesIO(data), read_only=True, keep_links=False)
            for sheet in book.worksheets:
                # Where a sheet's own word for its size is wrong, rows below it would be left out unseen.
                sheet.reset_dimensions()
            sheets = tuple(
                Sheet(sheet.title, _rows(sheet.iter_rows, limits), sheet.sheet_state != "visible")
                for sheet in book.worksheets
            )
            book.close()
    except NotCanonical:
        raise
    except Exception:
        # Whatever a damaged workbook makes of the library; the error itself may quote the file.
        raise NotCanonical("not a whole workbook", Flaw.DAMAGED) from None
    if not sheets:
        raise NotCanonical("no sheet", Flaw.DAMAGED)
    return sheets


def _check_archive(data: bytes, limits: Limits) -> None:
    try:
        with ZipFile(BytesIO(data)) as archive:
            _check_parts(archive, limits)
    except NotCanonical:
        raise
    except BadZipFile:
        flaw = Flaw.DAMAGED if data.startswith(b"PK\x03\x04") else Flaw.OTHER
        raise NotCanonical("no archive", flaw) from None
    except Exception:
        raise NotCanonical("a damaged archive", Flaw.DAMAGED) from None


def _check_parts(archive: ZipFile, limits: Limits) -> None:
    """Look at the archive's own list before anything is unpacked; unpacking stops at the size that it says."""
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise NotCanonical("unpacks to too much", Flaw.LARGE)
    if not any(part.filename == "[Content_Types].xml" for part in parts):
        raise NotCanonical("no workbook", Flaw.OTHER)
    for part in parts:
        if part.filename.lower().endswith(_XML):
            held = archive.read(part)
            _check_xml(held)
            _check_depth(held)
            if part.filename.startswith("xl/worksheets/"):
                _check_far_rows(held, limits)


def _check_far_rows(sheet: bytes, limits: Limits) -> None:
    """Refuse a value far down a sheet before it is read: every empty row above it would be made one by one."""
    if any(int(found[1]) > limits.rows for found in _FILLED.finditer(sheet)):
        raise NotCanonical("a value far down", Flaw.LARGE)


def _check_xml(part: bytes) -> None:
    """Refuse what could define entities; a zero byte shows an encoding in which that could hide."""
    if b"\x00" in part or b"<!DOCTYPE" in part or b"<!ENTITY" in part:
        raise NotCanonical("a document type", Flaw.DAMAGED)


def _check_depth(part: bytes) -> None:
    """Refuse elements deep in each other, which take minutes to be put together and taken apart again."""
    # Expat alone, which keeps nothing.
    parser = ParserCreate()
    depth = 0

    def begun(_name: str, _attributes: object) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise NotCanonical("elements deep in each other", Flaw.DAMAGED)

    def ended(_name: str) -> None:
        nonlocal depth
        depth -= 1

    def document_type(*_declared: object) -> None:
        raise NotCanonical("a document type in another encoding", Flaw.DAMAGED)

    parser.StartDoctypeDeclHandler = document_type
    parser.StartElementHandler = begun
    parser.EndElementHandler = ended
    # What is broken is for whoever reads the part, and some parts nobody reads.
    with suppress(ExpatError):
        parser.Parse(part, True)


def _rows(iter_rows: "_IterRows", limits: Limits) -> tuple[tuple[CellValue, ...], ...]:
    found: list[tuple[CellValue, ...]] = []
    before: object = None
    row: tuple[CellValue, ...] = ()
    for number, cells in enumerate(iter_rows(max_col=limits.columns + 1)):
        # The rows between two that are named are one and the same empty one.
        if cells is not before:
            row = _trimmed([_value(cell) for cell in cells])
        before = cells
        # Rows that are named far below are given as empty ones in between, without an end for a name of any size.
        if len(row) > limits.columns or (row and number >= limits.rows) or number >= _MOST_ROWS:
            raise NotCanonical("too many rows or columns", Flaw.LARGE)
        if number < limits.rows:
            found.append(row)
    while found and not found[-1]:
        found.pop()
    return tuple(found)


def _trimmed(values: Sequence[CellValue]) -> tuple[CellValue, ...]:
    last = len(values)
    while last and values[last - 1] is None:
        last -= 1
    return tuple(values[:last])


def _value(cell: "ReadOnlyCell | EmptyCell") -> CellValue:
    value = cell.value
    if value is None or value == "":
        return None
    if cell.data_type == "f":
        return Oddity.FORMULA
    if cell.data_type == "e":
        return Oddity.ERROR
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, str | bool | int | float | date):
        return value
    return Oddity.TIME
