"""A team's part lets nobody work out one other team's figures by taking its own away."""

from datetime import date

from teamhealth.analysis.measures import measure
from teamhealth.analysis.scoring import score
from teamhealth.disclosure.release import release
from teamhealth.publication.part import Part, part_of, part_problems, read_part, write_part
from teamhealth.publication.types import Publication, Verdict
from teamhealth.survey.response import Response
from tests.answers import many_teams, random_people, team_id


def published(headcounts: tuple[int, ...], services: int = 1) -> Publication:
    asked = many_teams(headcounts, services=services)
    people = [
        each for n, team in enumerate(asked.teams) for each in random_people(asked, team.headcount, n + 11, team.id)
    ]
    scores = score(people, asked)
    return release(measure(scores, asked), asked, (), date(2026, 12, 7), scores=scores)


def part(whole: Publication, number: int = 0) -> Part:
    found = part_of(whole, team_id(number))
    assert part_problems(found) == ()
    assert read_part(write_part(found)) == found
    return found


def test_of_two_shown_teams_neither_is_told_what_both_come_to() -> None:
    whole = published((10, 10))
    assert whole.services[0].totals
    assert whole.services[0].items
    assert whole.teams[0].domains[0].rest is not None
    found = part(whole).publication
    assert found.services[0].totals == found.council == ()
    assert found.services[0].items == found.council_items == ()
    assert {each.rest for each in found.teams[0].domains} == {None}
    assert [each.score for each in found.teams[0].domains] == [each.score for each in whole.teams[0].domains]


def test_with_two_others_all_totals_and_comparisons_stand() -> None:
    whole = published((10, 10, 10))
    found = part(whole).publication
    assert found.services[0].totals == whole.services[0].totals
    # An item that two teams show by itself would leave the other's count.
    assert {each.teams for each in whole.services[0].items} == {2, 3}
    assert found.services[0].items == tuple(each for each in whole.services[0].items if each.teams == 3)
    assert found.council == whole.council
    assert found.teams[0] == whole.teams[0]


def test_one_team_beyond_the_service_is_not_left_over_of_the_council() -> None:
    # Dealt out in turn: teams 0, 2 and 4 in the first service; team 1 in the second, where team 3 is hidden.
    whole = published((10, 10, 10, 3, 10), 2)
    found = part(whole).publication
    assert found.services[0].totals == whole.services[0].totals != ()
    assert whole.council
    assert found.council == ()
    assert {each.rest for each in found.teams[0].domains} == {None}


def test_a_lone_team_sees_the_council_where_others_are_several() -> None:
    whole = published((10, 10, 10, 3, 10), 2)
    found = part(whole, 1).publication
    assert found.services[0].totals == ()
    assert found.council == whole.council
    assert found.teams[0].domains == whole.team(team_id(1)).domains


def test_a_total_that_would_leave_the_one_team_that_stands_apart_is_not_in_a_part() -> None:
    asked = many_teams((10,) * 5)
    low = [
        Response(asked.id, team_id(0), {item.id: 5 if item.reverse else 1 for item in asked.questionnaires[0].items})
        for _ in range(10)
    ]
    others = [each for n, team in enumerate(asked.teams[1:]) for each in random_people(asked, 10, n + 11, team.id)]
    scores = score([*low, *others], asked)
    whole = release(measure(scores, asked), asked, (), date(2026, 12, 7), scores=scores)
    apart = [each.domain for each in whole.team(team_id(0)).domains if each.rest and each.rest.verdict is Verdict.BELOW]
    assert apart
    found = part(whole, 1).publication
    assert found.teams[0].domains == whole.team(team_id(1)).domains
    assert {each.domain for each in found.services[0].totals}.isdisjoint(apart)
    assert {each.domain for each in found.council}.isdisjoint(apart)
    # The team itself is beside the four others, whose mean tells none of them.
    assert part(whole, 0).publication.services[0].totals == whole.services[0].totals
