"""Totals over several teams: from shown teams' shown scores, and from nothing else."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from teamhealth.analysis.measures import measure
from teamhealth.analysis.scoring import score
from teamhealth.disclosure.release import release
from teamhealth.publication.consistency import problems
from teamhealth.publication.document import canonical
from teamhealth.publication.types import (
    Publication,
)
from teamhealth.survey.response import Response
from teamhealth.survey.survey import Survey
from tests.answers import many_teams, people, random_people, same_answer, team_id


def published(asked: Survey, responses: list[Response]) -> Publication:
    return release(measure(score(responses, asked), asked), asked, (), date(2026, 12, 7))


def test_services_and_council_have_totals_of_their_shown_teams() -> None:
    asked = many_teams((8, 8, 8, 8, 4), services=2)
    responses = [
        each for number in range(5) for each in random_people(asked, (6, 7, 8, 8, 4)[number], number, team_id(number))
    ]
    publication = published(asked, responses)
    assert [len(service.teams) for service in publication.services] == [3, 2]
    assert {each.teams for service in publication.services for each in service.totals} == {2}
    assert {each.teams for each in publication.council} == {4}
    assert len(publication.atoms) == 4
    assert publication.spreads == ()
    assert problems(publication) == ()


def test_five_shown_teams_publish_the_spread_that_their_ranges_use() -> None:
    asked = many_teams((8,) * 5)
    responses = [each for number in range(5) for each in random_people(asked, 8, number, team_id(number))]
    publication = published(asked, responses)
    assert [each.domain for each in publication.spreads] == ["stability", "morale", "bureaucracy", "safety"]
    assert all(each.freedom > 10 and 5 < each.points < 22 for each in publication.spreads)
    assert problems(publication) == ()


@settings(max_examples=15, deadline=None)
@given(people(most=4, team=team_id(0)), people(most=4, team=team_id(0)), st.integers(0, 99))
def test_nothing_that_a_hidden_team_answers_moves_any_figure(
    one: list[Response], other: list[Response], seed: int
) -> None:
    asked = many_teams((4, 8, 8, 6, 9, 9))
    shown = [each for number in range(1, 6) for each in random_people(asked, 5, seed + number, team_id(number))]
    assert canonical(published(asked, [*shown, *one])) == canonical(published(asked, [*shown, *other]))


def test_a_cell_that_is_hidden_is_in_no_total() -> None:
    asked = many_teams((8, 8))
    few = [Response(asked.id, team_id(0), {"st1": 3})] * 6
    publication = published(asked, [*few, *[same_answer(asked, 4, team_id(1))] * 6])
    assert publication.teams[0].shown
    assert publication.council == ()
    assert publication.atoms[0].scores == ()
    assert problems(publication) == ()
