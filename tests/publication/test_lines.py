"""Lines over the rounds: by identity, gaps as gaps, mergers marked, closed teams told, twelve rounds at most."""

from dataclasses import replace

import pytest

from teamhealth.figures.compared_sentences import change_words
from teamhealth.publication.lines import MOST_ROUNDS, Rounds, rounds_of
from teamhealth.publication.points import PointKind
from teamhealth.survey.ids import OrganisationId
from teamhealth.survey.organisation import Organisation
from tests.invented import publication
from tests.rounds import HARBOUR, HIDDEN, PLACES, asked_otherwise, council, merged, team_id, with_teams


def one(rounds: tuple[Rounds, ...]) -> Rounds:
    (found,) = rounds
    return found


def test_rounds_are_in_order_whatever_order_they_come_in() -> None:
    made = council()
    found = one(rounds_of(tuple(reversed(made))))
    assert [each.name for each in found.rounds] == [each.survey.wave.name for each in made]


def test_points_are_the_published_scores() -> None:
    made = council()
    line = one(rounds_of(made)).lines(team_id(0)).line("morale")
    assert line is not None
    for point, each in zip(line.points, made, strict=True):
        result = next(one for one in each.team(team_id(0)).domains if one.domain == "morale")
        assert point.score == result.score
        assert point.likely == result.likely
        total = next(one for one in each.service_of(team_id(0)).totals if one.domain == "morale")
        assert point.service == total.score


def test_a_hidden_round_is_a_gap_and_tells_no_score() -> None:
    line = one(rounds_of(council())).lines(team_id(HARBOUR)).lines[0]
    assert [point.kind for point in line.points] == [PointKind.SHOWN, PointKind.HIDDEN, PointKind.SHOWN]
    assert line.points[1].score is None
    assert line.points[1].likely is None
    assert line.shown == 2


def test_a_team_that_took_no_part_is_absent() -> None:
    made = council()
    without = (with_teams(made[0], made[0].teams[1:]), *made[1:])
    line = one(rounds_of(without)).lines(team_id(0)).lines[0]
    assert line.points[0].kind is PointKind.ABSENT


def test_a_new_name_goes_on_as_the_same_line() -> None:
    made = council()
    renamed = replace(made[-1].teams[0], name="Ashdown and Moor")
    lines = one(rounds_of((*made[:-1], with_teams(made[-1], (renamed, *made[-1].teams[1:]))))).lines(team_id(0))
    assert lines.name == "Ashdown and Moor"
    assert lines.lines[0].shown == 3
    assert not any(point.mark for point in lines.lines[0].points)


def test_where_the_questions_changed_the_point_stands_apart_and_says_so() -> None:
    first, *later = council()
    lines = one(rounds_of((asked_otherwise(first, "stability"), later[0]))).lines(team_id(0))
    changed, same = lines.line("stability"), lines.line("morale")
    assert changed is not None
    assert same is not None
    name = later[0].survey.wave.name
    assert [point.mark for point in changed.points] == [
        "", f"The questions changed in {name}. Earlier scores are not compared."
    ]  # fmt: skip
    assert change_words(changed) == "No change to show: the questions changed"
    assert not any(point.mark for point in same.points)
    assert change_words(same).startswith("Since ")
    assert lines.asked_anew == {"stability"}


def test_the_service_stands_apart_where_it_was_asked_anew_and_a_hidden_team_is_told_of_that_round() -> None:
    first, second, last = council()
    found = one(rounds_of((asked_otherwise(first, "morale"), second, last)))
    changed, same = found.lines(team_id(HARBOUR)).line("morale"), found.lines(team_id(HARBOUR)).line("safety")
    assert changed is not None
    assert same is not None
    assert changed.points[1].score is None
    assert [point.service_anew for point in changed.points] == [False, True, False]
    words = f"The questions changed in {second.survey.wave.name}. Earlier scores are not compared."
    assert [point.asked_anew for point in changed.points] == ["", "", words]
    assert not any(point.service_anew for point in same.points)
    assert found.lines(team_id(HARBOUR)).asked_anew == {"morale"}


def test_a_merged_team_is_marked_and_what_it_came_from_is_no_more() -> None:
    found = one(rounds_of(merged(council())))
    line = found.lines(team_id(1)).lines[0]
    assert [bool(point.mark) for point in line.points] == [False, False, True]
    assert "Ashdown and Brookside" in line.points[-1].mark
    ended = {each.name: each.ended for each in found.teams if each.ended}
    assert ended == {"Ashdown": "Spring 2022", "Northgate": "Spring 2022"}
    assert [each.name for each in found.teams][-2:] == ["Ashdown", "Northgate"]


def test_teams_stand_from_a_to_z_hidden_ones_too() -> None:
    names = [each.name for each in one(rounds_of(council())).teams]
    assert names == list(PLACES)
    assert {PLACES[at] for at in HIDDEN} <= set(names)


def test_the_newest_result_is_the_newest_rounds() -> None:
    made = council()
    found = one(rounds_of(made))
    assert found.lines(team_id(0)).lines[0].newest == made[-1].team(team_id(0)).domains[0]
    assert found.lines(team_id(HIDDEN[0])).lines[0].newest is None


def test_a_late_publication_takes_the_place_of_the_hidden_row() -> None:
    made = council()
    shown = replace(publication(6).teams[0], id=team_id(HIDDEN[0]), name=PLACES[HIDDEN[0]])
    late = replace(with_teams(made[-1], (shown,)), after="0" * 64)
    line = one(rounds_of((*made, late))).lines(team_id(HIDDEN[0])).lines[0]
    assert [point.kind for point in line.points] == [PointKind.HIDDEN, PointKind.HIDDEN, PointKind.SHOWN]


def test_organisations_are_kept_apart() -> None:
    made = council()
    elsewhere = replace(
        publication(6),
        survey=replace(publication(6).survey, organisation=Organisation(OrganisationId("8" * 32), "Elsewhere")),
    )
    found = rounds_of((*made, elsewhere))
    assert [each.name for each in found] == ["Elsewhere", "Exampleshire Council"]


def test_no_more_than_twelve_rounds() -> None:
    made = council(6, 13, 1, 4)
    found = one(rounds_of(made))
    assert len(found.rounds) == MOST_ROUNDS
    assert found.rounds[-1].name == made[-1].survey.wave.name


def test_an_unknown_team_is_refused() -> None:
    with pytest.raises(KeyError):
        one(rounds_of(council())).lines("f" * 32)
