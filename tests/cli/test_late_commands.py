"""A team that came later is published by itself on the command line, and nothing opened is opened again with more."""

from pathlib import Path

import pytest

from teamhealth.exchange.results_file import read_results, read_whole_results
from teamhealth.publication.document import publication_hash
from tests.cli.lead_office import key_in, ran, survey_in, write_answers
from tests.survey.spec_text import GOOD


def _return(folder: Path, team: str, people: int, name: str) -> Path:
    write_answers(folder, {team: people}, folder / f"{name}.csv", seed=len(name))
    sealed = folder / f"{name}.threturn"
    assert ran("answers", "import", survey_in(folder), folder / f"{name}.csv", "--out", sealed) == 0
    return sealed


def _open(folder: Path, returns: list[Path], out: Path, *more: object) -> int:
    return ran("open", survey_in(folder), *returns, *key_in(folder), "--out", out, *more)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make results of Alder alone, before any answer of Beech has come."""
    folder = tmp_path_factory.mktemp("late")
    (folder / "pass").write_text("cedar lamp orbit quiet river stone\n")
    (folder / "SPEC.toml").write_text(GOOD.replace("[[services]]", "one_time_codes = false\n\n[[services]]", 1))
    assert ran("survey", "new", folder / "SPEC.toml", "--out", folder, "--passphrase-file", folder / "pass") == 0
    assert _open(folder, [_return(folder, "Alder", 7, "alder")], folder / "first") == 0
    _return(folder, "Beech", 5, "beech")
    return folder


def _both(folder: Path) -> list[Path]:
    return [folder / "alder.threturn", folder / "beech.threturn"]


def test_a_team_that_came_later_is_published_alone_and_verifies(office: Path, tmp_path: Path) -> None:
    late = tmp_path / "late"
    assert _open(office, _both(office), late, "--earlier", office / "first", "--late", "Beech") == 0
    found = read_results(late)
    assert [(team.name, team.answered) for team in found.teams] == [("Beech", 5)]
    assert found.after == publication_hash(read_whole_results(office / "first"))
    assert ran("verify", late, "--survey", survey_in(office), *key_in(office), "--earlier", office / "first",
                *(part for each in _both(office) for part in ("--returns", each))) == 0  # fmt: skip


def test_what_was_opened_is_not_opened_again_with_more(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _open(office, _both(office), tmp_path / "again", "--earlier", office / "first") == 1
    assert "To publish a team that came later by itself, name it with --late." in capsys.readouterr().err
    assert not (tmp_path / "again").exists()


def test_results_are_not_replaced_by_those_of_more_answers(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    there = tmp_path / "there"
    there.write_bytes((office / "first").read_bytes())
    assert _open(office, _both(office), there, "--force") == 1
    assert "To publish a team that came later by itself, name it with --late." in capsys.readouterr().err
    assert there.read_bytes() == (office / "first").read_bytes()
    # The same answers with other comments are nothing new.
    assert _open(office, _both(office)[:1], there, "--force", "--comments", "all") == 0
    assert there.read_bytes() != (office / "first").read_bytes()


def test_a_team_whose_answers_are_in_the_results_is_not_late(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _open(office, _both(office), tmp_path / "R", "--earlier", office / "first", "--late", "Alder") == 1
    assert "The first results do not come out without Alder" in capsys.readouterr().err
    assert not (tmp_path / "R").exists()


def test_a_team_whose_few_answers_are_in_no_figure_can_still_come(office: Path, tmp_path: Path) -> None:
    few = _return(office, "Beech", 1, "few of beech")
    assert _open(office, [office / "alder.threturn", few], tmp_path / "first") == 0
    # Nothing to subtract from: the first results do not hold them in any way.
    assert read_whole_results(tmp_path / "first") == read_whole_results(office / "first")
    assert (
        _open(office, [*_both(office), few], tmp_path / "late", "--earlier", tmp_path / "first", "--late", "Beech") == 0
    )
    assert [(team.name, team.answered) for team in read_results(tmp_path / "late").teams] == [("Beech", 6)]


def test_without_the_first_results_or_a_second_time_no_team_is_late(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _open(office, _both(office), tmp_path / "R", "--late", "Beech") == 1
    assert "Name them with --earlier." in capsys.readouterr().err
    first = ("--earlier", office / "first")
    assert _open(office, _both(office), tmp_path / "late", *first, "--late", "Beech") == 0
    capsys.readouterr()
    again = (*first, "--earlier", tmp_path / "late", "--late", "Beech")
    assert _open(office, _both(office), tmp_path / "R", *again) == 1
    assert "Beech has been published already, once and for all." in capsys.readouterr().err
    assert not (tmp_path / "R").exists()


def test_more_answers_than_people_are_refused_of_a_team_that_stays_hidden_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "pass").write_text("cedar lamp orbit quiet river stone\n")
    spec = GOOD.replace("[[services]]", "one_time_codes = false\n\n[[services]]", 1)
    (tmp_path / "SPEC.toml").write_text(spec.replace("headcount = 6", "headcount = 4"))
    made = ("survey", "new", tmp_path / "SPEC.toml", "--out", tmp_path, "--passphrase-file", tmp_path / "pass")
    assert ran(*made) == 0
    returns = [_return(tmp_path, "Alder", 7, "alder"), _return(tmp_path, "Beech", 3, "beech")]
    returns.append(_return(tmp_path, "Beech", 3, "beech again"))
    assert _open(tmp_path, returns, tmp_path / "R") == 1
    assert "There are more answers than people in Beech." in capsys.readouterr().err
    assert not (tmp_path / "R").exists()
    assert _open(tmp_path, returns, tmp_path / "R", "--more-answers") == 0
