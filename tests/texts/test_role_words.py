"""A role stands in a sentence whether or not its article was typed."""

import pytest

from teamhealth.texts.role_words import role_in_sentence


@pytest.mark.parametrize(
    ("typed", "stands"),
    [
        ("Practice educator", "the practice educator"),
        (" practice  educator ", "the practice educator"),
        ("Head of Service", "the Head of Service"),
        ("Practice Educator", "the Practice Educator"),
        ("IRO", "the IRO"),
        ("our union rep", "our union rep"),
        ("The practice lead", "the practice lead"),
        ("a social worker from Northgate", "a social worker from Northgate"),
        ("HR", "HR"),
        ("yr ymarferydd", "yr ymarferydd"),
        ("Northgate’s practice lead", "Northgate’s practice lead"),
        ("  ", ""),
    ],
)
def test_an_article_is_added_only_where_none_was_typed(typed: str, stands: str) -> None:
    assert role_in_sentence(typed) == stands
    assert role_in_sentence(stands) == stands
