"""What the window is opened with is read the same with and without the command line's library."""

from pathlib import Path

import pytest

from teamhealth.app import run as run_app
from teamhealth.cli.commands import run
from teamhealth.cli.offered import OFFERED
from teamhealth.cli.plain_start import PlainStart, plain_start

FILE = "Spring 2026.THSURVEY"


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        ([], PlainStart(None, None)),
        (["--data-dir", "here"], PlainStart(Path("here"), None)),
        ([FILE], PlainStart(None, Path(FILE).absolute())),
        (["--data-dir", "here", "x.thresults"], PlainStart(Path("here"), Path("x.thresults").absolute())),
    ],
)
def test_a_plain_start_is_what_the_command_line_reads(arguments: list[str], found: PlainStart) -> None:
    assert plain_start(arguments) == found
    opened: list[tuple[Path, bool, Path | None]] = []

    def open_app(folder: Path, demonstration: bool, file: Path | None = None) -> int:
        opened.append((folder, demonstration, file))
        return 7

    assert run(arguments, open_app, lambda: "1") == 7
    [(folder, demonstration, file)] = opened
    assert (demonstration, file) == (False, found.file)
    assert found.data_dir is None or folder == found.data_dir.absolute()


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["--data-dir"],
        ["--data-dir", "--help"],
        ["--data-dir", "here", "demo"],
        ["--data-dir=here"],
        ["letter.docx"],
        ["x.thsurvey", "y.thsurvey"],
        ["-x.thsurvey"],
        *([name] for name in OFFERED),
    ],
)
def test_everything_else_is_left_to_the_commands(arguments: list[str]) -> None:
    assert plain_start(arguments) is None


def test_a_wrong_command_is_told_as_before(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_app(["no-such-command"]) == 2
    assert "no-such-command" in capsys.readouterr().err
