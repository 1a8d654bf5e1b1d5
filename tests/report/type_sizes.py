"""How large the type on a document's pages is, in points as it is printed, read from what draws the pages."""

from collections import Counter
from collections.abc import Iterator

import pikepdf

from tests.report.pdf_checks import opened

_IDENTITY = pikepdf.Matrix()
# Nothing else on a page changes how large its type is.
_FOLLOWED = "q Q cm BDC BMC EMC Tf Tm BT Tj TJ '"


def sizes_of(content: bytes) -> Counter[float]:
    """Return how many pieces of text are set in which size, numbers on scales too.

    Header and footer are left out, as they say nothing new, and so are the heads that a table repeats.
    """
    with opened(content) as pdf:
        return Counter(size for page in pdf.pages for size in _sizes(page))


def too_small(content: bytes, least: float) -> dict[float, int]:
    """Return the sizes below the least that there should be, in points, and how many pieces of text are set in each."""
    return {size: count for size, count in sizes_of(content).items() if size < round(least, 1)}


def _sizes(page: pikepdf.Page) -> Iterator[float]:
    here, kept, size, line = _IDENTITY, [], 0.0, _IDENTITY
    tags: list[bool] = []
    for operands, operator in pikepdf.parse_content_stream(page, _FOLLOWED):
        match str(operator):
            case "q":
                kept.append(here)
            case "Q":
                here = kept.pop()
            case "cm":
                here = pikepdf.Matrix(*(float(each) for each in operands)) @ here
            case "BDC" | "BMC":
                tags.append(_is_furniture(operands))
            case "EMC":
                tags.pop()
            case "Tf":
                size = float(operands[1])
            case "Tm":
                line = pikepdf.Matrix(*(float(each) for each in operands))
            case "BT":
                line = _IDENTITY
            case "Tj" | "TJ" | "'" if not any(tags):
                whole = line @ here
                yield round(size * abs(whole.d or whole.c), 1)


def _is_furniture(operands: pikepdf.Array) -> bool:
    """Return whether what is marked is repeated on pages; numbers on scales are decoration, but are read by eye."""
    return str(operands[0]) == "/Artifact" and len(operands) > 1 and str(operands[1].get("/Type", "")) == "/Pagination"
