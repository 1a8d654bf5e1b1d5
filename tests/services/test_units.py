"""Teams and services keep their past: new names, merging and closing are told with the next round."""

from dataclasses import replace
from datetime import date

import pytest

from teamhealth.failures import NameInvalid, NameTaken, TooSoonForTeam
from teamhealth.services.drafts import DraftTeam
from teamhealth.services.lead import create_lead_survey
from teamhealth.services.lead_drafts import lead_spec, lineage_sentences
from teamhealth.services.next_round import copy_to_draft
from teamhealth.services.progress import unwatched
from teamhealth.services.units import (
    close_unit,
    list_units,
    merge_units,
    rename_unit,
    reopen_unit,
)
from teamhealth.services.workspace import Workspace
from teamhealth.storage import surveys
from teamhealth.survey.lineage import Lineage
from teamhealth.survey.lineage_words import closed_sentence, origin_sentence
from teamhealth.survey.spec import SurveySpec
from teamhealth.survey.survey import Survey
from teamhealth.survey.units import Ending, FormerName, Unit
from tests.services.conftest import Clock
from tests.services.council import WORDS, spec


def made(lead: Workspace, wanted: SurveySpec) -> Survey:
    return create_lead_survey(lead, wanted, WORDS, unwatched).survey


@pytest.fixture
def first(lead: Workspace) -> Survey:
    return made(lead, replace(spec(), round_name="Spring 2026"))


def unit(lead: Workspace, name: str) -> Unit:
    (known,) = list_units(lead)
    return next(each for each in (*known.teams, *(s.service for s in known.services)) if each.name == name)


def again(lead: Workspace, survey: Survey, *changed: DraftTeam) -> Survey:
    """Run a survey again as the lead would, with these rows typed over."""
    draft = copy_to_draft(lead, survey.id)
    teams = {each.id: each for each in draft.teams} | {each.id: each for each in changed}
    draft = replace(draft, title="Autumn", round_name="Autumn 2026", teams=tuple(teams.values()))
    return made(lead, lead_spec(lead, draft))


def test_a_renamed_team_is_the_same_team_in_the_next_round(lead: Workspace, first: Survey, clock: Clock) -> None:
    rename_unit(lead, unit(lead, "Alder"), " Hawthorn ")
    clock.move(days=70)
    second = again(lead, first)
    assert [team.name for team in second.teams] == ["Hawthorn", "Beech", "Cedar"]
    assert [team.id for team in second.teams] == [team.id for team in first.teams]
    assert origin_sentence(second.lineage, first.teams[0].id) == "Called Alder in Spring 2026."
    assert unit(lead, "Hawthorn").former_names == (FormerName("Alder", date(2026, 11, 2)),)


def test_a_name_typed_over_when_running_again_keeps_the_team(lead: Workspace, first: Survey) -> None:
    second = again(lead, first, DraftTeam("Rowan", 7, 0, "Early Help", first.teams[0].id))
    assert second.teams[0].id == first.teams[0].id
    assert origin_sentence(second.lineage, second.teams[0].id) == "Called Alder in Spring 2026."
    assert [each.name for each in unit(lead, "Rowan").former_names] == ["Alder"]


def test_merged_teams_stand_as_one_and_the_next_round_tells_it_once(lead: Workspace, first: Survey) -> None:
    heir = merge_units(lead, [unit(lead, "Alder"), unit(lead, "Beech")], "Hazel")
    second = again(lead, first)
    assert [(team.name, team.headcount) for team in second.teams] == [("Hazel", 13), ("Cedar", 5)]
    assert second.teams[0].id == heir
    assert origin_sentence(second.lineage, heir) == "Formed from Alder and Beech since Spring 2026."
    assert again(lead, second).lineage == Lineage()


def test_a_team_that_takes_another_in_goes_on(lead: Workspace, first: Survey) -> None:
    heir = merge_units(lead, [unit(lead, "Alder"), unit(lead, "Beech")], "alder")
    assert heir == first.teams[0].id
    second = again(lead, first)
    assert set(second.lineage.predecessors(second.teams[0].id)) == {first.teams[0].id, first.teams[1].id}


def test_a_closed_team_is_left_out_and_told(lead: Workspace, first: Survey, clock: Clock) -> None:
    close_unit(lead, unit(lead, "Cedar"))
    assert unit(lead, "Cedar").ending == Ending(clock.now.date())
    draft = replace(copy_to_draft(lead, first.id), round_name="Autumn 2026")
    assert [team.name for team in draft.teams] == ["Alder", "Beech"]
    assert lineage_sentences(lead, draft) == ("Closed since Spring 2026: Cedar.",)
    assert closed_sentence(again(lead, first).lineage) == "Closed since Spring 2026: Cedar."


def test_a_closed_team_can_be_opened_again(lead: Workspace, first: Survey) -> None:
    close_unit(lead, unit(lead, "Cedar"))
    reopen_unit(lead, unit(lead, "Cedar"))
    assert again(lead, first).lineage == Lineage()


def test_a_service_closes_with_its_teams_and_merges_with_another(lead: Workspace, first: Survey) -> None:
    other = replace(spec({"Dogwood": 6}), round_name="Spring 2026", name="Spring again")
    other = replace(other, services=(replace(other.services[0], name="Safeguarding"),))
    made(lead, other)
    merge_units(lead, [unit(lead, "Early Help"), unit(lead, "Safeguarding")], "Families First")
    assert {team.parent for team in list_units(lead)[0].teams} == {unit(lead, "Families First").id}
    close_unit(lead, unit(lead, "Families First"))
    assert all(team.ending is not None for team in list_units(lead)[0].teams)
    assert copy_to_draft(lead, first.id).teams == ()


def test_a_name_that_is_taken_or_cannot_be_shown_is_refused(lead: Workspace, first: Survey) -> None:
    with pytest.raises(NameTaken):
        rename_unit(lead, unit(lead, "Alder"), "BEECH")
    with pytest.raises(NameTaken):
        merge_units(lead, [unit(lead, "Alder"), unit(lead, "Beech")], "Cedar")
    with pytest.raises(NameInvalid):
        rename_unit(lead, unit(lead, "Alder"), "A\u202eB")
    close_unit(lead, unit(lead, "Alder"))
    rename_unit(lead, unit(lead, "Beech"), "Alder")
    closed = next(each for each in list_units(lead)[0].teams if each.ending is not None)
    with pytest.raises(NameTaken):
        reopen_unit(lead, closed)


def test_a_merged_team_waits_sixty_days_after_any_of_its_teams(lead: Workspace, first: Survey, clock: Clock) -> None:
    with lead.database.connect() as store:
        surveys.close(store, first.id, clock.now.date())
    merge_units(lead, [unit(lead, "Alder"), unit(lead, "Beech")], "Hazel")
    clock.move(days=59)
    with pytest.raises(TooSoonForTeam) as caught:
        again(lead, first)
    assert caught.value.team == "Hazel"
    clock.move(days=1)
    assert again(lead, first)


def test_a_corrected_headcount_of_an_old_survey_does_not_bring_an_old_name_back(lead: Workspace, first: Survey) -> None:
    rename_unit(lead, unit(lead, "Alder"), "Hawthorn")
    with lead.database.connect() as store:
        team = replace(first.teams[0], headcount=8)
        service = replace(first.services[0], teams=(team, *first.services[0].teams[1:]))
        surveys.update_survey(store, replace(first, services=(service,)))
    assert unit(lead, "Hawthorn").id == first.teams[0].id
