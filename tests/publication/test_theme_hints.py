"""Whoever writes a questionnaire is told what reports leave out of a short theme, by the rules that reports follow."""

from dataclasses import replace

import pytest

from teamhealth.publication.short_themes import agreement_told, items_without_counts
from teamhealth.publication.theme_hints import theme_hints
from teamhealth.publication.types import ItemResult, ItemWord
from teamhealth.survey.questionnaire import Questionnaire
from tests.invented import survey


def asked(*lengths: int, scored: bool = True) -> Questionnaire:
    """Return a questionnaire with themes of so many questions, named A, B and so on."""
    (whole, *_) = survey().questionnaires
    domain = whole.domains[0]
    item = domain.items[0]
    domains = [
        replace(
            domain,
            id=f"theme{place}",
            title="ABCD"[place],
            items=tuple(replace(item, id=f"theme{place}_{number}") for number in range(length)),
        )
        for place, length in enumerate(lengths)
    ]
    return replace(whole, domains=tuple(domains), score_domains=scored)


def test_a_theme_of_three_is_said_to_show_words_only() -> None:
    assert theme_hints(asked(3, 7)) == (
        "‘A’ has fewer than four questions. Reports show a word for each, and no count of answers.",
    )


def test_themes_of_four_to_six_are_said_to_lose_agreement() -> None:
    assert theme_hints(asked(4, 7, 6)) == (
        "‘A’ and ‘C’ have fewer than seven questions. From ten answers on, reports do not say whether they are alike.",
    )
    assert len(theme_hints(asked(3, 3, 5))) == 2


def test_nothing_is_said_of_long_themes_or_of_those_without_a_score() -> None:
    assert theme_hints(asked(7, 8)) == ()
    assert theme_hints(asked(3, 5, scored=False)) == ()


@pytest.mark.parametrize("length", range(3, 9))
def test_what_is_said_is_what_reports_do(length: int) -> None:
    made = asked(length)
    said = " ".join(theme_hints(made))
    assert ("no count of answers" in said) is bool(items_without_counts([made]))
    told = agreement_told([ItemResult(str(each), ItemWord.MIXED, 10) for each in range(length)])
    assert bool(said) is not told
