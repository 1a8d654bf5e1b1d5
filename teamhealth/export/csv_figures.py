"""The released figures as CSV, one row a figure, for spreadsheets and for other programs."""

import csv
import io
from collections.abc import Sequence

from teamhealth.export.figure_row import FigureRow
from teamhealth.export.plain_cells import plain_cell
from teamhealth.export.tidy import figure_rows
from teamhealth.publication.document import publication_hash
from teamhealth.publication.types import Publication

COLUMNS = (
    "organisation", "survey", "round", "published", "publication", "level", "service", "team", "questionnaire",
    "theme_id", "theme", "item_id", "item", "kind", "detail", "value", "unit", "note",
)  # fmt: skip
_ENCODING = "utf-8-sig"


def figures_csv(publications: Sequence[Publication]) -> bytes:
    """Return the figures of one round or several, as UTF-8 with a byte order mark, commas and CRLF.

    Excel reads UTF-8 only where the mark says so. Words are quoted, and harmless in a spreadsheet; values are whole
    numbers, or empty where only the note may be shown.
    """
    held = io.StringIO(newline="")
    writer = csv.writer(held, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for publication in publications:
        facts = publication.survey
        head = (
            facts.organisation.name, facts.title, facts.wave.name, facts.published.isoformat(),
            publication_hash(publication),
        )  # fmt: skip
        writer.writerows(_cells(head, row) for row in figure_rows(publication))
    return held.getvalue().encode(_ENCODING)


def _cells(head: tuple[str, ...], row: FigureRow) -> list[str | int]:
    asked, place = row.asked, row.place
    words = (
        *head, place.level, place.service, place.team, asked.questionnaire, asked.theme_id, asked.theme, asked.item_id,
        asked.item, row.kind, row.detail,
    )  # fmt: skip
    value = "" if row.value is None else row.value
    return [*map(plain_cell, words), value, row.unit.value, plain_cell(row.note)]
