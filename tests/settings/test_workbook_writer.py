"""Nothing that is exported passes through the temporary folder, where others may read it after a crash."""

import tempfile
from pathlib import Path

import pytest

from teamhealth.app import run
from teamhealth.exchange.plan_sheet import plan_sheet
from teamhealth.exchange.results_file import write_results
from teamhealth.export.workbook import figures_workbook
from tests.invented import publication
from tests.plans import planned


def test_a_workbook_is_made_where_there_is_no_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = figures_workbook([publication(12)]), plan_sheet(planned())
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))
    assert (figures_workbook([publication(12)]), plan_sheet(planned())) == usual


@pytest.mark.parametrize(
    "command",
    [
        ("results", "{file}", "--format", "xlsx", "--out", "{out}.xlsx"),
        ("results", "{file}", "--format", "csv", "--out", "{out}.csv"),
        ("plan", "new", "{file}", "--team", "{team}", "--out", "{out}.xlsx"),
        ("report", "{file}", "--team", "{team}", "--out", "{out}.pdf"),
        ("report", "{file}", "--pack", "--out", "{out}.pdf"),
    ],
)
def test_no_figures_pass_through_a_temporary_folder(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    results = publication(12)
    write_results(results, tmp_path / "one.thresults")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))
    given = {"file": tmp_path / "one.thresults", "team": results.teams[0].name, "out": tmp_path / "made"}
    assert run([each.format(**given) for each in command]) == 0
    assert [each.stem for each in tmp_path.iterdir() if each.name != "one.thresults"] == ["made"]
