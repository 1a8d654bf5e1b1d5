"""The structure tree of a tagged document: what each piece of content is, in reading order."""

from array import array as numbers_of
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from types import MappingProxyType

from reportlab.pdfbase.pdfdoc import PDFDictionary

from teamhealth.report.dated_document import DatedDocument
from teamhealth.report.pdf_objects import Literal, array, decimals, dictionary, reference, text_string

AttributeValue = str | int | tuple[float, ...]


@dataclass(frozen=True, slots=True)
class LinkArea:
    """Where a press leads elsewhere: the number of the page's object, and the annotation that its element holds."""

    page: int
    annotation: PDFDictionary


@dataclass(frozen=True, slots=True)
class MarkedContent:
    """A marked piece of a page's content: the number of the page's object, and its own on that page."""

    page: int
    number: int


_NONE: Mapping[str, AttributeValue] = MappingProxyType({})
# The parent of an element that is written and can take nothing more.
_CLOSED = -1


class Element:
    """A node of the structure tree.

    It joins the tree when a canvas first opens it, and may be opened again until its part of the document is
    written: that is how a paragraph that runs over two pages stays one paragraph.

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
    language : str
        The language of its words, where that is not the document's.
    spoken : str
        What is heard in place of its words, where these are short beside what stands around them.
    """

    __slots__ = ("alt", "attributes", "kids", "language", "number", "owner", "parent", "role", "spoken")

    def __init__(
        self,
        role: str,
        *,
        alt: str = "",
        owner: str = "",
        attributes: Mapping[str, AttributeValue] | None = None,
        language: str = "",
        spoken: str = "",
    ) -> None:
        self.role = role
        self.spoken = spoken
        self.language = language
        self.alt = alt
        self.owner = owner
        self.attributes: Mapping[str, AttributeValue] = attributes or _NONE
        self.kids: list[Element | MarkedContent | LinkArea] = []
        # The numbers of its own object and of its parent's, once it is in the tree.
        self.number = 0
        self.parent = 0


def header_cell(scope: str) -> Element:
    """Return a TH; ``scope`` is 'Row' or 'Column'."""
    return Element("TH", owner="Table", attributes={"Scope": scope})


class StructureTree:
    """The tree as it grows; of what is written, only the numbers of its objects are kept."""

    def __init__(self, document: DatedDocument) -> None:
        self._document = document
        self._top = document.file.new_number()
        self._root = Element("Document")
        self._root.number, self._root.parent = document.file.new_number(), self._top
        self._open = self._root
        self._written = numbers_of("Q")
        self._owners: list[str] = []
        self._pages = numbers_of("Q")
        self._links: list[tuple[int, LinkArea]] = []

    @property
    def role(self) -> str:
        """The type of the element that is open."""
        return self._open.role

    @contextmanager
    def within(self, element: Element) -> Iterator[None]:
        """Open an element: what is drawn belongs below it.

        Raises
        ------
        ValueError
            If the element is written already.
        """
        if element.parent == _CLOSED:
            raise ValueError(f"a {element.role} of an earlier part of the document")
        if not element.number:
            element.number, element.parent = self._document.file.new_number(), self._open.number
            self._open.kids.append(element)
        before, self._open = self._open, element
        try:
            yield
        finally:
            self._open = before

    def mark(self) -> int:
        """Return the number, on its page, of content that is drawn for the element that is open."""
        number = len(self._owners)
        self._owners.append(reference(self._open.number))
        self._open.kids.append(MarkedContent(self._document.this_page, number))
        return number

    def link(self, annotation: PDFDictionary) -> None:
        """Note that an annotation of the page belongs to the element that is open."""
        area = LinkArea(self._document.this_page, annotation)
        self._open.kids.append(area)
        self._links.append((self._open.number, area))

    def end_page(self) -> int:
        """Write which elements own a page's content; return the page's key in the parent tree."""
        number = self._document.file.new_number()
        self._document.file.write(number, array(self._owners).encode("ascii"))
        self._owners.clear()
        self._pages.append(number)
        return len(self._pages) - 1

    def write_finished(self) -> None:
        """Write all elements of a part of the document that has been drawn; none of them can be opened again."""
        for element in self._root.kids:
            if isinstance(element, Element):
                self._write(element)
                self._written.append(element.number)
        self._root.kids.clear()

    def finish(self) -> None:
        """Write the rest of the tree, and its parent tree, and tell the document."""
        self.write_finished()
        file = self._document.file
        kids = array(map(reference, self._written))
        entries = {"Type": "/StructElem", "S": "/Document", "P": reference(self._top), "K": kids}
        file.write(self._root.number, dictionary(entries).encode("ascii"))
        numbers = [f"{page} {reference(number)}" for page, number in enumerate(self._pages)]
        for key, (element, area) in enumerate(self._links, len(self._pages)):
            area.annotation["StructParent"] = key
            numbers.append(f"{key} {reference(element)}")
        entries = {
            "Type": "/StructTreeRoot",
            "K": array((reference(self._root.number),)),
            "ParentTree": dictionary({"Nums": array(numbers)}),
            "ParentTreeNextKey": str(len(numbers)),
        }
        file.write(self._top, dictionary(entries).encode("ascii"))
        self._document.Catalog.StructTreeRoot = self._document.named(self._top)
        self._document.Catalog.MarkInfo = PDFDictionary({"Marked": Literal("true")})

    def _write(self, element: Element) -> None:
        """Write an element and what is below it.

        A pack has tens of thousands of them, so that each is written as text at once: reportlab's dictionaries take
        five times as long.
        """
        entries = [f"/Type /StructElem /S /{element.role} /P {reference(element.parent)}"]
        if element.language:
            entries.append(f"/Lang {text_string(element.language).syntax}")
        if element.alt:
            entries.append(f"/Alt {text_string(element.alt).syntax}")
        if element.spoken:
            entries.append(f"/ActualText {text_string(element.spoken).syntax}")
        if element.attributes:
            entries.append(f"/A {dictionary({'O': f'/{element.owner}', **dict(_attributes(element))})}")
        home = next((kid.page for kid in element.kids if isinstance(kid, MarkedContent)), 0)
        if home:
            entries.append(f"/Pg {reference(home)}")
        if element.kids:
            entries.append(f"/K {array([self._kid(kid, home) for kid in element.kids])}")
        self._document.file.write(element.number, f"<< {' '.join(entries)} >>".encode("ascii"))
        # What is written lets go of what is below it, whoever still holds it.
        element.kids.clear()
        element.parent = _CLOSED

    def _kid(self, kid: Element | MarkedContent | LinkArea, home: int) -> str:
        if isinstance(kid, Element):
            self._write(kid)
            return reference(kid.number)
        if isinstance(kid, LinkArea):
            annotation = reference(self._document.number_of(kid.annotation))
            return dictionary({"Type": "/OBJR", "Pg": reference(kid.page), "Obj": annotation})
        if kid.page == home:
            return str(kid.number)
        return dictionary({"Type": "/MCR", "Pg": reference(kid.page), "MCID": str(kid.number)})


def _attributes(element: Element) -> Iterator[tuple[str, str]]:
    for name, value in element.attributes.items():
        if isinstance(value, str):
            yield name, f"/{value}"
        elif isinstance(value, tuple):
            yield name, decimals(value)
        else:
            yield name, str(value)
