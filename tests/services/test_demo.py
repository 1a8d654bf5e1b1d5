"""The demonstration takes the same path as the real thing, on invented answers with gaps and awkward characters."""

import stat
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from teamhealth.exchange.results_file import read_part
from teamhealth.failures import AlreadyRunning, NoSuchTeam
from teamhealth.publication.document import publication_hash
from teamhealth.publication.types import Publication
from teamhealth.services.demo import COUNCIL_FOLDER, clear_demo, example_publication, fill_for_a_look
from teamhealth.services.demo_council import run_council
from teamhealth.services.invented_answers import invented_responses
from teamhealth.services.invented_council import InventedCouncil
from teamhealth.services.progress import unwatched
from teamhealth.services.results import list_published, read_results, team_named
from teamhealth.services.results_files import results_json, results_table
from teamhealth.services.survey_list import SurveyStatus, list_surveys
from teamhealth.services.travelling import open_files, read_sealed
from teamhealth.services.verifying_files import verify_files
from teamhealth.services.workspace import DATABASE_NAME, Workspace
from tests.invented import survey

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def _comments(publication: Publication) -> list[str]:
    return [text for each in publication.teams[0].comments for text in each.comments]


def test_invented_answers_have_gaps_and_comments_such_as_people_write() -> None:
    responses = invented_responses(survey(), 12, 1)
    codes = [code for each in responses for code in each.answers.values()]
    assert {0, 9} <= set(codes)
    comments = " ".join(text for each in responses for text in each.comments.values())
    assert "t\u00eem" in comments
    # What would try the program out belongs into its tests: whoever looks at an example takes it for a fault.
    assert not set(comments) & set("=<>&@\U0001f642\u2615")


def test_same_seed_gives_the_same_answers() -> None:
    assert invented_responses(survey(), 9, 3) == invented_responses(survey(), 9, 3)
    assert invented_responses(survey(), 9, 3) != invented_responses(survey(), 9, 4)


def test_a_council_leaves_every_file_that_travels(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    seen: list[tuple[int, int]] = []
    made = run_council(
        tmp_path / "data", out, InventedCouncil(2, 2, 1), NOW, lambda done, total: seen.append((done, total))
    )
    assert sorted(made) == sorted(out.iterdir())
    assert seen[0][0] == 0
    assert seen[-1][0] == seen[-1][1]
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    for title in ("Spring 2026 team health", "Autumn 2026 team health"):
        names = {path.name for path in made if title in path.name}
        assert names == {
            f"{title}.thsurvey", f"{title}.thkey", f"{title}, Help and Protection.threturn",
            f"{title}, results.thresults", f"{title}, code slips.pdf", f"{title}, spare slips.pdf",
            f"{title}, three words.pdf", f"{title}, poster.pdf", f"{title}, paper questionnaire.pdf",
            f"Northgate, {title}, results.thresults",
            f"Northgate, {title}, report.pdf", f"Northgate, {title}, meeting sheet.pdf",
            f"Harbour, {title}, results.thresults",
        }  # fmt: skip
    whole = read_results(out / "Autumn 2026 team health, results.thresults")
    assert [(team.name, team.shown) for team in whole.teams] == [("Northgate", True), ("Harbour", False)]
    assert "Northgate" in results_table([whole]).decode()
    assert results_json([whole])
    with pytest.raises(NoSuchTeam):
        team_named(whole, "Nowhere")
    earlier = read_results(out / "Spring 2026 team health, results.thresults")
    assert [team.id for team in earlier.teams] == [team.id for team in whole.teams]
    part = read_part(out / "Northgate, Autumn 2026 team health, results.thresults")
    assert part.whole == publication_hash(whole)
    assert part.publication.teams == (whole.teams[0],)


def test_what_the_council_leaves_verifies(tmp_path: Path) -> None:
    run_council(tmp_path / "data", tmp_path, InventedCouncil(6, 2, 1), NOW, unwatched)
    if sys.platform != "win32":
        assert stat.S_IMODE((tmp_path / "passphrase.txt").stat().st_mode) == 0o600
    title = "Autumn 2026 team health"
    sealed = read_sealed(
        tmp_path / f"{title}.thsurvey",
        sorted(tmp_path.glob(f"{title}, *.threturn")),
        tmp_path / f"{title}.thkey",
        (tmp_path / "passphrase.txt").read_text().strip(),
    )
    assert open_files(sealed, unwatched).refused.total == 0
    results = tmp_path / f"{title}, results.thresults"
    changed = any(domain.change for team in read_results(results).teams for domain in team.domains)
    assert verify_files(results, sealed, [], unwatched).changes_left_out == changed
    before = tmp_path / "Spring 2026 team health, results.thresults"
    assert not verify_files(results, sealed, [before], unwatched).changes_left_out


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
    inner = tmp_path / COUNCIL_FOLDER / "lead"
    inner.mkdir(parents=True)
    (inner / DATABASE_NAME).touch()
    (inner / "holiday.txt").touch()
    clear_demo(tmp_path)
    assert not (tmp_path / DATABASE_NAME).exists()
    assert not (inner / DATABASE_NAME).exists()
    assert (tmp_path / "holiday.txt").exists()
    assert (inner / "holiday.txt").exists()


def test_clearing_waits_for_no_window_that_is_open(workspace: Workspace) -> None:
    with pytest.raises(AlreadyRunning):
        clear_demo(workspace.folder)
