"""The words of every document, page by page, and the look of its pages, stay as they were."""

import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from teamhealth.publication.lines import rounds_of
from teamhealth.report.comparison import comparison
from teamhealth.report.sheet import LARGE, ORDINARY, Sheet
from teamhealth.report.trends import trends
from tests.golden import Golden
from tests.report.test_gates import DOCUMENTS, made
from tests.rounds import council

_DOTS_PER_INCH = 45
_MOST_PAGES = 2


def _from(name: str) -> Callable[[Sheet], bytes]:
    return lambda sheet: made(name, "eight", sheet)


MADE: dict[str, Callable[[Sheet], bytes]] = {
    **{name: _from(name) for name in DOCUMENTS},
    "comparison": lambda sheet: comparison(council()[-1], None, sheet),
    "trends": lambda sheet: trends(rounds_of(council())[0], None, sheet),
}
PRINTS = {"ordinary": ORDINARY, "large": LARGE}


def words_of(content: bytes) -> str:
    """Return the words of all pages, a line of dashes between two."""
    run = subprocess.run(["pdftotext", "-raw", "-", "-"], input=content, capture_output=True, check=True)
    pages = run.stdout.decode().split("\f")[:-1]
    return "\n--------\n".join("\n".join(line.rstrip() for line in page.strip().splitlines()) for page in pages) + "\n"


def pictures_of(content: bytes, folder: Path, most: int) -> list[bytes]:
    """Return the first pages as small pictures."""
    (folder / "it.pdf").write_bytes(content)
    page = ["pdftoppm", "-r", str(_DOTS_PER_INCH), "-l", str(most), "-png", "it.pdf", "page"]
    subprocess.run(page, cwd=folder, check=True)
    return [_small(path) for path in sorted(folder.glob("page*.png"))]


def _small(path: Path) -> bytes:
    out = BytesIO()
    Image.open(path).convert("RGB").quantize(48, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


@pytest.mark.parametrize("print_", PRINTS)
@pytest.mark.parametrize("name", MADE)
def test_a_document_says_and_looks_as_it_did(golden: Golden, tmp_path: Path, name: str, print_: str) -> None:
    content, file = MADE[name](PRINTS[print_]), name.replace(" ", "-")
    ordinary = print_ == "ordinary"
    if ordinary:
        golden.text(file, words_of(content))
    # Of large print one page tells enough, and its words are the same.
    for number, picture in enumerate(pictures_of(content, tmp_path, _MOST_PAGES if ordinary else 1), 1):
        golden.picture(f"{file}-{print_}-{number}", picture)
