"""An export holds exactly what the screen shows: its tables can be built from the rows, and no row is left over."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from teamhealth.export.figure_row import FigureRow, Kind, Level
from teamhealth.export.tidy import figure_rows
from teamhealth.publication.types import (
    Cap,
    Change,
    Comparison,
    DomainResult,
    Publication,
    ShownScore,
    TeamResult,
    Verdict,
)
from teamhealth.survey.ids import WaveId
from teamhealth.survey.organisation import Wave
from teamhealth.ui.results.table_rows import Table, team_tables
from teamhealth.ui.results.team_words import subtitle, warnings
from tests.export.councils import council
from tests.invented import publication

HIDDEN = "not shown"


class Rows:
    """A team's rows; each is taken once."""

    def __init__(self, publication: Publication, team: TeamResult) -> None:
        self.left = [
            row for row in figure_rows(publication) if row.place.level is Level.TEAM and row.place.team == team.name
        ]

    def take(self, kind: Kind, title: str) -> FigureRow | None:
        """Take the row of a kind about a theme or question, by its title."""
        for row in self.left:
            if row.kind is kind and (row.asked.item or row.asked.theme) == title:
                self.left.remove(row)
                return row
        return None

    def words(self, kind: Kind, title: str) -> str:
        """Take a row and return what it says: its note, else its number."""
        row = self.take(kind, title)
        return "" if row is None else row.note or str(row.value)


def whole_of(table: Table) -> list[dict[str, str]]:
    return [dict(zip(table.headers, row, strict=True)) for row in table.rows]


def built_theme(rows: Rows, title: str) -> dict[str, str]:
    score = rows.words(Kind.SCORE, title)
    if score == HIDDEN:
        return {"Theme": title, "Score, 0 to 100": score}
    low, high = rows.words(Kind.LIKELY_LOW, title), rows.words(Kind.LIKELY_HIGH, title)
    rest, rest_gap = rows.words(Kind.REST_SCORE, title), rows.words(Kind.REST_GAP, title)
    if rest == score and rest_gap == "within chance":
        rest_gap = "the same score"
    rest_smallest = rows.words(Kind.REST_SMALLEST, title)
    earlier, change = rows.take(Kind.EARLIER_SCORE, title), rows.words(Kind.CHANGE, title)
    smallest = rows.words(Kind.SMALLEST_CHANGE, title)
    assert f"({rest_smallest} would show)" in rest_gap or not rest_smallest
    assert f"({smallest} would show)" in change or not smallest
    return {
        "Theme": title,
        "Score, 0 to 100": score,
        "What it says": rows.words(Kind.LEAN, title),
        "Likely range": f"{low} to {high}" if low else "",
        "Answers": rows.words(Kind.AGREEMENT, title),
        "Beside other teams": f"Others: {rest}, {rest_gap}" if rest else "",
        "Since the earlier round": f"{earlier.detail}: {earlier.note or earlier.value}, {change}"
        if earlier
        else "No change to show yet.",
    }


def built_item(rows: Rows, title: str) -> tuple[str, str]:
    word, answered = rows.words(Kind.WORD, title), rows.words(Kind.ANSWERED, title)
    worse, between = rows.words(Kind.UNFAVOURABLE, title), rows.words(Kind.NEUTRAL, title)
    healthy, share = rows.words(Kind.FAVOURABLE, title), rows.words(Kind.FAVOURABLE_PERCENT, title)
    if worse:
        assert share == str(int(100 * int(healthy) / int(answered) + 0.5))
        return word, f"{worse} unfavourable, {between} neutral and {healthy} favourable, of {answered} people"
    if share:
        return word, f"{healthy} of {answered} people favourable, {share}%"
    return word, f"{healthy} of {answered} people favourable" if answered else ""


def built_time(rows: Rows, title: str) -> str:
    middle = rows.take(Kind.MIDDLE, title)
    if middle is not None:
        return HIDDEN if middle.note == HIDDEN else f"the middle answer is ‘{middle.note}’"
    bands = []
    while (band := rows.take(Kind.BAND, title)) is not None:
        people = "person" if band.value == 1 else "people"
        bands.append(f"{band.value} {people}: {band.detail}")
    return "; ".join(bands)


def beside_others() -> Publication:
    """Return a team whose themes stand beside others and an earlier round in every way there is."""
    whole = publication(12)
    spring = Wave(WaveId("9" * 32), "Spring 2026")
    found = (Verdict.ABOVE, Verdict.BELOW, Verdict.WITHIN_CHANCE, Verdict.NOT_TESTED)
    themes = tuple(
        replace(
            domain,
            rest=Comparison(ShownScore(50), verdict, 24 if verdict is Verdict.WITHIN_CHANCE else None),
            change=Change(spring, Comparison(ShownScore(6, Cap.OR_LESS), verdict)),
        )
        for domain, verdict in zip(whole.teams[0].domains, found, strict=True)
    )
    return replace(whole, services=(replace(whole.services[0], teams=(replace(whole.teams[0], domains=themes),)),))


def partly_hidden() -> Publication:
    whole = publication(6)
    team = whole.teams[0]
    changed = replace(
        team,
        domains=(DomainResult("stability", None), *team.domains[1:]),
        items=(replace(team.items[0], word=None), *team.items[1:]),
        banded=(replace(team.banded[0], middle=None), *team.banded[1:]),
    )
    return replace(whole, services=(replace(whole.services[0], teams=(changed,)),))


PUBLICATIONS: dict[str, Callable[[], Publication]] = {
    "six": lambda: publication(6),
    "eight": lambda: publication(8),
    "twelve": lambda: publication(12),
    "few of many": lambda: publication(6, 14),
    "beside others": beside_others,
    "partly hidden": partly_hidden,
    "a council": lambda: council((7, 9, 12, 6, 10, 3, 2, 5), services=2),
}


@pytest.mark.parametrize("name", list(PUBLICATIONS))
def test_the_tables_of_the_screen_can_be_built_from_the_rows_and_none_is_left(name: str) -> None:
    whole = PUBLICATIONS[name]()
    for team in whole.teams:
        rows = Rows(whole, team)
        if not team.shown:
            assert team_tables(whole.survey, team) == ()
            assert [(row.kind, row.value) for row in rows.left] == [(Kind.ANSWERED, None)]
            continue
        tables = {table.id: whole_of(table) for table in team_tables(whole.survey, team)}
        for shown in tables["themes"]:
            built = built_theme(rows, shown["Theme"])
            assert {head: built.get(head) or HIDDEN for head in shown} == shown
        for shown in tables["items"]:
            word, counts = built_item(rows, shown["Question"])
            assert word == shown["Word"]
            assert shown.get("Answers", "") in {counts, "a word only" if word != HIDDEN else HIDDEN}
        for shown in tables["time"]:
            assert built_time(rows, shown["Question"]) == shown["Answers"]
        people, answered = rows.words(Kind.PEOPLE, ""), rows.words(Kind.ANSWERED, "")
        response = rows.take(Kind.RESPONSE, "")
        assert response is not None
        assert subtitle(whole.survey, team).endswith(f"{answered} of {people} people answered ({response.value}%)")
        assert response.note in {"", *warnings(team)}
        assert rows.left == []
