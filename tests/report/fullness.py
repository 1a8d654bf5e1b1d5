"""How full a document's pages are, as they are drawn: the lowest ink between header and footer."""

import subprocess

from teamhealth.report.own_page import own_page_titles
from teamhealth.report.sheet import LARGE, ORDINARY
from tests.report.pdf_checks import on_its_side
from tests.report.test_team import pages_of

_DOTS_PER_INCH = 24
# Where content begins below the top and ends above the bottom, in points of the ordinary print.
_ABOVE, _BELOW = 44.0, 42.0
_WHITE = 250
_LEAST = 0.45
# What follows a comparison's themes stands alone rather than part one of them.
LEAST_LAST, LEAST_LAST_COMPARED = 1 / 4, 0.2
# A sheet of large print holds some twenty lines: what belongs together may leave a little more of it free.
_LEAST_LARGE = 0.4
# The header, and what the page begins with.
_FIRST_LINES = 6


def fullness(content: bytes) -> list[float]:
    """Return for every page which part of the height between header and footer is above its lowest ink."""
    run = subprocess.run(
        ["pdftoppm", "-r", str(_DOTS_PER_INCH), "-gray", "-"], input=content, capture_output=True, check=True
    )
    found, pictures = [], run.stdout
    while pictures:
        kind, width, height, rest = _header(pictures)
        assert kind == b"P5"
        found.append(_lowest_ink([rest[row * width : (row + 1) * width] for row in range(height)]))
        pictures = rest[width * height :]
    return found


def emptiness(content: bytes, least_last: float = LEAST_LAST) -> list[str]:
    """Return which pages of a document are too empty: a last one under a quarter, another not about half full."""
    filled = fullness(content)
    begins = [" ".join(page.splitlines()[:_FIRST_LINES]) for page in pages_of(content)]
    titles = own_page_titles()
    problems, least = [], _LEAST_LARGE if on_its_side(content) else _LEAST
    for number, part in enumerate(filled, 1):
        last = number == len(filled) or any(title in begins[number] for title in titles)
        if len(filled) > 1 and part < (least_last if last else least):
            problems.append(f"page {number} of {len(filled)}: {part:.2f}")
    return problems


def _header(picture: bytes) -> tuple[bytes, int, int, bytes]:
    kind, size, _, rest = picture.split(b"\n", 3)
    width, height = size.split()
    return kind, int(width), int(height), rest


def _lowest_ink(rows: list[bytes]) -> float:
    scale = (LARGE if len(rows[0]) > len(rows) else ORDINARY).scale * _DOTS_PER_INCH / 72
    first, last = round(_ABOVE * scale), len(rows) - round(_BELOW * scale)
    inked = [number for number in range(first, last) if min(rows[number]) < _WHITE]
    return (max(inked, default=first) - first) / (last - first)
