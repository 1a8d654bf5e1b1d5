"""A team's document tells of others what the team's part tells, whichever file it is made from."""

from dataclasses import replace

import pytest

from teamhealth.publication.lines import rounds_up_to
from teamhealth.publication.part import part_of
from teamhealth.publication.taken_part import taken
from teamhealth.publication.types import Publication
from teamhealth.report.subject import Subject, subject_of
from tests.rounds import council

# From fourteen teams in an area of service to two in each, of which some are hidden.
COUNCILS = ((14, 1), (13, 3), (9, 3), (7, 3))


def _handed(whole: Publication, team_id: str) -> Publication:
    part = part_of(whole, team_id)
    return taken(part.publication, part.whole)


def _made_from(published: tuple[Publication, ...], team_id: str) -> Subject:
    return replace(
        subject_of(published[-1], team_id, rounds=rounds_up_to(published[-1], published[:-1])), from_part=False
    )


def _shown(published: tuple[Publication, ...]) -> list[str]:
    return [team.id for team in published[-1].teams if team.shown]


@pytest.mark.parametrize(("teams", "services"), COUNCILS)
def test_it_is_the_same_from_the_whole_as_from_the_part(teams: int, services: int) -> None:
    published = council(teams, 3, services)
    for team_id in _shown(published):
        parts = tuple(_handed(each, team_id) for each in published if any(team.id == team_id for team in each.teams))
        # A round without the team has no part; its place in the lines is what the whole gives it.
        if len(parts) == len(published):
            assert _made_from(published, team_id) == _made_from(parts, team_id)


def test_of_two_shown_teams_neither_is_told_their_average() -> None:
    teams, services = COUNCILS[-1]
    published = council(teams, 3, services)
    told = rounds_up_to(published[-1], published[:-1])
    averages = {"lead": 0, "team": 0}
    for team_id in _shown(published):
        if sum(team.shown for team in published[-1].service_of(team_id).teams) == 2:
            own = _made_from(published, team_id).lines
            assert own is not None
            averages["lead"] += sum(line.points[-1].service is not None for line in told.lines(team_id).lines)
            averages["team"] += sum(line.points[-1].service is not None for line in own.lines)
    assert averages["lead"] > 0
    assert averages["team"] == 0
