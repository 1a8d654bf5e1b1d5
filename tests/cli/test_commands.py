"""Commands leave what they made on stdout, progress and errors on stderr, and a status of 0, 1 or 2."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from teamhealth.cli.commands import run
from teamhealth.publication.document import read_document
from teamhealth.publication.types import Publication
from tests.report.pdf_checks import words as words_on

SMALL = ("--teams", 1, "--waves", 1)


class Opener:
    """Stands for the window: remembers what it was asked to open."""

    def __init__(self) -> None:
        self.asked: list[tuple[Path, bool]] = []
        self.files: list[Path | None] = []

    def __call__(self, folder: Path, demonstration: bool, file: Path | None = None, /) -> int:
        self.asked.append((folder, demonstration))
        self.files.append(file)
        return 0


def _run(*arguments: object) -> int:
    return run([str(each) for each in arguments], Opener(), lambda: "1.2.3")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Do the headless demonstration once; returns its folder."""
    folder = tmp_path_factory.mktemp("demo")
    assert _run("demo", "--headless", folder / "out", "--data-dir", folder / "data", *SMALL) == 0
    return folder / "out"


def _results(folder: Path) -> Path:
    (found,) = (path for path in folder.glob("*.thresults") if "Northgate" not in path.name)
    return found


def _program(arguments: Sequence[object], environ: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "teamhealth", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **(environ or {})},
        timeout=120,
    )


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
    assert _run("--version") == 0
    assert "1.2.3" in capsys.readouterr().out
    assert _run("--help") == 0
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
    assert _run(*arguments) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "Usage" in told.err


def test_demonstration_makes_every_kind_of_file(made: Path) -> None:
    kinds = [path.suffix for path in made.iterdir()]
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {
        ".thsurvey": 1, ".thkey": 1, ".threturn": 1, ".thresults": 2, ".pdf": 7, ".txt": 1,
    }  # fmt: skip
    assert all(path.read_bytes().startswith(b"%PDF-") for path in made.glob("*.pdf"))
    publication = read_document(_results(made).read_bytes())
    assert publication.teams[0].shown
    comments = [text for each in publication.teams[0].comments for text in each.comments]
    assert any("<b>" in text or not text.isascii() for text in comments)


def _figures(folder: Path) -> Publication:
    return replace(read_document(_results(folder).read_bytes()), salt=None)


def test_same_seed_gives_the_same_figures(made: Path, tmp_path: Path) -> None:
    assert _run("demo", "--headless", tmp_path / "out", "--data-dir", tmp_path / "data", "--seed", "1", *SMALL) == 0
    # The key is a new one each time, and the salt comes from it.
    assert _figures(tmp_path / "out") == _figures(made)
    assert _run("demo", "--headless", tmp_path / "other", "--data-dir", tmp_path / "data", "--seed", "2", *SMALL) == 0
    assert _figures(tmp_path / "other") != _figures(made)


def test_paths_are_printed_and_progress_is_not(tmp_path: Path) -> None:
    done = _program(["demo", "--headless", tmp_path / "out", "--data-dir", tmp_path / "data", *SMALL])
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
    done = _program(["--data-dir", tmp_path], {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""})
    assert done.returncode == 1
    assert "display" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_results_are_printed_as_a_table(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("results", _results(made)) == 0
    told = capsys.readouterr()
    assert "Northgate" in told.out
    assert "Workforce stability" in told.out
    assert told.err == ""


def test_results_are_printed_as_json(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("results", _results(made), "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)


def test_results_are_printed_as_csv(made: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert _run("results", _results(made), "--format", "csv") == 0
    data = capsysbinary.readouterr().out
    assert data.startswith(b'\xef\xbb\xbf"organisation","survey"')
    assert b'"Northgate"' in data


@pytest.mark.parametrize(
    ("form", "begins"), [("csv", b"\xef\xbb\xbf"), ("xlsx", b"PK"), ("json", b"{"), ("table", b"")]
)
def test_results_are_written_in_every_format(made: Path, tmp_path: Path, form: str, begins: bytes) -> None:
    out = tmp_path / f"figures.{form}"
    assert _run("results", _results(made), _results(made), "--format", form, "--out", out) == 0
    assert out.read_bytes().startswith(begins)
    assert out.stat().st_size > 500


def test_a_workbook_is_never_printed(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("results", _results(made), "--format", "xlsx") == 2
    assert "Say with --out which workbook to write." in capsys.readouterr().err


def test_report_is_written_and_named(made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "report.pdf"
    assert _run("report", _results(made), "--team", "northgate", "--out", out) == 0
    assert capsys.readouterr().out.strip() == str(out)
    assert out.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("kind", [("--council",), ("--service", "HELP and Protection")])
def test_reports_of_areas_are_written(made: Path, tmp_path: Path, kind: tuple[str, ...]) -> None:
    out = tmp_path / "area.pdf"
    assert _run("report", _results(made), *kind, "--out", out, "--large-print") == 0
    assert round(words_on(out.read_bytes())[1][0][0]) == 842


def test_an_unknown_area_is_told_the_names(made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("report", _results(made), "--service", "Nowhere", "--out", tmp_path / "a.pdf") == 1
    assert "The areas are: Help and Protection." in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", ["--team", "--meeting"])
def test_documents_are_written_in_large_print_too(made: Path, tmp_path: Path, kind: str) -> None:
    asked = ("report", _results(made), kind, "Northgate")
    assert _run(*asked, "--out", tmp_path / "usual.pdf") == 0
    assert _run(*asked, "--out", tmp_path / "large.pdf", "--large-print") == 0
    widths = [
        size[0] for name in ("usual", "large") for size in words_on((tmp_path / f"{name}.pdf").read_bytes())[1][:1]
    ]
    assert [round(width) for width in widths] == [595, 842]


def test_a_file_that_is_there_is_replaced_only_by_force(
    made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "report.pdf"
    out.write_text("mine", encoding="utf-8")
    asked = ("report", _results(made), "--team", "Northgate", "--out", out)
    assert _run(*asked) == 1
    assert "report.pdf is there already, and was left as it is." in capsys.readouterr().err
    assert out.read_text(encoding="utf-8") == "mine"
    assert _run(*asked, "--force") == 0
    assert out.read_bytes().startswith(b"%PDF-")


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
    assert _run(*arguments) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert words in told.err
    assert len(told.err.strip().splitlines()) == 1


def test_unknown_team_is_told_the_names(made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("report", _results(made), "--team", "Nowhere", "--out", tmp_path / "a.pdf") == 1
    assert "The teams are: Northgate." in capsys.readouterr().err


def test_report_into_a_missing_folder_is_told(made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("report", _results(made), "--team", "Northgate", "--out", tmp_path / "no" / "a.pdf") == 1
    assert "does not exist" in capsys.readouterr().err


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()
    assert _run("demo", "--headless", tmp_path / "file", "--data-dir", tmp_path / "data") == 1
    assert "cannot be written" in capsys.readouterr().err


def test_doctor_says_versions_place_and_settings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _run("doctor", "--data-dir", tmp_path / "data")
    told = capsys.readouterr().out
    for subject in ("python", "pyside6-essentials", "6.11.3", str(tmp_path / "data"), "journal_mode=persist", "MB"):
        assert subject in told


def test_doctor_tells_of_a_database_that_is_not_ours(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "teamhealth.sqlite").write_bytes(b"not a database at all, but long enough to look like one" * 100)
    assert _run("doctor", "--data-dir", tmp_path) == 1
    assert "is not one of Team Health’s" in capsys.readouterr().out


@pytest.mark.parametrize("form", ["table", "json"])
def test_any_character_is_printed_whatever_the_code_page(made: Path, form: str) -> None:
    done = _program(["results", _results(made), "--format", form], {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"})
    assert done.returncode == 0, done.stderr
    assert "Northgate" in done.stdout


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("asked", ["results", "--version", "--help"])
def test_a_full_disk_behind_a_redirection_is_one_clear_line(made: Path, asked: str, unbuffered: str) -> None:
    full = Path("/dev/full")
    if not full.exists():
        return
    with full.open("w") as target:
        done = subprocess.run(
            [sys.executable, "-m", "teamhealth", asked, *([str(_results(made))] if asked == "results" else [])],
            stdout=target,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
            text=True,
            check=False,
            timeout=60,
        )
    assert done.returncode == 1
    assert done.stderr.startswith("Error: The answer could not be printed: ")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="no file can be kept short there")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("form", ["table", "json"])
def test_a_disk_that_fills_up_while_figures_are_printed_is_one_clear_line(
    made: Path, tmp_path: Path, form: str, unbuffered: str
) -> None:
    short = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (700, 700))"
    program = f"{short}\nfrom teamhealth.__main__ import main\nmain()"
    with (tmp_path / "out").open("w") as target:
        done = subprocess.run(
            [sys.executable, "-c", program, "results", str(_results(made)), "--format", form],
            stdout=target,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
            text=True,
            check=False,
            timeout=60,
        )
    assert (tmp_path / "out").stat().st_size == 700
    assert done.returncode == 1
    assert done.stderr.startswith("Error: The answer could not be printed: ")
    assert len(done.stderr.splitlines()) == 1


def test_doctor_only_looks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _run("doctor", "--data-dir", tmp_path / "data")
    assert f"{tmp_path / 'data'}, made at the first start" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []


def test_doctor_makes_no_database_in_a_folder_that_is_there(tmp_path: Path) -> None:
    _run("doctor", "--data-dir", tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_doctor_says_that_a_folder_to_be_made_would_be_shared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run("doctor", "--data-dir", tmp_path / "OneDrive - Exampleshire") == 1
    assert "is shared or synced (OneDrive)" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []
