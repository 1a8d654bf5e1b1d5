"""Drafts are kept without secrets, checked, and become surveys whose identities survive renaming."""

from datetime import date
from pathlib import Path

import pytest

from teamhealth.failures import DraftIncomplete, NameInvalid, NoSuchSurvey, TooSoonForTeam
from teamhealth.services.draft_checks import find_problems, secret_problems
from teamhealth.services.drafts import delete_draft, list_drafts, load_draft, save_draft
from teamhealth.services.next_round import copy_to_draft
from teamhealth.services.progress import unwatched
from teamhealth.services.questionnaires import program_questionnaires
from teamhealth.services.setup import check_draft, create_survey, preview_survey, suggest_passphrase
from teamhealth.services.survey_list import list_surveys
from teamhealth.services.surveys import load_survey, rename_survey
from teamhealth.services.units import list_units, rename_unit
from teamhealth.services.workspace import Workspace
from teamhealth.survey.custody import CustodyKind
from teamhealth.survey.policy import CommentsChoice
from teamhealth.survey.questions import lay_out
from tests.services.conftest import Clock
from tests.services.journeys import PIN, WORDS, answered, created, draft, published

TODAY = date(2026, 11, 2)


def _fields(workspace: Workspace, **changes: object) -> set[str]:
    return {each.field for each in find_problems(draft(workspace, **changes), TODAY)}


def test_a_complete_draft_has_no_problems(workspace: Workspace) -> None:
    assert find_problems(draft(workspace), TODAY) == ()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"custody": None}, "custody"),
        ({"custody": CustodyKind.LEAD}, "custody"),
        ({"custody": CustodyKind.CHOSEN}, "role"),
        ({"organisation": "  "}, "organisation"),
        ({"round_name": ""}, "round_name"),
        ({"team": ""}, "team"),
        ({"team": "x" * 61}, "team"),
        ({"team": "North\u202egate"}, "team"),
        ({"headcount": None}, "headcount"),
        ({"headcount": 4}, "headcount"),
        ({"headcount": 201}, "headcount"),
        ({"headcount": 5, "answering_recipients": 1}, "headcount"),
        ({"threshold": 4}, "threshold"),
        ({"comments": None}, "comments"),
        ({"comments": CommentsChoice.FROM_EIGHT, "headcount": 7}, "comments"),
        ({"comments": CommentsChoice.FROM_EIGHT, "headcount": 8, "answering_recipients": 1}, "comments"),
        ({"planned_closing": date(2026, 11, 1)}, "planned_closing"),
    ],
)
def test_each_problem_is_told_at_its_field(workspace: Workspace, changes: dict[str, object], field: str) -> None:
    assert field in _fields(workspace, **changes)


def test_headcount_below_the_threshold_says_why(workspace: Workspace) -> None:
    (problem,) = find_problems(draft(workspace, headcount=4), TODAY)
    assert problem.blocking
    assert problem.text.startswith("Results for a team of 4 can never be shown")


def test_whoever_lost_the_usual_choice_of_comments_to_a_small_team_is_told_so(workspace: Workspace) -> None:
    small, usual = (find_problems(draft(workspace, comments=None, headcount=people), TODAY) for people in (7, 8))
    assert [each.text for each in small] == ["The team has fewer than 8 people: choose when comments are shown."]
    assert [each.text for each in usual] == ["Choose from how many answers comments are shown."]


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        (("three words only", "three words only", PIN, PIN), "passphrase"),
        ((WORDS, WORDS + " ten", PIN, PIN), "passphrase_repeated"),
        ((WORDS, WORDS, "12", "12"), "pin"),
        ((WORDS, WORDS, "12a4", "12a4"), "pin"),
        ((WORDS, WORDS, PIN, "2469"), "pin_repeated"),
    ],
)
def test_passphrase_and_pin_are_checked(typed: tuple[str, str, str, str], field: str) -> None:
    assert [each.field for each in secret_problems(*typed)] == [field]


def test_suggested_passphrase_is_long_enough(workspace: Workspace) -> None:
    suggested = suggest_passphrase(workspace)
    assert len(suggested.split()) == 5
    assert secret_problems(suggested, suggested, PIN, PIN) == ()
    assert suggest_passphrase(workspace) != suggested


def test_draft_is_kept_and_found_again(workspace: Workspace) -> None:
    kept = draft(workspace, team="Ynys M\u00f4n", planned_closing=date(2026, 12, 4))
    save_draft(workspace, kept)
    assert load_draft(workspace, kept.id) == kept
    assert list_drafts(workspace) == (kept,)
    delete_draft(workspace, kept.id)
    with pytest.raises(NoSuchSurvey):
        load_draft(workspace, kept.id)


def test_creating_ends_the_draft(workspace: Workspace) -> None:
    kept = draft(workspace)
    save_draft(workspace, kept)
    survey_id = create_survey(workspace, kept, WORDS, PIN, unwatched)
    assert list_drafts(workspace) == ()
    assert load_survey(workspace, survey_id).title == "Autumn 2026 team health"


def test_incomplete_draft_creates_nothing(workspace: Workspace) -> None:
    with pytest.raises(DraftIncomplete):
        create_survey(workspace, draft(workspace, headcount=3), WORDS, PIN, unwatched)
    with pytest.raises(DraftIncomplete):
        create_survey(workspace, draft(workspace), "too short", PIN, unwatched)
    assert list_surveys(workspace) == ()


def test_no_secret_is_on_the_disk(workspace: Workspace) -> None:
    save_draft(workspace, draft(workspace))
    created(workspace)
    for file in Path(workspace.folder).iterdir():
        data = file.read_bytes()
        for secret in (WORDS, *WORDS.split(), PIN):
            assert secret.encode() not in data, file.name


def test_preview_fills_gaps_and_stores_nothing(workspace: Workspace) -> None:
    survey = preview_survey(workspace, draft(workspace, team="", custody=None, organisation=""))
    assert survey.teams[0].name == "Your team"
    assert list_surveys(workspace) == ()


def test_identities_survive_renaming(workspace: Workspace, clock: Clock) -> None:
    first = load_survey(workspace, created(workspace))
    rename_survey(workspace, first.id, "The first one")
    rename_unit(workspace, list_units(workspace)[0].teams[0], "Northgate and Dockside")
    answered(workspace, first.id, [4] * 5)
    published(workspace, first.id)
    clock.move(days=61)
    second = load_survey(workspace, created(workspace, team="Northgate and Dockside", round_name="Spring 2027"))
    assert second.teams[0].id == first.teams[0].id
    assert second.organisation.id == first.organisation.id
    assert second.services[0].id == first.services[0].id
    assert second.wave.id != first.wave.id
    assert load_survey(workspace, first.id).title == "The first one"


def test_same_team_waits_sixty_days(workspace: Workspace, clock: Clock) -> None:
    survey_id = created(workspace)
    answered(workspace, survey_id, [4] * 5)
    published(workspace, survey_id)
    clock.move(days=59)
    with pytest.raises(TooSoonForTeam) as caught:
        created(workspace, round_name="Again")
    assert caught.value.earliest == "1 January 2027"
    assert any("60 days" in each.text for each in check_draft(workspace, draft(workspace)))
    clock.move(days=1)
    assert created(workspace, round_name="Again")


def test_copy_starts_the_next_round(workspace: Workspace) -> None:
    survey_id = created(workspace, role="our union rep", custody=CustodyKind.CHOSEN)
    copied = copy_to_draft(workspace, survey_id)
    assert (copied.team, copied.headcount, copied.role, copied.round_name) == ("Northgate", 9, "our union rep", "")


@pytest.mark.parametrize("name", ["", "  ", "x" * 61, "North\u202egate"])
def test_names_that_cannot_be_shown_are_refused(workspace: Workspace, name: str) -> None:
    survey = load_survey(workspace, created(workspace))
    with pytest.raises(NameInvalid):
        rename_survey(workspace, survey.id, name)
    with pytest.raises(NameInvalid):
        rename_unit(workspace, list_units(workspace)[0].teams[0], name)
    assert load_survey(workspace, survey.id) == survey


def test_a_survey_asks_the_chosen_modules_and_the_next_round_asks_them_again(workspace: Workspace) -> None:
    modules = ("relationship-practice", "ten-characteristics")
    survey_id = created(workspace, modules=(*modules, "not-here-any-more"))
    asked = [each.id for each in load_survey(workspace, survey_id).questionnaires]
    assert asked == ["team-health", *modules]
    assert copy_to_draft(workspace, survey_id).modules == modules


def test_all_of_the_programs_questionnaires_fit_together(workspace: Workspace) -> None:
    modules = tuple(each.id for each in program_questionnaires()[1:])
    assert len(modules) == 5
    assert check_draft(workspace, draft(workspace, modules=modules)) == ()


def test_the_preview_shows_modules_where_they_are_asked(workspace: Workspace) -> None:
    sections = lay_out(preview_survey(workspace, draft(workspace, modules=("ten-characteristics",))))
    assert [each.id for each in sections][-3:] == ["characteristics", "time", "comments"]
