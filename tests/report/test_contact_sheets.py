"""Every page of a document is on the sheets that are looked at, in its order."""

from pathlib import Path

from PIL import Image

from teamhealth.report.sheet import ORDINARY
from tests.report.contact_sheets import Page, Print, contact_sheets, every_document, write_contact_sheets
from tests.report.test_gates import DOCUMENTS

PAGE = (40, 60)
SIX = Print("six", ORDINARY, 3, 2)


def shades_of(sheet: Image.Image) -> list[int]:
    """Return the reds of the pages on a sheet, in the order in which they are met line by line."""
    colours = sheet.get_flattened_data()
    return list(dict.fromkeys(each[0] for each in colours if isinstance(each, tuple) and each[1:] == (0, 0)))


def test_all_pages_are_laid_in_their_order() -> None:
    pages = [Page("", Image.new("RGB", PAGE, (20 * number, 0, 0))) for number in range(1, 9)]
    sheets = list(contact_sheets(pages, SIX))
    assert [shades_of(sheet) for sheet in sheets] == [[20, 40, 60, 80, 100, 120], [140, 160]]


def test_a_document_is_laid_out_in_both_prints(tmp_path: Path) -> None:
    written = write_contact_sheets(tmp_path, "meeting of 12")
    assert [each.name for each in written] == ["ordinary-001.png", "large-001.png"]
    assert sorted(tmp_path.iterdir()) == sorted(written)


def test_no_kind_of_document_is_left_out() -> None:
    assert DOCUMENTS.keys() <= every_document().keys()
