"""Lines of text that come again are written as they were the first time, in the fonts of their own document."""

from io import BytesIO

from reportlab.pdfbase import pdfmetrics

from teamhealth.report.canvas import TaggedCanvas
from teamhealth.report.fonts import BOLD, REGULAR, register_fonts
from teamhealth.report.metadata import Metadata
from tests.report import pdf_checks as checks


def drawn(*lines: tuple[str, str]) -> bytes:
    out = BytesIO()
    canvas = TaggedCanvas(out, Metadata("Title", "Subject", None, "identity"), lambda *_: None)
    for number, (words, font) in enumerate(lines):
        canvas.setFont(font, 11)
        canvas.drawString(50, 700 - 20 * number, words)
    canvas.save()
    return out.getvalue()


def said(content: bytes) -> list[str]:
    return [word.text for word in checks.words(content)[0]]


def test_line_that_comes_again_reads_the_same_in_either_font() -> None:
    lines = [("Tîm Tŷ", REGULAR), ("Ŵyl", BOLD), ("Tîm Tŷ", BOLD), ("Ŵyl", REGULAR), ("Tîm Tŷ", REGULAR)]
    assert said(drawn(*lines)) == " ".join(words for words, _ in lines).split()


def test_line_reads_the_same_in_a_later_document_with_other_letters() -> None:
    first = drawn(("ŵŷîâ", REGULAR), ("same", REGULAR))
    later = drawn(("âîŷŵ", REGULAR), ("ŵŷîâ", REGULAR), ("same", REGULAR))
    assert said(first) == ["ŵŷîâ", "same"]
    assert said(later) == ["âîŷŵ", "ŵŷîâ", "same"]


def test_brackets_and_backslashes_are_only_words() -> None:
    lines = [("(as (it) is)", REGULAR), ("a\\b \\( \\)", REGULAR), ("Tŷ (Ŵyl) \\", BOLD)]
    assert said(drawn(*lines)) == " ".join(words for words, _ in lines).split()


def test_more_letters_than_one_subset_of_a_font_holds_read_the_same() -> None:
    register_fonts()
    known = sorted(pdfmetrics.getFont(REGULAR).face.charToGlyph)
    letters = "".join(chr(each) for each in known if 0x100 <= each < 0x500 and chr(each).isalpha())
    rows = [letters[start : start + 12] for start in range(0, 360, 12)]
    mixed = "".join(row[0] + "a" for row in rows[:20])
    assert len(set("".join(rows))) == 360
    lines = [*rows, mixed, rows[-1] + rows[0]]
    assert said(drawn(*((words, REGULAR) for words in lines))) == lines
