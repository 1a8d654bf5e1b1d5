"""Measures against figures worked out by hand, and laws that hold for any answers."""

import random
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teamhealth.analysis.measures import Measures, lower_middle, measure
from teamhealth.analysis.scoring import score
from teamhealth.publication.numbers import round_half_up
from teamhealth.survey.response import Response
from tests.answers import many_teams, people, random_people, same_answer, team_id
from tests.invented import SURVEY_ID, TEAM_ID, survey


def measured(responses: list[Response]) -> Measures:
    return measure(score(responses, survey()), survey())


def stability(steps: list[int]) -> Response:
    """Return somebody whose healthy steps in the domain are these; the second item is reversed."""
    codes = {f"st{number}": step for number, step in enumerate(steps, 1)}
    codes["st2"] = 6 - codes["st2"]
    return Response(SURVEY_ID, TEAM_ID, codes)


def test_a_teams_domain_figures_are_worked_out_as_by_hand() -> None:
    rows = [[4, 4, 4, 4, 4, 4, 4], [2, 2, 2, 2, 2, 2, 2], [5, 5, 5, 5, 3, 3, 3]]
    domain = measured([stability(row) for row in rows]).teams[0].domains[0]
    # people: 75, 25, (4*100 + 3*50)/7 = 550/7
    mean = (75 + 25 + Fraction(550, 7)) / 3
    assert (domain.domain, domain.valid, domain.mean) == ("stability", 3, mean)
    assert domain.squares == (75 - mean) ** 2 + (25 - mean) ** 2 + (Fraction(550, 7) - mean) ** 2
    # items 1-4: 4,2,5, mean 11/3, |.|: 1/3+5/3+4/3 = 10/9 a person; items 5-7: 4,2,3: mean 3: 2/3
    assert domain.deviation == (4 * Fraction(10, 9) + 3 * Fraction(2, 3)) / 7
    assert domain.moments.people == 3


def test_an_items_figures_count_after_recoding() -> None:
    codes = [1, 2, 2, 3, 4, 5, 9, 0]
    items = measured([Response(SURVEY_ID, TEAM_ID, {"st1": code, "st2": code}) for code in codes]).teams[0].items
    plain, reverse = items[0], items[1]
    assert (plain.valid, plain.unfavourable, plain.neutral, plain.favourable) == (6, 3, 1, 2)
    assert (reverse.valid, reverse.unfavourable, reverse.neutral, reverse.favourable) == (6, 2, 1, 3)
    assert plain.mean == Fraction(25 * (0 + 1 + 1 + 2 + 3 + 4), 6)
    assert reverse.mean == Fraction(25 * (4 + 3 + 3 + 2 + 1 + 0), 6)
    assert (plain.not_applicable, plain.declined) == (1, 1)


def test_the_published_engagement_index_comes_out() -> None:
    # 10, 40, 10, 16 and 24 percent from strongly agree down score 49.
    codes = [5] * 10 + [4] * 40 + [3] * 10 + [2] * 16 + [1] * 24
    mean = measured([Response(SURVEY_ID, TEAM_ID, {"st1": code}) for code in codes]).teams[0].items[0].mean
    assert mean is not None
    assert round_half_up(mean) == 49


def test_banded_answers_are_counted_band_by_band() -> None:
    codes = [1, 1, 3, 6, 9, 0]
    banded = measured([Response(SURVEY_ID, TEAM_ID, {"tu1": code}) for code in codes]).teams[0].banded[0]
    assert (banded.item, banded.valid, banded.counts, banded.middle) == ("tu1", 4, (2, 0, 1, 0, 0, 1), 0)
    assert (banded.not_applicable, banded.declined) == (1, 1)


@pytest.mark.parametrize(
    ("counts", "middle"),
    [((1, 0, 0), 0), ((1, 1, 0), 0), ((0, 1, 2), 2), ((2, 0, 2), 0), ((2, 1, 2), 1), ((0, 0, 0), None), ((0, 5), 1)],
)
def test_the_middle_is_the_lower_of_two(counts: tuple[int, ...], middle: int | None) -> None:
    assert lower_middle(counts) == middle


def test_a_team_without_answers_has_figures_of_nobody() -> None:
    team = measured([]).teams[0]
    assert (team.answered, {each.valid for each in team.domains}, {each.mean for each in team.items}) == (
        0,
        {0},
        {None},
    )


def test_each_team_is_measured_by_itself() -> None:
    asked = many_teams((6, 6))
    responses = [same_answer(asked, 5, team_id(0)), *random_people(asked, 4, 1, team_id(1))]
    figures = measure(score(responses, asked), asked)
    alone = measure(score(responses[:1], asked), asked)
    assert [each.answered for each in figures.teams] == [1, 4]
    assert figures.team(team_id(0)) == alone.team(team_id(0))


@settings(max_examples=20, deadline=None)
@given(people(most=8), st.randoms(use_true_random=False))
def test_the_order_of_people_changes_nothing(responses: list[Response], rng: random.Random) -> None:
    shuffled = list(responses)
    rng.shuffle(shuffled)
    assert measured(responses) == measured(shuffled)


@settings(max_examples=20, deadline=None)
@given(people(least=1, most=8))
def test_turning_every_answer_round_mirrors_every_mean(responses: list[Response]) -> None:
    agreement = {item.id for item in survey().questionnaires[0].items}
    mirrored = [
        replace(each, answers={k: 6 - v if k in agreement and v in range(1, 6) else v for k, v in each.answers.items()})
        for each in responses
    ]
    for one, other in zip(measured(responses).teams[0].domains, measured(mirrored).teams[0].domains, strict=True):
        assert (one.valid, one.squares, one.deviation) == (other.valid, other.squares, other.deviation)
        if one.mean is not None and other.mean is not None:
            assert one.mean + other.mean == 100
