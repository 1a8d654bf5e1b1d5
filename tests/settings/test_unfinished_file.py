"""What a killed program left half written is taken away by the next one; what another one is writing is not."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from teamhealth.settings import unfinished_file
from teamhealth.settings.atomic_file import grown_atomically, write_atomically

_WRITER = """
import sys
from pathlib import Path
from teamhealth.settings.atomic_file import grown_atomically
with grown_atomically(Path(sys.argv[1])) as file:
    file.write(b"by the other program")
    file.flush()
    print("begun", flush=True)
    sys.stdin.readline()
"""


@contextmanager
def another_program(path: Path) -> Iterator["subprocess.Popen[str]"]:
    """Run a program that is in the middle of writing a file, and goes on when it is told."""
    command = [sys.executable, "-c", _WRITER, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "begun\n"
        try:
            yield program
        finally:
            program.kill()


def go_on(program: "subprocess.Popen[str]") -> int:
    program.communicate("go on\n", timeout=30)
    return program.returncode


def parts(folder: Path) -> list[Path]:
    return list(folder.glob(".*.part"))


@pytest.mark.skipif(sys.platform == "win32", reason="there a file is left for an hour")
def test_what_a_killed_program_left_is_taken_away_at_the_next_writing(tmp_path: Path) -> None:
    path = tmp_path / "pack.pdf"
    with another_program(path) as program:
        program.send_signal(signal.SIGKILL)
        program.wait(30)
    assert len(parts(tmp_path)) == 1
    write_atomically(path, b"whole")
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("pack.pdf", b"whole")]


def test_what_another_program_is_writing_stays(tmp_path: Path) -> None:
    path = tmp_path / "pack.pdf"
    with another_program(path) as program:
        write_atomically(path, b"in between")
        assert path.read_bytes() == b"in between"
        assert len(parts(tmp_path)) == 1
        assert go_on(program) == 0
    assert path.read_bytes() == b"by the other program"
    assert parts(tmp_path) == []


def test_two_files_of_one_folder_can_be_written_at_once(tmp_path: Path) -> None:
    with grown_atomically(tmp_path / "one") as first:
        first.write(b"1")
        write_atomically(tmp_path / "two", b"2")
        first.write(b"1")
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {"one": b"11", "two": b"2"}


def test_files_of_other_programs_stay_whatever_they_are_called(tmp_path: Path) -> None:
    names = (".0123456789abcdef.part", ".teamhealth-notes.part", "teamhealth-0123456789abcdef.part")
    for name in names:
        (tmp_path / name).write_bytes(b"theirs")
    (tmp_path / ".teamhealth-0123456789abcdef.part").mkdir()
    write_atomically(tmp_path / "a", b"ours")
    assert {each.name for each in tmp_path.iterdir()} == {*names, ".teamhealth-0123456789abcdef.part", "a"}


@pytest.mark.skipif(sys.platform == "win32", reason="links need a permission there")
def test_a_link_by_such_a_name_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "theirs").write_bytes(b"theirs")
    (tmp_path / ".teamhealth-0123456789abcdef.part").symlink_to(tmp_path / "theirs")
    write_atomically(tmp_path / "a", b"ours")
    assert (tmp_path / "theirs").read_bytes() == b"theirs"


def _interrupted_at(line: int, path: Path) -> bool:
    """Write a file and be asked to stop at so many lines of the code that keeps it; whether it was still at work."""
    left = line

    def trace(frame: FrameType, event: str, _argument: object) -> Any:
        nonlocal left
        if frame.f_code.co_filename != unfinished_file.__file__:
            return None
        if event == "line":
            left -= 1
            if left == 0:
                sys.settrace(None)
                raise KeyboardInterrupt
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        write_atomically(path, b"whole")
    except KeyboardInterrupt:
        return True
    finally:
        sys.settrace(before)
    return False


def test_a_request_to_stop_at_any_moment_leaves_nothing_half_written(tmp_path: Path) -> None:
    line = 1
    while _interrupted_at(line, tmp_path / "a.pdf"):
        assert {each.name for each in tmp_path.iterdir()} <= {"a.pdf"}, line
        line += 1
    assert line > 10
    assert (tmp_path / "a.pdf").read_bytes() == b"whole"


@pytest.mark.skipif(sys.platform == "win32", reason="there a file is left for an hour")
def test_what_sqlite_keeps_beside_a_growing_copy_goes_with_it_and_not_before(tmp_path: Path) -> None:
    path = tmp_path / "all.thcopy"
    with another_program(path) as program:
        growing = parts(tmp_path)[0]
        journal = growing.with_name(f"{growing.name}-journal")
        journal.write_bytes(b"half")
        write_atomically(tmp_path / "a", b"in between")
        assert journal.exists()
        program.send_signal(signal.SIGKILL)
        program.wait(30)
    write_atomically(tmp_path / "a", b"after")
    assert [each.name for each in tmp_path.iterdir()] == ["a"]
