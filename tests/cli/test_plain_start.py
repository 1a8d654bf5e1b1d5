"""What the window is opened with is read the same with and without the command line's library."""

from pathlib import Path

import pytest

from teamhealth.app import run as run_app
from teamhealth.cli.commands import run
from teamhealth.cli.offered import OFFERED
from teamhealth.cli.plain_start import PlainStart, plain_start
from tests.closed_folders import closed

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


def test_any_file_that_is_there_is_opened_and_one_that_is_not_is_a_wrong_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    opened: list[Path | None] = []

    def open_app(_folder: Path, _demonstration: bool, file: Path | None = None) -> int:
        opened.append(file)
        return 0

    assert run(["letter.docx"], open_app, lambda: "1") == 2
    for name in ("letter.docx", "demo"):
        (tmp_path / name).write_bytes(b"x")
    assert plain_start(["letter.docx"]) == PlainStart(None, tmp_path / "letter.docx")
    assert plain_start(["demo"]) is None
    assert run(["--data-dir=here", "letter.docx"], open_app, lambda: "1") == 0
    assert opened == [tmp_path / "letter.docx"]


def test_a_file_that_nobody_can_look_at_is_a_wrong_command_and_no_unexpected_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "locked").mkdir()
    too_long = f"{'x' * 300}.docx"
    with closed(tmp_path / "locked"):
        for name in (too_long, str(tmp_path / "locked" / "letter.docx")):
            assert plain_start([name]) is None
            assert run_app([name]) == 2
            assert name[-20:] in capsys.readouterr().err


def test_a_wrong_command_is_told_as_before(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_app(["no-such-command"]) == 2
    assert "no-such-command" in capsys.readouterr().err
