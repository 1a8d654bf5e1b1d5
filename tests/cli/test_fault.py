"""An error of a command that nobody foresaw is told in words, with a report and a status of its own, and no value."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

TYPED = "quiet harbour kettle nine"
# A command that fails as one of ours might; what it was given is in the message and in a variable.
FAILING = """
import sys
import click
from teamhealth import app
from teamhealth.cli.offered import OFFERED
@click.command()
def failing():
    typed = sys.argv[1]
    print("Answers of", 5)
    FAIL
OFFERED["failing"] = lambda: failing
sys.exit(app.run(["failing"]))
"""
UNFORESEEN = "raise ValueError(typed, {'comment': typed})"
OF_A_FILE = "open('/nowhere/' + typed)"


def _failing(place: Path, fail: str = UNFORESEEN) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", FAILING.replace("FAIL", fail), TYPED],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "TMPDIR": str(place), "TEMP": str(place)},
        timeout=60,
    )


# No word of the system's: whoever raises such an error may put anything into it.
OF_NO_FILE = "raise OSError(typed)"
WITH_A_NUMBER = "raise OSError(28, typed)"
# As on a disk with no room left.
WITHOUT_ROOM = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0)); "


@pytest.mark.parametrize("fail", [UNFORESEEN, OF_A_FILE, OF_NO_FILE])
def test_a_fault_is_told_in_words_with_a_report_that_is_named_and_holds_no_value(tmp_path: Path, fail: str) -> None:
    done = _failing(tmp_path, fail)
    assert done.returncode == 3
    assert done.stderr.startswith(
        "Error: Something unexpected went wrong in the program. Answers that were sent are safe"
    )
    assert len(done.stderr.splitlines()) == 1
    (kept,) = tmp_path.iterdir()
    assert f"is in {kept}. It holds no answers." in done.stderr
    report = kept.read_text(encoding="utf-8")
    assert re.search(r"^  <string>, line \d+, failing$", report, re.MULTILINE)
    assert TYPED not in report + done.stdout + done.stderr


def test_a_full_disk_is_told_as_that_and_not_as_an_answer_that_was_not_printed(tmp_path: Path) -> None:
    done = _failing(tmp_path, WITH_A_NUMBER)
    assert done.returncode == 1
    assert done.stderr.startswith("Error: A disk of this computer is full, perhaps the one with the folder for temp")
    assert done.stderr.endswith("Code TH-OSError.\n")
    assert len(done.stderr.splitlines()) == 1
    assert TYPED not in done.stdout + done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("fail", ["raise MemoryError(typed)", "raise OSError(12, typed)"])
def test_too_little_memory_is_no_fault_of_the_program_and_leaves_no_report(tmp_path: Path, fail: str) -> None:
    done = _failing(tmp_path, fail)
    assert done.returncode == 1
    assert done.stderr.startswith(
        "Error: This computer has too little free memory for that. Answers that were sent are"
    )
    assert "Close other programs and try again. Code TH-" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert TYPED not in done.stdout + done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_report_for_which_there_is_no_room_is_printed_and_leaves_nothing(tmp_path: Path) -> None:
    done = _failing(tmp_path, WITHOUT_ROOM + UNFORESEEN)
    assert done.returncode == 3
    assert "A report for whoever looks after the program follows." in done.stderr
    assert "Traceback" not in done.stderr
    assert TYPED not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_report_that_cannot_be_kept_is_printed(tmp_path: Path) -> None:
    code = f"from teamhealth.cli.fault import tell_fault\nprint(tell_fault(ValueError({TYPED!r}), lambda report: None))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == "3\n"
    assert (
        "A report for whoever looks after the program follows. It holds no answers. Code TH-ValueError.\n"
        in done.stderr
    )
    assert "\nTeam Health: report of an unexpected error\n" in done.stderr
    assert TYPED not in done.stderr


def test_a_catalogue_that_cannot_be_found_is_a_known_error(tmp_path: Path) -> None:
    code = """
from teamhealth import app
from teamhealth.failures import ResourcesMissing
def missing(name):
    raise ResourcesMissing(name)
app.resource = missing
print(app.run(["doctor"]))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == "1\n"
    assert done.stderr.startswith("Error: Some of the program’s own files are missing.")


@pytest.mark.parametrize("arguments", [["delete"], []], ids=["command", "window"])
def test_a_file_beside_the_program_that_names_no_folder_is_told_and_nothing_is_opened(
    tmp_path: Path, arguments: list[str]
) -> None:
    done = _beside_a_file_that_names_no_folder(tmp_path, arguments)
    assert done.stdout == "1\n"
    assert done.stderr.startswith(
        f"Error: The file {tmp_path / 'data-folder.txt'} does not say where surveys are kept."
    )
    assert len(done.stderr.splitlines()) == 1


def test_the_doctor_tells_of_such_a_file_among_the_rest(tmp_path: Path) -> None:
    done = _beside_a_file_that_names_no_folder(tmp_path, ["doctor"])
    assert f"! data folder          The file {tmp_path / 'data-folder.txt'} does not say where" in done.stdout
    assert done.stdout.startswith("  python ")
    assert done.stdout.endswith("\n1\n")
    assert done.stderr == ""


def _beside_a_file_that_names_no_folder(tmp_path: Path, arguments: list[str]) -> subprocess.CompletedProcess[str]:
    (tmp_path / "data-folder.txt").write_text("TeamHealth", encoding="utf-8")
    code = f"""
import sys
from teamhealth import app
sys.frozen, sys.executable = True, {str(tmp_path / "TeamHealth")!r}
print(app.run({arguments}))
"""
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
