"""A survey lead can script the whole way, from a spec file to every manager's part of the results."""

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pikepdf
import pytest

from teamhealth.exchange.survey_file import read_survey, write_survey
from teamhealth.resources import resource
from teamhealth.services.clock import local_now
from teamhealth.survey.lineage_words import origin_sentence
from teamhealth.texts.dates import long_date
from tests.cli.lead_office import TITLE, key_in, open_all, ran, returns_in, survey_in
from tests.services.council import WORDS
from tests.survey.spec_text import GOOD


def test_questionnaires_that_share_a_theme_are_refused_before_any_file_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    module = (resource("questionnaires") / "relationship-practice.toml").read_text(encoding="utf-8")
    own = re.sub(r'^(\s*id = ")', r"\1own-", module, flags=re.MULTILINE)
    own = re.sub(r'(\[\[domains\]\]\nid = ")[^"]*', r"\1morale", own, count=1)
    (tmp_path / "own.toml").write_text(own, encoding="utf-8")
    (tmp_path / "pass").write_text(WORDS)
    asked = 'questionnaires = ["team-health", "own.toml"]\n\n[[services]]'
    (tmp_path / "SPEC.toml").write_text(GOOD.replace("[[services]]", asked, 1))
    out = tmp_path / "out"
    made = ("survey", "new", tmp_path / "SPEC.toml", "--out", out, "--passphrase-file", tmp_path / "pass")
    assert ran(*made) == 1
    told = capsys.readouterr().err
    assert "Team health and Relationship-based practice cannot be asked together" in told
    assert "‘morale’" in told
    assert not out.exists() or list(out.iterdir()) == []


def test_new_writes_survey_key_and_papers(office: Path) -> None:
    assert {path.name for path in office.glob(f"{TITLE}*")} == {
        f"{TITLE}.thsurvey", f"{TITLE}.thkey", f"{TITLE}, three words.pdf", f"{TITLE}, poster.pdf",
        f"{TITLE}, paper questionnaire.pdf",
    }  # fmt: skip


def test_the_paper_questionnaire_is_written_from_the_survey_file(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ordinary, large = tmp_path / "paper.pdf", tmp_path / "large.pdf"
    assert ran("survey", "paper", survey_in(office), "--out", ordinary) == 0
    assert ran("survey", "paper", survey_in(office), "--out", large, "--large-print") == 0
    # The same as the one that was written with the survey, the three words found again from the public key.
    assert ordinary.read_bytes() == (office / f"{TITLE}, paper questionnaire.pdf").read_bytes()
    assert large.read_bytes() != ordinary.read_bytes()
    capsys.readouterr()
    assert ran("survey", "paper", survey_in(office), "--out", ordinary) != 0
    assert "is there already" in capsys.readouterr().err
    assert ran("survey", "paper", survey_in(office), "--out", ordinary, "--force") == 0


def test_with_large_print_every_paper_is_written_in_both_prints(tmp_path: Path) -> None:
    (tmp_path / "pass").write_text(WORDS)
    (tmp_path / "SPEC.toml").write_text(GOOD)
    out = tmp_path / "office"
    assert ran("survey", "new", tmp_path / "SPEC.toml", "--out", out, "--large-print",
                "--passphrase-file", tmp_path / "pass") == 0  # fmt: skip
    sizes = {}
    for path in out.glob("*.pdf"):
        with pikepdf.open(path) as pdf:
            sizes[path.name] = tuple(round(float(each)) for each in pdf.pages[0].MediaBox[2:])
    large = {name for name in sizes if name.endswith(", large print.pdf")}
    assert {name.replace(", large print", "") for name in large} == set(sizes) - large
    assert len(large) == 5
    assert {sizes[name] for name in large} == {(842, 595)}
    assert {sizes[name] for name in set(sizes) - large} == {(595, 842)}


def test_with_codes_there_are_slips_and_spares(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "pass").write_text(WORDS)
    (tmp_path / "SPEC.toml").write_text(GOOD)
    spec = ("survey", "new", tmp_path / "SPEC.toml", "--out", tmp_path / "out")
    assert ran(*spec, "--passphrase-file", tmp_path / "pass") == 0
    printed = {Path(line).name for line in capsys.readouterr().out.splitlines()}
    assert {f"{TITLE}, code slips.pdf", f"{TITLE}, spare slips.pdf"} <= printed
    file = read_survey(tmp_path / "out" / f"{TITLE}.thsurvey")
    assert file.codes is not None
    assert len(file.codes.hashes) == 9 + 6 + 5


def test_a_wrong_spec_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "pass").write_text(WORDS)
    (tmp_path / "SPEC.toml").write_text(GOOD.replace("headcount = 9", "headcount = 0"))
    spec = ("survey", "new", tmp_path / "SPEC.toml", "--out", tmp_path / "out")
    assert ran(*spec, "--passphrase-file", tmp_path / "pass") == 1
    assert "SPEC.toml cannot be used: services[1].teams[1].headcount: is 0" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_short_passphrase_writes_nothing(office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "short").write_text("three words only")
    spec = ("survey", "new", office / "SPEC.toml", "--out", tmp_path / "out")
    assert ran(*spec, "--passphrase-file", tmp_path / "short") == 1
    assert "needs 4 words or more" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_the_next_round_keeps_the_same_teams(office: Path, tmp_path: Path) -> None:
    (tmp_path / "SPEC.toml").write_text((office / "SPEC.toml").read_text().replace("Autumn 2026", "Spring 2027"))
    spec = ("survey", "new", tmp_path / "SPEC.toml", "--out", tmp_path, "--follows", survey_in(office))
    assert ran(*spec, "--passphrase-file", office / "pass") == 0
    first = read_survey(survey_in(office)).survey
    second = read_survey(tmp_path / "Spring 2027 team health.thsurvey").survey
    assert [team.id for team in second.teams] == [team.id for team in first.teams]
    assert second.id != first.id
    assert second.wave.id != first.wave.id


@pytest.mark.parametrize(("days", "result"), [(-10, 1), (59, 1), (60, 0)])
def test_the_next_round_waits_sixty_days_from_the_planned_closing(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], days: int, result: int
) -> None:
    file = read_survey(survey_in(office))
    closing = local_now().date() - timedelta(days=days)
    write_survey(replace(file, survey=replace(file.survey, planned_closing=closing)), tmp_path / "first")
    (tmp_path / "SPEC.toml").write_text((office / "SPEC.toml").read_text().replace("Autumn 2026", "Spring 2027"))
    spec = ("survey", "new", tmp_path / "SPEC.toml", "--out", tmp_path / "out", "--follows", tmp_path / "first")
    assert ran(*spec, "--passphrase-file", office / "pass") == result
    told = f"A new round can start on {long_date(closing + timedelta(days=60))}."
    assert (told in capsys.readouterr().err) == bool(result)
    assert (tmp_path / "out").exists() != bool(result)


def test_a_survey_file_whose_questionnaires_share_a_theme_is_not_called_changed(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = read_survey(survey_in(office))
    core = file.survey.questionnaires[0]
    asked = (core, replace(core, id="own", title="Our own"))
    write_survey(replace(file, survey=replace(file.survey, questionnaires=asked)), tmp_path / "old.thsurvey")
    assert ran("survey", "paper", tmp_path / "old.thsurvey", "--out", tmp_path / "paper.pdf") == 1
    told = capsys.readouterr().err
    assert "Two questionnaires in old.thsurvey have a theme or question with the same id." in told
    assert "was changed" not in told


def test_the_next_round_tells_what_became_of_teams(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (office / "SPEC.toml").read_text().replace("Autumn 2026", "Spring 2027")
    renamed = text.replace('name = "Alder"', 'name = "Hawthorn"\nformerly = ["Alder"]')
    (tmp_path / "SPEC.toml").write_text(renamed)
    spec = ("survey", "new", tmp_path / "SPEC.toml", "--out", tmp_path, "--follows", survey_in(office))
    assert ran(*spec, "--passphrase-file", office / "pass") == 0
    first = read_survey(survey_in(office)).survey
    second = read_survey(tmp_path / "Spring 2027 team health.thsurvey").survey
    assert [team.id for team in second.teams] == [team.id for team in first.teams]
    assert origin_sentence(second.lineage, second.teams[0].id) == "Called Alder in Autumn 2026 team health."
    (tmp_path / "SPEC.toml").write_text(renamed.replace('["Alder"]', '["Aldre"]'))
    assert ran(*spec, "--passphrase-file", office / "pass") == 1
    assert "services[1].teams[1].formerly: There was no team Aldre" in capsys.readouterr().err


def test_a_survey_that_is_there_is_never_written_over(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {path.name: path.read_bytes() for path in office.glob(f"{TITLE}*")}
    made = ("survey", "new", office / "SPEC.toml", "--out", office, "--passphrase-file", office / "pass")
    assert ran(*made) == 1
    assert f"{TITLE}.thkey is there already. It has been left as it is" in capsys.readouterr().err
    assert {path.name: path.read_bytes() for path in office.glob(f"{TITLE}*")} == before


def test_a_file_that_is_there_is_replaced_only_with_force(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    results, there = tmp_path / "R", tmp_path / "there"
    assert open_all(office, results) == 0
    (tmp_path / "a.csv").write_text("Your team,st1\nAlder,4\n")
    table = (survey_in(office), tmp_path / "a.csv", "--out", there)
    for command in (
        ("open", survey_in(office), *returns_in(office), *key_in(office), "--out", there),
        ("results", results, "--part", "Alder", "--out", there),
        ("results", results, "--format", "csv", "--out", there),
        ("answers", "import", *table),
        ("answers", "map", *table),
        ("plan", "new", results, "--team", "Alder", "--out", there),
    ):
        there.write_text("the only copy")
        assert ran(*command) == 1
        assert "there is there already, and was left as it is." in capsys.readouterr().err
        assert there.read_text() == "the only copy"
        assert ran(*command, "--force") == 0
        assert there.read_bytes() != b"the only copy"
