"""A start from an odd place is refused in words or goes on; it is no fault of the program."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from teamhealth.settings.choices import CHOICES_NAME, choices_if_whole
from tests.ui.office import office

UNTOUCHED = "Your surveys have not been touched, and no others have been started."
# As in a container whose account the system does not know.
NOBODY = """
import os, sys
def unknown(number):
    raise KeyError(number)
import pwd
pwd.getpwuid = unknown
for each in ("HOME", "XDG_DATA_HOME"):
    os.environ.pop(each, None)
from teamhealth.__main__ import main
main()
"""
FAILING = """
import sys
import click
from teamhealth.cli.offered import OFFERED
@click.command()
def failing():
    raise ValueError
OFFERED["failing"] = lambda: failing
from teamhealth.__main__ import main
main()
"""
MAIN = "from teamhealth.__main__ import main; main()"


def _run(code: str, *arguments: object, folder: Path, stderr: str = "") -> subprocess.CompletedProcess[str]:
    told = os.open(stderr, os.O_WRONLY) if stderr else subprocess.PIPE
    try:
        return subprocess.run(
            [sys.executable, "-c", code, *map(str, arguments)],
            stdout=subprocess.PIPE,
            stderr=told,
            text=True,
            check=False,
            timeout=60,
            cwd=folder,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(folder)},
        )
    finally:
        if stderr:
            os.close(told)


@pytest.mark.parametrize("arguments", [(), ("backup", "a.thcopy")], ids=["window", "command"])
def test_an_account_without_a_folder_is_asked_for_one(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = _run(NOBODY, *arguments, folder=tmp_path)
    assert done.returncode == 1
    assert done.stderr == (
        f"Error: This account has no folder of its own on this computer. {UNTOUCHED} "
        "Ask IT for a folder in which surveys can be kept. --data-dir names the folder.\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_the_doctor_tells_the_rest_of_an_account_without_a_folder(tmp_path: Path) -> None:
    done = _run(NOBODY, "doctor", folder=tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    lines = done.stdout.splitlines()
    told = (
        f"! data folder          This account has no folder of its own on this computer. {UNTOUCHED} "
        "Ask IT for a folder in which surveys can be kept. --data-dir names the folder."
    )
    assert [line for line in lines if line.startswith("!")] == [told]
    assert lines[0].startswith("  python ")
    assert lines[-1].startswith("  display ")


def test_an_account_without_a_folder_uses_the_one_that_it_names(tmp_path: Path) -> None:
    with office(tmp_path / "data"):
        pass
    done = _run(NOBODY, "workforce", "show", "--data-dir", tmp_path / "data", folder=tmp_path)
    assert (done.returncode, done.stderr) == (
        0,
        "No workforce figures have been entered. ‘teamhealth workforce import FILE’ takes them in.\n",
    )


@pytest.mark.parametrize(
    "arguments",
    [("doctor",), ("workforce", "show"), ("backup", "a.thcopy"), ("demo", "--headless", "out")],
    ids=lambda arguments: arguments[0],
)
def test_a_file_where_the_data_folder_should_be_is_called_one(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    file = tmp_path / "surveys.txt"
    file.write_text("notes", encoding="utf-8")
    done = _run(MAIN, "--data-dir", file, *arguments, folder=tmp_path)
    assert done.returncode == 1
    assert (
        f"{file} is a file. Surveys are kept in a folder. It has not been changed, and nothing new has been started. "
        "Name a folder instead. --data-dir names the folder.\n"
    ) in done.stdout + done.stderr
    assert [each.name for each in tmp_path.iterdir()] == [file.name]
    assert file.read_text(encoding="utf-8") == "notes"


@pytest.mark.parametrize("arguments", [(), ("backup", "a.thcopy")], ids=["window", "command"])
def test_a_folder_of_an_account_that_is_not_there_is_told(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = _run(MAIN, "--data-dir", "~nosuch/x", *arguments, folder=tmp_path)
    assert done.returncode == 1
    assert done.stderr == (
        f"Error: It cannot be told which folder or file ~nosuch/x is. {UNTOUCHED} "
        "Write its whole path, such as D:\\TeamHealth.\n"
    )


@pytest.mark.parametrize(
    "arguments",
    [("--data-dir", "x"), ("backup", "a.thcopy", "--data-dir", "x"), ("x.thsurvey",)],
    ids=["window", "command", "file"],
)
def test_a_path_from_a_folder_that_is_gone_is_told(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    (tmp_path / "gone").mkdir()
    gone = f"import os; os.rmdir(os.getcwd()); {MAIN}"
    done = _run(gone, *arguments, folder=tmp_path / "gone")
    assert done.returncode == 1
    assert done.stderr.startswith(f"Error: It cannot be told which folder or file x{Path(arguments[-1]).suffix} is. ")
    assert len(done.stderr.splitlines()) == 1


def test_settings_that_are_a_pipe_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / CHOICES_NAME)
    assert choices_if_whole(tmp_path / CHOICES_NAME) is None


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device")
@pytest.mark.parametrize(
    ("code", "arguments", "status"),
    [
        (FAILING, ("failing",), 3),
        (MAIN, ("backup", "a.thcopy", "--data-dir", "none"), 1),
        (MAIN, ("nonsense",), 2),
        (MAIN, ("delete", "--data-dir", "data"), 0),
    ],
)
def test_where_nothing_can_be_said_the_exit_status_still_tells(
    tmp_path: Path, code: str, arguments: tuple[str, ...], status: int
) -> None:
    with office(tmp_path / "data"):
        pass
    assert _run(code, *arguments, folder=tmp_path, stderr="/dev/full").returncode == status
