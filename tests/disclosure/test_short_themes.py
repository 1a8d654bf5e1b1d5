"""What short themes show depends on how many questions and answers there are, and on no answer."""

import random
from dataclasses import replace
from datetime import date

import pytest

from teamhealth.analysis.measures import measure
from teamhealth.analysis.scoring import score
from teamhealth.disclosure.release import release
from teamhealth.publication.consistency import problems
from teamhealth.publication.types import (
    Agreement,
    DomainResult,
    FavourableCount,
    ItemResult,
    Publication,
    TeamResult,
)
from teamhealth.survey.organisation import Team
from teamhealth.survey.response import Response
from teamhealth.survey.survey import Survey
from tests.answers import PLACES, team_id
from tests.invented import SURVEY_ID, TEAM_ID, survey

DAY = date(2026, 12, 7)
SEEDS = range(12)


def short(questions: int, *, scored: bool = True, teams: int = 1) -> Survey:
    """Return a survey of one theme of so many questions."""
    asked = survey(20)
    core = asked.questionnaires[0]
    spare = iter(item for domain in core.domains[1:] for item in domain.items)
    first = core.domains[0]
    items = (*first.items, *spare)[:questions]
    alone = replace(core, domains=(replace(first, items=items),), score_domains=scored)
    names = tuple(Team(team_id(number) if number else TEAM_ID, PLACES[number], 20) for number in range(teams))
    service = replace(asked.services[0], teams=names)
    return replace(asked, questionnaires=(alone,), services=(service,))


def publish(asked: Survey, responses: list[Response]) -> Publication:
    return release(measure(score(responses, asked), asked), asked, (), DAY)


def alike(asked: Survey, people: int, step: int) -> list[Response]:
    items = [item.id for item in asked.questionnaires[0].items]
    return [Response(SURVEY_ID, TEAM_ID, dict.fromkeys(items, step)) for _ in range(people)]


def mixed(asked: Survey, people: int, seed: int) -> list[Response]:
    rng = random.Random(seed)
    items = [item.id for item in asked.questionnaires[0].items]
    return [Response(SURVEY_ID, TEAM_ID, {item: rng.randint(1, 5) for item in items}) for _ in range(people)]


def theme(publication: Publication) -> DomainResult:
    return publication.teams[0].domains[0]


@pytest.mark.parametrize(
    ("questions", "people", "told"),
    [
        *((3, people, False) for people in (8, 9, 10, 12)),
        *((4, people, people <= 9) for people in (8, 9, 10, 12, 13)),
        *((6, people, people <= 9) for people in (8, 9, 10, 12, 13)),
        *((7, people, people <= 12) for people in (8, 10, 12, 13, 20)),
        *((10, people, people <= 12) for people in (8, 12, 13)),
        *((7, people, False) for people in (5, 7)),
    ],
)
def test_agreement_is_told_by_questions_and_answers_alone(questions: int, people: int, told: bool) -> None:
    asked = short(questions)
    found = [publish(asked, alike(asked, people, step)) for step in range(1, 6)]
    found += [publish(asked, mixed(asked, people, seed)) for seed in SEEDS]
    assert {theme(each).agreement is not None for each in found} == {told}
    assert all(problems(each) == () for each in found)


def test_agreement_goes_by_the_question_with_the_most_answers() -> None:
    asked = short(4)
    ten = alike(asked, 10, 2)
    first = asked.questionnaires[0].items[0].id
    some = [replace(each, answers={**each.answers, first: 0}) for each in ten[:2]] + ten[2:]
    assert theme(publish(asked, ten[1:])).agreement is Agreement.ALIKE
    assert theme(publish(asked, some)).agreement is None


@pytest.mark.parametrize("people", [8, 9, 10, 12, 20])
def test_a_scored_theme_of_three_shows_words_and_no_count(people: int) -> None:
    for asked, counted in ((short(3), False), (short(4), True), (short(3, scored=False), True)):
        for seed in SEEDS:
            team = publish(asked, mixed(asked, people, seed)).teams[0]
            assert all(each.word is not None for each in team.items)
            assert {each.answered for each in team.items} == {people if counted else None}
            assert {each.favourable is not None or each.split is not None for each in team.items} == {counted}


def test_answers_to_a_theme_of_three_are_in_the_totals_together() -> None:
    asked = short(3, teams=3)
    responses = [replace(each, team=team.id) for team in asked.teams for each in mixed(asked, 9, len(team.name))]
    whole = publish(asked, responses)
    assert problems(whole) == ()
    (pool,) = whole.pools
    # Of each team all nine can be in it, as everybody may know.
    assert {share.weight for share in pool.shares} == {27}


def forged(whole: Publication, team: TeamResult) -> Publication:
    return replace(whole, services=(replace(whole.services[0], teams=(team,)),))


def test_a_file_with_a_count_of_three_questions_is_refused() -> None:
    asked = short(3)
    whole = publish(asked, mixed(asked, 9, 1))
    team = whole.teams[0]
    word = team.items[0].word
    counted = ItemResult(team.items[0].item, word, 9, FavourableCount(4, 4))
    found = problems(forged(whole, replace(team, items=(counted, *team.items[1:]))))
    assert any("too few questions for a count" in each for each in found)


@pytest.mark.parametrize(("questions", "people"), [(4, 9), (4, 10), (7, 12), (7, 13)])
def test_a_file_that_says_agreement_where_it_is_not_or_leaves_it_out_is_refused(questions: int, people: int) -> None:
    asked = short(questions)
    whole = publish(asked, mixed(asked, people, 1))
    team = whole.teams[0]
    other = None if theme(whole).agreement is not None else Agreement.DIFFER
    turned = replace(team, domains=(replace(theme(whole), agreement=other),))
    assert any("whether answers are alike" in each for each in problems(forged(whole, turned)))
