"""Bringing a copy back is killed or has no room: there is always all of the old data or all of the new."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from teamhealth.failures import DiskFull, FileUnwritable
from teamhealth.services.backup import back_up, look_into
from teamhealth.services.collect import submit
from teamhealth.services.progress import unwatched
from teamhealth.services.restoring import bring_back
from tests.faults.office import many, opened, read_answers, response, set_up
from tests.faults.test_disk import may_mount, small_disk

KILLS = many(6, 100)
OLD, NEW = list(range(7)), list(range(4))
pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows kills otherwise")


@pytest.fixture
def copies(tmp_path: Path) -> tuple[Path, Path, Path]:
    """Return a database of seven answers, a copy of its first four, and one of all seven."""
    path = set_up(tmp_path / "data", answers=len(NEW))
    with opened(path.parent) as workspace:
        back_up(workspace, tmp_path / "four")
        for number in OLD[len(NEW) :]:
            submit(workspace, response(number))
        back_up(workspace, tmp_path / "seven")
    return path, tmp_path / "four", tmp_path / "seven"


def command(path: Path, *arguments: object) -> list[str]:
    return [sys.executable, "-m", "tests.faults.restoring", str(path.parent), *(str(each) for each in arguments)]


def half_made(folder: Path) -> list[str]:
    """Return the names of what has no name of its own yet, and of what SQLite kept beside it."""
    return [each.name for each in folder.iterdir() if re.search(r"\.(new|part|trial)(-journal)?$", each.name)]


def test_killed_at_any_step_it_leaves_the_old_data(copies: tuple[Path, Path, Path]) -> None:
    path, four, seven = copies
    whole = subprocess.run(command(path, four, four, 10**6), capture_output=True, text=True, check=True)
    steps = int(whole.stdout.split()[-1])
    assert read_answers(path) == (NEW, 0)
    with opened(path.parent) as workspace:
        bring_back(workspace, seven, unwatched)
    for step in range(0, steps, max(1, steps // many(6, 40))):
        killed = subprocess.run(command(path, four, four, step), capture_output=True, check=False)
        assert killed.returncode == -signal.SIGKILL
        assert read_answers(path) == (OLD, 0)
        with opened(path.parent):
            assert read_answers(path) == (OLD, 0)
            assert half_made(path.parent) == []


def test_killed_at_any_moment_it_leaves_the_old_or_the_new_data(copies: tuple[Path, Path, Path]) -> None:
    path, four, seven = copies
    found = []
    for kill in range(KILLS):
        with subprocess.Popen(command(path, four, seven), stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == "ready\n"
            time.sleep(Random(kill).uniform(0, 0.25))
            child.kill()
        found.append(read_answers(path))
        with opened(path.parent):
            assert read_answers(path) == found[-1]
            assert half_made(path.parent) == []
        for kept in path.parent.glob("*.thcopy"):
            assert look_into(kept).answers in {len(OLD), len(NEW)}
    assert all(each in ((OLD, 0), (NEW, 0)) for each in found)


def test_without_room_the_old_data_stays(tmp_path: Path) -> None:
    if not may_mount(tmp_path):
        pytest.skip("needs the right to mount a small disk")
    with small_disk(tmp_path / "disk") as disk:
        path = set_up(disk / "data", answers=12)
        with opened(path.parent) as workspace:
            back_up(workspace, tmp_path / "copy")
            (disk / "ballast").write_bytes(bytes(_free(disk) - 300 * 1024))
            before = {each.name for each in path.parent.iterdir()}
            with pytest.raises((DiskFull, FileUnwritable)):
                bring_back(workspace, tmp_path / "copy", unwatched)
            assert {each.name for each in path.parent.iterdir()} == before
            (disk / "ballast").unlink()
            bring_back(workspace, tmp_path / "copy", unwatched)
        assert read_answers(path) == (list(range(12)), 0)


def test_a_copy_without_room_leaves_the_last_whole_one(tmp_path: Path) -> None:
    if not may_mount(tmp_path):
        pytest.skip("needs the right to mount a small disk")
    path = set_up(tmp_path / "data", answers=20)
    with small_disk(tmp_path / "disk") as disk, opened(path.parent) as workspace:
        target = disk / "copy"
        held = back_up(workspace, target)
        (disk / "ballast").write_bytes(bytes(_free(disk) - 100 * 1024))
        with pytest.raises(FileUnwritable) as caught:
            back_up(workspace, target)
        assert caught.value.reason == "full"
        assert look_into(target) == held
        assert {each.name for each in disk.iterdir()} == {"copy", "ballast"}


def _free(disk: Path) -> int:
    status = os.statvfs(disk)
    return status.f_bavail * status.f_frsize
