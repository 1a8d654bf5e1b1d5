"""Commands leave what they made on stdout, progress and errors on stderr, and a status of 0, 1 or 2."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from teamhealth.cli.commands import run
from teamhealth.publication.document import read_document
from teamhealth.publication.types import Publication
from tests.cli.running import SMALL, Opener, results_in, run_apart, run_here


@pytest.mark.parametrize("before", [True, False])
def test_the_data_folder_is_said_before_or_after(tmp_path: Path, before: bool) -> None:
    opener = Opener()
    said = ["--data-dir", str(tmp_path)]
    arguments = [*said, "demo"] if before else ["demo", *said]
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    assert run(arguments, opener, lambda: "1.2.3") == 0
    assert opener.asked == [(tmp_path / "demo", True)]


def test_no_command_opens_the_app(tmp_path: Path) -> None:
    opener = Opener()
    assert run(["--data-dir", str(tmp_path)], opener, lambda: "1.2.3") == 0
    assert opener.asked == [(tmp_path, False)]


@pytest.mark.parametrize("name", ["a.thsurvey", "b.THRESULTS", "c.threturn", "d.thkey"])
def test_a_file_of_the_program_is_opened_by_the_app(tmp_path: Path, name: str) -> None:
    opener = Opener()
    assert run(["--data-dir", str(tmp_path), str(tmp_path / name)], opener, lambda: "1.2.3") == 0
    assert opener.asked == [(tmp_path, False)]
    assert opener.files == [tmp_path / name]


def test_version_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_here("--version") == 0
    assert "1.2.3" in capsys.readouterr().out
    assert run_here("--help") == 0
    told = capsys.readouterr().out
    for command in ("demo", "results", "report", "doctor"):
        assert command in told


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("results",),
        ("report", "a.thresults"),
        ("results", "a", "--format", "xml"),
        ("demo", "--seed", "x"),
    ],
)
def test_wrong_usage_is_status_two(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert run_here(*arguments) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "Usage" in told.err


def test_demonstration_makes_every_kind_of_file(demonstrated: Path) -> None:
    kinds = [path.suffix for path in demonstrated.iterdir()]
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {
        ".thsurvey": 1, ".thkey": 1, ".threturn": 1, ".thresults": 2, ".pdf": 7, ".txt": 1,
    }  # fmt: skip
    assert all(path.read_bytes().startswith(b"%PDF-") for path in demonstrated.glob("*.pdf"))
    publication = read_document(results_in(demonstrated).read_bytes())
    assert publication.teams[0].shown
    comments = [text for each in publication.teams[0].comments for text in each.comments]
    assert any("<b>" in text or not text.isascii() for text in comments)


def _figures(folder: Path) -> Publication:
    return replace(read_document(results_in(folder).read_bytes()), salt=None)


def test_same_seed_gives_the_same_figures(demonstrated: Path, tmp_path: Path) -> None:
    assert run_here("demo", "--headless", tmp_path / "out", "--data-dir", tmp_path / "data", "--seed", "1", *SMALL) == 0
    # The key is a new one each time, and the salt comes from it.
    assert _figures(tmp_path / "out") == _figures(demonstrated)
    assert (
        run_here("demo", "--headless", tmp_path / "other", "--data-dir", tmp_path / "data", "--seed", "2", *SMALL) == 0
    )
    assert _figures(tmp_path / "other") != _figures(demonstrated)


def test_paths_are_printed_and_progress_is_not(tmp_path: Path) -> None:
    done = run_apart(["demo", "--headless", tmp_path / "out", "--data-dir", tmp_path / "data", *SMALL])
    assert done.returncode == 0
    printed = [Path(line) for line in done.stdout.splitlines()]
    assert sorted(printed) == sorted((tmp_path / "out").iterdir())
    assert "Invented council" in done.stderr


def test_without_a_display_the_demonstration_needs_no_window(tmp_path: Path) -> None:
    environ = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    done = subprocess.run(
        [sys.executable, "-m", "teamhealth", "demo", "--data-dir", str(tmp_path / "data"), *map(str, SMALL)],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env={**os.environ, **environ},
        timeout=120,
    )
    assert done.returncode == 0
    assert "There is no display here" in done.stderr
    assert all((tmp_path / line).is_file() for line in done.stdout.splitlines())
    assert done.stdout.count(".pdf") == 7


def test_without_a_display_the_app_says_so(tmp_path: Path) -> None:
    done = run_apart(["--data-dir", tmp_path], {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""})
    assert done.returncode == 1
    assert "display" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("results", "nowhere.thresults"), "There is no file nowhere.thresults."),
        (("results", __file__), "is not the kind of file that is needed here"),
    ],
)
def test_known_errors_are_one_clear_line(
    arguments: tuple[str, ...], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_here(*arguments) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert words in told.err
    assert len(told.err.strip().splitlines()) == 1


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()
    assert run_here("demo", "--headless", tmp_path / "file", "--data-dir", tmp_path / "data") == 1
    assert "cannot be written" in capsys.readouterr().err


def test_doctor_says_versions_place_and_settings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run_here("doctor", "--data-dir", tmp_path / "data")
    told = capsys.readouterr().out
    for subject in ("python", "pyside6-essentials", "6.11.3", str(tmp_path / "data"), "journal_mode=persist", "MB"):
        assert subject in told


def test_doctor_tells_of_a_database_that_is_not_ours(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "teamhealth.sqlite").write_bytes(b"not a database at all, but long enough to look like one" * 100)
    assert run_here("doctor", "--data-dir", tmp_path) == 1
    assert "is not one of Team Health’s" in capsys.readouterr().out


def test_doctor_only_looks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run_here("doctor", "--data-dir", tmp_path / "data")
    assert f"{tmp_path / 'data'}, made at the first start" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []


def test_doctor_makes_no_database_in_a_folder_that_is_there(tmp_path: Path) -> None:
    run_here("doctor", "--data-dir", tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_doctor_says_that_a_folder_to_be_made_would_be_shared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_here("doctor", "--data-dir", tmp_path / "OneDrive - Exampleshire") == 1
    assert "is shared or synced (OneDrive)" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []
