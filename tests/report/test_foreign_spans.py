"""Texts of another language are found wherever a sentence quotes them, and nothing else is."""

import pytest

from teamhealth.report.foreign_spans import ForeignSpans, Span

FOREIGN = {"Morâl": "cy", "Llwyth gwaith": "cy", "Llwyth gwaith yn iawn": "cy", "Dim": "cy", "21% i 40%": "cy"}


def parts(words: str) -> list[tuple[str, str]]:
    return [(words[each.start : each.end], each.language) for each in ForeignSpans(FOREIGN).of(words)]


def test_a_text_is_found_at_the_beginning_in_the_middle_and_at_the_end() -> None:
    assert parts("Morâl is lower.") == [("Morâl", "cy"), (" is lower.", "")]
    assert parts("Of morâl (52) and more") == [("Of ", ""), ("morâl", "cy"), (" (52) and more", "")]
    assert parts("It is ‘Llwyth gwaith’.") == [("It is ", ""), ("‘Llwyth gwaith’.", "cy")]


def test_the_longest_of_several_texts_is_the_one() -> None:
    assert parts("‘Llwyth gwaith yn iawn’ here") == [("‘Llwyth gwaith yn iawn’", "cy"), (" here", "")]


@pytest.mark.parametrize("words", ["", "Nothing of it.", "Dim ond", "Morâlau", "amorâl", "llwyth GWAITH"])
def test_what_is_no_such_text_stays_as_it_is(words: str) -> None:
    assert parts(words) == []


def test_all_words_are_in_one_span_or_another() -> None:
    words = "Llwyth gwaith and morâl, and Morâl."
    spans = ForeignSpans(FOREIGN).of(words)
    assert "".join(words[each.start : each.end] for each in spans) == words
    assert [one.end for one in spans[:-1]] == [other.start for other in spans[1:]]
    assert [each.language for each in spans] == ["cy", "", "cy", "", "cy"]


def test_words_are_mostly_of_a_language_where_more_than_half_are() -> None:
    spans = ForeignSpans(FOREIGN)
    assert spans.most_of("Llwyth gwaith: heavy.") == "cy"
    assert spans.most_of("Morâl: 52 of 100, near the middle.") == ""
    assert spans.most_of("Nothing of it.") == ""


def test_without_such_texts_there_is_nothing_to_find() -> None:
    none = ForeignSpans({"Dim": "cy"})
    assert not none
    assert none.of("Dim") == ()
    assert ForeignSpans(FOREIGN).of("Morâl") == (Span(0, 5, "cy"),)
