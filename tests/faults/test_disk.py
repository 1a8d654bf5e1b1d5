"""The disk is full, limited, read-only or gone: the failure says so, and nothing acknowledged is lost."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from teamhealth.failures import DatabaseDamaged, FolderFailure, FolderReadOnly, FolderShared
from teamhealth.services.collect import submit
from teamhealth.services.workspace import Workspace
from tests.faults.office import opened, read_answers, response, set_up
from tests.storage.rooms import folder_bytes


def answer_until_refused(folder: Path, how: str) -> tuple[list[int], set[str]]:
    command = [sys.executable, "-m", "tests.faults.filling", str(folder), how]
    said = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return list(said["taken"]), set(said["refused"])


@contextmanager
def small_disk(place: Path) -> Iterator[Path]:
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(place)], check=True, capture_output=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


def may_mount(folder: Path) -> bool:
    if sys.platform != "linux" or os.geteuid() != 0:
        return False
    try:
        with small_disk(folder / "trial"):
            return True
    except (subprocess.CalledProcessError, FileNotFoundError):
        return False


def test_a_full_disk_is_named_and_everything_acknowledged_is_there(tmp_path: Path) -> None:
    if not may_mount(tmp_path):
        pytest.skip("needs the right to mount a small disk; the size limit below is tried everywhere")
    with small_disk(tmp_path / "disk") as disk:
        path = set_up(disk / "data")
        taken, refused = answer_until_refused(path.parent, "full")
        assert refused == {"DiskFull"}
        assert len(taken) > 1
        assert read_answers(path) == (taken, 0)
        # With room again, answering goes on.
        (disk / "ballast").unlink()
        with opened(path.parent) as workspace:
            submit(workspace, response(len(taken)))
        assert read_answers(path) == ([*taken, len(taken)], 0)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit on the size of files")
def test_a_limit_on_the_size_of_files_is_named_and_everything_acknowledged_is_there(tmp_path: Path) -> None:
    path = set_up(tmp_path / "data")
    taken, refused = answer_until_refused(path.parent, "limited")
    assert refused <= {"DiskFull", "FolderReadOnly"}
    assert len(taken) > 1
    assert read_answers(path) == (taken, 0)
    with opened(path.parent) as workspace:
        submit(workspace, response(len(taken)))
    assert read_answers(path) == ([*taken, len(taken)], 0)


def make_file_read_only(workspace: Workspace) -> None:
    workspace.database.path.chmod(0o444)


def make_folder_read_only(workspace: Workspace) -> None:
    workspace.folder.chmod(0o555)


def remove_the_file(workspace: Workspace) -> None:
    workspace.database.path.unlink()


def remove_the_folder(workspace: Workspace) -> None:
    for path in workspace.folder.iterdir():
        path.unlink()
    workspace.folder.rmdir()


def cut_the_file(workspace: Workspace) -> None:
    os.truncate(workspace.database.path, 4096 * 5)


def hide_the_folder(workspace: Workspace) -> None:
    workspace.folder.chmod(0o000)


@contextmanager
def without_power() -> Iterator[None]:
    """Drop the super-user's right to write everywhere, where the tests run with it."""
    if os.name == "nt" or os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.parametrize("spoil", [make_file_read_only, make_folder_read_only, hide_the_folder])
def test_a_place_that_becomes_read_only_while_people_answer_is_named(
    tmp_path: Path, spoil: Callable[[Workspace], None]
) -> None:
    path = set_up(tmp_path / "data", answers=3)
    with opened(path.parent) as workspace:
        for each in path.parent.iterdir():
            each.chmod(0o666)
        path.parent.chmod(0o777)
        for each in (tmp_path, tmp_path.parent, tmp_path.parent.parent):
            each.chmod(0o711)
        before = folder_bytes(path.parent)
        # Made now: without that right, a checkout in the super-user's own folder cannot be read either.
        answered = response(3)
        spoil(workspace)
        with without_power(), pytest.raises(FolderReadOnly):
            submit(workspace, answered)
        path.parent.chmod(0o755)
        path.chmod(0o644)
        assert folder_bytes(path.parent) == before
        submit(workspace, response(3))
    assert read_answers(path) == ([0, 1, 2, 3], 0)


@pytest.mark.parametrize("spoil", [remove_the_file, remove_the_folder, cut_the_file])
def test_a_database_that_goes_while_people_answer_is_named_and_does_not_come_back_empty(
    tmp_path: Path, spoil: Callable[[Workspace], None]
) -> None:
    path = set_up(tmp_path / "data", answers=3)
    with opened(path.parent) as workspace:
        spoil(workspace)
        left = path.read_bytes() if path.exists() else None
        for _ in range(2):
            with pytest.raises(FolderFailure) as caught:
                submit(workspace, response(3))
            assert type(caught.value) is DatabaseDamaged
        assert (path.read_bytes() if path.exists() else None) == left


@pytest.mark.parametrize("name", ["OneDrive - Exampleshire Council", "Dropbox"])
@pytest.mark.parametrize("linked", [False, True])
def test_a_synced_folder_is_refused_before_anything_is_stored(tmp_path: Path, name: str, linked: bool) -> None:
    synced = tmp_path / name
    synced.mkdir()
    folder = synced / "data"
    if linked:
        folder = tmp_path / "plain"
        folder.symlink_to(synced, target_is_directory=True)
    with pytest.raises(FolderShared), opened(folder):
        pass
    assert list(synced.iterdir()) == []
