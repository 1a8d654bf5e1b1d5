"""A measure shows published figures side by side; only a tested theme says whether it moved by more than chance."""

from dataclasses import replace

import pytest

from teamhealth.figures.measured import counted_words, measure_of, measure_title, measured
from teamhealth.publication.planned import Planned
from teamhealth.publication.types import Cap, ItemWord, Publication, ShownScore, Verdict
from teamhealth.survey.ids import TeamId, WaveId
from teamhealth.survey.lineage import Descent, Lineage
from teamhealth.survey.organisation import Wave
from teamhealth.survey.plan import Measure, MeasureKind
from tests.invented import TEAM_ID, publication
from tests.plans import plan, planned, spring

WORKLOAD = Measure(MeasureKind.ITEM, "st3")
MORALE = Measure(MeasureKind.DOMAIN, "morale")
BUREAUCRACY = Measure(MeasureKind.DOMAIN, "bureaucracy")


def test_before_the_next_round_only_the_first_figure_stands() -> None:
    found = measured(planned(), WORKLOAD)
    assert found.sentence == "Families keep their worker. Autumn 2026: concern."
    assert found.found == ""


def test_an_items_two_words_stand_side_by_side_without_a_difference() -> None:
    found = measured(planned(spring(words={"st3": ItemWord.STRENGTH})), WORKLOAD)
    assert [(side.round_name, side.words, side.word) for side in found.sides] == [
        ("Autumn 2026", "concern", ItemWord.CONCERN),
        ("Spring 2027", "strength", ItemWord.STRENGTH),
    ]
    for claim in ("chance", "moved", "better", "worse", "above", "below", "tested"):
        assert claim not in found.sentence


def test_an_item_shows_as_much_as_its_team_may() -> None:
    found = measured(planned(answered=9), WORKLOAD)
    assert found.sides[0].words == "concern (two at most of 9 people favourable)"


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (Verdict.ABOVE, "15 above, more than chance."),
        (Verdict.BELOW, "15 below, more than chance."),
        (Verdict.WITHIN_CHANCE, "Within chance (27 would show)."),
        (Verdict.NOT_TESTED, "Not tested."),
    ],
)
def test_a_theme_says_what_the_published_test_found(verdict: Verdict, words: str) -> None:
    found = measured(planned(spring(verdict=verdict)), MORALE)
    assert found.found == words
    assert [side.words for side in found.sides] == ["57", "57"]


def test_a_burden_is_lighter_or_heavier() -> None:
    assert measured(planned(spring(verdict=Verdict.ABOVE)), BUREAUCRACY).found == "Lighter by 15, more than chance."
    assert measured(planned(spring(verdict=Verdict.BELOW)), BUREAUCRACY).found == "Heavier by 15, more than chance."


def test_a_test_against_another_round_is_not_this_plans() -> None:
    later = spring()
    team = later.teams[0]
    other = Wave(WaveId("f" * 32), "Summer 2026")
    domains = tuple(replace(each, change=replace(each.change, wave=other)) for each in team.domains if each.change)
    elsewhere = replace(later, services=(replace(later.services[0], teams=(replace(team, domains=domains),)),))
    assert measured(planned(elsewhere), MORALE).found == "Not tested between these two rounds."
    assert measured(planned(spring(verdict=None)), MORALE).found == "Not tested between these two rounds."


def test_a_team_that_came_out_of_several_is_not_compared() -> None:
    lineage = Lineage((Descent(TEAM_ID, (TEAM_ID, TeamId("a" * 32))),))
    found = measured(planned(spring(verdict=Verdict.ABOVE, lineage=lineage)), MORALE)
    assert found.found == "Not tested: the team came out of several."


def test_changed_questions_are_not_compared() -> None:
    later = spring(verdict=Verdict.ABOVE)
    core = later.survey.questionnaires[0]
    fewer = replace(core, domains=tuple(replace(each, items=each.items[1:]) for each in core.domains))
    changed = replace(later, survey=replace(later.survey, questionnaires=(fewer,)))
    assert measured(planned(changed), MORALE).found == "Not tested: the questions have changed."
    gone = measured(planned(changed), Measure(MeasureKind.ITEM, "mo1"))
    assert [side.words for side in gone.sides] == ["concern", "not asked"]


def test_questions_in_other_words_are_not_compared_and_say_so() -> None:
    later = spring(verdict=None)
    core = later.survey.questionnaires[0]
    domains = tuple(
        replace(each, items=(replace(each.items[0], text="I would ask this quite differently."), *each.items[1:]))
        for each in core.domains
    )
    asked = replace(core, domains=domains)
    changed = replace(later, survey=replace(later.survey, questionnaires=(asked, *later.survey.questionnaires[1:])))
    assert measured(planned(changed), MORALE).found == "Not tested: the questions have changed."
    scale = core.response_scales[0]
    options = replace(scale, options=("Never", *scale.options[1:]))
    offered = replace(core, response_scales=(options, *core.response_scales[1:]))
    changed = replace(later, survey=replace(later.survey, questionnaires=(offered, *later.survey.questionnaires[1:])))
    assert measured(planned(changed), MORALE).found == "Not tested: the questions have changed."


def _hidden_now() -> Publication:
    return spring(team=publication(4).teams[0])


def _item_hidden_now() -> Publication:
    return spring(words={"st3": None})


@pytest.mark.parametrize("later", [_hidden_now(), _item_hidden_now()])
def test_what_is_hidden_now_is_said_to_be(later: Publication) -> None:
    assert [side.words for side in measured(planned(later), WORKLOAD).sides] == ["concern", "not shown"]


def test_a_theme_hidden_in_either_round_has_no_verdict() -> None:
    now = measured(planned(_hidden_now()), MORALE)
    assert ([side.words for side in now.sides], now.found) == (["57", "not shown"], "")
    autumn = publication(6)
    team = autumn.teams[0]
    without = tuple(replace(each, score=None, likely=None) for each in team.domains)
    before = replace(autumn, services=(replace(autumn.services[0], teams=(replace(team, domains=without),)),))
    then = measured(replace(planned(spring(verdict=Verdict.ABOVE)), publication=before), MORALE)
    assert ([side.words for side in then.sides], then.found) == (["not shown", "57"], "")


def test_a_capped_score_stays_vague() -> None:
    later = spring()
    team = later.teams[0]
    domains = tuple(replace(each, score=ShownScore(6, Cap.OR_LESS)) for each in team.domains)
    capped = replace(later, services=(replace(later.services[0], teams=(replace(team, domains=domains),)),))
    assert measured(planned(capped), MORALE).sides[1].words == "6 or less"


def test_an_action_is_measured_by_its_concern_unless_somebody_chose() -> None:
    first, second, third = plan().actions
    assert measure_of(first) == WORKLOAD
    assert measure_of(second) == Measure(MeasureKind.ITEM, "mo1")
    assert measure_of(third) == BUREAUCRACY
    assert measure_of(replace(third, measure=None)) is None


def test_titles_are_labels() -> None:
    assert measure_title(publication(6), MORALE) == "The theme Morale"
    assert measure_title(publication(6), Measure(MeasureKind.ITEM, "gone")) == "gone"


def test_actions_are_counted_in_words() -> None:
    made: Planned = planned()
    assert (
        counted_words(made.plan, made.publication.survey.published) == "3 actions: 1 under way, 1 not started, 1 done"
    )
    later = made.publication.survey.published.replace(year=2028)
    assert counted_words(made.plan, later) == "3 actions: 2 overdue, 1 done"
    assert counted_words(replace(made.plan, actions=()), later) == "no action yet"
