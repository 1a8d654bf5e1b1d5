"""A service with fewer than four shown teams is compared among the council: with those whose mean is printed."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

import pytest

from teamhealth.analysis.measures import measure
from teamhealth.analysis.scoring import score
from teamhealth.disclosure.release import release
from teamhealth.publication.consistency import problems
from teamhealth.publication.types import Publication, Verdict
from teamhealth.survey.ids import ServiceId
from teamhealth.survey.response import Response
from teamhealth.survey.survey import Survey
from tests.answers import many_teams

POOR, ORDINARY = 2.0, 3.4


def published(headcounts: Sequence[int], large: int, centres: Sequence[float], seed: int) -> Publication:
    """Return what is published of a service of ``large`` teams and one of all others, answers about these centres."""
    asked = many_teams(headcounts)
    (only,) = asked.services
    first, second = replace(only, teams=only.teams[:large]), replace(only, teams=only.teams[large:])
    asked = replace(asked, services=(first, replace(second, id=ServiceId(f"{90:032x}"), name="Service 2")))
    scores = score(_answers(asked, centres, seed), asked)
    return release(measure(scores, asked), asked, (), date(2026, 12, 7), scores=scores)


def _answers(asked: Survey, centres: Sequence[float], seed: int) -> list[Response]:
    drawn = random.Random(seed)
    found = []
    for team, centre in zip(asked.teams, centres, strict=True):
        for _ in range(team.headcount):
            leans = drawn.gauss(centre, 0.9)
            steps = {item: min(5, max(1, round(drawn.gauss(leans, 1)))) for item in asked.questionnaires[0].items}
            found.append(
                Response(asked.id, team.id, {item.id: 6 - x if item.reverse else x for item, x in steps.items()})
            )
    return found


def within_chance(publication: Publication, service: int) -> Iterator[int]:
    """Yield how far apart the two scores are printed of which it says that it is within chance."""
    for team in publication.services[service].teams:
        for result in team.domains:
            if result.score and result.rest and result.rest.verdict is Verdict.WITHIN_CHANCE:
                yield abs(result.score.points - result.rest.other.points)


@pytest.mark.parametrize("seed", range(12))
def test_a_poor_team_is_not_within_chance_of_a_mean_without_the_other_poor_one(seed: int) -> None:
    """The first is poor too, and apart in its own service: so it is in neither the printed mean nor the test."""
    publication = published((10, 7, 8, 7, 10), 4, (POOR, ORDINARY, ORDINARY, ORDINARY, POOR), seed)
    assert all(apart < 28 for apart in within_chance(publication, 1))
    assert problems(publication) == ()


@pytest.mark.parametrize("seed", [11, 17, 50])
def test_a_gap_beside_a_mean_that_was_not_tested_is_not_called_within_chance(seed: int) -> None:
    """Two poor teams of four do not stand apart in their service, but they do in the council, and are in its mean."""
    publication = published((8,) * 7, 4, (POOR, POOR, *(ORDINARY,) * 5), seed)
    untested = [
        result.score.points - result.rest.other.points
        for team in publication.services[1].teams
        for result in team.domains
        if result.score and result.rest and result.rest.verdict is Verdict.NOT_TESTED
    ]
    assert untested
    assert min(untested) >= 24
    assert problems(publication) == ()


def test_without_anybody_apart_a_small_services_teams_are_beside_all_others() -> None:
    publication = published((8,) * 7, 4, (ORDINARY,) * 7, 3)
    assert {each.rest.verdict for team in publication.teams for each in team.domains if each.rest} == {
        Verdict.WITHIN_CHANCE
    }
    mine = publication.services[1].teams[0]
    others = [team for team in publication.teams if team.id != mine.id]
    for number, result in enumerate(mine.domains):
        scores = [each.points for team in others if (each := team.domains[number].score)]
        assert result.rest is not None
        assert abs(result.rest.other.points - sum(scores) / len(scores)) <= 1
