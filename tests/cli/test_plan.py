"""``teamhealth plan new`` leaves a spreadsheet that this program takes back."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pikepdf
import pytest

from teamhealth.cli.commands import run
from teamhealth.exchange.results_file import write_results
from teamhealth.services.plan_files import empty_plan, write_plan_sheet
from teamhealth.services.plan_sheet_changes import read_plan_sheet
from tests.invented import TEAM_ID, publication
from tests.plans import planned, spring
from tests.report.test_team import text_of


def _run(*arguments: object) -> int:
    return run([str(each) for each in arguments], lambda _folder, _demonstration, _file=None: 0, lambda: "1.2.3")


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


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """Return a folder with two rounds' results and a plan after the first."""
    write_results(publication(6), tmp_path / "autumn.thresults")
    write_results(publication(8, team_name="Elsewhere"), tmp_path / "elsewhere.thresults")
    write_results(replace(spring(), atoms=publication(6).atoms), tmp_path / "spring.thresults")
    write_plan_sheet(planned(), tmp_path / "plan.xlsx")
    return tmp_path


def test_the_annex_stands_beside_the_next_round_where_that_is_given(files: Path) -> None:
    autumn, spring_file = files / "autumn.thresults", files / "spring.thresults"
    assert _run("report", autumn, "--plan", files / "plan.xlsx", "--out", files / "one.pdf") == 0
    assert "Spring 2027" not in text_of((files / "one.pdf").read_bytes())
    assert _run("report", spring_file, autumn, "--plan", files / "plan.xlsx", "--out", files / "two.pdf") == 0
    words = text_of((files / "two.pdf").read_bytes())
    assert "Measures stand beside those of Spring 2027." in words
    assert "Keep the same worker for the first year" in words
    with pikepdf.open(files / "two.pdf") as pdf:
        beside = bytes(pdf.attachments["next-round.csv"].get_file().read_bytes()).decode("utf-8-sig")
    [fingerprint] = {line.split(",")[4].strip('"') for line in beside.splitlines()[1:]}
    assert fingerprint in words.replace(" ", "")
    assert '"Northgate"' in beside


@pytest.mark.parametrize("kind", ["--plan", "--told"])
def test_a_round_that_a_plan_does_not_stand_beside_is_named(
    files: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    out = ("--out", files / "one.pdf", "--force")
    assert _run("report", files / "autumn.thresults", kind, files / "plan.xlsx", *out) == 0
    assert "Not used" not in capsys.readouterr().err
    before = replace(publication(8), survey=replace(publication(8).survey, id="9" * 32, published=date(2026, 1, 5)))
    write_results(before, files / "before.thresults")
    assert _run("report", files / "autumn.thresults", files / "before.thresults", kind, files / "plan.xlsx", *out) == 0
    assert "Not used: the results of Autumn 2026." in capsys.readouterr().err


def test_what_is_overdue_is_judged_on_a_day_that_the_annex_says(files: Path) -> None:
    asked = ("report", files / "autumn.thresults", "--plan", files / "plan.xlsx")
    for name, day in (("one", "2027-01-10"), ("same", "2027-01-10"), ("later", "2027-02-01")):
        assert _run(*asked, "--as-of", day, "--out", files / f"{name}.pdf") == 0
    one, same, later = ((files / f"{name}.pdf").read_bytes() for name in ("one", "same", "later"))
    assert one == same
    assert "due 15 January 2027 Under way" in text_of(one)
    assert "due 18 December 2026, overdue as of 10 January 2027" in text_of(one)
    assert "due 15 January 2027, overdue as of 1 February 2027" in text_of(later)


def test_a_day_goes_with_a_plan_alone(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("report", files / "autumn.thresults", "--team", "Northgate", "--as-of", "2027-01-10")
    assert _run(*asked, "--out", files / "x.pdf") == 2
    assert "--as-of does not go with --team." in capsys.readouterr().err


def test_the_teams_page_is_written(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = files / "told.pdf"
    assert _run("report", files / "autumn.thresults", "--told", files / "plan.xlsx", "--out", out) == 0
    assert capsys.readouterr().out.strip() == str(out)
    assert "Thank people at the Monday meeting" in text_of(out.read_bytes())


def test_a_plan_without_its_results_is_refused_in_words(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = files / "none.pdf"
    assert _run("report", files / "spring.thresults", "--plan", files / "plan.xlsx", "--out", out) == 1
    assert "It is of another plan: Northgate, Autumn 2026 team health." in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize("kinds", [[], ["--team", "Northgate", "--told", "plan.xlsx"]])
def test_one_document_at_a_time(files: Path, kinds: list[str]) -> None:
    assert _run("report", files / "autumn.thresults", *kinds, "--out", files / "x.pdf") == 2
