"""A kept copy that nobody can read does not outlive what was promised as destroyed or deleted."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from teamhealth.services.backup import back_up
from teamhealth.services.deleted_words import goes_words
from teamhealth.services.deleting import delete_results, what_goes
from teamhealth.services.destroying import destroy_now, what_remains
from teamhealth.services.doctor_data import examine_data
from teamhealth.services.restoring import restore
from teamhealth.services.workspace import DATABASE_NAME, Workspace, open_workspace
from teamhealth.storage.kept_copies import spoilt_copies
from teamhealth.survey.policy import RETENTION_DAYS
from tests.services.conftest import Clock
from tests.services.test_deleting import COMMENT, publish_with_comments


@pytest.fixture
def spoilt(workspace: Workspace) -> tuple[str, Path]:
    """Publish a survey with comments, and keep half of a copy with its journal; returns its id and the half."""
    survey_id, _ = publish_with_comments(workspace)
    half = workspace.folder / "before-bringing-back-2026-11-01.thcopy"
    back_up(workspace, workspace.folder.parent / "copy")
    half.write_bytes((workspace.folder.parent / "copy").read_bytes()[:-8192])
    half.with_name(f"{half.name}-journal").write_bytes(COMMENT.encode())
    assert COMMENT.encode() in half.read_bytes()
    return survey_id, half


def _texts(folder: Path) -> bytes:
    return b"".join(each.read_bytes() for each in folder.iterdir() if each.is_file())


def test_what_is_deleted_is_in_no_spoilt_copy_and_it_is_named_first(
    workspace: Workspace, spoilt: tuple[str, Path]
) -> None:
    survey_id, half = spoilt
    assert half.name in goes_words(what_goes(workspace, survey_id))
    delete_results(workspace, survey_id)
    assert not half.exists()
    assert COMMENT.encode() not in _texts(workspace.folder)


def test_what_is_destroyed_by_hand_is_in_no_spoilt_copy(workspace: Workspace, spoilt: tuple[str, Path]) -> None:
    survey_id, half = spoilt
    assert what_remains(workspace, survey_id).spoilt == (half.name,)
    assert destroy_now(workspace, survey_id).spoilt == ()
    assert not list(workspace.folder.glob("*.thcopy*"))


def test_what_is_destroyed_by_hand_is_in_no_spoilt_copy_when_the_clock_is_set_back(
    workspace: Workspace, clock: Clock, spoilt: tuple[str, Path]
) -> None:
    survey_id, half = spoilt
    clock.now = clock.now.replace(year=2024)
    destroy_now(workspace, survey_id)
    assert not half.exists()


def test_what_is_kept_while_the_clock_is_set_back_does_not_go_at_the_next_right_start(
    workspace: Workspace, clock: Clock, tmp_path: Path
) -> None:
    publish_with_comments(workspace)
    back_up(workspace, tmp_path / "copy")
    folder = tmp_path / "spoilt"
    folder.mkdir()
    (folder / DATABASE_NAME).write_bytes((tmp_path / "copy").read_bytes()[:-8192])
    behind = Clock(clock.now.replace(year=2024))
    kept = restore(folder, tmp_path / "copy", clock=behind, entropy=Random(1).randbytes).kept
    with open_workspace(folder, clock=clock, entropy=Random(1).randbytes):
        assert kept is not None
        assert kept.exists()


@pytest.mark.parametrize(("days", "left"), [(RETENTION_DAYS - 2, True), (RETENTION_DAYS - 1, False)])
def test_a_spoilt_copy_goes_at_the_first_start_after_its_time(
    workspace: Workspace, clock: Clock, spoilt: tuple[str, Path], days: int, left: bool
) -> None:
    _, half = spoilt
    folder = workspace.folder.parent / "other"
    folder.mkdir()
    (folder / half.name).write_bytes(half.read_bytes())
    # Kept a day before the fixture's clock began.
    with open_workspace(folder, clock=Clock(clock.now + timedelta(days=days)), entropy=Random(1).randbytes):
        assert (folder / half.name).exists() is left
    named = [each.words for each in examine_data(lambda: folder, _much) if each.subject == "spoilt copy"]
    assert [half.name in words for words in named] == [True] * left


def _much(_folder: Path) -> int:
    return 10**12


def test_a_copy_that_another_program_holds_just_now_is_not_taken_for_spoilt(workspace: Workspace) -> None:
    publish_with_comments(workspace)
    kept = workspace.folder / "before-bringing-back-2026-11-01.thcopy"
    back_up(workspace, workspace.folder.parent / "copy")
    kept.write_bytes((workspace.folder.parent / "copy").read_bytes())
    with closing(sqlite3.connect(kept, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert spoilt_copies(workspace.folder) == ()
