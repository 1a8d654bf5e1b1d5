"""A plan is begun from results, kept on this computer, and finds the next round of its team by itself."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from teamhealth.failures import DatabaseDamaged, NoSuchPlan, TeamHidden
from teamhealth.publication.document import publication_hash
from teamhealth.publication.planned import Planned
from teamhealth.services.plans import (
    delete_plan,
    list_plans,
    load_planned,
    new_action_id,
    published_team,
    remove_action,
    replace_plan,
    save_action,
    start_plan,
    teams_without_plan,
)
from teamhealth.services.workspace import Workspace
from teamhealth.survey.plan import Action
from tests.invented import SURVEY_ID, TEAM_ID, publication
from tests.plans import LATER_SURVEY, plan, spring
from tests.services.stored_results import store_publication


def test_a_plan_is_begun_once_and_found_again(workspace: Workspace) -> None:
    begun = start_plan(workspace, publication(6), TEAM_ID)
    assert begun.plan.actions == ()
    action = Action(new_action_id(workspace), "st3", "Keep the same worker", "Team manager")
    assert save_action(workspace, begun.plan, action).actions == (action,)
    assert start_plan(workspace, publication(6), TEAM_ID).plan.actions == (action,)
    assert load_planned(workspace, SURVEY_ID, TEAM_ID).plan.actions == (action,)


def test_a_plan_needs_no_survey_on_this_computer_and_keeps_its_own_results(workspace: Workspace) -> None:
    begun = start_plan(workspace, publication(6), TEAM_ID)
    assert begun.team == replace(publication(6).teams[0], comments=())
    assert begun.results == publication_hash(publication(6))
    assert [each.item.id for each in begun.concerns][:1] == ["st3"]


def test_nobodys_own_words_are_kept_with_a_plan(workspace: Workspace) -> None:
    start_plan(workspace, publication(6), TEAM_ID)
    said = [comment for result in publication(6).teams[0].comments for comment in result.comments]
    held = workspace.database.path.read_bytes()
    assert said
    assert b"Families cannot rely on keeping the same worker" in held
    assert not any(comment.encode() in held for comment in said)


def test_a_hidden_team_gets_no_plan(workspace: Workspace) -> None:
    with pytest.raises(TeamHidden):
        start_plan(workspace, publication(4), TEAM_ID)
    assert list_plans(workspace) == ()


def test_actions_are_changed_and_removed(workspace: Workspace) -> None:
    begun = start_plan(workspace, publication(6), TEAM_ID)
    assert replace_plan(workspace, plan()) == plan()
    changed = replace(plan().actions[0], what="Something else")
    assert save_action(workspace, begun.plan, changed).actions[0].what == "Something else"
    assert len(remove_action(workspace, begun.plan, changed.id).actions) == 2
    with pytest.raises(KeyError):
        remove_action(workspace, begun.plan, changed.id)


def test_an_unsound_action_changes_nothing(workspace: Workspace) -> None:
    begun = start_plan(workspace, publication(6), TEAM_ID)
    with pytest.raises(ValueError, match="cannot be shown"):
        save_action(workspace, begun.plan, replace(plan().actions[0], what="a\u202eb"))
    assert load_planned(workspace, SURVEY_ID, TEAM_ID).plan.actions == ()


def test_the_next_round_is_found_once_it_is_published_here(workspace: Workspace) -> None:
    start_plan(workspace, publication(6), TEAM_ID)
    assert load_planned(workspace, SURVEY_ID, TEAM_ID).later is None
    store_publication(workspace, spring())
    later = load_planned(workspace, SURVEY_ID, TEAM_ID).later
    assert later is not None
    assert later.publication.survey.id == LATER_SURVEY


def test_teams_without_a_plan_are_those_shown_and_not_planned_for(workspace: Workspace) -> None:
    store_publication(workspace, publication(6))
    (waiting,) = teams_without_plan(workspace)
    assert (waiting.team_name, waiting.concerns) == ("Northgate", len(start_plan_of(workspace).concerns))
    assert teams_without_plan(workspace) == ()
    (listed,) = list_plans(workspace)
    assert (listed.team_name, listed.round_name) == ("Northgate", "Autumn 2026")
    delete_plan(workspace, SURVEY_ID, TEAM_ID)
    assert len(teams_without_plan(workspace)) == 1
    with pytest.raises(NoSuchPlan):
        load_planned(workspace, SURVEY_ID, TEAM_ID)


def start_plan_of(workspace: Workspace) -> Planned:
    return start_plan(workspace, published_team(workspace, SURVEY_ID, TEAM_ID), TEAM_ID)


def test_an_unknown_published_team_is_a_key_error(workspace: Workspace) -> None:
    with pytest.raises(KeyError):
        published_team(workspace, SURVEY_ID, TEAM_ID)


def test_a_changed_plan_on_the_disk_is_said_to_be_damaged(workspace: Workspace) -> None:
    start_plan(workspace, publication(6), TEAM_ID)
    replace_plan(workspace, plan())
    with closing(sqlite3.connect(workspace.database.path)) as connection:
        connection.execute("UPDATE plan SET document = CAST(replace(document, 'Monday', 'Friday') AS BLOB)")
        connection.commit()
    with pytest.raises(DatabaseDamaged):
        load_planned(workspace, SURVEY_ID, TEAM_ID)
