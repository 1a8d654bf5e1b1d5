"""One program has a file at a time, and it is free again when that program has ended, however it ended."""

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from teamhealth.storage.file_lock import lock_file

HOLDS = """
import sys
from pathlib import Path
from teamhealth.storage.file_lock import lock_file
given = lock_file(Path(sys.argv[1]), 0)
print("locked" if given else "taken", flush=True)
sys.stdin.read()
"""
BY_FILELOCK = HOLDS.replace(
    "given = lock_file(Path(sys.argv[1]), 0)",
    "from filelock import FileLock\ngiven = FileLock(sys.argv[1]); given.acquire(timeout=0)",
)


def _other(path: Path, code: str = HOLDS) -> subprocess.Popen[str]:
    """Start a program that locks the file and stays."""
    other = subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout is not None
    assert other.stdout.readline().strip() == "locked"
    return other


@pytest.mark.parametrize("code", [HOLDS, BY_FILELOCK])
def test_a_file_that_another_program_has_is_free_once_that_was_killed(tmp_path: Path, code: str) -> None:
    other = _other(tmp_path / "lock", code)
    try:
        assert lock_file(tmp_path / "lock", 0) is None
    finally:
        other.kill()
        other.communicate(timeout=20)
    assert lock_file(tmp_path / "lock", 0) is not None


def test_filelock_finds_it_taken_as_programs_of_older_versions_do(tmp_path: Path) -> None:
    from filelock import FileLock, Timeout

    given = lock_file(tmp_path / "lock", 0)
    assert given is not None
    with pytest.raises(Timeout):
        FileLock(tmp_path / "lock").acquire(timeout=0)
    given()
    FileLock(tmp_path / "lock").acquire(timeout=0)


def test_a_file_that_is_given_back_can_be_had_again_by_who_waits(tmp_path: Path) -> None:
    given = lock_file(tmp_path / "lock", 0)
    assert given is not None
    threading.Timer(0.3, given).start()
    begun = time.monotonic()
    assert lock_file(tmp_path / "lock", 30) is not None
    assert 0.2 < time.monotonic() - begun < 20


def test_who_waits_in_vain_gives_up_in_time(tmp_path: Path) -> None:
    assert lock_file(tmp_path / "lock", 0) is not None
    begun = time.monotonic()
    assert lock_file(tmp_path / "lock", 0.2) is None
    assert 0.2 <= time.monotonic() - begun < 20


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_is_not_followed_and_what_it_names_stays(tmp_path: Path) -> None:
    (tmp_path / "other").write_text("kept")
    (tmp_path / "lock").symlink_to(tmp_path / "other")
    with pytest.raises(OSError, match="lock"):
        lock_file(tmp_path / "lock", 0)
    assert (tmp_path / "other").read_text() == "kept"


def test_a_program_that_is_started_meanwhile_does_not_keep_the_file(tmp_path: Path) -> None:
    given = lock_file(tmp_path / "lock", 0)
    assert given is not None
    other = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    given()
    try:
        assert lock_file(tmp_path / "lock", 0) is not None
    finally:
        other.kill()
        other.communicate(timeout=20)
