"""The one command runs every benchmark, each of which works at a small size, and writes one table."""

import importlib
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.bench.__main__ import MEASURES, NOT_MEASURED, measured
from tests.bench.start import NOT_BUILT
from tests.bench.table import machine, table

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
# Each of these starts the program several times.
LONGER = {"memory", "reports", "start", "statistics"}


def test_every_measurement_is_in_the_table() -> None:
    modules = (each.stem for each in HERE.glob("[a-z]*.py") if not each.stem.startswith("test_"))
    measuring = {name for name in modules if hasattr(importlib.import_module(f"tests.bench.{name}"), "measure")}
    assert measuring == set(MEASURES)


@pytest.mark.parametrize("name", MEASURES)
def test_each_works_at_a_small_size_and_is_written_down(name: str, tmp_path: Path) -> None:
    if name in LONGER and os.environ.get("TEAMHEALTH_SLOW") != "1":
        pytest.skip("starts many programs: set TEAMHEALTH_SLOW=1 to run it")
    out = tmp_path / "there" / "measurements.md"
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench", "--quick", "--only", name, "--out", str(out)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=150,
    )
    assert done.returncode == 0, done.stderr
    written = out.read_text(encoding="utf-8")
    rows = [line for line in written.splitlines() if line.startswith(f"| {MEASURES[name][0]} |")]
    # Libraries that this is compared with are installed for measuring only (requirements-bench.txt).
    found = [row for row in rows if not row.endswith(("| not installed here |", f"| {NOT_BUILT} |"))]
    assert found
    assert all(any(digit in row for digit in "0123456789") for row in found)


def test_a_part_that_fails_is_told_and_the_others_are_not_lost(capsys: pytest.CaptureFixture[str]) -> None:
    def broken(*, quick: bool = False) -> list[tuple[str, str]]:
        raise RuntimeError(quick)

    def whole(*, quick: bool = False) -> list[tuple[str, str]]:
        return [("listed", f"120 ms, {quick}")]

    failed: list[str] = []
    parts = list(measured({"a": ("First", broken), "b": ("Second", whole)}, True, str, failed.append))
    assert parts == [("First", [("all of it", NOT_MEASURED)]), ("Second", [("listed", "120 ms, True")])]
    assert failed == ["First"]
    assert "RuntimeError: True" in capsys.readouterr().err


def test_the_table_says_machine_and_day_and_keeps_its_columns() -> None:
    of = machine(date(2026, 12, 7))
    assert of.startswith("2026-12-07: ")
    assert f"{os.cpu_count()} cores" in of
    made = table(of, [("Start", [("painted | listed", "120 ms, 1.40 times the floor")])])
    assert made.splitlines()[-1] == "| Start | painted \\| listed | 120 ms, 1.40 times the floor |"
