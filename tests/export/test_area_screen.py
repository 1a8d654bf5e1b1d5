"""Above a team an export holds what the screens of areas and of the council show, in every form, and nothing else."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator

import pytest

from teamhealth.exchange.workbook import Limits, parse_workbook
from teamhealth.export.csv_figures import figures_csv
from teamhealth.export.json_figures import figures_json
from teamhealth.export.workbook import figures_workbook
from teamhealth.publication.area import Area
from teamhealth.publication.compared import compare
from teamhealth.publication.types import Publication
from teamhealth.publication.words import at_least_text, find_domain, find_item, teams_text
from teamhealth.services.area_reports import area_of, standards
from teamhealth.ui.results.area_tables import area_tables
from teamhealth.ui.results.table_rows import Table
from tests.export.councils import council

NOT_SHOWN = "not shown"
# A figure's level, service, theme, question and kind, with the words that it is shown by.
Figure = tuple[str, str, str, str, str, str]
HEADS = {"score": "Score, 0 to 100", "favourable-percent": "Favourable, percent", "teams": "Teams in it"}
WHOSE = {
    "This service together": "service",
    "All services together": "council",
    "Not shown, together": "other-teams",
}
LIMITS = Limits(2000, 40)

COUNCILS: dict[str, tuple[Callable[[], Publication], bool]] = {
    "hidden teams in both services": (lambda: council((7, 9, 12, 6, 10, 3, 2, 5), services=2), True),
    "hidden teams that no row can hold": (lambda: council((7, 9, 3, 8, 2, 11), services=2), True),
    "one service": (lambda: council((7, 9, 12, 3)), True),
    "all shown": (lambda: council((8, 9, 12, 10), services=2), False),
    "all but one hidden": (lambda: council((8, 2, 3, 1), services=2), True),
}


def on_screen(whole: Publication) -> set[Figure]:
    """Return every figure above a team that the tables of the areas' and the council's screens show."""
    found: set[Figure] = set()
    for service in whole.services:
        found |= set(_on_one(area_of(whole, service.id), whole, "service", service.name))
    if len(whole.services) > 1:
        found |= set(_on_one(area_of(whole, None), whole, "council", ""))
    return found


def _on_one(area: Area, whole: Publication, level: str, service: str) -> Iterator[Figure]:
    tables = {each.id: each for each in area_tables(area, compare(whole, area.service), standards())}
    made_of = {each.domain: each for each in area.totals} | {each.item: each for each in area.items}
    facts = whole.survey
    column = "Service" if level == "service" else "Council"
    for shown in _rows(tables, "area_themes"):
        title = shown["Theme"]
        if shown.get(column, NOT_SHOWN) != NOT_SHOWN:
            yield level, service, title, "", "score", shown[column]
            total = next(each for key, each in made_of.items() if _title(whole, key) == title)
            assert total.teams == len(area.team_scores(getattr(total, "domain", "")))
            yield level, service, title, "", "teams", teams_text(total, len(area.teams))
        if shown.get("Not shown, together"):
            yield "other-teams", service, "", "", "answered", at_least_text(facts.policy.threshold)
            yield "other-teams", service, title, "", "score", shown["Not shown, together"]
    for shown in _rows(tables, "area_items"):
        if shown["Favourable"] != NOT_SHOWN:
            total = next(
                each for each in area.items if find_item(facts.questionnaires, each.item).label == shown["Question"]
            )
            words = shown["Favourable"].rstrip("%")
            if " to " in words:
                low, high = words.split(" to ")
                words = f"{low} to {high}: between {low} and {high}"
            elif words.startswith("at most "):
                words = f"0 to {words.split()[-1]}: {words}"
            elif words.startswith("at least "):
                words = f"{words.split()[-1]} to 100: {words}"
            yield level, service, shown["Theme"], shown["Question"], "favourable-percent", words
            yield level, service, shown["Theme"], shown["Question"], "teams", teams_text(total, len(area.teams))


def _rows(tables: dict[str, Table], name: str) -> list[dict[str, str]]:
    return [dict(zip(tables[name].headers, row, strict=True)) for row in tables[name].rows] if name in tables else []


def _title(whole: Publication, domain: str) -> str:
    try:
        return find_domain(whole.survey.questionnaires, domain).title
    except (KeyError, StopIteration):
        return ""


def _words(row: dict[str, str]) -> str:
    assert not (row["value"] and row["low"])
    assert bool(row["low"]) is bool(row["high"])
    if row["low"]:
        return f"{row['low']} to {row['high']}: {row['note']}"
    return row["note"] or row["value"]


def exported(rows: list[dict[str, str]]) -> list[Figure]:
    """Return the figures of rows above a team, but for what a score says in words and that answers are left out."""
    assert not any(row["value"] for row in rows if row["kind"] in {"lean", "left-out"})
    return [
        (row["level"], row["service"], row["theme"], row["item"], row["kind"], _words(row))
        for row in rows
        if row["level"] in set(WHOSE.values()) and row["kind"] not in {"lean", "left-out"}
    ]


@pytest.mark.parametrize("name", list(COUNCILS))
def test_csv_and_json_hold_the_figures_of_the_area_screens_each_once_and_no_other(name: str) -> None:
    whole = COUNCILS[name][0]()
    told = csv.DictReader(io.StringIO(figures_csv([whole]).decode("utf-8-sig"), newline=""))
    rows = exported(list(told))
    assert sorted(rows) == sorted(on_screen(whole))
    (result,) = json.loads(figures_json([whole]))["results"]
    figures = [{key: "" if value is None else str(value) for key, value in each.items()} for each in result["figures"]]
    assert exported(figures) == rows


@pytest.mark.parametrize("name", list(COUNCILS))
def test_the_workbook_holds_no_number_above_a_team_that_the_area_screens_do_not(name: str) -> None:
    whole = COUNCILS[name][0]()
    allowed: dict[tuple[str, ...], dict[str, int]] = {}
    for *key, kind, words in on_screen(whole):
        number, ends = re.match(r"-?[0-9]+", words), re.match(r"([0-9]+) to ([0-9]+):", words)
        if kind in HEADS and ends:
            both = {"Favourable from, percent": int(ends[1]), "Favourable to, percent": int(ends[2])}
            allowed.setdefault(tuple(key), {}).update(both)
        elif kind in HEADS and number:
            allowed.setdefault(tuple(key), {})[HEADS[kind]] = int(number[0])
    seen: dict[tuple[str, ...], dict[str, int]] = {}
    for sheet in parse_workbook(figures_workbook([whole]), LIMITS):
        heads = [str(each) for each in sheet.rows[0]]
        if "Team" not in heads:
            continue
        for cells in sheet.rows[1:]:
            told = dict(zip(heads, cells, strict=False))
            level = WHOSE.get(str(told["Team"]))
            numbers = {head: each for head, each in told.items() if isinstance(each, int | float)}
            if level is None or not numbers:
                continue
            place = (level, *(str(told.get(each) or "") for each in ("Service", "Theme", "Question")))
            assert numbers.items() <= allowed[place].items(), sheet.name
            seen.setdefault(place, {}).update({head: int(each) for head, each in numbers.items()})
    assert seen == allowed


@pytest.mark.parametrize("name", list(COUNCILS))
def test_the_councils_looked_at_are_those_that_their_names_say(name: str) -> None:
    made, hidden = COUNCILS[name]
    assert any(not team.shown for team in made().teams) is hidden
