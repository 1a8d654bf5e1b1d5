"""``teamhealth report --workforce``: what HR entered stands beside the results that it belongs to, and nowhere else."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pikepdf
import pytest

from teamhealth.publication.types import Publication
from teamhealth.services.workforce import list_workforce, rates_by_area, save_figures
from teamhealth.survey.ids import OrganisationId, ServiceId
from teamhealth.survey.units import Unit, UnitKind
from teamhealth.survey.workforce import Rate, WorkforceFigures
from teamhealth.survey.workforce_reference import SOURCE
from teamhealth.texts.dates import long_date
from teamhealth.ui.workforce.figure_tables import rates_table
from tests.cli.running import run_here
from tests.report.test_team import text_of
from tests.rounds import council
from tests.ui.office import office
from tests.ui.rounds import as_files, store_rounds

FIGURES = WorkforceFigures(date(2022, 9, 30), people=20, in_post=Decimal(18), leavers=Decimal(3), vacancies=Decimal(2))
TURNOVER = "16.7%"


@pytest.fixture(scope="module")
def whole() -> Publication:
    return council(services=2)[-1]


@pytest.fixture
def keep(tmp_path: Path, whole: Publication) -> Callable[[], Path]:
    def kept() -> Path:
        folder = tmp_path / "data"
        service = whole.services[0]
        unit = Unit(UnitKind.SERVICE, service.id, service.name, whole.survey.organisation.id)
        with office(folder) as workspace:
            store_rounds(workspace, (whole,))
            save_figures(workspace, unit, FIGURES)
        return folder

    return kept


@pytest.mark.parametrize("document", [("--service", "Help and Protection"), ("--council",), ("--pack",)])
def test_they_stand_in_the_reports_of_areas(
    tmp_path: Path, whole: Publication, keep: Callable[[], Path], document: tuple[str, ...]
) -> None:
    folder, (results,), out = keep(), as_files((whole,), tmp_path), tmp_path / "out.pdf"
    assert run_here("report", results, *document, "--workforce", "--data-dir", folder, "--out", out) == 0
    words = text_of(out.read_bytes())
    assert TURNOVER in words
    assert "They are no part of the survey’s answers." in words
    assert run_here("report", results, *document, "--data-dir", folder, "--out", out, "--force") == 0
    assert TURNOVER not in text_of(out.read_bytes())


def test_they_stand_in_a_plans_annex(tmp_path: Path, whole: Publication, keep: Callable[[], Path]) -> None:
    folder, (results,), sheet = keep(), as_files((whole,), tmp_path), tmp_path / "plan.xlsx"
    team = whole.services[0].teams[0].name
    assert run_here("plan", "new", results, "--team", team, "--out", sheet) == 0
    asked = ("report", results, "--plan", sheet, "--data-dir", folder)
    assert run_here(*asked, "--workforce", "--out", tmp_path / "with.pdf") == 0
    words = text_of((tmp_path / "with.pdf").read_bytes())
    assert TURNOVER in words
    assert "They are no part of the survey’s answers." in words
    assert run_here(*asked, "--out", tmp_path / "without.pdf") == 0
    assert "Workforce figures" not in text_of((tmp_path / "without.pdf").read_bytes())


def carried(path: Path) -> dict[str, list[dict[str, str]]]:
    with pikepdf.open(path) as pdf:
        held = {name: file.get_file().read_bytes().decode("utf-8-sig") for name, file in pdf.attachments.items()}
    return {name: list(csv.DictReader(io.StringIO(words))) for name, words in held.items()}


def said_in(rows: list[dict[str, str]]) -> set[tuple[str, str, str]]:
    """Return place, day and words of each rate of a table of data, as screen and page put it."""
    unit = {"percent": "%", "cases": ""}
    return {
        (row["place"], long_date(date.fromisoformat(row["counted"])),
         ", ".join(filter(None, (f"{row['value']}{unit[row['unit']]}" if row["value"] else "",
                                 row["note"].replace("more than two years old", "")))))
        for row in rows
    }  # fmt: skip


@pytest.mark.parametrize(
    "document", [("--service", "Help and Protection"), ("--council",), ("--pack",), ("--plan", "plan.xlsx")]
)
def test_screen_page_and_attached_file_say_the_same(
    tmp_path: Path, whole: Publication, keep: Callable[[], Path], document: tuple[str, ...]
) -> None:
    folder, (results,), out = keep(), as_files((whole,), tmp_path), tmp_path / "out.pdf"
    if document[0] == "--plan":
        document = ("--plan", str(tmp_path / "plan.xlsx"))
        team = next(team for team in whole.services[0].teams if team.shown).name
        assert run_here("plan", "new", results, "--team", team, "--out", document[1]) == 0
    assert run_here("report", results, *document, "--workforce", "--data-dir", folder, "--out", out) == 0
    words, rows = text_of(out.read_bytes()), carried(out)["workforce.csv"]
    assert "The file workforce.csv is attached, with the workforce figures shown here." in words
    with office(folder) as workspace:
        [known] = list_workforce(workspace)
        screen = rates_table(known, 0, workspace.today())
    told = {
        (line[0].split(" (whole")[0].split(", ")[0], line[-1].removesuffix(" (old)"), words)
        for line in screen.rows
        for words in line[1:-1]
    }
    assert said_in(rows) <= told
    assert any(each[1] == "30 September 2022" and each[2].startswith(TURNOVER) for each in said_in(rows))
    ours = {each for each in said_in(rows) if each[0] == whole.survey.organisation.name}
    # HR counted one of its two services.
    assert not ours or f"{TURNOVER}, of 7 of 14 teams" in {each[2] for each in ours}
    assert all(each in words for _, _, each in said_in(rows))
    assert {row["source"] for row in rows if row["origin"] == "entered"} == {"Entered by managers or HR"}
    england = [row for row in rows if row["origin"] == "published"]
    assert [(row["counted"], row["source"]) for row in england] == [("2023-09-30", SOURCE)] * len(Rate)
    assert run_here("report", results, *document, "--data-dir", folder, "--out", out, "--force") == 0
    assert "workforce.csv" not in carried(out)
    assert "workforce.csv" not in text_of(out.read_bytes())


def test_a_report_gives_no_one_teams_rate_as_its_services_or_the_councils(
    tmp_path: Path, whole: Publication, capsys: pytest.CaptureFixture[str]
) -> None:
    """Leavers are known of one team, and of the others only how many people they have."""
    folder, (results,), out = tmp_path / "data", as_files((whole,), tmp_path), tmp_path / "out.pdf"
    with office(folder) as workspace:
        store_rounds(workspace, (whole,))
        for place, team in enumerate(whole.services[0].teams):
            figures = WorkforceFigures(date(2022, 9, 30), people=10)
            if place == 0:
                figures = replace(figures, in_post=Decimal(10), leavers=Decimal(6))
            save_figures(workspace, Unit(UnitKind.TEAM, team.id, team.name, whole.services[0].id), figures)
    for document in (("--council",), ("--service", "Help and Protection")):
        asked = ("report", results, *document, "--workforce", "--data-dir", folder, "--out", out, "--force")
        assert run_here(*asked) == 0
        words = text_of(out.read_bytes())
        assert "60.0%" not in words
        assert "teams alone" in words
        [turnover] = [
            row for row in carried(out)["workforce.csv"] if row["rate"] == "turnover" and row["origin"] == "entered"
        ]
        assert (turnover["value"], turnover["note"][:17]) == ("", "not shown for one")
    capsys.readouterr()
    assert run_here("workforce", "show", "--data-dir", folder) == 0
    # The team's own row has it, and no other.
    assert capsys.readouterr().out.count("60.0%") == 1


def test_another_service_has_none_of_them(tmp_path: Path, whole: Publication, keep: Callable[[], Path]) -> None:
    folder, (results,), out = keep(), as_files((whole,), tmp_path), tmp_path / "out.pdf"
    other = ("--service", "Early Help", "--workforce")
    assert run_here("report", results, *other, "--data-dir", folder, "--out", out) == 0
    assert TURNOVER not in text_of(out.read_bytes())


def test_without_any_the_command_says_so_and_writes_nothing(
    tmp_path: Path, whole: Publication, capsys: pytest.CaptureFixture[str]
) -> None:
    (results,), out = as_files((whole,), tmp_path), tmp_path / "out.pdf"
    with office(tmp_path / "data"):
        pass
    assert run_here("report", results, "--council", "--workforce", "--data-dir", tmp_path / "data", "--out", out) == 1
    told = capsys.readouterr().err
    assert f"No workforce figures of {whole.survey.organisation.name} are kept in {tmp_path / 'data'}." in told
    for step in ("‘teamhealth workforce import FILE’ takes them in", "‘teamhealth workforce show’", "--data-dir names"):
        assert step in told
    assert not out.exists()


def test_a_team_has_no_workforce_figures(
    tmp_path: Path, whole: Publication, capsys: pytest.CaptureFixture[str]
) -> None:
    (results,), out = as_files((whole,), tmp_path), tmp_path / "out.pdf"
    assert run_here("report", results, "--team", "Ashdown", "--workforce", "--out", out) == 2
    assert "--workforce does not go with --team." in capsys.readouterr().err
    assert not out.exists()


def test_a_survey_of_other_identities_finds_them_by_the_names_of_council_and_service(
    tmp_path: Path, whole: Publication, keep: Callable[[], Path]
) -> None:
    """So a survey that the command line set up has them too; one of another council has not."""
    folder = keep()
    facts = whole.survey
    elsewhere = replace(facts.organisation, id=OrganisationId("e" * 32))
    services = tuple(replace(each, id=ServiceId(f"{n:032x}")) for n, each in enumerate(whole.services))
    with office(folder) as workspace:
        made = replace(whole, survey=replace(facts, organisation=elsewhere), services=services)
        found = rates_by_area(workspace, made)
        assert found[services[0].id] == rates_by_area(workspace, whole)[whole.services[0].id]
        other = replace(made, survey=replace(facts, organisation=replace(elsewhere, name="Another council")))
        assert rates_by_area(workspace, other) == {}
