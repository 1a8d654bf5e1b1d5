"""``teamhealth workforce``: figures in, references in, rates out; nothing of a wrong table is taken."""

from pathlib import Path

import pytest

from tests.cli.running import run_here
from tests.exchange.tables_of_others import INDICATORS

TABLE = (
    "Service;Team;As at;Headcount;FTE;Leavers;Payroll\n"
    "Early Help;Alder;30/09/2026;9;8,5;2;X\n"
    "Early Help;Beech;30/09/2026;4;3,5;1;Y\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "hr.csv"
    path.write_text(TABLE, encoding="utf-16")
    return path


def test_figures_come_in_and_are_shown_beside_the_references(
    folder: Path, table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = ("--organisation", "Exampleshire Council", "--add-teams")
    assert run_here("workforce", "import", table, "--data-dir", folder, *new) == 0
    said = capsys.readouterr()
    assert said.out == "Taken in: figures of 2 teams and 0 services.\n"
    assert "Not used: Payroll." in said.err
    assert run_here("workforce", "reference", INDICATORS, "--data-dir", folder) == 0
    assert capsys.readouterr().out.splitlines()[2] == "Exampleshire, 30 September 2025"
    assert run_here("workforce", "show", "--data-dir", folder) == 0
    shown = capsys.readouterr().out
    rows = {line.strip().split("  ")[0]: line for line in shown.splitlines()}
    assert "23.5%" in rows["Alder"]
    assert "fewer than 5 people" in rows["Beech"]
    assert "not published" in rows["Exampleshire, 30 September 2025"]
    assert "28.6" not in shown
    assert "They are no part of the survey’s answers." in shown


def test_a_wrong_row_is_told_and_nothing_is_taken(
    folder: Path, table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table.write_text(TABLE + "Early Help;Cedar;soon;9;8;1;Z\n", encoding="utf-8")
    assert run_here("workforce", "import", table, "--data-dir", folder, "--organisation", "E", "--add-teams") == 1
    assert "Row 4: ‘soon’ is not a date" in capsys.readouterr().err
    assert not folder.exists()


def test_in_a_fresh_folder_it_is_said_what_to_add_and_nothing_is_made(
    folder: Path, table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: tuple[str, ...] = ()
    for remedy in (("--organisation", "Exampleshire Council"), ("--add-teams",)):
        assert run_here("workforce", "import", table, "--data-dir", folder, *asked) == 1
        assert remedy[0] in capsys.readouterr().err
        assert not folder.exists()
        asked += remedy
    assert run_here("workforce", "reference", table, "--data-dir", folder) == 1
    assert not folder.exists()
    assert run_here("workforce", "import", table, "--data-dir", folder, *asked) == 0


def test_a_number_of_very_many_digits_is_told_as_a_wrong_cell(
    folder: Path, table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table.write_text(
        f'Service,Team,As at,Headcount\nEarly Help,Alder,30/09/2026,"1{",234" * 1200}"\n', encoding="utf-8"
    )
    assert run_here("workforce", "import", table, "--data-dir", folder, "--organisation", "E", "--add-teams") == 1
    assert "Row 2" in capsys.readouterr().err


def test_a_file_without_the_council_gives_england_and_says_so(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_here("workforce", "reference", INDICATORS, "--data-dir", folder) == 0
    said = capsys.readouterr()
    assert said.out == "England, 30 September 2025\n"
    assert "--council" in said.err
