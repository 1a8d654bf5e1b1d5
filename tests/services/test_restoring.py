"""A copy is brought back while the program runs: what was there is kept, and nothing changes unless all of it does."""

import stat
import sys
from pathlib import Path
from random import Random

import pytest

from teamhealth.failures import Cancelled, DatabaseBusy, FileUnreadable
from teamhealth.services.backup import BackedUp, back_up, held_here, look_into
from teamhealth.services.collect import collection
from teamhealth.services.progress import unwatched
from teamhealth.services.restoring import bring_back, holds_data, restore
from teamhealth.services.survey_list import list_surveys
from teamhealth.services.workspace import DATABASE_NAME, Workspace, open_workspace
from tests.services.conftest import Clock
from tests.services.journeys import answered, created
from tests.storage.rooms import folder_bytes


def test_the_open_folder_holds_the_copy_and_what_was_there_is_kept(workspace: Workspace, copied: Path) -> None:
    restored = bring_back(workspace, copied, unwatched)
    assert restored.held == held_here(workspace) == BackedUp(1, 2, 0)
    assert restored.kept == workspace.folder / "before-bringing-back-2026-11-02.thcopy"
    assert look_into(restored.kept) == BackedUp(1, 3, 0)
    survey_id = list_surveys(workspace)[0].id
    answered(workspace, survey_id, [1, 1])
    assert collection(workspace, survey_id).answered == 4


def test_what_was_kept_is_brought_back_in_turn(workspace: Workspace, copied: Path) -> None:
    first = bring_back(workspace, copied, unwatched)
    assert first.kept is not None
    second = bring_back(workspace, first.kept, unwatched)
    assert second.held == held_here(workspace) == BackedUp(1, 3, 0)
    assert second.kept is not None
    assert second.kept.name == "before-bringing-back-2026-11-02-2.thcopy"
    assert look_into(second.kept) == BackedUp(1, 2, 0)


def test_nothing_is_kept_where_nothing_was(clock: Clock, copied: Path, tmp_path: Path) -> None:
    with open_workspace(tmp_path / "new", clock=clock, entropy=Random(1).randbytes) as empty:
        assert not holds_data(empty.folder)
        assert bring_back(empty, copied, unwatched).kept is None
        assert held_here(empty).answers == 2


@pytest.mark.parametrize("step", range(6))
def test_giving_up_at_any_step_changes_nothing(workspace: Workspace, copied: Path, step: int) -> None:
    before = {name: data for name, data in folder_bytes(workspace.folder).items() if name.endswith(".sqlite")}

    def unwanted(done: int, total: int) -> None:
        if done == step:
            raise Cancelled

    with pytest.raises(Cancelled):
        bring_back(workspace, copied, unwanted)
    assert {n: data for n, data in folder_bytes(workspace.folder).items() if n.endswith(("sqlite", "thcopy"))} == before
    assert not list(workspace.folder.glob("*.new*"))


def test_an_answer_that_comes_meanwhile_is_not_lost(workspace: Workspace, copied: Path) -> None:
    survey_id = list_surveys(workspace)[0].id
    came: list[int] = []

    def late(done: int, total: int) -> None:
        if done == 4 and not came:
            came.append(done)
            answered(workspace, survey_id, [3])

    with pytest.raises(DatabaseBusy):
        bring_back(workspace, copied, late)
    assert collection(workspace, survey_id).answered == 4
    assert not list(workspace.folder.glob("*.thcopy"))


def test_a_copy_that_is_not_whole_changes_nothing(workspace: Workspace, copied: Path) -> None:
    copied.write_bytes(copied.read_bytes()[:-4096])
    with pytest.raises(FileUnreadable):
        bring_back(workspace, copied, unwatched)
    assert held_here(workspace) == BackedUp(1, 3, 0)
    assert not list(workspace.folder.glob("*.thcopy"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the folder's own rules")
@pytest.mark.parametrize("spoilt", [False, True], ids=["whole", "spoilt"])
def test_data_brought_back_and_what_was_kept_are_nobody_elses(
    workspace: Workspace, clock: Clock, tmp_path: Path, spoilt: bool
) -> None:
    survey_id = created(workspace)
    answered(workspace, survey_id, [4])
    back_up(workspace, tmp_path / "copy")
    folder = tmp_path / "for a group"
    folder.mkdir()
    (folder / DATABASE_NAME).write_bytes(b"SQLite format 3\0 and nothing else" if spoilt else b"")
    if not spoilt:
        (folder / DATABASE_NAME).write_bytes((tmp_path / "copy").read_bytes())
    (folder / DATABASE_NAME).chmod(0o644)
    kept = restore(folder, tmp_path / "copy", clock=clock, entropy=Random(1).randbytes).kept
    assert kept is not None
    for each in (folder / DATABASE_NAME, kept):
        assert stat.S_IMODE(each.stat().st_mode) == 0o600, each.name


def test_what_a_killed_program_left_half_made_is_gone_after_the_next_start(workspace: Workspace, clock: Clock) -> None:
    folder = workspace.folder.parent / "other"
    folder.mkdir()
    left = (
        f"{DATABASE_NAME}.0123abcd.new",
        f"{DATABASE_NAME}.0123abcd.new-journal",
        ".teamhealth-0123456789abcdef.part-journal",
        ".0123456789abcdef.trial",
    )
    for name in (*left, "mine.new", f"{DATABASE_NAME}.new"):
        (folder / name).write_bytes(b"half")
    with open_workspace(folder, clock=clock, entropy=Random(1).randbytes):
        here = {each.name for each in folder.iterdir()}
    assert here.isdisjoint(left)
    assert {"mine.new", f"{DATABASE_NAME}.new"} <= here
