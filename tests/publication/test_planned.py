"""Concerns come from the publication, and the newest later round of the same team is found through its lineage."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamhealth.failures import TeamHidden
from teamhealth.publication.plan_document import read_plan, write_plan
from teamhealth.publication.planned import concerns_of, later_round
from teamhealth.publication.types import ItemWord, Publication
from teamhealth.settings.canonical import NotCanonical
from teamhealth.survey.ids import OrganisationId, TeamId, WaveId
from teamhealth.survey.lineage import Descent, Lineage
from teamhealth.survey.organisation import Organisation, Wave
from teamhealth.survey.plan import Action, ActionState, Measure, MeasureKind, Plan
from tests.invented import SURVEY_ID, TEAM_ID, publication
from tests.plans import SPRING_DAY, action_id, plan, planned, spring

OTHER = TeamId("a" * 32)
THIRD = TeamId("b" * 32)
TEXT = st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=60).filter(str.strip)
ACTIONS = st.builds(
    Action,
    id=st.integers(0, 2**128 - 1).map(action_id),
    concern=st.none() | st.sampled_from(["st1", "bu7"]),
    what=TEXT,
    owner=TEXT,
    due=st.none() | st.dates(date(2000, 1, 1), date(2199, 12, 31)),
    state=st.sampled_from(ActionState),
    measure=st.none() | st.builds(Measure, st.sampled_from(MeasureKind), st.sampled_from(["st1", "morale"])),
)
PLANS = st.lists(ACTIONS, max_size=6, unique_by=lambda action: action.id).map(
    lambda actions: Plan(SURVEY_ID, TEAM_ID, tuple(actions))
)


@given(PLANS)
def test_a_plan_comes_back_from_its_document(made: Plan) -> None:
    assert read_plan(write_plan(made)) == made


def test_an_unsound_plan_is_neither_written_nor_read() -> None:
    first = plan().actions[0]
    twice = replace(plan(), actions=(first, first))
    with pytest.raises(ValueError, match="twice"):
        write_plan(twice)
    spoiled = write_plan(plan()).replace(b"Monday", b"Friday")
    with pytest.raises(NotCanonical):
        read_plan(spoiled)


def test_concerns_are_the_items_with_that_word_in_questionnaire_order() -> None:
    whole = publication(6)
    found = [concern.item.id for concern in concerns_of(whole, TEAM_ID)]
    asked = [item.id for item in whole.survey.questionnaires[0].items]
    words = {result.item: result.word for result in whole.teams[0].items}
    assert found == [item for item in asked if words[item] is ItemWord.CONCERN]
    assert found


def test_a_hidden_team_has_no_concerns_to_plan_for() -> None:
    with pytest.raises(TeamHidden):
        concerns_of(publication(4), TEAM_ID)


def test_an_action_for_what_is_no_concern_stands_among_the_others() -> None:
    assert [action.id for action in planned().other_actions] == [action_id(3)]
    only = replace(planned(), plan=replace(plan(), actions=(replace(plan().actions[0], concern="st1"),)))
    assert [action.id for action in only.other_actions] == [action_id(1)]


def _days(when: date, survey: str, **changes: object) -> Publication:
    later = spring(**changes)  # type: ignore[arg-type]
    wave = Wave(WaveId(survey * 32), survey)
    return replace(later, survey=replace(later.survey, id=survey * 32, wave=wave, published=when))


def test_the_newest_later_round_is_found_and_no_earlier_one() -> None:
    first, second = _days(SPRING_DAY, "c"), _days(date(2027, 12, 1), "d")
    before = _days(date(2026, 5, 1), "e")
    found = later_round(publication(6), TEAM_ID, (second, before, first))
    assert found is not None
    assert found.publication == second
    assert later_round(publication(6), TEAM_ID, (before, publication(6))) is None


def test_a_round_of_another_organisation_is_none() -> None:
    later = spring()
    elsewhere = replace(later.survey, organisation=Organisation(OrganisationId("7" * 32), "Elsewhere"))
    assert later_round(publication(6), TEAM_ID, (replace(later, survey=elsewhere),)) is None


def test_a_renamed_team_is_followed() -> None:
    renamed = spring(team=replace(publication(6).teams[0], name="Riverside"))
    found = later_round(publication(6), TEAM_ID, (renamed,))
    assert found is not None
    assert found.team.name == "Riverside"
    assert not found.joined


def test_a_team_that_came_out_of_several_is_followed_and_said_to_be() -> None:
    merged = replace(publication(6).teams[0], id=OTHER, name="Riverside")
    lineage = Lineage((Descent(OTHER, (TEAM_ID, THIRD)),))
    next_round = _days(date(2027, 12, 1), "d", team=merged)
    found = later_round(publication(6), TEAM_ID, (spring(team=merged, lineage=lineage), next_round))
    assert found is not None
    assert found.publication == next_round
    assert found.team.id == OTHER
    assert found.joined


def test_a_divided_team_is_followed_only_where_a_part_kept_its_identity() -> None:
    own = publication(6).teams[0]
    parts = (replace(own, id=OTHER, name="East"), replace(own, id=THIRD, name="West"))
    lineage = Lineage((Descent(OTHER, (TEAM_ID,)), Descent(THIRD, (TEAM_ID,))))
    divided = spring(lineage=lineage)
    divided = replace(divided, services=(replace(divided.services[0], teams=parts),))
    assert later_round(publication(6), TEAM_ID, (divided,)) is None
    kept = replace(divided, services=(replace(divided.services[0], teams=(own, parts[1])),),
                   lineage=Lineage((Descent(THIRD, (TEAM_ID,)),)))  # fmt: skip
    found = later_round(publication(6), TEAM_ID, (kept,))
    assert found is not None
    assert found.team.id == TEAM_ID


def test_a_late_publication_stands_for_the_hidden_row_of_its_round() -> None:
    hidden = spring(team=publication(4).teams[0])
    late = replace(spring(), after="0" * 64)
    for order in ((hidden, late), (late, hidden)):
        found = later_round(publication(6), TEAM_ID, order)
        assert found is not None
        assert found.team.shown
