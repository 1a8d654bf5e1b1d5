"""The demonstration takes the same path as the real thing, on invented answers with gaps and awkward characters."""

from datetime import date
from pathlib import Path

import pytest

from teamhealth.failures import AlreadyRunning, NoSuchTeam
from teamhealth.publication.types import Publication
from teamhealth.services.demo import PUBLISHED_TEAM, clear_demo, example_publication, fill_for_a_look, run_headless
from teamhealth.services.invented_answers import invented_responses
from teamhealth.services.results import list_published, read_results, results_json, results_table, team_named
from teamhealth.services.surveys import SurveyStatus, list_surveys
from teamhealth.services.workspace import DATABASE_NAME, Workspace
from tests.invented import survey


def _comments(publication: Publication) -> list[str]:
    return [text for each in publication.teams[0].comments for text in each.comments]


def test_invented_answers_have_gaps_and_awkward_comments() -> None:
    responses = invented_responses(survey(), 12, 1)
    codes = [code for each in responses for code in each.answers.values()]
    assert {0, 9} <= set(codes)
    comments = " ".join(text for each in responses for text in each.comments.values())
    assert "<b>" in comments
    assert "\u0175" in comments
    assert "=SUM" in comments


def test_same_seed_gives_the_same_answers() -> None:
    assert invented_responses(survey(), 9, 3) == invented_responses(survey(), 9, 3)
    assert invented_responses(survey(), 9, 3) != invented_responses(survey(), 9, 4)


def test_headless_leaves_three_files(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    seen: list[tuple[int, int]] = []
    made = run_headless(workspace, tmp_path / "out", 1, lambda done, total: seen.append((done, total)))
    assert sorted(made) == sorted((tmp_path / "out").iterdir())
    assert seen[0][0] == 0
    assert seen[-1][0] == seen[-1][1]
    publication = read_results(made[0])
    assert publication.teams[0].answered == PUBLISHED_TEAM.answering
    assert "Northgate" in results_table(publication)
    assert results_json(publication)
    with pytest.raises(NoSuchTeam):
        team_named(publication, "Nowhere")


def test_a_look_has_something_published_and_something_collecting(workspace: Workspace) -> None:
    fill_for_a_look(workspace, 1)
    assert [each.status for each in list_surveys(workspace)] == [SurveyStatus.COLLECTING, SurveyStatus.PUBLISHED]
    assert list_published(workspace)[0].published == date(2026, 11, 2)


def test_example_is_stored_nowhere(workspace: Workspace) -> None:
    publication = example_publication(workspace)
    assert publication.teams[0].shown
    assert _comments(publication)
    assert list_surveys(workspace) == ()
    assert list_published(workspace) == ()


def test_clearing_takes_the_demonstrations_database_only(tmp_path: Path) -> None:
    (tmp_path / DATABASE_NAME).touch()
    (tmp_path / "holiday.txt").touch()
    clear_demo(tmp_path)
    assert not (tmp_path / DATABASE_NAME).exists()
    assert (tmp_path / "holiday.txt").exists()


def test_clearing_waits_for_no_window_that_is_open(workspace: Workspace) -> None:
    with pytest.raises(AlreadyRunning):
        clear_demo(workspace.folder)
