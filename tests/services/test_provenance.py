"""Every document with results says which figures it carries and by which hash they are known, from a part too."""

import csv
import io
import re
from pathlib import Path

import pikepdf
import pytest

from teamhealth.exchange.results_file import read_results, write_part, write_results
from teamhealth.publication.document import publication_hash
from teamhealth.publication.lines import rounds_of
from teamhealth.publication.part import part_of
from teamhealth.publication.taken_part import as_published
from teamhealth.publication.types import Publication, TeamResult
from teamhealth.services.documents import (
    Document,
    area_documents,
    comparison_document,
    documents_of_plan,
    team_documents,
    trends_document,
)
from teamhealth.services.plans import load_planned, start_plan
from teamhealth.services.progress import unwatched
from teamhealth.services.results_files import results_csv
from teamhealth.services.workspace import Workspace
from tests.report.areas import rounds
from tests.report.test_team import text_of
from tests.services.stored_results import store_publication

ROUNDS = rounds(2, 7, 3)
NEWEST = ROUNDS[-1]
SERVICE = next(each for each in NEWEST.services if sum(team.shown for team in each.teams) > 1)
TEAM = next(team for team in SERVICE.teams if team.shown)
_SAID = re.compile(r"The file (\S+) is attached, with (.*?)\. ")
Rows = list[dict[str, str]]


def council(workspace: Workspace) -> None:
    for each in ROUNDS:
        store_publication(workspace, each)
    start_plan(workspace, NEWEST, TEAM.id)


def documents(workspace: Workspace) -> dict[str, Document]:
    [lines] = rounds_of(ROUNDS)
    found = {each.id: each for each in team_documents(workspace, NEWEST, TEAM.id)}
    found |= {each.id: each for each in area_documents(workspace, NEWEST, SERVICE.id)}
    return found | {
        "team-trends": trends_document(lines, TEAM.id),
        "service-compare": comparison_document(NEWEST, SERVICE.id),
    }


def written(document: Document, folder: Path) -> tuple[str, dict[str, Rows]]:
    """Return a document's words, and the tables that it carries by their names."""
    path = folder / "it.pdf"
    document.write(path, unwatched, False)
    with pikepdf.open(path) as pdf:
        carried = {
            name: list(csv.DictReader(io.StringIO(held.get_file().read_bytes().decode("utf-8-sig"))))
            for name, held in pdf.attachments.items()
        }
    return " ".join(text_of(path.read_bytes()).split()), carried


def names(rows: Rows, column: str) -> set[str]:
    return {row[column] for row in rows} - {""}


@pytest.mark.parametrize(
    "kind",
    [
        "team", "meeting", "plan", "told", "service", "council", "compare", "trends", "pack", "team-trends",
        "service-compare", "service_totals", "council_totals",
    ],
)  # fmt: skip
def test_a_document_says_what_it_carries_and_carries_what_it_says(
    kind: str, workspace: Workspace, tmp_path: Path
) -> None:
    council(workspace)
    words, carried = written(documents(workspace)[kind], tmp_path)
    said = dict(_SAID.findall(words))
    rows = carried["figures.csv"]
    assert said.keys() == carried.keys()
    assert "press the paperclip" in words
    whose = said.get("figures.csv")
    if kind in ("team", "meeting", "plan", "told"):
        assert whose == f"the figures of {TEAM.name} and the totals beside them"
        assert (names(rows, "team"), names(rows, "service")) == ({TEAM.name}, {SERVICE.name})
        assert any(row["level"] in ("service", "council") for row in rows)
    elif kind == "team-trends":
        assert whose == f"the figures of {TEAM.name} in these rounds and the totals beside them"
        assert names(rows, "team") == {TEAM.name}
        assert len(names(rows, "round")) == 3
    elif kind.endswith("_totals"):
        area = SERVICE.name if kind == "service_totals" else NEWEST.survey.organisation.name
        assert whose == f"the totals of {area} and no team’s figures"
        assert names(rows, "team") == set()
        assert names(rows, "level") >= {"service" if kind == "service_totals" else "council"}
    elif kind in ("service", "service-compare"):
        assert whose == f"all figures of {SERVICE.name} that may be shown"
        assert names(rows, "service") == {SERVICE.name}
        assert names(rows, "team") == {team.name for team in SERVICE.teams}
    else:
        every = "these rounds" if kind in ("trends", "pack") else NEWEST.survey.organisation.name
        assert whose == f"all figures of {every} that may be shown"
        assert names(rows, "team") >= {team.name for team in NEWEST.teams}
        assert len(names(rows, "round")) == (3 if kind in ("trends", "pack") else 1)
    if "trends" not in kind:
        assert publication_hash(NEWEST) in words.replace(" ", "")
        assert publication_hash(NEWEST) in names(rows, "publication")


def part(folder: Path, team: TeamResult = TEAM) -> Publication:
    path = folder / "part.thresults"
    write_part(part_of(NEWEST, team.id), path)
    return read_results(path)


@pytest.mark.parametrize("kind", ["team", "meeting"])
def test_a_document_from_a_part_says_so_and_names_the_whole(kind: str, workspace: Workspace, tmp_path: Path) -> None:
    read = part(tmp_path)
    [document] = [each for each in team_documents(workspace, read, TEAM.id) if each.id == kind]
    words, carried = written(document, tmp_path)
    assert "These figures are one team’s part. Fingerprint of the whole that it was taken from:" in words
    assert publication_hash(NEWEST) in words.replace(" ", "")
    assert names(carried["figures.csv"], "publication") == {publication_hash(NEWEST)}
    assert publication_hash(as_published(read)) not in words.replace(" ", "")
    whole, _ = written(next(each for each in team_documents(workspace, NEWEST, TEAM.id) if each.id == kind), tmp_path)
    assert "one team’s part" not in whole


def test_trends_of_parts_name_their_wholes_and_no_team_that_is_not_in_them(tmp_path: Path) -> None:
    [lines] = rounds_of([part(tmp_path)])
    words, carried = written(trends_document(lines, None), tmp_path)
    assert "Some of it was read from single teams’ parts of the published figures." in words
    assert f"with the figures of {TEAM.name} in these rounds and the totals beside them" in words
    assert names(carried["figures.csv"], "publication") == {publication_hash(NEWEST)}


def test_a_plan_begun_from_a_part_answers_the_whole_s_results(workspace: Workspace, tmp_path: Path) -> None:
    start_plan(workspace, part(tmp_path), TEAM.id)
    planned = load_planned(workspace, NEWEST.survey.id, TEAM.id)
    assert planned.results == publication_hash(NEWEST)
    for document in documents_of_plan(workspace, planned):
        words, carried = written(document, tmp_path)
        assert publication_hash(NEWEST) in words.replace(" ", "")
        assert names(carried["figures.csv"], "publication") == {publication_hash(NEWEST)}


def test_figures_exported_from_a_part_are_known_by_the_whole_s_hash(tmp_path: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(results_csv((part(tmp_path),)).decode("utf-8-sig"))))
    assert names(rows, "publication") == {publication_hash(NEWEST)}


def test_a_part_that_is_opened_and_saved_again_is_the_same_file(tmp_path: Path) -> None:
    read = part(tmp_path)
    write_results(read, tmp_path / "again.thresults")
    assert (tmp_path / "again.thresults").read_bytes() == (tmp_path / "part.thresults").read_bytes()
