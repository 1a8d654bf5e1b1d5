"""All pages of all documents as small pictures, many on a sheet, so that every one of them can be looked at."""

import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from teamhealth.report.sheet import LARGE, ORDINARY, Sheet
from teamhealth.resources import resource
from tests.report.page_grid import Make, documents
from tests.report.test_gates import DOCUMENTS, made

_DOTS_PER_INCH = 48
_GAP, _LABEL = 8, 18
_GROUND, _INK = "#8a8a8a", "#ffffff"


@dataclass(frozen=True, slots=True)
class Print:
    """A print of a document, and how its pages are laid on a sheet."""

    name: str
    sheet: Sheet
    columns: int
    rows: int


@dataclass(frozen=True, slots=True)
class Page:
    """The picture of a page, and what it is a page of."""

    label: str
    picture: Image.Image


PRINTS = (Print("ordinary", ORDINARY, 4, 2), Print("large", LARGE, 3, 3))


def every_document() -> dict[str, Make]:
    """Return what makes each document of any kind, also those that say nothing of results."""
    others = {name: _ordinary(name) for name in DOCUMENTS}
    return {**documents(), **others}


def write_contact_sheets(folder: Path, only: str = "") -> list[Path]:
    """Write the sheets of every document of which the name begins with ``only``, a series for each print.

    Returns
    -------
    list of Path
        The sheets, in the order in which they are looked at.
    """
    folder.mkdir(parents=True, exist_ok=True)
    chosen = {name: make for name, make in every_document().items() if name.startswith(only)}
    written = []
    for print_ in PRINTS:
        for number, sheet in enumerate(contact_sheets(_pages(chosen, print_), print_), 1):
            written.append(folder / f"{print_.name}-{number:03}.png")
            sheet.save(written[-1])
    return written


def contact_sheets(pages: Iterable[Page], print_: Print) -> Iterator[Image.Image]:
    """Return sheets with all pages, in their order, line by line."""
    held: list[Page] = []
    for page in pages:
        held.append(page)
        if len(held) == print_.columns * print_.rows:
            yield _laid(held, print_)
            held = []
    if held:
        yield _laid(held, print_)


def _laid(pages: list[Page], print_: Print) -> Image.Image:
    width = max(page.picture.width for page in pages) + _GAP
    height = max(page.picture.height for page in pages) + _GAP + _LABEL
    rows = -(-len(pages) // print_.columns)
    sheet = Image.new("RGB", (_GAP + width * print_.columns, _GAP + height * rows), _GROUND)
    draw, font = ImageDraw.Draw(sheet), ImageFont.truetype(resource("fonts", "SourceSans3-Regular.ttf"), 13)
    for at, page in enumerate(pages):
        left, top = _GAP + width * (at % print_.columns), _GAP + height * (at // print_.columns)
        draw.text((left, top), page.label, fill=_INK, font=font)
        sheet.paste(page.picture, (left, top + _LABEL))
    return sheet


def _pages(chosen: dict[str, Make], print_: Print) -> Iterator[Page]:
    for name, make in chosen.items():
        pictures = _pictures(make(print_.sheet))
        for number, picture in enumerate(pictures, 1):
            yield Page(f"{name}: {number} of {len(pictures)}", picture)


def _pictures(content: bytes) -> list[Image.Image]:
    drawn = subprocess.run(
        ["pdftoppm", "-r", str(_DOTS_PER_INCH), "-"], input=content, capture_output=True, check=True
    ).stdout
    found: list[Image.Image] = []
    at = 0
    while at < len(drawn):
        # Each picture is its kind, its width and height, its deepest colour, then three bytes a point.
        kind, size, deepest, _ = drawn[at : at + 64].split(b"\n", 3)
        width, height = (int(each) for each in size.split())
        end = at + len(kind) + len(size) + len(deepest) + 3 + 3 * width * height
        found.append(Image.open(BytesIO(drawn[at:end])))
        at = end
    return found


def _ordinary(name: str) -> Make:
    return lambda sheet: made(name, "eight", sheet)
