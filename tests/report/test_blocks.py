"""Columns, boxes, tables and paragraphs keep their structure when a page ends inside them."""

from datetime import date

import pytest
from reportlab.platypus.paragraph import Paragraph
from reportlab.platypus.tables import Table

from teamhealth.figures.paper_items import sign_figure
from teamhealth.publication.types import ItemWord
from teamhealth.report import styles
from teamhealth.report.blocks import AtFoot, Backdrop, Column, Columns, tinted_box
from teamhealth.report.metadata import Metadata
from teamhealth.report.pages import CONTENT_WIDTH, Document, Furniture, build
from teamhealth.report.paragraphs import bullet_list, cell_text, heading, paragraph
from teamhealth.report.tables import table
from tests.report import pdf_checks as checks

METADATA = Metadata("Title", "Subject", date(2026, 12, 7), "sample")
FURNITURE = Furniture("Exampleshire Council", "Survey", "Document")


def built(*story: object) -> Document:
    return build([heading("Title", 1), *story], METADATA, FURNITURE)


def roles(document: Document) -> list[str]:
    with checks.opened(document.content) as pdf:
        assert checks.parent_tree_problems(pdf) == []
        return [checks.role(each) for each in checks.elements(pdf)]


def test_paragraph_over_two_pages_stays_one_element() -> None:
    document = built(paragraph("word " * 1500))
    assert document.pages == 2
    assert roles(document).count("P") == 1


@pytest.mark.parametrize(
    "text", ["", " ", "Two  spaces\n and a line", "plain ’quotes’ \N{WHITE SQUARE}", "a &amp; b", "a<br/>b"]
)
def test_plain_text_becomes_what_the_parser_would_make_of_it(text: str) -> None:
    ours, theirs = cell_text(text), Paragraph(text, styles.TIGHT)
    assert [vars(each) for each in ours.frags] == [vars(each) for each in theirs.frags]


def test_paragraph_asked_again_at_another_width_is_as_high_as_a_fresh_one() -> None:
    text = "Higher is healthier, and for bureaucracy lighter. " * 4
    asked = cell_text(text)
    for width in (90.0, 300.0, 300.0, 40.0, 90.0):
        assert asked.wrap(width, 1000) == cell_text(text).wrap(width, 1000)


def test_table_asked_first_with_little_room_left_is_as_high_as_a_fresh_one() -> None:
    def made() -> Table:
        return table([[cell_text(f"{row}"), cell_text("cell")] for row in range(9)], (100, 100))

    asked = made()
    for room in (40.0, 1000.0, 40.0, 1000.0):
        assert (asked.wrap(200, room)[1] <= room) == (made().wrap(200, room)[1] <= room)
    assert asked.wrap(200, 1000) == made().wrap(200, 1000)


def test_table_over_two_pages_stays_one_table_with_its_header_read_once() -> None:
    rows = [[cell_text(f"{row}"), cell_text("cell")] for row in range(90)]
    document = built(table(rows, (100, 100)))
    found = roles(document)
    assert document.pages > 1
    assert (found.count("Table"), found.count("TR")) == (1, 90)
    assert found.count("TH") == 2 + 89
    with checks.opened(document.content) as pdf:
        assert checks.header_problems(pdf) == []


def test_columns_over_two_pages_keep_two_lists() -> None:
    signs = [sign_figure(ItemWord.STRENGTH)] * 70
    lists = [bullet_list([f"{name} {number}" for number in range(70)], signs) for name in ("left", "right")]
    document = built(Columns([Column(tuple(each), 200) for each in lists], gap=20))
    found = roles(document)
    assert document.pages == 2
    assert (found.count("L"), found.count("LI")) == (2, 140)


def test_block_at_the_foot_leaves_no_blank_page() -> None:
    box = tinted_box([paragraph("How to read.")], CONTENT_WIDTH, Backdrop("#E2EEF0"))
    assert built(paragraph("Above."), AtFoot(box)).pages == 1
    following = tinted_box([paragraph("How to read.")], CONTENT_WIDTH, Backdrop("#E2EEF0"))
    assert built(AtFoot(following), paragraph("Next page.")).pages == 2
