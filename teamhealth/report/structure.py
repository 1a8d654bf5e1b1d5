"""The structure tree of a tagged document: what each piece of content is, in reading order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFName, PDFObjectReference

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

    def __init__(
        self, role: str, *, alt: str = "", owner: str = "", attributes: Mapping[str, AttributeValue] | None = None
    ) -> None:
        self.role = role
        self.alt = alt
        self.owner = owner
        self.attributes: dict[str, AttributeValue] = dict(attributes or {})
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
    pages = [document.Reference(page) for page in document.Pages.pages]
    top = PDFDictionary({"Type": PDFName("StructTreeRoot")})
    top_reference = document.Reference(top)
    references: dict[Element, PDFObjectReference] = {}
    top["K"] = PDFArray([_write_element(document, root, top_reference, pages, references)])
    numbers: list[object] = []
    for page, elements in enumerate(owners):
        numbers += [page, document.Reference(PDFArray([references[element] for element in elements]))]
    for number, (element, area) in enumerate(links, len(owners)):
        area.annotation["StructParent"] = number
        numbers += [number, references[element]]
    top["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
    top["ParentTreeNextKey"] = len(owners) + len(links)
    document.Catalog.StructTreeRoot = top
    document.Catalog.MarkInfo = PDFDictionary({"Marked": Literal("true")})


def _write_element(
    document: PDFDocument,
    element: Element,
    parent: PDFObjectReference,
    pages: Sequence[PDFObjectReference],
    references: dict[Element, PDFObjectReference],
) -> PDFObjectReference:
    written = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName(element.role), "P": parent})
    references[element] = reference = document.Reference(written)
    if element.alt:
        written["Alt"] = text_string(element.alt)
    if element.attributes:
        written["A"] = _attributes(element)
    home = next((kid.page for kid in element.kids if isinstance(kid, MarkedContent)), None)
    if home is not None:
        written["Pg"] = pages[home]
    kids: list[object] = []
    for kid in element.kids:
        if isinstance(kid, Element):
            kids.append(_write_element(document, kid, reference, pages, references))
        elif isinstance(kid, LinkArea):
            where = {"Type": PDFName("OBJR"), "Pg": pages[kid.page], "Obj": document.Reference(kid.annotation)}
            kids.append(PDFDictionary(where))
        elif kid.page == home:
            kids.append(kid.number)
        else:
            kids.append(PDFDictionary({"Type": PDFName("MCR"), "Pg": pages[kid.page], "MCID": kid.number}))
    if kids:
        written["K"] = PDFArray(kids)
    return reference


def _attributes(element: Element) -> PDFDictionary:
    written: dict[str, object] = {"O": PDFName(element.owner)}
    for name, value in element.attributes.items():
        if isinstance(value, str):
            written[name] = PDFName(value)
        elif isinstance(value, tuple):
            written[name] = PDFArray([round(each, 2) for each in value])
        else:
            written[name] = value
    return PDFDictionary(written)
