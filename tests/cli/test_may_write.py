"""No command writes over what it reads, over a file that nobody can make again, or to a name that cannot be."""

from pathlib import Path

import pytest

from tests.cli.lead_office import key_in, open_all, ran, returns_in, survey_in


def _as_pdf(path: Path, folder: Path) -> Path:
    """Return the same file under a name that a PDF could have."""
    named = folder / "named.pdf"
    named.write_bytes(path.read_bytes())
    return named


@pytest.fixture
def results(office: Path, tmp_path: Path) -> Path:
    """Return the results of the lead's survey."""
    path = tmp_path / "R.thresults"
    assert open_all(office, path) == 0
    return path


def test_results_are_never_written_over_by_their_own_report(
    results: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for source in (results, _as_pdf(results, tmp_path)):
        before = source.read_bytes()
        capsys.readouterr()
        assert ran("report", source, "--council", "--out", source, "--force") == 1
        assert f"{source.name} is read for this. Nothing is written over it." in capsys.readouterr().err
        assert source.read_bytes() == before


def test_what_is_read_is_known_by_another_name_too(results: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.pdf"
    other.hardlink_to(results)
    before = results.read_bytes()
    assert ran("report", results, "--council", "--out", other, "--force") == 1
    assert results.read_bytes() == before


def test_no_table_is_written_over_the_results_that_it_is_made_of(results: Path) -> None:
    before = results.read_bytes()
    assert ran("results", results, "--format", "csv", "--out", results, "--force") == 1
    assert ran("results", results, "--part", "Alder", "--out", results, "--force") == 1
    assert ran("plan", "new", results, "--team", "Alder", "--out", results, "--force") == 1
    assert results.read_bytes() == before


def test_nothing_takes_the_place_of_a_file_of_this_program(
    office: Path, results: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.thresults"
    other.write_bytes(results.read_bytes())
    table = tmp_path / "a.csv"
    table.write_text("Your team,st1\nAlder,4\n")
    for own in (survey_in(office), *returns_in(office), other, _as_pdf(results, tmp_path)):
        before = own.read_bytes()
        for command in (
            ("report", results, "--council"),
            ("results", results, "--format", "csv"),
            ("results", results, "--part", "Alder"),
            ("survey", "paper", survey_in(office)),
            ("answers", "map", survey_in(office), table),
            ("plan", "new", results, "--team", "Alder"),
        ):
            capsys.readouterr()
            assert ran(*command, "--out", own, "--force") == 1
            assert f"{own.name} is " in capsys.readouterr().err
            assert own.read_bytes() == before


def test_results_opened_again_take_the_place_of_those_before(office: Path, results: Path) -> None:
    again = ("open", survey_in(office), *returns_in(office), *key_in(office), "--out", results)
    assert ran(*again) == 1
    assert ran(*again, "--force") == 0


@pytest.mark.parametrize("command", ["report", "results", "plan", "paper", "copy-key"])
def test_a_name_that_no_file_can_have_is_a_known_error(
    command: str, office: Path, results: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = {
        "report": ("report", results, "--council"),
        "results": ("results", results, "--format", "csv"),
        "plan": ("plan", "new", results, "--team", "Alder"),
        "paper": ("survey", "paper", survey_in(office)),
        "copy-key": ("survey", "copy-key", *key_in(office)[1:]),
    }[command]
    capsys.readouterr()
    assert ran(*asked, "--out", tmp_path / ("a" * 300 + ".pdf")) == 1
    told = capsys.readouterr().err
    assert f"A name that begins with {'a' * 40} is too long for a file." in told
    assert "Choose a shorter name." in told
    assert ran(*asked, "--out", "") == 2
    assert "Name the file to write." in capsys.readouterr().err
    assert ran(*asked, "--out", tmp_path, "--force") in (1, 2)
    assert ran(*asked, "--out", tmp_path) == 1
    assert f"{tmp_path.name} is a folder. What was there before is unchanged" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["report", "report.docx", "report.zip"])
def test_a_pdf_is_named_as_one(name: str, results: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ran("report", results, "--pack", "--out", tmp_path / name) == 2
    assert f"{name} would be a PDF: give it a name that ends in .pdf." in capsys.readouterr().err
    assert not (tmp_path / name).exists()
    assert ran("report", results, "--pack", "--out", tmp_path / "report.PDF") == 0
