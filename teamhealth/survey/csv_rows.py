"""Splits the text of a CSV file into rows, and refuses one in which a quotation mark swallows what follows it."""

import csv
import io
from collections.abc import Iterator


class NotRows(ValueError):
    """A row cannot be told from the next.

    Parameters
    ----------
    row, line : int
        Where the row begins, from 1: as a spreadsheet counts, in which a cell of several lines is in one row, and as
        an editor does.
    quoted : bool
        Whether a quotation mark stands in the row's first line: it is not closed, or not where the cell ends.
    """

    def __init__(self, row: int, line: int, *, quoted: bool) -> None:
        super().__init__(f"row {row}")
        self.row = row
        self.line = line
        self.quoted = quoted


def csv_rows(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Return each row's cells with the line that it begins in; NotRows where a row has no end."""
    lines = io.StringIO(text, newline="").readlines()
    # Strict: otherwise all rows below an open quotation mark are taken for one cell, and lost without a word.
    reader = csv.reader(lines, delimiter=separator, strict=True)
    row = 0
    while True:
        row, begun = row + 1, reader.line_num
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise NotRows(row, begun + 1, quoted='"' in lines[min(begun, len(lines) - 1)]) from error
        yield begun + 1, cells
