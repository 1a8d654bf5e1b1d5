"""Comments keep two limits, and are cleaned of what no reader should meet."""

import json

from hypothesis import given
from hypothesis import strategies as st

from teamhealth.survey.comment_size import clean_comment, comment_fits, comment_size, cut_to_fit


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_bytes_are_those_of_json(text: str) -> None:
    assert comment_size(text).bytes == len(json.dumps(text, ensure_ascii=False).encode()) - 2


@given(st.text(max_size=1500) | st.integers(0, 1500).map(lambda length: "\x01" * length))
def test_what_fits_is_told_without_measuring_as_by_measuring(text: str) -> None:
    assert comment_fits(text) == comment_size(text).fits


@given(st.text(max_size=1500))
def test_cut_comments_fit_and_lose_nothing_else(text: str) -> None:
    kept = cut_to_fit(text)
    assert comment_size(kept).fits
    assert text.startswith(kept)
    if comment_size(text).fits:
        assert kept == text


@given(st.text(max_size=300))
def test_cleaning_is_done_once_and_leaves_no_control_characters(text: str) -> None:
    once = clean_comment(text)
    assert clean_comment(once) == once
    assert all(each == "\n" or ord(each) >= 32 for each in once)
    once.encode("utf-8")


@given(st.text(st.characters(categories=["L", "Z", "P", "So"]), max_size=60))
def test_printable_comments_are_cleaned_like_any_other(text: str) -> None:
    # A control character in front takes the other way through, and is left out.
    assert clean_comment(text) == clean_comment("\x01" + text)


def test_ordinary_comments_stay_as_written() -> None:
    text = "Tea \u2615 & <b>honest</b> talk: \u0175, \u0177.\nEvery week."
    assert clean_comment(text) == text
