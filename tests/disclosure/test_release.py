"""What a publication may hold, whatever people answer."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teamhealth.analysis.measures import Measures, measure
from teamhealth.analysis.scoring import score
from teamhealth.disclosure.release import release
from teamhealth.disclosure.reviewed import ReviewedComments
from teamhealth.publication.consistency import problems
from teamhealth.publication.document import canonical, publication_hash, read_document, write_document
from teamhealth.publication.types import (
    Agreement,
    Cap,
    FavourableCount,
    ItemWord,
    Publication,
    ShownScore,
    Span,
    TeamResult,
    Tier,
)
from teamhealth.resources import resource
from teamhealth.survey.organisation import Team
from teamhealth.survey.policy import CommentsChoice
from teamhealth.survey.questionnaire_file import read_questionnaire
from teamhealth.survey.response import Response
from teamhealth.survey.survey import Survey
from tests.answers import people, random_people, same_answer
from tests.invented import SURVEY_ID, TEAM_ID, survey

DAY = date(2026, 12, 7)
LAWS = settings(max_examples=25, deadline=None)
GOLDEN_SEED = 20261207
GOLDEN_HASH = "140b5f8f238bf46e4c915b9bf4586321d1f695a076bff5ea02ecb122e8c4dbe5"


def measured(responses: Sequence[Response], asked: Survey | None = None) -> Measures:
    whole = asked or survey(12)
    return measure(score(responses, whole), whole)


def published(
    responses: Sequence[Response], asked: Survey | None = None, comments: Sequence[ReviewedComments] = ()
) -> Publication:
    whole = asked or survey(12)
    return release(measured(responses, whole), whole, comments, DAY)


def with_recipients(recipients: int) -> Survey:
    asked = survey(12)
    team = Team(TEAM_ID, "Northgate", 12, recipients)
    return replace(asked, services=(replace(asked.services[0], teams=(team,)),))


def item_answers(steps: Sequence[int]) -> list[Response]:
    """Return people who answer the first item with these steps, and nothing else."""
    return [Response(SURVEY_ID, TEAM_ID, {"st1": step}) for step in steps]


@LAWS
@given(people())
def test_no_figure_rests_on_fewer_answers_than_its_tier_needs(responses: list[Response]) -> None:
    figures = measured(responses).teams[0]
    team = published(responses).teams[0]
    answered = sum(each.answers_any for each in responses)
    if answered < 5:
        assert team == TeamResult(TEAM_ID, "Northgate", 12, Tier.HIDDEN)
        return
    assert team.answered == answered
    for domain, known in zip(team.domains, figures.domains, strict=True):
        assert (domain.score is None) == (known.valid < 5)
        asked = next(each for each in survey(12).questionnaires[0].domains if each.id == domain.domain)
        valid = [each.valid for each in figures.items if each.item in {item.id for item in asked.items}]
        told = known.valid >= 5 and min(valid) >= 8 and max(valid) <= 12
        assert (domain.agreement is not None) == told
    for item, counted in zip(team.items, figures.items, strict=True):
        assert (item.word is None) == (counted.valid < 5)
        assert item.answered == (counted.valid if counted.valid >= 8 else None)
        assert item.split is None or counted.valid >= 10
        assert (item.favourable is None and item.split is None) == (counted.valid < 8)
    for banded, banding in zip(team.banded, figures.banded, strict=True):
        assert (banded.middle is None) == (banding.valid < 5)
        assert banded.answered == (banding.valid if banding.valid >= 8 else None)
        assert banded.bands is None or banding.valid >= 10


@LAWS
@given(people(least=8))
def test_no_lone_and_no_unanimous_answer_is_shown(responses: list[Response]) -> None:
    figures = measured(responses).teams[0]
    team = published(responses).teams[0]
    if figures.answered < 5:
        assert team == TeamResult(TEAM_ID, "Northgate", 12, Tier.HIDDEN)
        return
    for item, counted in zip(team.items, figures.items, strict=True):
        if item.favourable is not None:
            assert item.favourable.low <= counted.favourable <= item.favourable.high
            assert not item.favourable.exact or 3 <= counted.favourable <= counted.valid - 3
        if item.split is not None:
            parts = (item.split.unfavourable, item.split.neutral, item.split.favourable)
            assert parts == (counted.unfavourable, counted.neutral, counted.favourable)
            assert sum(parts) == item.answered
            assert min(parts) >= 2
    for banded in team.banded:
        if banded.bands is not None:
            assert sum(band.people for band in banded.bands) == banded.answered
            assert min(band.people for band in banded.bands) >= 2
    for domain in team.domains:
        if domain.score is not None:
            capped = {6: Cap.OR_LESS, 94: Cap.OR_MORE}.get(domain.score.points, Cap.EXACT)
            assert 6 <= domain.score.points <= 94
            assert domain.score.cap is capped


@LAWS
@given(people(), st.integers(0, 2))
def test_every_publication_agrees_with_itself_and_survives_its_file(responses: list[Response], recipients: int) -> None:
    publication = published(responses, with_recipients(recipients))
    assert problems(publication) == ()
    assert read_document(write_document(publication)) == publication


@LAWS
@given(people(least=0, most=4), people(least=0, most=4), st.text(max_size=20))
def test_a_hidden_team_looks_the_same_whatever_was_answered(
    one: list[Response], other: list[Response], text: str
) -> None:
    said = ReviewedComments(TEAM_ID, "keep", (text,), 1)
    assert canonical(published(one)) == canonical(published(other, comments=[said]))


@LAWS
@given(people(least=5, most=12), st.randoms(use_true_random=False))
def test_the_order_of_answers_and_comments_changes_no_byte(responses: list[Response], rng: random.Random) -> None:
    comments = ["b", "a", "é", "z", "B", "\N{GRINNING FACE}"]
    shuffled, mixed = list(responses), list(comments)
    rng.shuffle(shuffled)
    rng.shuffle(mixed)
    one = published(responses, comments=[ReviewedComments(TEAM_ID, "keep", tuple(comments), 0)])
    other = published(shuffled, comments=[ReviewedComments(TEAM_ID, "keep", tuple(mixed), 0)])
    assert canonical(one) == canonical(other)


@pytest.mark.parametrize(
    ("recipients", "answered", "tier"),
    [(0, 5, Tier.WORDS), (1, 5, Tier.HIDDEN), (1, 8, Tier.WORDS), (1, 10, Tier.SHARES), (2, 12, Tier.SPLITS)],
)
def test_recipients_who_answer_raise_every_tier(recipients: int, answered: int, tier: Tier) -> None:
    asked = with_recipients(recipients)
    team = published([same_answer(asked, 4)] * answered, asked).teams[0]
    assert team.tier is tier
    assert all((item.favourable is None) == (tier in {Tier.WORDS, Tier.HIDDEN}) for item in team.items)


def test_a_domain_is_shown_with_its_ranges() -> None:
    asked = survey(7)
    # Everybody agrees with everything: each reversed item scores 25, each other one 75.
    team = published([same_answer(asked, 4)] * 6, asked).teams[0]
    stability = team.domains[0]
    reversed_items = sum(item.reverse for item in asked.questionnaires[0].domains[0].items)
    assert reversed_items == 1
    # (6 * 75 + 25) / 7 = 67.86; 22 * 1.959964 * sqrt((1 - 6/7 * .5)/6) = 13.307
    assert stability.score == ShownScore(68)
    assert stability.likely == Span(55, 81)
    assert stability.worst == Span(58, 73)
    assert (stability.agreement, stability.rest, stability.change) == (None, None, None)


def test_eight_who_agree_are_mostly_alike_and_two_camps_differ() -> None:
    asked = survey(12)
    alike = published([same_answer(asked, 4)] * 8, asked).teams[0]
    camps = published([same_answer(asked, 5)] * 4 + [same_answer(asked, 1)] * 4, asked).teams[0]
    assert {each.agreement for each in alike.domains} == {Agreement.ALIKE}
    assert {each.agreement for each in camps.domains} == {Agreement.DIFFER}


def test_an_item_falls_to_the_tier_of_its_own_answers() -> None:
    team = published(item_answers([5, 5, 4, 4, 3]) + [Response(SURVEY_ID, TEAM_ID, {"tu1": 3})] * 7).teams[0]
    first = team.items[0]
    assert team.tier is Tier.SPLITS
    assert (first.word, first.answered, first.favourable, first.split) == (ItemWord.STRENGTH, None, None, None)
    assert {item.word for item in team.items[1:]} == {None}
    assert {domain.score for domain in team.domains} == {None}


def test_a_split_replaces_the_vague_wording() -> None:
    two = published(item_answers([1] * 4 + [3] * 4 + [5] * 2)).teams[0].items[0]
    assert two.favourable is None
    assert two.split is not None
    assert two.split.favourable == 2
    lone = published(item_answers([1] * 4 + [3] * 1 + [5] * 5)).teams[0].items[0]
    assert lone.split is None
    assert lone.favourable is not None
    assert lone.favourable == FavourableCount(5, 5)


def test_items_come_in_the_order_asked_and_unscored_domains_have_no_result() -> None:
    module = read_questionnaire(resource("questionnaires", "ten-characteristics.toml"))
    asked = replace(survey(), questionnaires=(*survey().questionnaires, module))
    team = published(random_people(asked, 12, 3), asked).teams[0]
    assert [each.item for each in team.items] == [item.id for each in asked.questionnaires for item in each.items]
    assert [each.domain for each in team.domains] == ["stability", "morale", "bureaucracy", "safety"]
    assert problems(published(random_people(asked, 12, 3), asked)) == ()


def test_comments_come_question_by_question_in_the_order_of_their_bytes() -> None:
    comments = [
        ReviewedComments(TEAM_ID, "keep", ("é", "z", "Z", " a "), 0),
        ReviewedComments(TEAM_ID, "change", (), 2),
    ]
    shown = published([same_answer(survey(), 3)] * 5, comments=comments).teams[0].comments
    assert [(each.question, each.comments, each.withheld) for each in shown] == [
        ("change", (), 2),
        ("keep", ("Z", "a", "z", "é"), 0),
    ]


@pytest.mark.parametrize(
    ("choice", "answered", "shown"),
    [
        (CommentsChoice.FROM_EIGHT, 7, False),
        (CommentsChoice.FROM_EIGHT, 8, True),
        (CommentsChoice.FROM_THRESHOLD, 5, True),
        (CommentsChoice.NOT_ASKED, 12, False),
    ],
)
def test_comments_below_their_threshold_leave_no_trace(choice: CommentsChoice, answered: int, shown: bool) -> None:
    asked = survey(12, comments=choice)
    responses = [same_answer(asked, 3)] * answered
    with_words = published(responses, asked, [ReviewedComments(TEAM_ID, "keep", ("Our tea round.",), 1)])
    assert bool(with_words.teams[0].comments) is shown
    assert (canonical(with_words) == canonical(published(responses, asked))) is not shown


@pytest.mark.parametrize(
    "comments",
    [
        [ReviewedComments(TEAM_ID, "nothing", (), 1)],
        [ReviewedComments(TEAM_ID, "keep", (), -1)],
        [ReviewedComments(TEAM_ID, "keep", (), 1), ReviewedComments(TEAM_ID, "keep", (), 2)],
    ],
)
def test_comments_that_are_not_the_surveys_are_refused(comments: list[ReviewedComments]) -> None:
    with pytest.raises(ValueError, match="one entry for each team and question"):
        published([], comments=comments)


def test_another_surveys_measures_are_refused() -> None:
    with pytest.raises(ValueError, match="another survey's"):
        release(replace(measured([]), teams=()), survey(12), (), DAY)


def test_the_same_answers_give_the_same_hash_on_every_machine() -> None:
    asked = survey(12)
    comments = [ReviewedComments(TEAM_ID, "keep", ("Group supervision.", "Cover for each other."), 1)]
    publication = published(random_people(asked, 11, GOLDEN_SEED), asked, comments)
    # The figures alone: a questionnaire's wording may be mended without a change here.
    figures = replace(publication, survey=replace(publication.survey, questionnaires=()))
    assert publication_hash(figures) == GOLDEN_HASH


def test_alike_or_not_is_told_only_where_every_item_has_enough_answers() -> None:
    """Eight people have a score each, of four items of seven; no item has eight answers, so none of that is told."""
    items = [item.id for item in survey(12).questionnaires[0].domains[0].items]
    some = [
        Response(SURVEY_ID, TEAM_ID, {items[(person + turn) % len(items)]: 2 for turn in range(4)})
        for person in range(8)
    ]
    known = measured(some).teams[0]
    assert (known.domains[0].valid, min(each.valid for each in known.items[: len(items)])) == (8, 4)
    told = published(some).teams[0].domains[0]
    assert told.score is not None
    assert told.agreement is None
    full = [replace(each, answers=dict.fromkeys(items, 2)) for each in some]
    assert published(full).teams[0].domains[0].agreement is Agreement.ALIKE
