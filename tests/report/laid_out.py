"""Where each tagged piece of a document stands on its pages, in the order in which it is read."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

import pikepdf

from tests.report.pdf_checks import elements, opened, role

_IDENTITY = pikepdf.Matrix()
# All that the pen follows: lines and colours, which are most of a page, need not become Python's.
_FOLLOWED = "q Q cm BDC BMC EMC BT Tf TL Tm T* Tj"
_PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
# How far small letters and their stems reach, in parts of a font's size.
_ABOVE, _BELOW = 0.66, 0.12

Box = tuple[float, float, float, float]
_NOWHERE: Box = (0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Piece:
    """A marked piece: its element's path of types and numbers, its page from 1, its words and the box around them.

    A figure's box is what it claims, ``ink`` where its words stand.
    """

    path: tuple[tuple[str, int], ...]
    page: int
    words: str
    box: Box
    ink: Box

    @property
    def role(self) -> str:
        """The innermost type; a span is part of its paragraph."""
        return self._block[0]

    @property
    def element(self) -> int:
        """The number of the innermost element that is no span."""
        return self._block[1]

    @property
    def _block(self) -> tuple[str, int]:
        return next(each for each in reversed(self.path) if each[0] != "Span")

    def inside(self, kind: str) -> int:
        """Return the number of the element of a type that it is in, or 0."""
        return next((number for name, number in self.path if name == kind), 0)


@dataclass(frozen=True, slots=True)
class _Drawn:
    words: str
    box: Box


def pieces(content: bytes) -> list[Piece]:
    """Return all pieces of a document in reading order; figures with their box, text with that of its letters."""
    with opened(content) as pdf:
        pages = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
        drawn = {number: _drawn(page) for number, page in enumerate(pdf.pages, 1)}
        numbers = {each.objgen: number for number, each in enumerate(elements(pdf), 1)}
        return list(_walk(pdf.Root.StructTreeRoot.K, (), pages, drawn, numbers))


def _walk(
    node: pikepdf.Object,
    path: tuple[tuple[str, int], ...],
    pages: Mapping[tuple[int, int], int],
    drawn: Mapping[int, Mapping[int, _Drawn]],
    numbers: Mapping[tuple[int, int], int],
) -> Iterator[Piece]:
    if isinstance(node, pikepdf.Array):
        for each in node:
            yield from _walk(each, path, pages, drawn, numbers)
        return
    here = (*path, (role(node), numbers[node.objgen]))
    inner = partial(_walk, path=here, pages=pages, drawn=drawn, numbers=numbers)
    for kid in node.get("/K", ()):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from inner(kid)
        elif isinstance(kid, pikepdf.Dictionary) and "/MCID" not in kid:
            continue
        else:
            of = kid.Pg if isinstance(kid, pikepdf.Dictionary) else node.Pg
            number = int(kid.MCID) if isinstance(kid, pikepdf.Dictionary) else int(kid)
            page = pages[of.objgen]
            found = drawn[page].get(number)
            if found is None:
                continue
            box = found.box
            if here[-1][0] == "Figure":
                left, bottom, right, top = (float(each) for each in node.A.BBox)
                box = (left, bottom, right, top)
            yield Piece(here, page, found.words, box, found.box)


def _drawn(page: pikepdf.Page) -> dict[int, _Drawn]:
    """Return what is drawn for each of a page's content numbers."""
    pen = _Pen({name: _Font(font) for name, font in page.Resources.get("/Font", pikepdf.Dictionary()).items()})
    for operands, operator in pikepdf.parse_content_stream(page, _FOLLOWED):
        pen.follow(str(operator), operands)
    return pen.found


class _Pen:
    """Follows what draws a page: where it stands, in which font, and for which content number."""

    def __init__(self, fonts: Mapping[str, "_Font"]) -> None:
        self.found: dict[int, _Drawn] = {}
        self._fonts = fonts
        self._here, self._kept = _IDENTITY, [_IDENTITY]
        self._line = self._start = _IDENTITY
        self._marks: list[int | None] = []
        self._font: _Font | None = None
        self._size = self._leading = 0.0

    def follow(self, operator: str, operands: pikepdf.Array) -> None:
        """Do what an operator says."""
        match operator:
            case "q":
                self._kept.append(self._here)
            case "Q":
                self._here = self._kept.pop()
            case "cm":
                self._here = _matrix(operands) @ self._here
            case "BDC" | "BMC":
                tagged = len(operands) > 1 and "/MCID" in operands[1]
                self._marks.append(int(operands[1].MCID) if tagged else None)
            case "EMC":
                number = self._marks.pop()
                if number is not None:
                    self.found.setdefault(number, _Drawn("", _NOWHERE))
            case _:
                self._write(operator, operands)

    def _write(self, operator: str, operands: pikepdf.Array) -> None:
        match operator:
            case "BT":
                self._line = self._start = _IDENTITY
            case "Tf":
                self._font, self._size = self._fonts[str(operands[0])], float(operands[1])
            case "TL":
                self._leading = float(operands[0])
            case "Tm":
                self._line = self._start = _matrix(operands)
            case "T*":
                self._line = self._start = pikepdf.Matrix(1, 0, 0, 1, 0, -self._leading) @ self._start
            case "Tj":
                self._letters(bytes(operands[0]))

    def _letters(self, text: bytes) -> None:
        assert self._font is not None
        if self._marks and self._marks[-1] is not None:
            across = self._font.width(self._font.ink(text)) * self._size
            box = _box(self._line @ self._here, across, self._size)
            drawn = _Drawn(self._font.words(text), box)
            self.found[self._marks[-1]] = _joined(self.found.get(self._marks[-1]), drawn)
        self._line = pikepdf.Matrix(1, 0, 0, 1, self._font.width(text) * self._size, 0) @ self._line


def _matrix(operands: pikepdf.Array) -> pikepdf.Matrix:
    return pikepdf.Matrix(*(float(each) for each in operands))


def _box(at: pikepdf.Matrix, across: float, size: float) -> Box:
    corners = [at.transform(each) for each in ((0, -_BELOW * size), (across, _ABOVE * size))]
    (one, two), (three, four) = corners
    return min(one, three), min(two, four), max(one, three), max(two, four)


def _joined(one: _Drawn | None, other: _Drawn) -> _Drawn:
    if one is None or one.box == _NOWHERE:
        return other
    if not other.words.strip():
        return _Drawn(one.words + other.words, one.box)
    box = (min(one.box[0], other.box[0]), min(one.box[1], other.box[1]),
           max(one.box[2], other.box[2]), max(one.box[3], other.box[3]))  # fmt: skip
    return _Drawn(one.words + other.words, box)


class _Font:
    """A subset of a font: what its codes mean, and how wide they are in parts of its size."""

    def __init__(self, font: pikepdf.Dictionary) -> None:
        self._first = int(font.FirstChar)
        self._widths = [float(each) / 1000 for each in font.Widths]
        self._letters = {
            int(code, 16): bytes.fromhex(letter.decode()).decode("utf-16-be")
            for block in re.findall(rb"beginbfchar(.*?)endbfchar", font.ToUnicode.read_bytes(), re.DOTALL)
            for code, letter in _PAIR.findall(block)
        }

    def width(self, text: bytes) -> float:
        """Return how wide text is."""
        return sum(self._widths[each - self._first] for each in text)

    def words(self, text: bytes) -> str:
        """Return what text says."""
        return "".join(self._letters.get(each, "?") for each in text)

    def ink(self, text: bytes) -> bytes:
        """Return text without the space that ends it."""
        while text and not self._letters.get(text[-1], "?").strip():
            text = text[:-1]
        return text
