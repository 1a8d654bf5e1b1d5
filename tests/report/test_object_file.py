"""A PDF that grows object by object is one that other programs can read."""

from io import BytesIO

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from teamhealth.report.dated_document import DatedDocument
from teamhealth.report.object_file import ObjectFile
from teamhealth.report.outline import Bookmark, write_outline
from teamhealth.report.structure import Element, StructureTree

ROOT = b"<< /Type /Catalog /Pages 2 0 R >>"
IDENTIFIER = "[<00><00>]"


def written(small: int) -> pikepdf.Pdf:
    """Return a document of one page with so many small objects and a stream."""
    target = BytesIO()
    file = ObjectFile(target)
    root, pages, page, stream = (file.new_number() for _ in range(4))
    file.write_stream(stream, "", b"0 0 5 5 re f\r")
    numbers = [file.new_number() for _ in range(small)]
    for number in reversed(numbers):
        file.write(number, f"({number})".encode())
    file.write(
        page, f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources << >> /Contents {stream} 0 R >>".encode()
    )
    file.write(pages, f"<< /Type /Pages /Count 1 /Kids [{page} 0 R] >>".encode())
    file.write(root, ROOT)
    file.finish(root, numbers[0], IDENTIFIER)
    return pikepdf.open(BytesIO(target.getvalue()), attempt_recovery=False)


@pytest.mark.parametrize("small", [1, 96, 97, 98, 250])
def test_every_object_is_found_where_the_file_says(small: int) -> None:
    with written(small) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert pdf.pages[0].Contents.read_bytes() == b"0 0 5 5 re f\r"
        assert [str(pdf.get_object(number, 0)) for number in range(5, 5 + small)] == [
            str(number) for number in range(5, 5 + small)
        ]


def test_a_number_without_an_object_is_free() -> None:
    target = BytesIO()
    file = ObjectFile(target)
    root, pages, unused = (file.new_number() for _ in range(3))
    file.write(pages, b"<< /Type /Pages /Count 0 /Kids [] >>")
    file.write(root, ROOT)
    file.finish(root, pages, IDENTIFIER)
    with pikepdf.open(BytesIO(target.getvalue()), attempt_recovery=False) as pdf:
        assert pdf.get_object(unused, 0) is None


def document() -> DatedDocument:
    made = Canvas(BytesIO())._doc
    DatedDocument.adopt(made, BytesIO(), None, "a test")
    assert isinstance(made, DatedDocument)
    return made


def test_bookmarks_are_a_tree_in_reading_order() -> None:
    levels = [("title", 0), ("a", 1), ("a.1", 2), ("a.2", 2), ("b", 1), ("deep", 4), ("c", 1), ("other", 0)]
    target = BytesIO()
    canvas = Canvas(target)
    DatedDocument.adopt(canvas._doc, target, None, "a test")
    made = canvas._doc
    canvas.drawString(0, 0, "x")
    here = made.this_page
    bookmarks = [Bookmark(title, level, here, 9.0) for title, level in levels]
    made.Catalog.Outlines = made.named(write_outline(made, bookmarks))
    canvas.showPage()
    made.file.write(made.Pages.numbers[0], made.ended.format(made))
    made.SaveToFile(None, canvas)

    def told(items: list[pikepdf.OutlineItem]) -> list[object]:
        return [each.title if not each.children else (each.title, told(each.children)) for each in items]

    with pikepdf.open(BytesIO(target.getvalue()), attempt_recovery=False) as pdf:
        with pdf.open_outline() as outline:
            assert told(outline.root) == [("title", [("a", ["a.1", "a.2"]), ("b", ["deep"]), "c"]), "other"]
            assert outline.root[0].destination[0].objgen == pdf.pages[0].objgen
        assert int(pdf.Root.Outlines.Count) == len(levels)
        assert int(pdf.Root.Outlines.First.Count) == len(levels) - 2


def test_an_element_that_is_written_cannot_be_opened_again() -> None:
    tree, element = StructureTree(document()), Element("P")
    with tree.within(element):
        pass
    with tree.within(element):
        pass
    tree.write_finished()
    with pytest.raises(ValueError, match="a P of an earlier part"), tree.within(element):
        pass
