"""How full a document's pages are, as they are drawn: the lowest ink between header and footer."""

import subprocess

from teamhealth.report.sheet import LARGE, ORDINARY

_DOTS_PER_INCH = 24
# Where content begins below the top and ends above the bottom, in points of the ordinary print.
_ABOVE, _BELOW = 44.0, 42.0
_WHITE = 250


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


def _header(picture: bytes) -> tuple[bytes, int, int, bytes]:
    kind, size, _, rest = picture.split(b"\n", 3)
    width, height = size.split()
    return kind, int(width), int(height), rest


def _lowest_ink(rows: list[bytes]) -> float:
    scale = (LARGE if len(rows[0]) > len(rows) else ORDINARY).scale * _DOTS_PER_INCH / 72
    first, last = round(_ABOVE * scale), len(rows) - round(_BELOW * scale)
    inked = [number for number in range(first, last) if min(rows[number]) < _WHITE]
    return (max(inked, default=first) - first) / (last - first)
