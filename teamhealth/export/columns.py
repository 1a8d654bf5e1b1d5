"""Plain columns for a terminal: texts made harmless, padded and aligned."""

import unicodedata
from collections.abc import Sequence
from itertools import zip_longest

GAP = "  "
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
# A results file may come from anywhere, and these would steer a terminal or turn its text around.
_STEERING = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_WIDE = {"W", "F"}


def harmless(text: str) -> str:
    """Return one line of text without any character that steers a terminal."""
    if text.isprintable() and text.isascii():
        return text
    one_line = " ".join(text.split("\n"))
    return "".join(REPLACEMENT if unicodedata.category(each) in _STEERING else each for each in one_line)


def width(text: str) -> int:
    """Return how many columns a text takes in a terminal."""
    return sum(
        0 if unicodedata.combining(each) else 2 if unicodedata.east_asian_width(each) in _WIDE else 1 for each in text
    )


def columns(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Return a header, a rule and rows as lines with aligned columns; an empty or blank cell is a dash.

    Parameters
    ----------
    header : sequence of str
        One text a column.
    rows : sequence of sequences of str
        As long as the header.
    """
    cells = [[_cell(each) for each in row] for row in (header, *rows)]
    widths = [max(width(each) for each in column) for column in zip_longest(*cells, fillvalue="")]
    lines = [GAP.join(_padded(each, wide) for each, wide in zip(row, widths, strict=True)).rstrip() for row in cells]
    return [lines[0], GAP.join("-" * wide for wide in widths), *lines[1:]]


def _cell(text: str) -> str:
    said = harmless(text)
    return said if said.strip() else "-"


def _padded(text: str, wide: int) -> str:
    return text + " " * (wide - width(text))
