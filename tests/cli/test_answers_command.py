"""Tables of answers are sealed on the command line, from other programs too, or refused by line."""

from pathlib import Path

import openpyxl
import pytest

from teamhealth.exchange.results_file import read_results
from teamhealth.exchange.return_file import read_return
from teamhealth.exchange.survey_file import read_survey
from tests.cli.lead_office import open_all, ran, survey_in
from tests.exchange.elsewhere import google_forms
from tests.exchange.elsewhere import people as answering


def test_wrong_answers_are_told_by_line(office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.csv").write_text("team,st1\nAlder,8\n")
    assert ran("answers", "import", survey_in(office), tmp_path / "a.csv", "--out", tmp_path / "a") == 1
    assert "a.csv cannot be used: line 2, st1: not an answer that is offered" in capsys.readouterr().err
    assert not (tmp_path / "a").exists()


def test_results_of_imported_answers_say_so_wherever_they_are_shown(
    office: Path, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    out = tmp_path / "r.thresults"
    assert open_all(office, out) == 0
    assert read_results(out).survey.elsewhere
    for form, words in {
        "table": "Some answers were not collected sealed: they came from paper or from another program.",
        "csv": '"not collected sealed"',
        "json": '"collected": "not collected sealed"',
    }.items():
        capsysbinary.readouterr()
        assert ran("results", out, "--format", form) == 0
        assert words in capsysbinary.readouterr().out.decode()


def test_a_table_of_another_program_is_mapped_and_sealed_without_names(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    survey = read_survey(survey_in(office)).survey
    (tmp_path / "a.csv").write_bytes(google_forms(survey, answering(survey, 12)))
    assert ran("answers", "map", survey_in(office), tmp_path / "a.csv", "--out", tmp_path / "m.toml") == 0
    told = capsys.readouterr()
    assert told.out.strip() == str(tmp_path / "m.toml")
    assert "Dropped: Email Address" in told.err
    assert "Question st1: How far do you agree?" in told.err
    made = ("--mapping", tmp_path / "m.toml", "--out", tmp_path / "x.threturn")
    assert ran("answers", "import", survey_in(office), tmp_path / "a.csv", *made) == 0
    told = capsys.readouterr()
    assert "Dropped, as it could name a person: Timestamp, Email Address." in told.err
    assert "Sealed 12 answers." in told.err
    assert "-> st1: I expect to still be working in this team a year from now." in told.err
    assert len(read_return(tmp_path / "x.threturn").envelopes) == 12


def test_a_workbook_of_several_tables_needs_the_name_of_a_sheet_and_a_near_text_a_decision(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    near = "My workload lets me do my work properly."
    book = openpyxl.Workbook()
    for name in ("May", "June"):
        sheet = book.create_sheet(name)
        for row in (["Team", "st1", near], ["Alder", 4, 2]):
            sheet.append(row)
    book.save(tmp_path / "a.xlsx")
    table = (survey_in(office), tmp_path / "a.xlsx")
    assert ran("answers", "map", *table, "--out", tmp_path / "m.toml") == 1
    assert "‘May’, ‘June’. Save the one that counts in a file of its own. Or name it with --sheet." in (
        capsys.readouterr().err
    )
    assert ran("answers", "import", *table, "--sheet", "June", "--out", tmp_path / "x") == 1
    told = capsys.readouterr().err
    assert "‘teamhealth answers map’ writes down what is guessed" in told
    assert f"Column ‘{near}’: it is much like ‘My workload lets me do my job properly.’." in told
    assert not (tmp_path / "x").exists()
    assert ran("answers", "map", *table, "--sheet", "June", "--out", tmp_path / "m.toml") == 0
    assert f"Much like st4: {near}" in capsys.readouterr().err
    mapping = (tmp_path / "m.toml").read_text(encoding="utf-8")
    sealing = (
        "answers",
        "import",
        *table,
        "--sheet",
        "June",
        "--mapping",
        tmp_path / "m.toml",
        "--out",
        tmp_path / "x",
    )
    assert ran(*sealing) == 1
    assert 'holds = "unknown"\nquestion = "st4"' in mapping
    (tmp_path / "m.toml").write_text(mapping.replace('"unknown"', '"question"'), encoding="utf-8")
    capsys.readouterr()
    assert ran(*sealing) == 0
    told = capsys.readouterr().err
    assert "Sheet: June." in told
    assert f"{near} -> st4: My workload lets me do my job properly." in told


def test_a_table_with_a_row_that_does_not_fit_writes_nothing(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.csv").write_text("Your team,st1\nAlder,4\nAlder,often\n")
    out = tmp_path / "x.threturn"
    assert ran("answers", "import", survey_in(office), tmp_path / "a.csv", "--out", out) == 1
    assert "Row 3" in capsys.readouterr().err
    assert not out.exists()
