"""``teamhealth report --compare`` and ``--trends`` write what the window would."""

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from teamhealth.cli.commands import run
from teamhealth.exchange.results_file import write_part
from teamhealth.publication.part import part_of
from tests.invented import publication
from tests.report.test_team import text_of
from tests.rounds import council
from tests.ui.rounds import as_files


def _run(*arguments: object) -> int:
    return run([str(each) for each in arguments], lambda _folder, _demonstration, _file=None: 0, lambda: "1.2.3")


def test_all_teams_of_the_first_results_are_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, *_ = as_files(council()[-1:], tmp_path)
    out = tmp_path / "compared.pdf"
    assert _run("report", first, "--compare", "--out", out) == 0
    assert capsys.readouterr().out.strip() == str(out)
    words = text_of(out.read_bytes())
    assert "Teams compared" in words
    assert "Westbury" in words


def test_trends_are_of_every_round_given_and_of_no_other_council(tmp_path: Path) -> None:
    files = as_files((council()[-1], *council()[:-1]), tmp_path)
    out = tmp_path / "trends.pdf"
    assert _run("report", *files, "--trends", "--out", out, "--large-print") == 0
    words = text_of(out.read_bytes())
    assert "Autumn 2021 to Autumn 2022" in words
    assert "Trends need" not in words


def test_a_team_is_followed_through_the_rounds_given(tmp_path: Path) -> None:
    files = as_files((council()[-1], *council()[:-1]), tmp_path)
    out = tmp_path / "team.pdf"
    assert _run("report", *files, "--team", "ashdown", "--out", out) == 0
    assert "Three rounds" in text_of(out.read_bytes())
    with pikepdf.open(out) as pdf:
        assert sorted(pdf.attachments) == ["earlier-rounds.csv", "figures.csv"]
        earlier = pdf.attachments["earlier-rounds.csv"].get_file().read_bytes().decode("utf-8-sig")
    assert "Autumn 2021" in earlier
    assert "Spring 2022" in earlier
    assert "Brookside" not in earlier


def test_one_round_is_said_to_be_too_few(tmp_path: Path) -> None:
    (only,) = as_files((publication(6),), tmp_path)
    out = tmp_path / "trends.pdf"
    assert _run("report", only, "--trends", "--out", out) == 0
    assert "You have one." in text_of(out.read_bytes())


@pytest.mark.parametrize("option", [("--council",), ("--service", "Westbury"), ("--compare",), ("--pack",)])
def test_one_teams_part_speaks_for_no_area(
    option: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = council()[-1]
    part, out = tmp_path / "part.thresults", tmp_path / "area.pdf"
    write_part(part_of(whole, whole.teams[0].id), part)
    assert _run("report", part, *option, "--out", out) == 1
    said = capsys.readouterr().err
    assert "part.thresults holds one team’s part only. Nothing on this computer has been changed." in said
    assert "The survey lead has it." in said
    assert not out.exists()
    assert _run("report", part, "--team", whole.teams[0].name, "--out", out) == 0


def test_a_team_that_came_later_speaks_for_no_area(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (late,) = as_files((replace(publication(6), after="0" * 64),), tmp_path)
    assert _run("report", late, "--council", "--out", tmp_path / "area.pdf") == 1
    assert "Use the results file that was published first." in capsys.readouterr().err


def test_the_same_file_given_twice_counts_once_and_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = as_files((council()[-1], council()[-1]), tmp_path)
    out = tmp_path / "trends.pdf"
    assert _run("report", first, second, "--trends", "--out", out) == 0
    assert f"{second.name} holds the same results as a file before it, and counts once." in capsys.readouterr().err
    words = text_of(out.read_bytes())
    assert "You have one." in words
    assert "Every panel" not in words
    assert "Ashdown" in words


def test_the_newest_round_is_reported_in_whatever_order_the_rounds_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    oldest_first = as_files(council(), tmp_path)
    assert _run("report", *oldest_first, "--team", "ashdown", "--out", tmp_path / "a.pdf") == 0
    assert "Of these rounds Autumn 2022 is the newest, and is reported." in capsys.readouterr().err
    assert _run("report", *reversed(oldest_first), "--team", "ashdown", "--out", tmp_path / "b.pdf") == 0
    assert "is reported" not in capsys.readouterr().err
    assert text_of((tmp_path / "a.pdf").read_bytes()) == text_of((tmp_path / "b.pdf").read_bytes())
    assert "Autumn 2022" in text_of((tmp_path / "a.pdf").read_bytes())


@pytest.mark.parametrize("option", [("--council",), ("--service", "Help and Protection")])
def test_a_report_of_totals_alone_is_written(option: tuple[str, ...], tmp_path: Path) -> None:
    [newest] = as_files(council()[-1:], tmp_path)
    out = tmp_path / "totals.pdf"
    assert _run("report", newest, *option, "--without-teams", "--out", out) == 0
    with pikepdf.open(out) as pdf:
        rows = pdf.attachments["figures.csv"].get_file().read_bytes().decode("utf-8-sig")
    assert "Ashdown" not in rows
    assert "no team’s figures" in text_of(out.read_bytes()).replace("\n", " ")


@pytest.mark.parametrize("option", [("--team", "ashdown"), ("--compare",), ("--trends",), ("--pack",)])
def test_what_names_teams_is_not_written_without_them(
    option: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    [newest] = as_files(council()[-1:], tmp_path)
    assert _run("report", newest, *option, "--without-teams", "--out", tmp_path / "x.pdf") == 2
    assert f"--without-teams does not go with {option[0]}." in capsys.readouterr().err
