"""The released figures as CSV, one row a figure, for spreadsheets and for other programs."""

import csv
import io
from collections.abc import Sequence
from functools import cache

from teamhealth.export.figure_row import Level, row_cells
from teamhealth.export.plain_cells import plain_cell
from teamhealth.export.tidy import common_cells, figure_rows
from teamhealth.publication.types import Publication

COLUMNS = (
    "organisation", "survey", "round", "published", "publication", "collected", "level", "service", "team",
    "questionnaire", "theme_id", "theme", "item_id", "item", "kind", "detail", "value", "low", "high", "unit",
    "note",
)  # fmt: skip
_ENCODING = "utf-8-sig"


def figures_csv(publications: Sequence[Publication], fingerprint: str = "", *, teams: bool = True) -> bytes:
    """Return the figures of one round or several, as UTF-8 with a byte order mark, commas and CRLF.

    Excel reads UTF-8 only where the mark says so. Words are quoted, and harmless in a spreadsheet; values are whole
    numbers, or empty where only a range, from low to high, or the note may be shown. ``fingerprint`` is the hash of
    the publication that they are a part of; by default their own. Without ``teams`` no team has a row, and only totals
    and what hidden teams say together are left.
    """
    made = io.BytesIO()
    # Written as bytes from the start: text in memory would take four bytes a letter.
    held = io.TextIOWrapper(made, _ENCODING, newline="")
    # Most words stand in hundreds of rows.
    plain = cache(plain_cell)
    writer = csv.writer(held, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for publication in publications:
        common = common_cells(publication)
        if fingerprint:
            common["publication"] = fingerprint
        begins = [plain(each) for each in common.values()]
        for row in figure_rows(publication):
            if not teams and row.place.level is Level.TEAM:
                continue
            own = [value if isinstance(value, int) else plain(value or "") for value in row_cells(row).values()]
            writer.writerow(begins + own)
    held.flush()
    return made.getvalue()
