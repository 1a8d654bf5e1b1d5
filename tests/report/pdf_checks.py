"""Own checks of a tagged PDF, for what a validator does not see; each returns the problems it finds."""

import re
import subprocess
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from io import BytesIO

import pikepdf

_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)"')
_WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*)</word>')
# Printers leave some millimetres of the sheet white.
_EDGE = 20.0
_FURNITURE = 0.085


def opened(content: bytes) -> pikepdf.Pdf:
    """Open a document from its bytes."""
    return pikepdf.open(BytesIO(content))


def on_its_side(content: bytes) -> bool:
    """Return whether a document's first page is wider than high, as that of large print is."""
    with opened(content) as pdf:
        left, foot, right, top = (float(each) for each in pdf.pages[0].mediabox)
    return right - left > top - foot


def elements(pdf: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    """Return all structure elements in reading order."""
    found: list[pikepdf.Dictionary] = []

    def walk(node: pikepdf.Object) -> None:
        if isinstance(node, pikepdf.Array):
            for each in node:
                walk(each)
        elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
            found.append(node)
            if "/K" in node:
                walk(node.K)

    walk(pdf.Root.StructTreeRoot.K)
    return found


def role(element: pikepdf.Dictionary) -> str:
    """Return an element's type, such as 'TH'."""
    return str(element.S).lstrip("/")


def header_problems(pdf: pikepdf.Pdf) -> list[str]:
    """Return the rows and cells of tables that are no proper headers."""
    problems = []
    for number, table in enumerate(each for each in elements(pdf) if role(each) == "Table"):
        rows = list(table.K)
        if any(role(row) != "TR" for row in rows):
            problems.append(f"table {number}: a kid that is no row")
        heads = list(rows[0].K)
        if any(role(cell) != "TH" or str(cell.A.Scope) != "/Column" for cell in heads):
            problems.append(f"table {number}: a column without a header cell")
        if len({len(row.K) for row in rows}) != 1:
            problems.append(f"table {number}: rows of different lengths")
        if any(role(cell) == "TH" and str(cell.A.Scope) != "/Row" for row in rows[1:] for cell in row.K):
            problems.append(f"table {number}: a row's header cell without its scope")
    return problems


def marks(page: pikepdf.Page) -> tuple[list[int], list[str]]:
    """Return a page's content numbers as they come, and what is drawn outside any mark."""
    numbers: list[int] = []
    stray: list[str] = []
    depth = 0
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in ("BDC", "BMC"):
            depth += 1
            if name == "BDC" and "/MCID" in operands[1]:
                numbers.append(int(operands[1].MCID))
        elif name == "EMC":
            depth -= 1
        elif depth == 0 and name in {"Tj", "TJ", "f", "f*", "S", "B", "B*", "b", "b*", "s", "Do", "sh"}:
            stray.append(name)
    return numbers, stray


def parent_tree_problems(pdf: pikepdf.Pdf) -> list[str]:
    """Return where pages, parent tree and elements disagree about marked content."""
    problems = []
    flat = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    owners = {int(flat[at]): flat[at + 1] for at in range(0, len(flat), 2)}
    claimed = claims(pdf)
    for place, page in enumerate(pdf.pages):
        numbers, stray = marks(page)
        if len(set(numbers)) != len(numbers):
            problems.append(f"page {place}: a number twice")
        if stray:
            problems.append(f"page {place}: drawn outside any mark")
        entries = owners.get(int(page.StructParents))
        if entries is None or sorted(set(numbers)) != list(range(len(entries))):
            problems.append(f"page {place}: parent tree and content differ")
            continue
        for number, owner in enumerate(entries):
            if claimed.get((page.objgen, number)) != owner.objgen:
                problems.append(f"page {place}: content {number} has another owner")
    return problems


def claims(pdf: pikepdf.Pdf) -> dict[tuple[tuple[int, int], int], tuple[int, int]]:
    """Return which element claims which page's content number."""
    claimed = {}
    for element in elements(pdf):
        kids = list(element.K) if "/K" in element else []
        for kid in kids:
            if isinstance(kid, pikepdf.Dictionary):
                if "/MCID" in kid:
                    claimed[kid.Pg.objgen, int(kid.MCID)] = element.objgen
            else:
                claimed[element.Pg.objgen, int(kid)] = element.objgen
    return claimed


def bookmark_problems(pdf: pikepdf.Pdf) -> list[str]:
    """Return what is wrong with bookmarks: one is due for each heading, as deep, and no two beside each other alike."""
    due = [int(role(each)[1]) for each in elements(pdf) if role(each) in {"H1", "H2", "H3"}]
    found: list[int] = []
    alike: list[str] = []

    def walk(items: list[pikepdf.OutlineItem], level: int) -> None:
        titles = [item.title for item in items]
        alike.extend({each for each in titles if titles.count(each) > 1})
        for item in items:
            found.append(level if item.title.strip() else 0)
            walk(item.children, level + 1)

    with pdf.open_outline() as outline:
        walk(list(outline.root), 1)
    wrong = [f"bookmark '{each}' twice" for each in alike]
    return wrong if found == due else [*wrong, f"bookmarks {found}, headings {due}"]


def bookmarks(pdf: pikepdf.Pdf) -> list[tuple[int, str]]:
    """Return the bookmarks in order, each with its depth from 1."""
    found: list[tuple[int, str]] = []

    def walk(items: list[pikepdf.OutlineItem], level: int) -> None:
        for item in items:
            found.append((level, item.title))
            walk(item.children, level + 1)

    with pdf.open_outline() as outline:
        walk(list(outline.root), 1)
    return found


def title_problems(pdf: pikepdf.Pdf, title: str) -> list[str]:
    """Return what is wrong with the title, the language and that a viewer shows the title."""
    problems = []
    if str(pdf.docinfo.get("/Title", "")) != title:
        problems.append("title in the information")
    with pdf.open_metadata() as metadata:
        if metadata.get("dc:title") != title:
            problems.append("title in the metadata")
    if not pdf.Root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
        problems.append("title not shown")
    if str(pdf.Root.get("/Lang", "")) != "en-GB":
        problems.append("language")
    return problems


def font_problems(pdf: pikepdf.Pdf) -> list[str]:
    """Return the fonts that a page names and the document does not carry."""
    problems = []
    for number, page in enumerate(pdf.pages, 1):
        for name, font in page.Resources.get("/Font", pikepdf.Dictionary()).items():
            described = font.get("/FontDescriptor")
            if described is None or not any(str(key).startswith("/FontFile") for key in described):
                problems.append(f"page {number}: {name} is {font.get('/BaseFont')}, and not embedded")
    return problems


def figure_problems(pdf: pikepdf.Pdf) -> list[str]:
    """Return the figures without words or without a box on the page."""
    return [
        f"figure {number}"
        for number, each in enumerate(element for element in elements(pdf) if role(element) == "Figure")
        if not str(each.get("/Alt", "")).strip() or "/BBox" not in each.get("/A", {})
    ]


@dataclass(frozen=True, slots=True)
class Word:
    """A word on a page, from 1, and its box: points from the left and from the top."""

    page: int
    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        return self.bottom - self.top


@lru_cache(maxsize=4)
def words(content: bytes) -> tuple[list[Word], list[tuple[float, float]]]:
    """Return a document's words where they stand, as another program reads them, and each page's size.

    Several checks of one document read them: those of the last few are kept.
    """
    run = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=content, capture_output=True, check=True)
    found: list[Word] = []
    sizes: list[tuple[float, float]] = []
    for line in run.stdout.decode().splitlines():
        if size := _PAGE.search(line):
            sizes.append((float(size[1]), float(size[2])))
        elif word := _WORD.search(line):
            left, top, right, bottom = (float(each) for each in word.groups()[:4])
            found.append(Word(len(sizes), unescape(word[5]), left, top, right, bottom))
    return found, sizes


def place_problems(content: bytes) -> list[str]:
    """Return the words outside the page's edge, words over words, and pages without any in their body."""
    found, sizes = words(content)
    problems = []
    for number, (width, height) in enumerate(sizes, 1):
        here = [each for each in found if each.page == number]
        problems += [
            f"page {number}: '{each.text}' outside"
            for each in here
            if each.left < _EDGE or each.right > width - _EDGE or each.top < 0 or each.bottom > height
        ]
        if not any(_FURNITURE < each.top / height < 1 - _FURNITURE for each in here):
            problems.append(f"page {number}: nothing on it")
        by_top = sorted(here, key=_top)
        for at, one in enumerate(by_top):
            for other in by_top[at + 1 :]:
                if other.top >= one.bottom:
                    break
                # Most stand beside each other: a page of hundreds of words has tens of thousands of pairs.
                if other.left < one.right and other.right > one.left and _over(one, other):
                    problems.append(f"page {number}: '{one.text}' over '{other.text}'")
    return problems


def _top(word: Word) -> float:
    return word.top


def _over(one: Word, other: Word) -> bool:
    # Boxes hold a font's tallest and deepest letters, so that close lines touch; half of one over another is too much.
    deep = min(one.bottom, other.bottom) - max(one.top, other.top)
    wide = min(one.right, other.right) - max(one.left, other.left)
    return deep > 0.5 * min(one.height, other.height) and wide > 1
