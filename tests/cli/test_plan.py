"""``teamhealth plan new`` leaves a spreadsheet that this program takes back."""

from pathlib import Path
from random import Random

import pytest

from teamhealth.cli.commands import run
from teamhealth.exchange.results_file import write_results
from teamhealth.services.plan_files import empty_plan, read_plan_sheet
from tests.invented import TEAM_ID, publication


def _run(*arguments: object) -> int:
    return run([str(each) for each in arguments], lambda _folder, _demonstration: 0, "1.2.3")


def test_a_new_plan_is_written_and_its_path_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    results, out = tmp_path / "autumn.thresults", tmp_path / "plan.xlsx"
    write_results(publication(6), results)
    assert _run("plan", "new", results, "--team", "northgate", "--out", out) == 0
    assert capsys.readouterr().out.strip() == str(out)
    back = read_plan_sheet(empty_plan(publication(6), TEAM_ID), out, Random(1).randbytes)
    assert back.plan.actions == ()


def test_a_hidden_team_is_refused_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    results = tmp_path / "autumn.thresults"
    write_results(publication(4), results)
    assert _run("plan", "new", results, "--team", "Northgate", "--out", tmp_path / "plan.xlsx") == 1
    assert "This team is not shown by itself" in capsys.readouterr().err
    assert not (tmp_path / "plan.xlsx").exists()
