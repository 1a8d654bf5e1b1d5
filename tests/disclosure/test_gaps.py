"""Each shown team beside the others of its table, and which gaps are more than chance."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from teamhealth.analysis.differences import differences
from teamhealth.analysis.measures import measure
from teamhealth.analysis.scoring import score
from teamhealth.disclosure.release import release
from teamhealth.publication.consistency import problems
from teamhealth.publication.document import canonical
from teamhealth.publication.types import Cap, Comparison, Publication, ShownScore, Verdict
from teamhealth.survey.response import Response
from teamhealth.survey.survey import Survey
from tests.answers import many_teams, random_people, same_answer, team_id

SIX = (8,) * 6


def published(asked: Survey, responses: Sequence[Response], *, tested: bool = True) -> Publication:
    scores = score(responses, asked)
    return release(measure(scores, asked), asked, (), date(2026, 12, 7), scores=scores if tested else None)


def answers(asked: Survey, people: int = 8) -> list[Response]:
    return [each for n, team in enumerate(asked.teams) for each in random_people(asked, people, n, team.id)]


def with_low_team(asked: Survey) -> list[Response]:
    low = [
        Response(asked.id, team_id(0), {item.id: 5 if item.reverse else 1 for item in asked.questionnaires[0].items})
        for _ in range(8)
    ]
    return [*low, *(each for each in answers(asked) if each.team != team_id(0))]


def rest(publication: Publication, team: int) -> Comparison:
    found = publication.team(team_id(team)).domains[0].rest
    assert found is not None
    return found


def test_a_team_far_below_the_others_is_told_and_the_others_are_not() -> None:
    asked = many_teams(SIX)
    publication = published(asked, with_low_team(asked))
    assert rest(publication, 0).verdict is Verdict.BELOW
    assert rest(publication, 0).would_show is None
    assert {rest(publication, number).verdict for number in range(1, 6)} == {Verdict.WITHIN_CHANCE}
    assert all(5 < (rest(publication, number).would_show or 0) < 60 for number in range(1, 6))
    assert problems(publication) == ()


def test_without_scores_nothing_is_tested_but_the_others_score_stands() -> None:
    asked = many_teams(SIX)
    tested, untested = (published(asked, answers(asked), tested=each) for each in (True, False))
    assert rest(untested, 0) == Comparison(rest(tested, 0).other, Verdict.NOT_TESTED)


def test_a_team_alone_is_compared_with_nobody() -> None:
    asked = many_teams((8, 3))
    publication = published(asked, [*random_people(asked, 8, 1, team_id(0)), *random_people(asked, 3, 2, team_id(1))])
    assert {each.rest for each in publication.teams[0].domains} == {None}
    assert problems(publication) == ()


def test_a_small_services_teams_are_tested_among_the_council() -> None:
    # Dealt out in turn: teams 0, 2, 4 and 6 in one service of four, teams 1, 3 and 5 in one of three.
    asked = many_teams((8,) * 7, services=2)
    publication = published(asked, with_low_team(asked))
    points = [team.domains[0].score.points for team in publication.services[0].teams if team.domains[0].score]
    assert abs(rest(publication, 0).other.points - sum(points[1:]) / 3) <= 0.5
    assert rest(publication, 0).verdict is Verdict.BELOW
    # Team 1 stands beside everybody, the low team too.
    assert rest(publication, 1).other.points < rest(publication, 2).other.points + 20
    assert problems(publication) == ()


def test_neither_order_nor_hidden_people_move_a_verdict() -> None:
    asked = many_teams((8,) * 5 + (4,))
    shown = [each for each in with_low_team(asked) if each.team != team_id(5)]
    mixed = list(shown)
    random.Random(4).shuffle(mixed)
    hidden = [same_answer(asked, 5, team_id(5))] * 4
    assert canonical(published(asked, shown)) == canonical(published(asked, mixed))
    assert canonical(published(asked, shown)) == canonical(published(asked, [*hidden, *mixed]))


def test_a_score_that_is_hidden_takes_no_part() -> None:
    asked = many_teams(SIX)
    few = [
        replace(each, answers={item: code for item, code in each.answers.items() if not item.startswith("st")})
        for each in random_people(asked, 8, 0, team_id(0))
    ]
    publication = published(asked, [*few, *(each for each in answers(asked) if each.team != team_id(0))])
    stability, morale = publication.teams[0].domains[:2]
    assert stability.score is None
    assert stability.rest is None
    assert morale.rest is not None
    assert rest(publication, 1).verdict is Verdict.WITHIN_CHANCE
    assert problems(publication) == ()


def test_the_others_score_is_capped_like_any_other() -> None:
    asked = many_teams((8, 8))
    best = [
        Response(asked.id, team_id(1), {item.id: 1 if item.reverse else 5 for item in asked.questionnaires[0].items})
        for _ in range(8)
    ]
    publication = published(asked, [*random_people(asked, 8, 1, team_id(0)), *best])
    assert rest(publication, 0).other == publication.teams[1].domains[0].score
    assert rest(publication, 0).other.points == ShownScore(94).points


def test_two_scores_that_print_the_same_are_not_told_apart() -> None:
    """All in one team give the worst answers, in the other but one item is a step better: both are '6 or less'."""
    asked = many_teams((8, 8))
    items = asked.questionnaires[0].items
    worst = {item.id: 5 if item.reverse else 1 for item in items}
    first = items[0]
    better = {**worst, first.id: 4 if first.reverse else 2}
    people = [Response(asked.id, team_id(0), worst)] * 8 + [Response(asked.id, team_id(1), better)] * 8
    publication = published(asked, people)
    own = [publication.team(team_id(number)).domains[0].score for number in (0, 1)]
    assert own[0] == own[1] == ShownScore(6, Cap.OR_LESS)
    assert rest(publication, 0) == rest(publication, 1) == Comparison(ShownScore(6, Cap.OR_LESS), Verdict.WITHIN_CHANCE)
    # The test itself tells them apart, so the words alone keep them together.
    scores = score(people, asked).domains[0].points.to_numpy()[:, None]
    assert all(gap.flagged for gap in differences(np.repeat([0, 1], 8), scores, seed=1))


def test_a_verdict_that_the_printed_scores_do_not_bear_out_is_a_problem() -> None:
    asked = many_teams(SIX)
    publication = published(asked, with_low_team(asked))
    service = publication.services[0]
    team = service.teams[0]
    first = team.domains[0]
    assert first.rest is not None
    turned = replace(first, rest=replace(first.rest, verdict=Verdict.ABOVE))
    changed = replace(service, teams=(replace(team, domains=(turned, *team.domains[1:])), *service.teams[1:]))
    assert any("its score is not" in each for each in problems(replace(publication, services=(changed,))))


def _leaning(asked: Survey, centres: Sequence[float]) -> list[Response]:
    """Return people whose answers lie about their team's centre, 1 to 5."""
    drawn = random.Random(3)
    found = []
    for team, centre in zip(asked.teams, centres, strict=True):
        for _ in range(team.headcount):
            leans = drawn.gauss(centre, 0.4)
            steps = {item: min(5, max(1, round(drawn.gauss(leans, 0.5)))) for item in asked.questionnaires[0].items}
            found.append(
                Response(asked.id, team.id, {item.id: 6 - x if item.reverse else x for item, x in steps.items()})
            )
    return found


def test_one_poor_team_does_not_hide_another_nor_make_the_others_look_good() -> None:
    asked = many_teams((12, 7, 8, 8, 7))
    publication = published(asked, _leaning(asked, (1.3, 3.15, 4.0, 4.0, 4.0)))
    calm = [team.domains[0].score for team in publication.teams[2:]]
    for number in (0, 1):
        assert rest(publication, number).verdict is Verdict.BELOW
        assert abs(rest(publication, number).other.points - sum(each.points for each in calm if each) / 3) <= 1
    assert {rest(publication, number).verdict for number in (2, 3, 4)} == {Verdict.WITHIN_CHANCE}
    assert problems(publication) == ()


@pytest.mark.parametrize("seed", range(8))
def test_no_printed_gap_that_is_within_chance_reaches_the_one_that_would_have_shown(seed: int) -> None:
    drawn = random.Random(seed)
    asked = many_teams(tuple(drawn.randint(5, 12) for _ in range(6)))
    publication = published(asked, _leaning(asked, (2.0, 2.6, 3.6, 3.6, 3.6, 3.6)))
    for team in publication.teams:
        for result in team.domains:
            assert result.rest is not None
            assert result.score is not None
            if result.rest.verdict is Verdict.WITHIN_CHANCE and result.score != result.rest.other:
                apart = abs(result.score.points - result.rest.other.points)
                assert apart < (result.rest.would_show or 0)


def test_results_that_set_a_team_beside_one_that_stands_apart_are_refused() -> None:
    asked = many_teams((12, 7, 8, 8, 7))
    publication = published(asked, _leaning(asked, (1.3, 3.15, 4.0, 4.0, 4.0)))
    service = publication.services[0]
    team = service.teams[2]
    (first, *others), old = team.domains, rest(publication, 2)
    plain = replace(first, rest=replace(old, other=ShownScore(old.other.points - 15)))
    forged = replace(service, teams=(*service.teams[:2], replace(team, domains=(plain, *others)), *service.teams[3:]))
    assert any("not beside" in each for each in problems(replace(publication, services=(forged,))))


def test_of_four_teams_two_of_which_stand_apart_nothing_is_said_about_the_two_that_are_left() -> None:
    """Beside them the two that stand apart are printed, and with those the test did not compare them in the end."""
    asked = many_teams((9, 8, 9, 8))
    publication = published(asked, _leaning(asked, (2.0, 2.1, 3.6, 4.3)))
    verdicts = [rest(publication, number).verdict for number in range(4)]
    assert verdicts.count(Verdict.NOT_TESTED) == 2
    assert {each for each in verdicts if each is not Verdict.NOT_TESTED} <= {Verdict.ABOVE, Verdict.BELOW}
    assert problems(publication) == ()
