"""The released figures as JSON for other programs: the rows of the tidy table, under what they have in common."""

from collections.abc import Sequence

import msgspec

from teamhealth.export.figure_row import row_cells
from teamhealth.export.tidy import common_cells, figure_rows
from teamhealth.publication.types import Publication

KIND = "team-health-figures"
FORMAT_VERSION = 1


def figures_json(publications: Sequence[Publication]) -> bytes:
    """Return the figures of one round or several as indented UTF-8 JSON that ends with a line feed.

    The keys are those of the CSV file's columns (docs/formats.md); a value that may not be shown is null.
    """
    document = {"kind": KIND, "version": FORMAT_VERSION, "results": [_result(each) for each in publications]}
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def _result(publication: Publication) -> dict[str, object]:
    figures = [row_cells(row) for row in figure_rows(publication)]
    return {**common_cells(publication), "figures": figures}
