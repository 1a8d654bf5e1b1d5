"""Results are printed, written and made into reports, from a file alone."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import results_in, run_apart, run_here
from tests.report.pdf_checks import words as words_on


def test_results_are_printed_as_a_table(demonstrated: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_here("results", results_in(demonstrated)) == 0
    told = capsys.readouterr()
    assert "Northgate" in told.out
    assert "Workforce stability" in told.out
    assert told.err == ""


def test_results_are_printed_as_json(demonstrated: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_here("results", results_in(demonstrated), "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)


def test_results_are_printed_as_csv(demonstrated: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run_here("results", results_in(demonstrated), "--format", "csv") == 0
    data = capsysbinary.readouterr().out
    assert data.startswith(b'\xef\xbb\xbf"organisation","survey"')
    assert b'"Northgate"' in data


@pytest.mark.parametrize(
    ("form", "begins"), [("csv", b"\xef\xbb\xbf"), ("xlsx", b"PK"), ("json", b"{"), ("table", b"")]
)
def test_results_are_written_in_every_format(demonstrated: Path, tmp_path: Path, form: str, begins: bytes) -> None:
    out = tmp_path / f"figures.{form}"
    assert run_here("results", results_in(demonstrated), results_in(demonstrated), "--format", form, "--out", out) == 0
    assert out.read_bytes().startswith(begins)
    assert out.stat().st_size > 500


def test_a_workbook_is_never_printed(demonstrated: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_here("results", results_in(demonstrated), "--format", "xlsx") == 2
    assert "Say with --out which workbook to write." in capsys.readouterr().err


def test_report_is_written_and_named(demonstrated: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "report.pdf"
    assert run_here("report", results_in(demonstrated), "--team", "northgate", "--out", out) == 0
    assert capsys.readouterr().out.strip() == str(out)
    assert out.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("kind", [("--council",), ("--service", "HELP and Protection")])
def test_reports_of_areas_are_written(demonstrated: Path, tmp_path: Path, kind: tuple[str, ...]) -> None:
    out = tmp_path / "area.pdf"
    assert run_here("report", results_in(demonstrated), *kind, "--out", out, "--large-print") == 0
    assert round(words_on(out.read_bytes())[1][0][0]) == 842


def test_an_unknown_area_is_told_the_names(
    demonstrated: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_here("report", results_in(demonstrated), "--service", "Nowhere", "--out", tmp_path / "a.pdf") == 1
    assert "The areas are: Help and Protection." in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", ["--team", "--meeting"])
def test_documents_are_written_in_large_print_too(demonstrated: Path, tmp_path: Path, kind: str) -> None:
    asked = ("report", results_in(demonstrated), kind, "Northgate")
    assert run_here(*asked, "--out", tmp_path / "usual.pdf") == 0
    assert run_here(*asked, "--out", tmp_path / "large.pdf", "--large-print") == 0
    widths = [
        size[0] for name in ("usual", "large") for size in words_on((tmp_path / f"{name}.pdf").read_bytes())[1][:1]
    ]
    assert [round(width) for width in widths] == [595, 842]


def test_a_file_that_is_there_is_replaced_only_by_force(
    demonstrated: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "report.pdf"
    out.write_text("mine", encoding="utf-8")
    asked = ("report", results_in(demonstrated), "--team", "Northgate", "--out", out)
    assert run_here(*asked) == 1
    assert "report.pdf is there already, and was left as it is." in capsys.readouterr().err
    assert out.read_text(encoding="utf-8") == "mine"
    assert run_here(*asked, "--force") == 0
    assert out.read_bytes().startswith(b"%PDF-")


def test_unknown_team_is_told_the_names(demonstrated: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_here("report", results_in(demonstrated), "--team", "Nowhere", "--out", tmp_path / "a.pdf") == 1
    assert "The teams are: Northgate." in capsys.readouterr().err


def test_report_into_a_missing_folder_is_told(
    demonstrated: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_here("report", results_in(demonstrated), "--team", "Northgate", "--out", tmp_path / "no" / "a.pdf") == 1
    assert "does not exist" in capsys.readouterr().err


@pytest.mark.parametrize("form", ["table", "json"])
def test_any_character_is_printed_whatever_the_code_page(demonstrated: Path, form: str) -> None:
    done = run_apart(
        ["results", results_in(demonstrated), "--format", form], {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    )
    assert done.returncode == 0, done.stderr
    assert "Northgate" in done.stdout


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("asked", ["results", "--version", "--help"])
def test_a_full_disk_behind_a_redirection_is_one_clear_line(demonstrated: Path, asked: str, unbuffered: str) -> None:
    full = Path("/dev/full")
    if not full.exists():
        return
    with full.open("w") as target:
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "teamhealth",
                asked,
                *([str(results_in(demonstrated))] if asked == "results" else []),
            ],
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
    demonstrated: Path, tmp_path: Path, form: str, unbuffered: str
) -> None:
    short = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (700, 700))"
    program = f"{short}\nfrom teamhealth.__main__ import main\nmain()"
    with (tmp_path / "out").open("w") as target:
        done = subprocess.run(
            [sys.executable, "-c", program, "results", str(results_in(demonstrated)), "--format", form],
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
