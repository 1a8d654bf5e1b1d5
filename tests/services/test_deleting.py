"""Results whose time is over are deleted: from the folder, for good, and without a wrong word about other rounds."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from teamhealth.failures import (
    NoResults,
    NoSuchSurvey,
    NoTeamToPublish,
    ResultsDeleted,
    SurveyPublished,
    TooSoonForTeam,
)
from teamhealth.publication.types import Publication
from teamhealth.services.added_file import NotAddedReason
from teamhealth.services.backup import back_up
from teamhealth.services.collect import close_survey, submit
from teamhealth.services.deleting import delete_results, what_goes
from teamhealth.services.destroying import destroy_now, what_remains
from teamhealth.services.lead import create_lead_survey
from teamhealth.services.lead_opening import open_late_team, open_returns
from teamhealth.services.next_round import copy_to_draft
from teamhealth.services.opening import open_answers, publish
from teamhealth.services.plans import list_plans, start_plan
from teamhealth.services.progress import unwatched
from teamhealth.services.restoring import bring_back
from teamhealth.services.results import list_published, load_publication
from teamhealth.services.returns import add_returns
from teamhealth.services.rounds import load_rounds
from teamhealth.services.setup import create_survey
from teamhealth.services.survey_list import SurveyStatus, list_surveys
from teamhealth.services.surveys import load_survey
from teamhealth.services.verifying import verify_published
from teamhealth.services.workspace import Workspace
from teamhealth.survey.policy import DAYS_BETWEEN_ROUNDS
from tests.services.conftest import Clock
from tests.services.council import WORDS as LEAD_WORDS
from tests.services.council import collected, computer, named, set_up, spec
from tests.services.journeys import PIN, WORDS, answered, created, published, response
from tests.storage.rooms import folder_bytes

DOCS = Path(__file__).parents[2] / "docs"
COMMENT = "The duty rota leaves nobody time to think."


def publish_with_comments(workspace: Workspace) -> tuple[str, Publication]:
    survey_id = created(workspace, headcount=10)
    for code in (4, 2, 5, 3, 4, 4, 1, 2, 3):
        submit(workspace, response(workspace, survey_id, code, {"change": COMMENT}))
    return survey_id, published(workspace, survey_id)


def second_round(
    workspace: Workspace, clock: Clock, survey_id: str, name: str = "Spring 2027"
) -> tuple[str, Publication]:
    clock.move(days=DAYS_BETWEEN_ROUNDS + 1)
    draft = replace(copy_to_draft(workspace, survey_id), round_name=name, title=f"{name} team health")
    again = create_survey(workspace, draft, WORDS, PIN, unwatched)
    answered(workspace, again, [5, 4, 5, 3, 4, 4, 1, 2, 3])
    return again, published(workspace, again)


def status(workspace: Workspace, survey_id: str) -> SurveyStatus:
    return next(each.status for each in list_surveys(workspace) if each.id == survey_id)


def test_nothing_of_the_results_is_left_in_the_folder(workspace: Workspace) -> None:
    survey_id, publication = publish_with_comments(workspace)
    start_plan(workspace, publication, publication.teams[0].id)
    assert COMMENT.encode() in b"".join(folder_bytes(workspace.folder).values())
    goes = what_goes(workspace, survey_id)
    assert (goes.teams, goes.plans, goes.answers) == (1, 1, True)
    assert delete_results(workspace, survey_id) == goes
    left = b"".join(folder_bytes(workspace.folder).values())
    for word in (COMMENT, "duty rota", '"likely"'):
        assert word.encode() not in left
    assert (list_published(workspace), list_plans(workspace)) == ((), ())
    remains = what_remains(workspace, survey_id)
    assert (remains.answers, remains.key, remains.results, remains.deleted) == (False, False, False, True)
    assert status(workspace, survey_id) is SurveyStatus.DELETED


def test_only_results_that_are_here_can_be_deleted(workspace: Workspace) -> None:
    survey_id = created(workspace, headcount=6)
    answered(workspace, survey_id, [4] * 6)
    for refused in (what_goes, delete_results):
        with pytest.raises(NoResults):
            refused(workspace, survey_id)
        with pytest.raises(NoSuchSurvey):
            refused(workspace, "0" * 32)
    published(workspace, survey_id)
    delete_results(workspace, survey_id)
    with pytest.raises(NoResults):
        delete_results(workspace, survey_id)
    # It was published, and stays so: its answers cannot be opened or counted anew.
    with pytest.raises(SurveyPublished):
        open_answers(workspace, survey_id, WORDS, unwatched)


def test_a_later_round_keeps_what_it_says_and_still_follows_from_its_answers(
    workspace: Workspace, clock: Clock
) -> None:
    first, _ = publish_with_comments(workspace)
    second, publication = second_round(workspace, clock, first)
    assert any(each.change is not None for each in publication.teams[0].domains)
    (before,) = verify_published(workspace, second, WORDS, unwatched)
    assert not before.changes_left_out
    delete_results(workspace, first)
    assert load_publication(workspace, second) == publication
    (verified,) = verify_published(workspace, second, WORDS, unwatched)
    assert verified.changes_left_out
    (rounds,) = load_rounds(workspace, (), unwatched)
    assert [each.name for each in rounds.rounds] == ["Spring 2027"]


def test_a_round_after_the_deletion_is_compared_with_the_last_that_is_left(workspace: Workspace, clock: Clock) -> None:
    first, _ = publish_with_comments(workspace)
    second, _ = second_round(workspace, clock, first)
    delete_results(workspace, second)
    third, publication = second_round(workspace, clock, second, "Autumn 2027")
    waves = {each.change.wave.name for each in publication.teams[0].domains if each.change is not None}
    assert waves == {"Autumn 2026"}
    delete_results(workspace, first)
    assert status(workspace, third) is SurveyStatus.PUBLISHED


def test_a_team_may_not_be_asked_sooner_because_its_results_are_gone(workspace: Workspace) -> None:
    survey_id, _ = publish_with_comments(workspace)
    delete_results(workspace, survey_id)
    with pytest.raises(TooSoonForTeam):
        create_survey(workspace, replace(copy_to_draft(workspace, survey_id), round_name="Soon"), WORDS, PIN, unwatched)


def test_no_older_copy_brings_deleted_results_back(workspace: Workspace, tmp_path: Path) -> None:
    back_up(workspace, tmp_path / "empty")
    survey_id = created(workspace, headcount=10)
    answered(workspace, survey_id, [4, 2, 5, 3, 4, 4, 1, 2])
    back_up(workspace, tmp_path / "collecting")
    publication = published(workspace, survey_id)
    back_up(workspace, tmp_path / "published")
    start_plan(workspace, publication, publication.teams[0].id)
    destroy_now(workspace, survey_id)
    back_up(workspace, tmp_path / "planned")
    # What was there is kept beside the database: what goes has to go from there as well.
    bring_back(workspace, tmp_path / "published", unwatched)
    delete_results(workspace, survey_id)
    assert b'"likely"' not in b"".join(folder_bytes(workspace.folder).values())
    for copy in ("collecting", "published", "empty", "planned", "published"):
        bring_back(workspace, tmp_path / copy, unwatched)
        assert (list_published(workspace), list_plans(workspace)) == ((), ())
        if copy != "empty":
            remains = what_remains(workspace, survey_id)
            assert (remains.answers, remains.key, remains.deleted) == (False, False, True)


def test_a_survey_leads_deleted_survey_takes_no_team_any_more(clock: Clock, tmp_path: Path) -> None:
    with computer(tmp_path / "lead", clock, 1) as lead, computer(tmp_path / "laptop", clock, 5) as laptop:
        made, path = set_up(lead, tmp_path)
        survey = made.survey
        first = collected(laptop, made, path, {"Alder": [4] * 6}, tmp_path / "first")
        late = collected(laptop, made, path, {"Cedar": [2] * 5}, tmp_path / "late")
        add_returns(lead, survey.id, [first], unwatched)
        publish(lead, open_returns(lead, survey.id, LEAD_WORDS, unwatched), frozenset(), unwatched)
        assert what_goes(lead, survey.id).teams == 1
        delete_results(lead, survey.id)
        with pytest.raises(ResultsDeleted):
            add_returns(lead, survey.id, [late], unwatched)
        with pytest.raises(NoTeamToPublish):
            open_late_team(lead, survey.id, named(survey, "Cedar"), LEAD_WORDS, unwatched)


def test_a_late_return_of_a_deleted_survey_is_not_sent_to_another_survey(clock: Clock, tmp_path: Path) -> None:
    with computer(tmp_path / "lead", clock, 1) as lead, computer(tmp_path / "laptop", clock, 5) as laptop:
        made, path = set_up(lead, tmp_path)
        first = collected(laptop, made, path, {"Alder": [4] * 6}, tmp_path / "first")
        late = collected(laptop, made, path, {"Cedar": [2] * 5}, tmp_path / "late")
        other = create_lead_survey(lead, replace(spec({"Elm": 7}), name="Another"), LEAD_WORDS, unwatched).survey
        (before,) = add_returns(lead, other.id, [late], unwatched)
        assert before.reason is NotAddedReason.OTHER_SURVEY
        add_returns(lead, made.survey.id, [first], unwatched)
        publish(lead, open_returns(lead, made.survey.id, LEAD_WORDS, unwatched), frozenset(), unwatched)
        delete_results(lead, made.survey.id)
        (after,) = add_returns(lead, other.id, [late], unwatched)
        assert after.reason is NotAddedReason.DELETED


def test_closing_alone_leaves_nothing_to_delete(workspace: Workspace) -> None:
    survey_id = created(workspace, headcount=6)
    answered(workspace, survey_id, [4] * 6)
    close_survey(workspace, survey_id, PIN)
    with pytest.raises(NoResults):
        what_goes(workspace, survey_id)
    assert open_answers(workspace, survey_id, WORDS, unwatched).answered == 6


@pytest.mark.parametrize(
    ("paper", "row"),
    [
        ("protection.md", "| names of teams and services |"),
        ("protection.md", "| public key, questions, teams, headcounts, threshold |"),
        ("protection.md", "| days on which a survey was set up, closed and published |"),
        ("information-governance/impact-assessment.md", "| names of the organisation, its services and teams,"),
    ],
)
def test_names_questions_and_days_outlive_the_results_and_the_papers_say_so(
    workspace: Workspace, paper: str, row: str
) -> None:
    survey_id, _ = publish_with_comments(workspace)
    asked = load_survey(workspace, survey_id)
    delete_results(workspace, survey_id)
    destroy_now(workspace, survey_id)
    left = b"".join(folder_bytes(workspace.folder).values())
    for kept in (asked.teams[0].name, asked.title, asked.organisation.name, workspace.today().isoformat()):
        assert kept.encode() in left
    told = [line for line in (DOCS / paper).read_text(encoding="utf-8").splitlines() if line.startswith(row)]
    assert len(told) == 1
    assert re.search("until (the|its) data folder is deleted", told[0])


def test_a_round_in_the_middle_can_go_and_the_next_still_follows_from_its_answers(
    workspace: Workspace, clock: Clock
) -> None:
    first, _ = publish_with_comments(workspace)
    second, _ = second_round(workspace, clock, first)
    third, publication = second_round(workspace, clock, second, "Autumn 2027")
    delete_results(workspace, second)
    # Compared with the first round, which is still here, the changes would be others.
    (verified,) = verify_published(workspace, third, WORDS, unwatched)
    assert (verified.publication, verified.changes_left_out) == (publication, True)
