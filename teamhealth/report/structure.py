"""The structure tree of a tagged document: what each piece of content is, in reading order."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFName, PDFObject

from teamhealth.report.pdf_objects import Literal, text_string

AttributeValue = str | int | tuple[float, ...]


@dataclass(frozen=True, slots=True)
class LinkArea:
    """Where on a page, from 0, a press leads elsewhere: the annotation that its element holds."""

    page: int
    annotation: PDFDictionary


@dataclass(frozen=True, slots=True)
class MarkedContent:
    """A marked piece of a page's content: page from 0, and its number on that page."""

    page: int
    number: int


_NONE: Mapping[str, AttributeValue] = MappingProxyType({})


class Element:
    """A node of the structure tree.

    It joins the tree when a canvas first opens it, and may be opened again: that is how a paragraph that runs
    over two pages stays one paragraph.

    Parameters
    ----------
    role : str
        A standard structure type, such as 'P' or 'TH'.
    alt : str
        What a figure shows, in words.
    owner : str
        Whose attributes follow: 'Table', 'List' or 'Layout'.
    attributes : mapping
        Names are written as PDF names, numbers as numbers, tuples as arrays of numbers.
    """

    __slots__ = ("alt", "attached", "attributes", "kids", "owner", "role")

    def __init__(
        self, role: str, *, alt: str = "", owner: str = "", attributes: Mapping[str, AttributeValue] | None = None
    ) -> None:
        self.role = role
        self.alt = alt
        self.owner = owner
        self.attributes: Mapping[str, AttributeValue] = attributes or _NONE
        self.kids: list[Element | MarkedContent | LinkArea] = []
        self.attached = False

    def attach(self, parent: "Element") -> None:
        """Join the tree below ``parent``, once."""
        if not self.attached:
            self.attached = True
            parent.kids.append(self)


def header_cell(scope: str) -> Element:
    """Return a TH; ``scope`` is 'Row' or 'Column'."""
    return Element("TH", owner="Table", attributes={"Scope": scope})


def write_tree(
    document: PDFDocument, root: Element, owners: Sequence[Sequence[Element]], links: Sequence[tuple[Element, LinkArea]]
) -> None:
    """Write the tree and its parent tree into a document.

    Parameters
    ----------
    document : PDFDocument
        The document, its pages all there.
    root : Element
        The Document element.
    owners : sequence of sequences of Element
        For each page the element that owns each of its marked contents, by number.
    links : sequence of pairs of Element and LinkArea
        The links, and what each is of.
    """
    pages = [_named(document, page) for page in document.Pages.pages]
    top = PDFDictionary({"Type": PDFName("StructTreeRoot")})
    references: dict[Element, str] = {}
    first = _write_element(document, root, _named(document, top), pages, references)
    top["K"] = PDFArray([Literal(first)])
    numbers: list[object] = []
    for page, elements in enumerate(owners):
        owned = Literal(_array([references[element] for element in elements]))
        numbers += [page, document.Reference(owned)]
    for number, (element, area) in enumerate(links, len(owners)):
        area.annotation["StructParent"] = number
        numbers += [number, Literal(references[element])]
    top["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
    top["ParentTreeNextKey"] = len(owners) + len(links)
    document.Catalog.StructTreeRoot = top
    document.Catalog.MarkInfo = PDFDictionary({"Marked": Literal("true")})


def _write_element(
    document: PDFDocument, element: Element, parent: str, pages: Sequence[str], references: dict[Element, str]
) -> str:
    """Write an element and what is below it; return how it is referred to.

    A pack has tens of thousands of them, so that each is written as text at once: reportlab's dictionaries take
    five times as long.
    """
    written = Literal("")
    references[element] = reference = _named(document, written)
    entries = {"Type": "/StructElem", "S": f"/{element.role}", "P": parent}
    if element.alt:
        entries["Alt"] = text_string(element.alt).syntax
    if element.attributes:
        entries["A"] = _dictionary({"O": f"/{element.owner}", **dict(_attributes(element))})
    home = next((kid.page for kid in element.kids if isinstance(kid, MarkedContent)), None)
    if home is not None:
        entries["Pg"] = pages[home]
    kids: list[str] = []
    for kid in element.kids:
        if isinstance(kid, Element):
            kids.append(_write_element(document, kid, reference, pages, references))
        elif isinstance(kid, LinkArea):
            where = {"Type": "/OBJR", "Pg": pages[kid.page], "Obj": _named(document, kid.annotation)}
            kids.append(_dictionary(where))
        elif kid.page == home:
            kids.append(str(kid.number))
        else:
            kids.append(_dictionary({"Type": "/MCR", "Pg": pages[kid.page], "MCID": str(kid.number)}))
    if kids:
        entries["K"] = _array(kids)
    written.syntax = _dictionary(entries)
    return reference


def _named(document: PDFDocument, thing: PDFObject) -> str:
    """Return how an object is referred to, from now on one of the document's own."""
    number, version = document.idToObjectNumberAndVersion[document.Reference(thing).name]
    return f"{number} {version} R"


def _attributes(element: Element) -> Iterator[tuple[str, str]]:
    for name, value in element.attributes.items():
        if isinstance(value, str):
            yield name, f"/{value}"
        elif isinstance(value, tuple):
            yield name, _array([fp_str(round(each, 2)) for each in value])
        else:
            yield name, str(value)


def _dictionary(entries: Mapping[str, str]) -> str:
    parts = _in_lines([f"/{name} {entries[name]}" for name in sorted(entries)], 6)
    return f"<<\n{parts}\n>>"


def _array(items: Sequence[str]) -> str:
    return f"[ {_in_lines(items, 10)} ]"


def _in_lines(parts: Sequence[str], most: int) -> str:
    return " \n  ".join(" ".join(parts[start : start + most]) for start in range(0, len(parts), most))
