"""Text is cleaned to what the font can show, and markup in it is only text."""

import re
from xml.sax.saxutils import unescape

from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase import pdfmetrics

from teamhealth.report import fonts


def test_registering_twice_changes_nothing() -> None:
    fonts.register_fonts()
    before = pdfmetrics.getFont(fonts.REGULAR)
    fonts.register_fonts()
    assert pdfmetrics.getFont(fonts.REGULAR) is before


def test_controls_direction_marks_and_surrogates_go() -> None:
    assert fonts.clean("a\x00b\x07c\u202ed\u2066e\ud800f\u200bg") == "abcdefg"


def test_what_the_font_lacks_is_replaced_visibly() -> None:
    assert fonts.clean("ok \U0001f600 日本") == "ok □ □□"


def test_what_stands_for_plain_characters_is_shown_by_them() -> None:
    assert fonts.clean("\uff1dcmd\uff08\uff09 \uff21\uff22 \u2474") == "=cmd() AB (1)"


def test_welsh_letters_and_line_ends_stay() -> None:
    assert fonts.clean("ŵyl Ŷ\r\ny tŷ\rx") == "ŵyl Ŷ\ny tŷ\nx"
    assert fonts.clean("w\u0302yl") == "ŵyl"


def test_plain_letters_are_all_in_the_font_and_stay() -> None:
    plain = "".join(map(chr, range(32, 127)))
    fonts.register_fonts()
    assert set(map(ord, plain)) <= set(pdfmetrics.getFont(fonts.REGULAR).face.charToGlyph)
    assert fonts.clean(plain) == plain


def test_markup_in_text_is_text() -> None:
    assert fonts.markup("<b>&\n</b>") == "&lt;b&gt;&amp;<br/>&lt;/b&gt;"


@given(st.text())
def test_clean_text_is_shown_whole_and_stays_as_it_is(text: str) -> None:
    shown = fonts.clean(text)
    known = pdfmetrics.getFont(fonts.REGULAR).face.charToGlyph
    assert all(each == "\n" or ord(each) in known for each in shown)
    assert fonts.clean(shown) == shown


@given(st.text())
def test_markup_holds_no_tag_but_line_ends(text: str) -> None:
    marked = fonts.markup(text)
    assert set(re.findall(r"<[^>]*>?", marked)) <= {"<br/>"}
    assert unescape(marked.replace("<br/>", "\n")) == fonts.clean(text)


@given(st.text(max_size=60), st.floats(min_value=20, max_value=300))
def test_fitted_text_fits(text: str, width: float) -> None:
    assert fonts.text_width(fonts.fitted(text, fonts.REGULAR, 10, width), fonts.REGULAR, 10) <= width


def test_character_map_leaves_out_unused_codes_and_keeps_blocks_short() -> None:
    written = fonts.character_map("A+B", {code: code for code in range(32, 240)})
    sizes = [int(each) for each in re.findall(r"(\d+) beginbfchar", written)]
    assert sum(sizes) == 208
    assert max(sizes) <= 100
    assert "<0000>" not in written
