"""``teamhealth check`` tells what a questionnaire is, or every key that is wrong with it."""

import re
from pathlib import Path

import pytest

from teamhealth.resources import resource
from tests.cli.running import run_here
from tests.survey.cymraeg import cymraeg

FOLDER = resource("questionnaires")
CORE = (FOLDER / "team-health.toml").read_text(encoding="utf-8")


def _own(folder: Path, text: str) -> Path:
    path = folder / "own.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_every_questionnaire_of_the_product_is_fine(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_here("check", path) == 0
    told = capsys.readouterr()
    assert told.err == ""
    alone = "each question is reported by itself" in told.out
    assert alone is (path.stem == "ten-characteristics")


def test_what_a_questionnaire_is_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = _own(tmp_path, 'licence = "OGL v3.0"\nsource = "A report of 2020"\n' + CORE)
    assert run_here("check", path) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Title: Team health",
        "Licence: OGL v3.0",
        "Source: A report of 2020",
        "Questions: 32",
        "Minutes: 7",
    ]


def test_what_reports_leave_out_of_a_short_theme_is_told_and_is_no_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_here("check", FOLDER / "autonomy-and-time.toml") == 0
    assert capsys.readouterr().out.splitlines()[-1] == (
        "‘Trust and autonomy’ has fewer than seven questions."
        " From ten answers on, reports do not say whether they are alike."
    )


def test_everything_wrong_is_told_by_its_key(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = CORE.replace('"Neither agree nor disagree", ', "").replace("minutes = 7", "minutes = 0")
    path = _own(tmp_path, "licence = 3\n" + wrong)
    assert run_here("check", path) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "own.toml: response_scales.agreement.options: an agreement scale has 5 answers, this one has 4" in told.err
    assert "own.toml: minutes: is 0, not 1 to 60" in told.err
    assert "own.toml: licence: is not a text" in told.err
    assert "3 things are wrong. Nothing was changed." in told.err


def test_what_does_not_fit_together_is_told_beside_what_is_wrong_by_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = CORE.replace('id = "team-health"', 'id = "own"').replace("minutes = 7", "minutes = 0")
    wrong = wrong.replace('response_scale = "share_of_time"', 'response_scale = "hours"', 1)
    wrong = wrong.replace('id = "st2"', 'id = "st1"')
    assert run_here("check", _own(tmp_path, wrong)) == 1
    told = capsys.readouterr().err
    assert "own.toml: minutes: is 0, not 1 to 60" in told
    assert 'own.toml: banded_items[1].response_scale: there is no scale "hours"' in told
    assert 'own.toml: id "st1" is used for two questions' in told
    assert 'own.toml: id "mo1" is used in "Team health" too' in told


def test_a_theme_of_another_questionnaire_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    module = (FOLDER / "relationship-practice.toml").read_text(encoding="utf-8")
    own = re.sub(r'^(\s*id = ")', r"\1own-", module, flags=re.MULTILINE)
    assert run_here("check", _own(tmp_path, own)) == 0
    theme = re.search(r'\[\[domains\]\]\nid = "([^"]*)"', own)
    assert theme is not None
    capsys.readouterr()
    assert run_here("check", _own(tmp_path, own.replace(f'id = "{theme[1]}"', 'id = "morale"', 1))) == 1
    assert 'own.toml: id "morale" is used in "Team health" too' in capsys.readouterr().err


def test_what_is_missing_is_told_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_here("check", _own(tmp_path, 'id = "own"\nversion = "1.0"\ndomains = [{}, {}]\n')) == 1
    told = capsys.readouterr().err.splitlines()
    for words in ("there is no scale", "is used for two", "a domain with a score"):
        assert not any(words in each for each in told)
    assert "own.toml: response_scales: is missing" in told
    assert len(told) == len(set(told))


def test_a_line_that_is_no_toml_is_told_by_its_number(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_here("check", _own(tmp_path, 'id = "own"\nversion = \n')) == 1
    assert "line 2" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_here("check", tmp_path / "none.toml") == 1
    assert "the file cannot be read" in capsys.readouterr().err


def test_a_translation_is_told_as_one_or_what_differs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_here("check", cymraeg(tmp_path)) == 0
    assert "It is ‘Team health’ in another language: Cymraeg." in capsys.readouterr().out
    assert run_here("check", cymraeg(tmp_path, version='version = "1.0" -> version = "1.1"')) == 1
    assert 'version: 1.1; a translation of "Team health" has 1.0' in capsys.readouterr().err
