"""What is not shown is counted in words that a person would say, and its reason stands in the same report."""

from dataclasses import replace

import pytest

from teamhealth.publication.types import ItemResult, ItemWord, Publication
from teamhealth.report.sheet import LARGE
from teamhealth.report.subject import subject_of
from teamhealth.report.team import team_report
from tests.invented import TEAM_ID, publication
from tests.report import samples
from tests.report.laid_out import pieces
from tests.report.test_team import report_text, text_of
from tests.rounds import council


def with_hidden(answered: int, hidden: int) -> Publication:
    """Return a publication of which so many questions have no word."""
    whole = publication(answered)
    team = whole.teams[0]
    items = tuple(ItemResult(each.item, None) if number < hidden else each for number, each in enumerate(team.items))
    return samples.with_team(whole, replace(team, items=items))


def with_mixed(answered: int, mixed: int) -> Publication:
    """Return a publication of which so many questions are mixed, the others strengths."""
    whole = samples.one_sided(publication(answered), ItemWord.STRENGTH)
    items = tuple(
        replace(each, word=ItemWord.MIXED) if number < mixed else each
        for number, each in enumerate(whole.teams[0].items)
    )
    return samples.with_team(whole, replace(whole.teams[0], items=items))


@pytest.mark.parametrize("answered", [5, 6, 7, 8, 9, 10, 12])
@pytest.mark.parametrize(
    ("hidden", "said"), [(1, "One question is not shown."), (2, "Two questions are not shown."), (0, "")]
)
def test_why_a_question_is_not_shown_stands_in_every_report_that_says_so(answered: int, hidden: int, said: str) -> None:
    words = report_text(with_hidden(answered, hidden))
    assert said in words
    reason = "‘Not shown’ in a word’s place: fewer than 5 people gave the question an answer."
    assert (reason in words) is (hidden > 0)


@pytest.mark.parametrize("threshold", [5, 6])
def test_from_how_many_answers_a_question_is_shown_follows_what_the_team_needs(threshold: int) -> None:
    whole = with_hidden(7, 1)
    needing = samples.with_team(whole, replace(whole.teams[0], needed=threshold))
    assert f"fewer than {threshold} people gave the question an answer." in report_text(needing)


@pytest.mark.parametrize(
    ("mixed", "said"),
    [(1, "The other question is mixed."), (3, "The other three questions are mixed."),
     (11, "The other 11 questions are mixed.")],
)  # fmt: skip
def test_how_many_are_mixed_is_said_as_a_person_says_it(mixed: int, said: str) -> None:
    assert said in report_text(with_mixed(6, mixed))


@pytest.mark.parametrize("answered", [8, 9, 10, 12])
def test_no_full_split_is_named_where_nothing_says_what_it_is(answered: int) -> None:
    assert "full split" not in report_text(publication(answered)).lower()


@pytest.mark.parametrize("word", [ItemWord.STRENGTH, ItemWord.CONCERN])
def test_a_list_that_is_empty_has_its_heading_in_large_print(word: ItemWord) -> None:
    found = pieces(team_report(samples.one_sided(publication(6), word), TEAM_ID, None, LARGE))
    headings = [each.words.strip() for each in found if each.role == "H2"]
    assert {"Strengths", "Concerns"} <= set(headings)


@pytest.mark.parametrize("answered", [6, 8])
def test_that_there_is_no_strength_does_not_touch_the_key_above_it(answered: int) -> None:
    words = [ItemWord.MIXED] * 8 + [ItemWord.CONCERN] * 20
    whole = samples.compared(answered)
    items = tuple(replace(each, word=word) for each, word in zip(whole.teams[0].items, words, strict=True))
    found = pieces(team_report(samples.with_team(whole, replace(whole.teams[0], items=items)), TEAM_ID, None))
    none = next(
        number for number, each in enumerate(found) if each.words.startswith("No question is shown as a strength")
    )
    above = min(each.box[1] for each in found[:none] if each.page == 1 and each.role == "Figure")
    assert above - found[none].box[3] > 1


def test_why_no_other_teams_stand_beside_a_theme_is_said_where_there_are_others_and_only_there() -> None:
    said = "No other teams are beside a theme where too few are shown, or one’s score could be told from them."
    seen = set()
    for whole in (council(14, 1)[-1], council(4, 1)[-1], council(2, 1)[-1], council(7, 3, 3)[-1]):
        for team in whole.teams:
            if team.shown:
                words = text_of(team_report(whole, team.id, None))
                results = subject_of(whole, team.id).scored
                left_out = any(result.rest is None for _, result in results if result.score is not None)
                assert (said in words) is left_out
                seen.add(left_out)
    assert seen == {True, False}
    assert said not in report_text(publication(8))


@pytest.mark.parametrize("without", [0, 1, 4])
def test_why_a_change_is_not_shown_is_said_where_other_themes_have_one(without: int) -> None:
    whole = samples.compared(8)
    domains = tuple(
        replace(each, change=None) if number < without else each for number, each in enumerate(whole.teams[0].domains)
    )
    words = report_text(samples.with_team(whole, replace(whole.teams[0], domains=domains)))
    assert ("A change is left out where the theme had no score in Spring 2026." in words) is (without == 1)
