"""Screen and paper show the same numbers: every figure of a dashboard's tables stands in the PDF, beside its name."""

import re
from collections.abc import Iterator

import pytest

from teamhealth.publication.area import council_area, service_area
from teamhealth.publication.compared import compare
from teamhealth.publication.numbers import percent
from teamhealth.publication.types import Publication
from teamhealth.report.area import area_report
from teamhealth.report.comparison import comparison
from teamhealth.report.team import team_report
from teamhealth.services.area_reports import standards
from teamhealth.ui.compare.tables import compared_tables
from teamhealth.ui.results.area_tables import area_tables
from teamhealth.ui.results.table_rows import Table, comment_table, item_table, team_tables, theme_table, time_table
from tests.invented import TEAM_ID
from tests.report import samples
from tests.report.test_gates import beside_area
from tests.report.test_team import text_of
from tests.rounds import council

_NUMBER = re.compile(r"\d+")
_SPLIT = re.compile(r"(\d+) (?:unfavourable|neutral|favourable)")
_SHARE = re.compile(r"(\d+) of (\d+) people favourable, (\d+)%")
_NEAR = 170


def after(text: str, name: str) -> Iterator[str]:
    """Yield what stands after each mention of a name."""
    for found in re.finditer(re.escape(name), text):
        yield text[found.end() : found.end() + _NEAR]


def missing(text: str, name: str, numbers: list[str]) -> list[str]:
    """Return the numbers that stand beside no mention of a name together with the others; none if all do."""
    best = numbers
    for near in after(text, name):
        there = _NUMBER.findall(near)
        best = min(best, [each for each in numbers if each not in there], key=len)
    return best


def row_problems(text: str, table: Table) -> list[str]:
    """Return the rows whose figures do not stand beside their name, the first column."""
    problems = []
    for row in table.rows:
        # A round's name has a year, which is no figure.
        cells = " ".join(re.sub(r"(Spring|Autumn) \d{4}", "", cell) for cell in row[1:])
        lacking = missing(text, row[0], _NUMBER.findall(cells))
        problems += [f"{table.title}: {row[0]}: {each}" for each in lacking]
    return problems


@pytest.fixture(scope="module", params=[5, 6, 8, 9, 12])
def team(request: pytest.FixtureRequest) -> tuple[Publication, str]:
    whole = samples.compared(request.param)
    return whole, text_of(team_report(whole, TEAM_ID, samples.evidence()))


def test_the_scores_of_a_team_are_the_same(team: tuple[Publication, str]) -> None:
    whole, text = team
    assert len(team_tables(whole.survey, whole.teams[0])) >= 3
    assert row_problems(text, theme_table(whole.survey, whole.teams[0])) == []
    assert f"{whole.teams[0].answered} of {whole.teams[0].headcount} people answered" in text


def test_the_items_of_a_team_are_the_same(team: tuple[Publication, str]) -> None:
    whole, text = team
    table = item_table(whole.survey, whole.teams[0])
    assert len(table.rows) == 28
    for row in table.rows:
        counts = row[-1] if table.headers[-1] == "Answers" else ""
        share = _SHARE.search(counts)
        if share is None:
            assert missing(text, row[1], _SPLIT.findall(counts)) == [], row
            continue
        # Beside a question paper prints how many people; the percentage that the screen says too is heard there.
        favourable, people, shown = share.groups()
        assert percent(int(favourable), int(people)) == int(shown)
        assert missing(text, row[1], [favourable]) == [], row


def test_the_time_and_comments_of_a_team_are_the_same(team: tuple[Publication, str]) -> None:
    whole, text = team
    for row in time_table(whole.survey, whole.teams[0]).rows:
        for part in row[2].split("; "):
            people = re.fullmatch(r"(\d+) people: (.+)", part)
            if people:
                assert f"{people[2]} {people[1]}" in text
            else:
                assert re.sub(r".*‘(.*)’", r"\1", part) in text
        assert row[3] in text
    for _, comment in comment_table(whole.survey, whole.teams[0]).rows:
        assert " ".join(comment.split()) in text


@pytest.mark.parametrize("place", [0, 1, 2, None])
def test_the_figures_of_an_area_are_the_same(place: int | None) -> None:
    whole = council(services=3)[-1]
    area = council_area(whole) if place is None else service_area(whole, whole.services[place].id)
    text = text_of(area_report(area, beside_area(whole)))
    tables = {table.id: table for table in area_tables(area, compare(whole, area.service), standards())}
    assert row_problems(text, tables["area_themes"]) == []
    for row in tables["area_shared"].rows[:8]:
        assert missing(text, row[0], [row[1].split(" ")[0]]) == []
    for row in tables["area_items"].rows:
        said = [f"{count} {word}" for count, word in zip(row[3:6], ("strength", "mixed", "concern"), strict=True)
                if count != "0"]  # fmt: skip
        assert any(all(each in near for each in (*said, row[6])) for near in after(text, row[1])), row


def test_the_figures_of_a_comparison_are_the_same() -> None:
    whole = council(services=3)[-1]
    text = text_of(comparison(whole))
    assert row_problems(text, compared_tables(compare(whole))[0]) == []


def test_a_number_that_is_not_on_paper_is_found() -> None:
    whole = samples.compared(12)
    text = text_of(team_report(whole, TEAM_ID, samples.evidence()))
    assert row_problems(text.replace("44 to 60", "45 to 60"), theme_table(whole.survey, whole.teams[0])) == [
        "Themes: Workforce stability: 44"
    ]
