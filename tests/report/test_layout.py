"""What stands on anything else, or is parted from what it belongs to, is found; by it ``test_every_page`` looks."""

from collections.abc import Callable, Sequence
from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.flowables import Flowable, PageBreak, Spacer

from teamhealth.figures import palette
from teamhealth.figures.shapes import Circle, Figure, Text
from teamhealth.report.drawing import PlacedFigure
from teamhealth.report.pages import CONTENT_WIDTH, content_height
from teamhealth.report.paragraphs import bullet_list, cell_text, heading, paragraph
from teamhealth.report.sheet import ORDINARY
from teamhealth.report.tables import table
from tests.report.layout_problems import layout_problems
from tests.report.test_blocks import built

CHART = Figure(200, 80, (Circle(40, 40, 30, palette.TEAL),), "A chart of nothing.")
SPILT = Figure(60, 20, (Text(0, 12, "More words than there is room for", 11, palette.INK),), "A chart of words.")
DOT = Figure(6, 6, (Circle(3, 3, 2, palette.TEAL),), "")


class Flat(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A block that claims no height, so that the next is drawn on it."""

    def __init__(self, block: Flowable) -> None:
        super().__init__()
        self._block = block

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the width alone."""
        self._block.wrapOn(self.canv, width, height)
        return width, 0

    def draw(self) -> None:
        """Draw the block below where it claims to be."""
        self._block.drawOn(self.canv, 0, -self._block.height)


def parted_table(height: float) -> list[Flowable]:
    """Return a table of four rows in its two parts, the first this high, with a page's end between them."""
    heads = [cell_text("Team"), cell_text("Score")]
    whole = table([heads, *([cell_text(f"Place {number}"), cell_text("52")] for number in range(1, 5))], [100, 100])
    canvas = Canvas(BytesIO())
    whole.wrapOn(canvas, CONTENT_WIDTH, 1000)
    first, second = whole.splitOn(canvas, CONTENT_WIDTH, height)
    return [first, PageBreak(), second]


def parted_item() -> list[Flowable]:
    """Return a list with an item at a page's end that is too long for it, before the pages that are evened out."""
    after = paragraph("word " * 1500)
    return [Spacer(1, content_height(ORDINARY) - 120), *bullet_list(["word " * 200], [DOT]), after]


BROKEN: dict[str, tuple[Callable[[], Sequence[Flowable]], str]] = {
    "text on text": (lambda: [Flat(paragraph("One says this.")), paragraph("Another says that.")], "over"),
    "a chart on text": (lambda: [Flat(PlacedFigure(CHART)), paragraph("It is said here.")], "over"),
    "words beyond their chart": (lambda: [PlacedFigure(SPILT)], "outside their figure"),
    "a heading last": (
        lambda: [paragraph("What is before."), heading("Morale", 2), PageBreak(), paragraph("What is said of it.")],
        "heading 'Morale' last",
    ),
    "a heading of nothing": (lambda: [heading("Morale", 2)], "heading 'Morale' last"),
    "a first row alone": (lambda: parted_table(40), "first row 'Place 1' alone"),
    "a last row alone": (lambda: parted_table(78), "last row 'Place 4' alone"),
    "a chart from its caption": (
        lambda: [paragraph("What the chart shows:"), PageBreak(), PlacedFigure(CHART)],
        "parted from 'What the chart shows:'",
    ),
    "a caption from its chart": (
        lambda: [PlacedFigure(CHART), PageBreak(), paragraph("What the chart shows.")],
        "'What the chart shows.' parted",
    ),
    "a note from its table": (
        lambda: [*parted_table(60)[:1], PageBreak(), paragraph("In no order.")], "'In no order.' parted from '52'",
    ),
    "a note from its list": (
        lambda: [*bullet_list(["One.", "Two."], [DOT, DOT]), PageBreak(), paragraph("In no order.")],
        "'In no order.' parted from 'Two.'",
    ),
    "an item of a list": (parted_item, "an item parted"),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_the_check_catches_what_is_parted_or_on_top(name: str) -> None:
    blocks, words = BROKEN[name]
    assert any(words in each for each in layout_problems(built(*blocks()).content))
