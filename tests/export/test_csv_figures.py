"""The CSV holds every released figure, one a row, and nothing that a spreadsheet would take for a formula."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamhealth.export.csv_figures import COLUMNS, figures_csv
from teamhealth.export.plain_cells import plain_cell
from teamhealth.publication.document import publication_hash
from teamhealth.publication.share_spans import council_spans
from teamhealth.publication.types import Cap, DomainResult, Publication, ShownScore
from tests.export.councils import council
from tests.invented import publication


def rows(*publications: Publication) -> list[dict[str, str]]:
    data = figures_csv(publications)
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def told(found: list[dict[str, str]], *, kind: str, item: str = "", theme: str = "") -> list[tuple[str, str, str]]:
    return [
        (row["value"], row["unit"], row["note"])
        for row in found
        if row["kind"] == kind and row["item_id"] == item and (item or row["theme_id"] == theme)
    ]


def test_every_row_says_whose_figure_it_is_and_from_which_publication() -> None:
    whole = publication(12)
    found = rows(whole)
    assert tuple(found[0]) == COLUMNS
    facts = {(row["organisation"], row["round"], row["published"], row["publication"]) for row in found}
    assert facts == {("Exampleshire Council", "Autumn 2026", "2026-12-07", publication_hash(whole))}


def test_a_hidden_team_is_one_row_of_words() -> None:
    found = rows(publication(3))
    assert [(row["team"], row["kind"], row["value"], row["note"]) for row in found] == [
        ("Northgate", "answered", "", "fewer than 5")
    ]


def test_a_team_of_six_has_scores_with_their_range_and_words_but_no_count_of_any_item() -> None:
    found = rows(publication(6))
    assert told(found, kind="score", theme="bureaucracy") == [("37", "points", "")]
    assert told(found, kind="lean", theme="bureaucracy") == [("", "", "leans negative: heavy")]
    assert told(found, kind="likely-low", theme="bureaucracy") == [("30", "points", "")]
    assert told(found, kind="likely-high", theme="bureaucracy") == [("44", "points", "")]
    items = [row for row in found if row["item_id"]]
    assert items
    assert {row["value"] for row in items} == {""}


def test_what_must_not_be_exact_is_words_beside_an_empty_value() -> None:
    found = rows(publication(8))
    item = publication(8).survey.questionnaires[0].items[2].id
    assert told(found, kind="favourable", item=item) == [("", "people", "two at most")]
    assert [(row["low"], row["high"]) for row in found if (row["kind"], row["item_id"]) == ("favourable", item)] == [
        ("0", "2")
    ]
    assert told(found, kind="favourable-percent", item=item) == []


def test_splits_and_bands_are_counts_of_people() -> None:
    found = rows(publication(12))
    item = publication(12).survey.questionnaires[0].items[5].id
    assert told(found, kind="unfavourable", item=item) == [("3", "people", "")]
    assert told(found, kind="favourable-percent", item=item) == [("50", "percent", "")]
    bands = [(row["detail"], row["value"]) for row in found if row["kind"] == "band"]
    assert bands[:3] == [("20% or less", "7"), ("21% to 40%", "3"), ("41% or more", "2")]


def test_a_score_at_an_end_says_so_beside_its_number() -> None:
    whole = publication(6)
    capped = replace(whole.teams[0], domains=(DomainResult("stability", ShownScore(6, Cap.OR_LESS)),))
    found = rows(replace(whole, services=(replace(whole.services[0], teams=(capped,)),)))
    assert told(found, kind="score", theme="stability") == [("6", "points", "6 or less")]


def test_a_share_that_rests_on_limits_is_a_range_in_columns_of_its_own_and_no_number() -> None:
    whole = council((8, 9, 12, 10), services=2)
    spans = council_spans(whole)
    assert spans
    found = [row for row in rows(whole) if row["level"] == "council" and row["kind"] == "favourable-percent"]
    for row in found:
        span = spans.get(row["item_id"])
        ends = ("", "") if span is None else (str(span.low), str(span.high))
        assert (row["low"], row["high"]) == ends
        assert bool(row["value"]) is (span is None)
        assert row["unit"] == "percent"
    assert {bool(row["value"]) for row in found} == {True, False}


def test_all_but_two_are_a_range_of_people() -> None:
    found = rows(council((8, 9, 12, 10), services=2))
    most = [row for row in found if row["kind"] == "favourable" and row["note"].startswith("all")]
    assert most
    answered = {(row["team"], row["item_id"]): int(row["value"]) for row in found
                if row["kind"] == "answered" and row["item_id"]}  # fmt: skip
    for row in most:
        people = answered[row["team"], row["item_id"]]
        assert (int(row["low"]), int(row["high"])) == (people - 2, people)


def test_totals_say_how_many_teams_and_other_teams_never_how_many_people() -> None:
    found = rows(council((7, 7, 8, 3, 3, 2)))
    others = [row for row in found if row["level"] == "other-teams"]
    assert ("", "5 or more people answered") in {(row["value"], row["note"]) for row in others}
    assert {row["unit"] for row in others} <= {"", "points"}
    assert "3 and others" in {row["note"] for row in found if row["level"] == "service" and row["kind"] == "teams"}


def test_several_rounds_stand_below_each_other() -> None:
    first, second = publication(6), council((7, 7, 8))
    assert rows(first, second) == rows(first) + rows(second)


HOSTILE = [
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "＝1+1",
    "＋1",
    "－1",
    "＠x",
    "  =1",
    "a;=1",
    'a","=1',
    "a\n=1",
    "a|@x",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_no_cell_begins_a_formula_wherever_the_line_is_split(name: str) -> None:
    whole = publication(6, team_name=name)
    text = figures_csv([whole]).decode("utf-8-sig")
    for separator in ",;\t|":
        for line in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            for cell in line:
                bare = cell.strip().strip('"').strip()
                assert bare[:1] not in {*"=+@＝＋－＠-"}, (separator, cell)


@given(st.text(max_size=40))
def test_words_survive_but_for_guards_and_what_cannot_be_shown(words: str) -> None:
    kept = plain_cell(words)
    assert kept.lstrip()[:1] not in {*"=+-@＝＋－＠"}
    if words.isalnum() and words.isascii():
        assert kept == words
