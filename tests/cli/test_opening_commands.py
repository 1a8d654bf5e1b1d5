"""Opening on the command line: all returns together, comments, parts, a second lead, and what verifies."""

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from teamhealth.exchange.results_file import read_part, read_results
from teamhealth.exchange.survey_file import read_survey
from tests.cli.lead_office import TITLE, key_in, open_all, ran, returns_in, survey_in, write_answers
from tests.services.council import WORDS


def test_opening_publishes_and_verifies(office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "R.thresults"
    assert open_all(office, out) == 0
    told = capsys.readouterr()
    assert told.out.strip() == str(out)
    assert "1 of 2 teams have enough answers to be shown." in told.err
    publication = read_results(out)
    assert [(team.name, team.answered) for team in publication.teams] == [("Alder", 7), ("Beech", None)]
    assert [(asked.comments, asked.withheld) for asked in publication.teams[0].comments] == [((), 7)] * 2
    assert ran("verify", out, "--survey", survey_in(office), "--returns", *returns_in(office), *key_in(office)) == 0
    told = capsys.readouterr()
    assert "These results are what the sealed answers give." in told.out
    assert "14 comments were withheld" in told.out


def test_a_passphrase_may_come_through_a_pipe_and_nothing_is_warned_of(office: Path, tmp_path: Path) -> None:
    asked = ("open", survey_in(office), *returns_in(office), "--key", office / f"{TITLE}.thkey")
    done = subprocess.run(
        [sys.executable, "-m", "teamhealth", *map(str, asked), "--out", str(tmp_path / "R.thresults")],
        input=(office / "pass").read_text(encoding="utf-8"),
        capture_output=True,
        text=True,
        check=False,
        # Without a terminal, as under a scheduler.
        start_new_session=True,
        timeout=120,
    )
    assert done.returncode == 0
    assert "arning" not in done.stderr
    assert "Passphrase: " in done.stderr
    assert WORDS not in done.stdout + done.stderr


def test_verifying_tells_what_differs(office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "R.thresults"
    assert open_all(office, out, "--comments", "all") == 0
    beech_only = ("--returns", office / "Beech.threturn")
    assert ran("verify", out, "--survey", survey_in(office), *beech_only, *key_in(office)) == 1
    assert "Different: Alder." in capsys.readouterr().err


def test_comments_are_listed_and_kept_by_a_file(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ran("open", survey_in(office), *returns_in(office), *key_in(office), "--comments", "list") == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 14
    assert all("Beech" not in line for line in lines)
    (tmp_path / "keep").write_text("# read on Monday\n\n" + "\n".join(lines[:3]))
    out = tmp_path / "R.thresults"
    assert open_all(office, out, "--comments", tmp_path / "keep") == 0
    shown = [text for asked in read_results(out).teams[0].comments for text in asked.comments]
    assert len(shown) == 3
    (tmp_path / "keep").write_text("no-such-key")
    assert open_all(office, tmp_path / "other", "--comments", tmp_path / "keep") == 1
    assert "line 1: there is no such comment" in capsys.readouterr().err


def test_while_returns_and_key_are_there_a_lead_publishes_anew_without_one_comment(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, anew = tmp_path / "R.thresults", tmp_path / "anew.thresults"
    assert open_all(office, first, "--comments", "all") == 0
    capsys.readouterr()
    assert ran("open", survey_in(office), *returns_in(office), *key_in(office), "--comments", "list") == 0
    (tmp_path / "keep").write_text("\n".join(capsys.readouterr().out.splitlines()[1:]))
    assert open_all(office, anew, "--comments", tmp_path / "keep") == 0
    before, after = read_results(first), read_results(anew)
    shown, left = ([text for asked in each.teams[0].comments for text in asked.comments] for each in (before, after))
    assert len(left) == len(shown) - 1
    assert sum(asked.withheld for asked in after.teams[0].comments) == 1
    # Every figure is the same.
    assert [replace(team, comments=()) for team in after.teams] == [replace(team, comments=()) for team in before.teams]
    figures = []
    for each in (first, anew):
        capsys.readouterr()
        assert ran("results", each, "--format", "csv") == 0
        figures.append(re.sub(r'"[0-9a-f]{64}"', "", capsys.readouterr().out))
    assert figures[0] == figures[1]
    assert ran("verify", anew, "--survey", survey_in(office), "--returns", *returns_in(office), *key_in(office)) == 0


def test_order_and_copies_of_returns_do_not_matter(office: Path, tmp_path: Path) -> None:
    outs = []
    for number, returns in enumerate((returns_in(office), [*reversed(returns_in(office)), *returns_in(office)])):
        outs.append(tmp_path / str(number))
        assert ran("open", survey_in(office), *returns, *key_in(office), "--out", outs[-1]) == 0
    assert outs[0].read_bytes() == outs[1].read_bytes()


def test_a_part_is_made_without_a_key_and_reported(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole, part = tmp_path / "R.thresults", tmp_path / "alder.thresults"
    assert open_all(office, whole, "--comments", "all") == 0
    assert ran("results", whole, "--part", "alder", "--out", part) == 0
    assert b"Beech" not in part.read_bytes()
    assert read_part(part).publication.teams[0] == read_results(whole).teams[0]
    assert ran("report", part, "--team", "Alder", "--out", tmp_path / "alder.pdf") == 0
    assert ran("results", part) == 0
    assert "Alder" in capsys.readouterr().out
    assert ran("results", part, "--part", "Alder", "--out", tmp_path / "again") == 1
    assert ran("results", whole, "--part", "Nowhere", "--out", tmp_path / "again") == 1
    assert ran("results", whole, "--part", "Alder") == 2


def test_a_second_lead_opens_with_a_copied_key(office: Path, tmp_path: Path) -> None:
    copy = ("survey", "copy-key", office / f"{TITLE}.thkey", "--passphrase-file", office / "pass")
    again = ("--new-passphrase-file", office / "pass2", "--out", office / "second.key")
    assert ran(*copy, *again) == 0
    written = (office / "second.key").read_bytes()
    assert ran(*copy, *again) == 1
    own = office / f"{TITLE}.thkey"
    before = own.read_bytes()
    assert ran(*copy, *again[:2], "--out", own) == 1
    assert ((office / "second.key").read_bytes(), own.read_bytes()) == (written, before)
    second = key_in(office, "second.key", "pass2")
    assert ran("open", survey_in(office), *returns_in(office), *second, "--out", tmp_path / "R") == 0
    assert (
        ran("open", survey_in(office), *returns_in(office), *key_in(office, "second.key"), "--out", tmp_path / "S") == 1
    )
    assert not (tmp_path / "S").exists()


def test_a_part_verifies_and_is_no_earlier_results(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole, part = tmp_path / "R", tmp_path / "P"
    assert ran("open", survey_in(office), *returns_in(office), *key_in(office), "--out", whole) == 0
    assert ran("results", whole, "--part", "Alder", "--out", part) == 0
    verify = ("verify", part, "--survey", survey_in(office), *returns_in(office), *key_in(office))
    capsys.readouterr()
    assert ran(*verify) == 0
    assert "name the whole with --earlier" in capsys.readouterr().out
    assert ran(*verify, "--earlier", whole) == 0
    assert "--earlier" not in capsys.readouterr().out
    assert ran("verify", whole, *verify[2:], "--earlier", part) == 1
    assert "P holds one team’s part only." in capsys.readouterr().err


def test_more_answers_than_people_are_refused_where_no_codes_tell(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    headcounts = {team.name: team.headcount for team in read_survey(survey_in(office)).survey.teams}
    write_answers(office, {"Alder": headcounts["Alder"] + 1}, tmp_path / "crowd.csv")
    table = ("answers", "import", survey_in(office), tmp_path / "crowd.csv", "--out", tmp_path / "crowd")
    assert ran(*table) == 1
    assert "There are more answers than people in Alder." in capsys.readouterr().err
    assert not (tmp_path / "crowd").exists()
    write_answers(office, {"Alder": 3}, tmp_path / "more.csv", seed=2)
    assert ran("answers", "import", survey_in(office), tmp_path / "more.csv", "--out", tmp_path / "more") == 0
    opening = (
        "open",
        survey_in(office),
        *returns_in(office),
        tmp_path / "more",
        *key_in(office),
        "--out",
        tmp_path / "R",
    )
    assert ran(*opening) == 1
    assert "There are more answers than people in Alder." in capsys.readouterr().err
    assert not (tmp_path / "R").exists()
    assert ran(*opening, "--more-answers") == 0
    assert read_results(tmp_path / "R").teams[0].answered == headcounts["Alder"] + 1


def test_the_same_table_under_another_name_counts_once(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = (office / "Alder.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    # Saved again in another order, by another program's line ends.
    (tmp_path / "again.csv").write_text("".join([table[0], *reversed(table[1:])]).replace("\n", "\r\n"))
    again = tmp_path / "again.threturn"
    assert ran("answers", "import", survey_in(office), tmp_path / "again.csv", "--out", again) == 0
    assert open_all(office, tmp_path / "once") == 0
    capsys.readouterr()
    twice = (*returns_in(office), again)
    assert ran("open", survey_in(office), *twice, *key_in(office), "--out", tmp_path / "twice") == 0
    told = capsys.readouterr().err
    assert "7 rows of tables that were in another one, too, were left out." in told
    assert "7 answers of teams that are shown came from paper or another program." in told
    assert (tmp_path / "twice").read_bytes() == (tmp_path / "once").read_bytes()


def test_how_many_answers_a_hidden_team_has_is_not_printed(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert open_all(office, tmp_path / "R") == 0
    told = capsys.readouterr().err
    assert "Opening: 100%" in told
    # Seven of the team that is shown, and four of the other: eleven would tell.
    assert not {"4", "11"} & set(told.replace("%", " ").replace(".", " ").split())


def test_damaged_and_foreign_files_are_one_clear_error(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cut = tmp_path / "cut.threturn"
    cut.write_bytes(returns_in(office)[0].read_bytes()[:3000])
    assert ran("open", survey_in(office), cut, *key_in(office), "--out", tmp_path / "R") == 1
    assert "cut.threturn is incomplete or was changed." in capsys.readouterr().err
    assert ran("open", survey_in(office), survey_in(office), *key_in(office), "--out", tmp_path / "R") == 1
    assert ran("open", survey_in(office), *key_in(office), "--out", tmp_path / "R") == 2
    assert ran("open", survey_in(office), *returns_in(office), *key_in(office)) == 2
    assert ran("verify", cut, "--survey", survey_in(office), *key_in(office)) == 2
    assert not (tmp_path / "R").exists()
