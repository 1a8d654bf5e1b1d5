"""A survey lead can script the whole way, from a spec file to every manager's part of the results."""

import csv
import random
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import openpyxl
import pikepdf
import pytest

from teamhealth.cli.commands import run
from teamhealth.exchange.results_file import read_part, read_results
from teamhealth.exchange.return_file import read_return
from teamhealth.exchange.survey_file import read_survey, write_survey
from teamhealth.resources import resource
from teamhealth.services.clock import local_now
from teamhealth.survey.lineage_words import origin_sentence
from teamhealth.survey.questions import lay_out
from teamhealth.texts.dates import long_date
from tests.exchange.elsewhere import google_forms
from tests.exchange.elsewhere import people as answering
from tests.services.council import WORDS
from tests.survey.test_spec_file import GOOD

OTHER_WORDS = "paper lantern seven rivers"
TITLE = "Autumn 2026 team health"


def _open_window(folder: Path, demonstration: bool, file: Path | None = None, /) -> int:
    raise AssertionError("no window was asked for")


def _run(*arguments: object) -> int:
    return run([str(each) for each in arguments], _open_window, lambda: "1.2.3")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a survey without codes and one return a team; returns the folder."""
    folder = tmp_path_factory.mktemp("office")
    (folder / "pass").write_text(WORDS + "\n")
    (folder / "pass2").write_text(OTHER_WORDS)
    (folder / "SPEC.toml").write_text(GOOD.replace("[[services]]", "one_time_codes = false\n\n[[services]]", 1))
    made = ("survey", "new", folder / "SPEC.toml", "--out", folder, "--passphrase-file", folder / "pass")
    assert _run(*made) == 0
    for team, people in {"Alder": 7, "Beech": 4}.items():
        _answers(folder, {team: people}, folder / f"{team}.csv")
        table = ("answers", "import", _survey(folder), folder / f"{team}.csv", "--out", folder / f"{team}.threturn")
        assert _run(*table) == 0
    return folder


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
    assert _run(*made) == 1
    told = capsys.readouterr().err
    assert "Team health and Relationship-based practice cannot be asked together" in told
    assert "‘morale’" in told
    assert not out.exists() or list(out.iterdir()) == []


def _survey(folder: Path) -> Path:
    return folder / f"{TITLE}.thsurvey"


def _returns(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.threturn"))


def _key(folder: Path, name: str = f"{TITLE}.thkey", words: str = "pass") -> tuple[object, ...]:
    return ("--key", folder / name, "--passphrase-file", folder / words)


def _answers(folder: Path, people: Mapping[str, int], path: Path, seed: int = 1) -> None:
    rng = random.Random(seed)
    questions = [each for section in lay_out(read_survey(_survey(folder)).survey) for each in section.questions]
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["team", *(each.id for each in questions)])
        for team, count in people.items():
            for number in range(count):
                writer.writerow(
                    [
                        team,
                        *(rng.choice(sorted(each.codes)) if each.codes else f"{team} {number}" for each in questions),
                    ]
                )


def _opened(folder: Path, out: Path, *more: object) -> int:
    return _run("open", _survey(folder), *_returns(folder), *_key(folder), "--out", out, *more)


def test_new_writes_survey_key_and_papers(office: Path) -> None:
    assert {path.name for path in office.glob(f"{TITLE}*")} == {
        f"{TITLE}.thsurvey", f"{TITLE}.thkey", f"{TITLE}, three words.pdf", f"{TITLE}, poster.pdf",
        f"{TITLE}, paper questionnaire.pdf",
    }  # fmt: skip


def test_the_paper_questionnaire_is_written_from_the_survey_file(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ordinary, large = tmp_path / "paper.pdf", tmp_path / "large.pdf"
    assert _run("survey", "paper", _survey(office), "--out", ordinary) == 0
    assert _run("survey", "paper", _survey(office), "--out", large, "--large-print") == 0
    # The same as the one that was written with the survey, the three words found again from the public key.
    assert ordinary.read_bytes() == (office / f"{TITLE}, paper questionnaire.pdf").read_bytes()
    assert large.read_bytes() != ordinary.read_bytes()
    capsys.readouterr()
    assert _run("survey", "paper", _survey(office), "--out", ordinary) != 0
    assert "is there already" in capsys.readouterr().err
    assert _run("survey", "paper", _survey(office), "--out", ordinary, "--force") == 0


def test_with_large_print_every_paper_is_written_in_both_prints(tmp_path: Path) -> None:
    (tmp_path / "pass").write_text(WORDS)
    (tmp_path / "SPEC.toml").write_text(GOOD)
    out = tmp_path / "office"
    assert _run("survey", "new", tmp_path / "SPEC.toml", "--out", out, "--large-print",
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
    assert _run(*spec, "--passphrase-file", tmp_path / "pass") == 0
    printed = {Path(line).name for line in capsys.readouterr().out.splitlines()}
    assert {f"{TITLE}, code slips.pdf", f"{TITLE}, spare slips.pdf"} <= printed
    file = read_survey(tmp_path / "out" / f"{TITLE}.thsurvey")
    assert file.codes is not None
    assert len(file.codes.hashes) == 9 + 6 + 5


def test_a_wrong_spec_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "pass").write_text(WORDS)
    (tmp_path / "SPEC.toml").write_text(GOOD.replace("headcount = 9", "headcount = 0"))
    spec = ("survey", "new", tmp_path / "SPEC.toml", "--out", tmp_path / "out")
    assert _run(*spec, "--passphrase-file", tmp_path / "pass") == 1
    assert "SPEC.toml cannot be used: services[1].teams[1].headcount: is 0" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_short_passphrase_writes_nothing(office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "short").write_text("three words only")
    spec = ("survey", "new", office / "SPEC.toml", "--out", tmp_path / "out")
    assert _run(*spec, "--passphrase-file", tmp_path / "short") == 1
    assert "needs 4 words or more" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_the_next_round_keeps_the_same_teams(office: Path, tmp_path: Path) -> None:
    (tmp_path / "SPEC.toml").write_text((office / "SPEC.toml").read_text().replace("Autumn 2026", "Spring 2027"))
    spec = ("survey", "new", tmp_path / "SPEC.toml", "--out", tmp_path, "--follows", _survey(office))
    assert _run(*spec, "--passphrase-file", office / "pass") == 0
    first = read_survey(_survey(office)).survey
    second = read_survey(tmp_path / "Spring 2027 team health.thsurvey").survey
    assert [team.id for team in second.teams] == [team.id for team in first.teams]
    assert second.id != first.id
    assert second.wave.id != first.wave.id


@pytest.mark.parametrize(("days", "result"), [(-10, 1), (59, 1), (60, 0)])
def test_the_next_round_waits_sixty_days_from_the_planned_closing(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], days: int, result: int
) -> None:
    file = read_survey(_survey(office))
    closing = local_now().date() - timedelta(days=days)
    write_survey(replace(file, survey=replace(file.survey, planned_closing=closing)), tmp_path / "first")
    (tmp_path / "SPEC.toml").write_text((office / "SPEC.toml").read_text().replace("Autumn 2026", "Spring 2027"))
    spec = ("survey", "new", tmp_path / "SPEC.toml", "--out", tmp_path / "out", "--follows", tmp_path / "first")
    assert _run(*spec, "--passphrase-file", office / "pass") == result
    told = f"A new round can start on {long_date(closing + timedelta(days=60))}."
    assert (told in capsys.readouterr().err) == bool(result)
    assert (tmp_path / "out").exists() != bool(result)


def test_a_survey_file_whose_questionnaires_share_a_theme_is_not_called_changed(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = read_survey(_survey(office))
    core = file.survey.questionnaires[0]
    asked = (core, replace(core, id="own", title="Our own"))
    write_survey(replace(file, survey=replace(file.survey, questionnaires=asked)), tmp_path / "old.thsurvey")
    assert _run("survey", "paper", tmp_path / "old.thsurvey", "--out", tmp_path / "paper.pdf") == 1
    told = capsys.readouterr().err
    assert "Two questionnaires in old.thsurvey have a theme or question with the same id." in told
    assert "was changed" not in told


def test_the_next_round_tells_what_became_of_teams(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (office / "SPEC.toml").read_text().replace("Autumn 2026", "Spring 2027")
    renamed = text.replace('name = "Alder"', 'name = "Hawthorn"\nformerly = ["Alder"]')
    (tmp_path / "SPEC.toml").write_text(renamed)
    spec = ("survey", "new", tmp_path / "SPEC.toml", "--out", tmp_path, "--follows", _survey(office))
    assert _run(*spec, "--passphrase-file", office / "pass") == 0
    first = read_survey(_survey(office)).survey
    second = read_survey(tmp_path / "Spring 2027 team health.thsurvey").survey
    assert [team.id for team in second.teams] == [team.id for team in first.teams]
    assert origin_sentence(second.lineage, second.teams[0].id) == "Called Alder in Autumn 2026 team health."
    (tmp_path / "SPEC.toml").write_text(renamed.replace('["Alder"]', '["Aldre"]'))
    assert _run(*spec, "--passphrase-file", office / "pass") == 1
    assert "services[1].teams[1].formerly: There was no team Aldre" in capsys.readouterr().err


def test_opening_publishes_and_verifies(office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "R.thresults"
    assert _opened(office, out) == 0
    told = capsys.readouterr()
    assert told.out.strip() == str(out)
    assert "1 of 2 teams have enough answers to be shown." in told.err
    publication = read_results(out)
    assert [(team.name, team.answered) for team in publication.teams] == [("Alder", 7), ("Beech", None)]
    assert [(asked.comments, asked.withheld) for asked in publication.teams[0].comments] == [((), 7)] * 2
    assert _run("verify", out, "--survey", _survey(office), "--returns", *_returns(office), *_key(office)) == 0
    told = capsys.readouterr()
    assert "These results are what the sealed answers give." in told.out
    assert "14 comments were withheld" in told.out


def test_verifying_tells_what_differs(office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "R.thresults"
    assert _opened(office, out, "--comments", "all") == 0
    beech_only = ("--returns", office / "Beech.threturn")
    assert _run("verify", out, "--survey", _survey(office), *beech_only, *_key(office)) == 1
    assert "Different: Alder." in capsys.readouterr().err


def test_comments_are_listed_and_kept_by_a_file(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run("open", _survey(office), *_returns(office), *_key(office), "--comments", "list") == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 14
    assert all("Beech" not in line for line in lines)
    (tmp_path / "keep").write_text("# read on Monday\n\n" + "\n".join(lines[:3]))
    out = tmp_path / "R.thresults"
    assert _opened(office, out, "--comments", tmp_path / "keep") == 0
    shown = [text for asked in read_results(out).teams[0].comments for text in asked.comments]
    assert len(shown) == 3
    (tmp_path / "keep").write_text("no-such-key")
    assert _opened(office, tmp_path / "other", "--comments", tmp_path / "keep") == 1
    assert "line 1: there is no such comment" in capsys.readouterr().err


def test_order_and_copies_of_returns_do_not_matter(office: Path, tmp_path: Path) -> None:
    outs = []
    for number, returns in enumerate((_returns(office), [*reversed(_returns(office)), *_returns(office)])):
        outs.append(tmp_path / str(number))
        assert _run("open", _survey(office), *returns, *_key(office), "--out", outs[-1]) == 0
    assert outs[0].read_bytes() == outs[1].read_bytes()


def test_a_part_is_made_without_a_key_and_reported(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole, part = tmp_path / "R.thresults", tmp_path / "alder.thresults"
    assert _opened(office, whole, "--comments", "all") == 0
    assert _run("results", whole, "--part", "alder", "--out", part) == 0
    assert b"Beech" not in part.read_bytes()
    assert read_part(part).publication.teams[0] == read_results(whole).teams[0]
    assert _run("report", part, "--team", "Alder", "--out", tmp_path / "alder.pdf") == 0
    assert _run("results", part) == 0
    assert "Alder" in capsys.readouterr().out
    assert _run("results", part, "--part", "Alder", "--out", tmp_path / "again") == 1
    assert _run("results", whole, "--part", "Nowhere", "--out", tmp_path / "again") == 1
    assert _run("results", whole, "--part", "Alder") == 2


def test_a_second_lead_opens_with_a_copied_key(office: Path, tmp_path: Path) -> None:
    copy = ("survey", "copy-key", office / f"{TITLE}.thkey", "--passphrase-file", office / "pass")
    again = ("--new-passphrase-file", office / "pass2", "--out", office / "second.key")
    assert _run(*copy, *again) == 0
    written = (office / "second.key").read_bytes()
    assert _run(*copy, *again) == 1
    own = office / f"{TITLE}.thkey"
    before = own.read_bytes()
    assert _run(*copy, *again[:2], "--out", own) == 1
    assert ((office / "second.key").read_bytes(), own.read_bytes()) == (written, before)
    second = _key(office, "second.key", "pass2")
    assert _run("open", _survey(office), *_returns(office), *second, "--out", tmp_path / "R") == 0
    assert _run("open", _survey(office), *_returns(office), *_key(office, "second.key"), "--out", tmp_path / "S") == 1
    assert not (tmp_path / "S").exists()


def test_a_survey_that_is_there_is_never_written_over(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {path.name: path.read_bytes() for path in office.glob(f"{TITLE}*")}
    made = ("survey", "new", office / "SPEC.toml", "--out", office, "--passphrase-file", office / "pass")
    assert _run(*made) == 1
    assert f"{TITLE}.thkey is there already. It has been left as it is" in capsys.readouterr().err
    assert {path.name: path.read_bytes() for path in office.glob(f"{TITLE}*")} == before


def test_a_part_verifies_and_is_no_earlier_results(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole, part = tmp_path / "R", tmp_path / "P"
    assert _run("open", _survey(office), *_returns(office), *_key(office), "--out", whole) == 0
    assert _run("results", whole, "--part", "Alder", "--out", part) == 0
    verify = ("verify", part, "--survey", _survey(office), *_returns(office), *_key(office))
    capsys.readouterr()
    assert _run(*verify) == 0
    assert "name the whole with --earlier" in capsys.readouterr().out
    assert _run(*verify, "--earlier", whole) == 0
    assert "--earlier" not in capsys.readouterr().out
    assert _run("verify", whole, *verify[2:], "--earlier", part) == 1
    assert "P holds one team’s part only." in capsys.readouterr().err


def test_a_file_that_is_there_is_replaced_only_with_force(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    results, there = tmp_path / "R", tmp_path / "there"
    assert _opened(office, results) == 0
    (tmp_path / "a.csv").write_text("Your team,st1\nAlder,4\n")
    table = (_survey(office), tmp_path / "a.csv", "--out", there)
    for command in (
        ("open", _survey(office), *_returns(office), *_key(office), "--out", there),
        ("results", results, "--part", "Alder", "--out", there),
        ("results", results, "--format", "csv", "--out", there),
        ("answers", "import", *table),
        ("answers", "map", *table),
        ("plan", "new", results, "--team", "Alder", "--out", there),
    ):
        there.write_text("the only copy")
        assert _run(*command) == 1
        assert "there is there already, and was left as it is." in capsys.readouterr().err
        assert there.read_text() == "the only copy"
        assert _run(*command, "--force") == 0
        assert there.read_bytes() != b"the only copy"


def test_more_answers_than_people_are_refused_where_no_codes_tell(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    headcounts = {team.name: team.headcount for team in read_survey(_survey(office)).survey.teams}
    _answers(office, {"Alder": headcounts["Alder"] + 1}, tmp_path / "crowd.csv")
    table = ("answers", "import", _survey(office), tmp_path / "crowd.csv", "--out", tmp_path / "crowd")
    assert _run(*table) == 1
    assert "There are more answers than people in Alder." in capsys.readouterr().err
    assert not (tmp_path / "crowd").exists()
    _answers(office, {"Alder": 3}, tmp_path / "more.csv", seed=2)
    assert _run("answers", "import", _survey(office), tmp_path / "more.csv", "--out", tmp_path / "more") == 0
    opening = ("open", _survey(office), *_returns(office), tmp_path / "more", *_key(office), "--out", tmp_path / "R")
    assert _run(*opening) == 1
    assert "There are more answers than people in Alder." in capsys.readouterr().err
    assert not (tmp_path / "R").exists()
    assert _run(*opening, "--more-answers") == 0
    assert read_results(tmp_path / "R").teams[0].answered == headcounts["Alder"] + 1


def test_the_same_table_under_another_name_counts_once(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = (office / "Alder.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    # Saved again in another order, by another program's line ends.
    (tmp_path / "again.csv").write_text("".join([table[0], *reversed(table[1:])]).replace("\n", "\r\n"))
    again = tmp_path / "again.threturn"
    assert _run("answers", "import", _survey(office), tmp_path / "again.csv", "--out", again) == 0
    assert _opened(office, tmp_path / "once") == 0
    capsys.readouterr()
    twice = (*_returns(office), again)
    assert _run("open", _survey(office), *twice, *_key(office), "--out", tmp_path / "twice") == 0
    told = capsys.readouterr().err
    assert "7 rows of tables that were in another one, too, were left out." in told
    assert "7 answers of teams that are shown came from paper or another program." in told
    assert (tmp_path / "twice").read_bytes() == (tmp_path / "once").read_bytes()


def test_how_many_answers_a_hidden_team_has_is_not_printed(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _opened(office, tmp_path / "R") == 0
    told = capsys.readouterr().err
    assert "Opening: 100%" in told
    # Seven of the team that is shown, and four of the other: eleven would tell.
    assert not {"4", "11"} & set(told.replace("%", " ").replace(".", " ").split())


def test_damaged_and_foreign_files_are_one_clear_error(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cut = tmp_path / "cut.threturn"
    cut.write_bytes(_returns(office)[0].read_bytes()[:3000])
    assert _run("open", _survey(office), cut, *_key(office), "--out", tmp_path / "R") == 1
    assert "cut.threturn is incomplete or was changed." in capsys.readouterr().err
    assert _run("open", _survey(office), _survey(office), *_key(office), "--out", tmp_path / "R") == 1
    assert _run("open", _survey(office), *_key(office), "--out", tmp_path / "R") == 2
    assert _run("open", _survey(office), *_returns(office), *_key(office)) == 2
    assert _run("verify", cut, "--survey", _survey(office), *_key(office)) == 2
    assert not (tmp_path / "R").exists()


def test_wrong_answers_are_told_by_line(office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.csv").write_text("team,st1\nAlder,8\n")
    assert _run("answers", "import", _survey(office), tmp_path / "a.csv", "--out", tmp_path / "a") == 1
    assert "a.csv cannot be used: line 2, st1: not an answer that is offered" in capsys.readouterr().err
    assert not (tmp_path / "a").exists()


def test_results_of_imported_answers_say_so_wherever_they_are_shown(
    office: Path, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    out = tmp_path / "r.thresults"
    assert _opened(office, out) == 0
    assert read_results(out).survey.elsewhere
    for form, words in {
        "table": "Some answers were not collected sealed: they came from paper or from another program.",
        "csv": '"not collected sealed"',
        "json": '"collected": "not collected sealed"',
    }.items():
        capsysbinary.readouterr()
        assert _run("results", out, "--format", form) == 0
        assert words in capsysbinary.readouterr().out.decode()


def test_a_table_of_another_program_is_mapped_and_sealed_without_names(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    survey = read_survey(_survey(office)).survey
    (tmp_path / "a.csv").write_bytes(google_forms(survey, answering(survey, 12)))
    assert _run("answers", "map", _survey(office), tmp_path / "a.csv", "--out", tmp_path / "m.toml") == 0
    told = capsys.readouterr()
    assert told.out.strip() == str(tmp_path / "m.toml")
    assert "Dropped: Email Address" in told.err
    assert "Question st1: How far do you agree?" in told.err
    made = ("--mapping", tmp_path / "m.toml", "--out", tmp_path / "x.threturn")
    assert _run("answers", "import", _survey(office), tmp_path / "a.csv", *made) == 0
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
    table = (_survey(office), tmp_path / "a.xlsx")
    assert _run("answers", "map", *table, "--out", tmp_path / "m.toml") == 1
    assert "‘May’, ‘June’. Save the one that counts in a file of its own. Or name it with --sheet." in (
        capsys.readouterr().err
    )
    assert _run("answers", "import", *table, "--sheet", "June", "--out", tmp_path / "x") == 1
    told = capsys.readouterr().err
    assert "‘teamhealth answers map’ writes down what is guessed" in told
    assert f"Column ‘{near}’: it is much like ‘My workload lets me do my job properly.’." in told
    assert not (tmp_path / "x").exists()
    assert _run("answers", "map", *table, "--sheet", "June", "--out", tmp_path / "m.toml") == 0
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
    assert _run(*sealing) == 1
    assert 'holds = "unknown"\nquestion = "st4"' in mapping
    (tmp_path / "m.toml").write_text(mapping.replace('"unknown"', '"question"'), encoding="utf-8")
    capsys.readouterr()
    assert _run(*sealing) == 0
    told = capsys.readouterr().err
    assert "Sheet: June." in told
    assert f"{near} -> st4: My workload lets me do my job properly." in told


def test_a_table_with_a_row_that_does_not_fit_writes_nothing(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.csv").write_text("Your team,st1\nAlder,4\nAlder,often\n")
    out = tmp_path / "x.threturn"
    assert _run("answers", "import", _survey(office), tmp_path / "a.csv", "--out", out) == 1
    assert "Row 3" in capsys.readouterr().err
    assert not out.exists()
