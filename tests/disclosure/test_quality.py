"""Quality figures rest on shown teams alone, tell nothing of a few people, and are in no team's part."""

import random
from dataclasses import replace

import pytest

from teamhealth.analysis.reliability import cronbach_alpha, moments
from teamhealth.publication.consistency import problems
from teamhealth.publication.document import read_document, write_document
from teamhealth.publication.part import part_of, part_problems
from teamhealth.publication.types import DomainQuality, Publication
from teamhealth.survey.questionnaire import PREFER_NOT_TO_SAY
from teamhealth.survey.response import Response
from tests.adversary.councils import Council, Mood, TeamPlan, council
from tests.adversary.publishing import publish
from tests.adversary.unknowns import steps

SIX = TeamPlan(7, 6, Mood.ORDINARY)


def _council(plans: list[TeamPlan]) -> Council:
    return council([plans], 21)


def _published(one: Council) -> Publication:
    return publish(one.survey, one.responses)


def _changed(one: Council, item: str, codes: list[int]) -> list[Response]:
    """Return the answers with the first people's to one item changed to these codes."""
    new = dict(enumerate(codes))
    return [
        replace(each, answers={**each.answers, item: new.get(number, each.answers[item])})
        for number, each in enumerate(one.responses)
    ]


def _first(whole: Publication) -> DomainQuality:
    return whole.quality[0]


def test_five_shown_teams_of_thirty_people_have_quality_figures() -> None:
    one = _council([SIX] * 5)
    whole = _published(one)
    assert [each.domain for each in whole.quality] == [each.domain for each in whole.spreads]
    domain = one.survey.questionnaires[0].domains[0]
    given = [steps(each, domain) for each in one.responses]
    complete = [list(each.values()) for each in given if len(each) == len(domain.items)]
    alpha = cronbach_alpha(moments(complete, len(domain.items)))
    assert alpha is not None
    if len(complete) >= 30:
        assert _first(whole).alpha == round(float(100 * alpha))
    assert problems(read_document(write_document(whole))) == ()


@pytest.mark.parametrize("plans", [[TeamPlan(12, 12, Mood.ORDINARY)] * 4, [TeamPlan(6, 5, Mood.ORDINARY)] * 5])
def test_four_teams_or_too_few_people_have_none(plans: list[TeamPlan]) -> None:
    assert _published(_council(plans)).quality == ()


def test_nothing_that_hidden_teams_answer_moves_a_quality_figure() -> None:
    hidden = [TeamPlan(4, 4, Mood.ORDINARY)] * 3
    one = _council([SIX] * 6 + hidden)
    shown = [each for each in one.responses if each.team in {team.id for team in one.survey.teams[:6]}]
    assert publish(one.survey, shown).quality == _published(one).quality


def test_the_order_of_answers_moves_no_quality_figure() -> None:
    one = _council([SIX] * 7)
    turned = list(one.responses)
    random.Random(3).shuffle(turned)
    assert publish(one.survey, turned).quality == _published(one).quality


@pytest.mark.parametrize(("different", "told"), [(0, False), (1, False), (2, False), (9, True)])
def test_an_item_that_all_but_two_answer_alike_has_no_correlation(different: int, told: bool) -> None:
    one = _council([TeamPlan(9, 9, Mood.ORDINARY)] * 6)
    item = one.survey.questionnaires[0].items[0]
    agree, not_quite = (2, 3) if item.reverse else (4, 3)
    codes = [not_quite] * different + [agree] * (len(one.responses) - different)
    found = _first(publish(one.survey, _changed(one, item.id, codes))).items[0]
    assert (found.item_rest is not None) is told


@pytest.mark.parametrize(("in_each_team", "share"), [(0, 5), (1, 10), (2, 20), (4, 45)])
def test_shares_are_told_in_fives(in_each_team: int, share: int) -> None:
    one = _council([TeamPlan(9, 9, Mood.ORDINARY)] * 6)
    item = one.survey.questionnaires[0].items[0]
    codes = [PREFER_NOT_TO_SAY if number % 9 < in_each_team else 3 for number in range(len(one.responses))]
    told = _first(publish(one.survey, _changed(one, item.id, codes))).items[0]
    assert told.declined == share


def _with_best(one: Council, best: dict[str, int]) -> Publication:
    """Publish a council in which so many of each team, by its name, have the highest score in everything."""
    left = {team.id: best.get(team.name, 0) for team in one.survey.teams}
    responses = []
    for each in one.responses:
        left[each.team] -= 1
        if left[each.team] >= 0:
            items = [item for domain in one.survey.questionnaires[0].domains for item in domain.items]
            responses.append(replace(each, answers={item.id: 1 if item.reverse else 5 for item in items}))
        else:
            responses.append(each)
    return publish(one.survey, responses)


@pytest.mark.parametrize(
    ("best", "ceiling"),
    [
        ({}, 5),
        # 4 of 54 are '5 or less', and fewer too.
        ({"Place 1": 2, "Place 2": 2}, 5),
        # 5 of 54 are 10 in steps of five; without those of either team it is '5 or less'.
        ({"Place 1": 3, "Place 2": 2}, None),
        ({"Place 1": 5}, None),
        # 15 of 54 is 30 in steps of five; without any one of fifteen it is 25.
        ({f"Place {number}": 3 for number in range(1, 6)}, None),
    ],
)
def test_a_share_at_an_end_that_rests_on_one_team_is_not_told(best: dict[str, int], ceiling: int | None) -> None:
    whole = _with_best(council([[TeamPlan(9, 9, Mood.ORDINARY)] * 6], 22), best)
    assert _first(whole).ceiling == ceiling
    assert problems(read_document(write_document(whole))) == ()


def test_in_a_large_council_no_team_alone_makes_the_share_at_an_end() -> None:
    one = council([[TeamPlan(9, 9, Mood.ORDINARY)] * 40], 23)
    whole = _with_best(one, {f"Place {number}": 1 for number in range(1, 39)})
    assert _first(whole).ceiling == 10


def test_where_a_team_s_score_leaves_room_for_all_of_it_at_the_end_the_share_must_hold_with_all_of_it() -> None:
    one = council([[TeamPlan(9, 9, Mood.ORDINARY)] * 5 + [TeamPlan(9, 9, Mood.WORST)]], 24)
    items = one.survey.questionnaires[0].domains[0].items
    near = [
        replace(each, answers={**each.answers, item.id: 4 if item.reverse else 2})
        for number, each in enumerate(each for each in one.responses if each.team == one.survey.teams[5].id)
        for item in [items[number % len(items)]]
    ]
    others = [each for each in one.responses if each.team != one.survey.teams[5].id]
    found = _first(publish(one.survey, [*others, *near]))
    # Nobody is at the lowest score, yet all nine could be by what is printed of their team.
    assert found.floor is None


def test_a_part_has_no_quality_figure() -> None:
    whole = _published(_council([SIX] * 6))
    part = part_of(whole, whole.teams[0].id)
    assert part.publication.quality == ()
    assert part_problems(replace(part, publication=replace(part.publication, quality=whole.quality)))


def test_a_file_with_figures_that_release_cannot_make_is_found() -> None:
    whole = _published(_council([TeamPlan(9, 9, Mood.ORDINARY)] * 6))
    first, *others = whole.quality
    for wrong in (
        (*others, first),
        (replace(first, single=None), *others),
        (replace(first, items=first.items[::-1]), *others),
    ):
        assert problems(replace(whole, quality=wrong))
    few = _published(_council([TeamPlan(6, 5, Mood.ORDINARY)] * 5))
    assert problems(replace(few, quality=whole.quality))
