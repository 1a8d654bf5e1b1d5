"""What the pages of an area's report hold: on page one whom and what a director asks for first, then even columns."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial

import pytest

from teamhealth.publication.area import Area, council_area, service_area
from teamhealth.publication.area_headline import few_beside_cards
from teamhealth.publication.types import ItemWord
from teamhealth.report.area import area_report
from teamhealth.report.sheet import LARGE, ORDINARY
from tests.report import areas
from tests.report.area_beside import beside
from tests.report.fullness import fullness
from tests.report.laid_out import Piece, pieces
from tests.report.page_grid import documents
from tests.report.test_team import text_of
from tests.rounds import council

GRID = documents()


def _council(teams: int) -> Area:
    return council_area(areas.rounds(1, teams)[0])


# Made when a test first asks for one: while tests are collected, every process would make all.
AREAS: dict[str, Callable[[], Area]] = {
    **{f"council of {teams}": cache(partial(_council, teams)) for teams in (2, 7, 14, 60, 200)},
    "council of four themes": cache(lambda: council_area(council()[-1])),
    "service of 14": cache(lambda: service_area(areas.rounds(2, 14)[0], areas.rounds(2, 14)[0].services[0].id)),
}
STAND_APART = "Teams that stand apart by more than chance"


def words_of(found: list[Piece], page: int) -> str:
    """Return all that is read on a page."""
    return " ".join(" ".join(each.words for each in found if each.page == page).split())


@pytest.mark.parametrize("name", AREAS)
def test_page_one_names_the_first_concerns_that_teams_share(name: str) -> None:
    concerns = AREAS[name]().shared(ItemWord.CONCERN)
    first = words_of(pieces(GRID[name](ORDINARY)), 1).lower()
    assert all(each.item.concern.lower() in first for each in concerns[:2])


def test_page_one_counts_teams_that_are_not_shown_where_their_names_would_fill_lines() -> None:
    area = service_area(areas.rounds(2, 60)[0], areas.rounds(2, 60)[0].services[0].id)
    count = len(area.hidden)
    assert count > 8
    first = words_of(pieces(GRID["service of 60"](ORDINARY)), 1)
    assert f"Not shown, together: the {count} teams that cannot be shown by themselves, named further on." in first
    assert area.hidden[0].name in words_of(pieces(GRID["service of 60"](ORDINARY)), 3)


def test_page_one_of_large_print_says_which_rounds_a_share_of_few_teams_compares_with() -> None:
    # A name so long that what the report is stands below it.
    area = replace(council_area(council(14, 1, services=3, seed=5)[0]), name="Exampleshire Council (invented)")
    assert few_beside_cards(area)
    content = area_report(area, beside(council()[-1]), LARGE)
    assert few_beside_cards(area) in words_of(pieces(content), 1)


def test_page_one_says_how_many_more_concerns_follow() -> None:
    more = len(AREAS["council of 60"]().shared(ItemWord.CONCERN)) - 5
    assert more == 3
    first = words_of(pieces(GRID["council of 60"](ORDINARY)), 1)
    assert "(3 of 34 teams); and three more on the next pages." in first
    assert "and more" not in words_of(pieces(GRID["council of 7"](ORDINARY)), 1)


@pytest.mark.parametrize("name", ["council of 60", "council of 200", "council of four themes"])
def test_page_one_names_the_teams_that_stand_apart(name: str) -> None:
    first = words_of(pieces(GRID[name](ORDINARY)), 1)
    assert STAND_APART in first
    assert all(each.team.name in first for each in AREAS[name]().apart())
    large = [each.words.strip() for each in pieces(GRID[name](LARGE)) if each.role == "H2"]
    assert large.index(STAND_APART) < large.index("Concerns that several teams share")


@pytest.mark.parametrize("name", ["council of four themes", "council of 200"])
def test_columns_of_all_themes_stand_below_each_other(name: str) -> None:
    for sheet in (ORDINARY, LARGE):
        found = pieces(GRID[name](sheet))
        start = next(number for number, each in enumerate(found) if each.words.startswith("All questions"))
        heads = [each for each in found[start:] if each.role == "TH" and each.words.strip() in ("Teams", "Favourable")]
        themes = len(AREAS[name]().domains)
        assert len(heads) >= 2 * themes
        assert len({(each.words.strip(), round(each.box[0])) for each in heads}) == 2


@pytest.mark.parametrize("name", ["council of 2", "council of 7", "council of 14", "council of four themes"])
def test_no_page_before_the_last_is_half_empty_for_examples(name: str) -> None:
    *before, last = fullness(GRID[name](ORDINARY))
    assert min(before) >= 0.7
    assert last >= 0.25


@pytest.mark.parametrize("name", ["Leeds", "East", "West", "Duty", "Bolton", "Barnet", "Brent", "Kingston"])
def test_a_name_of_one_word_stands_whole_beside_its_round(name: str) -> None:
    whole = areas.rounds(1, 7)[0]
    area = replace(council_area(whole), name=name)
    for sheet in (ORDINARY, LARGE):
        assert text_of(area_report(area, beside(whole), sheet)).startswith(f"{name} Council report")


def test_shares_of_both_cards_are_written_alike_and_what_teams_say_stands_on_one_line() -> None:
    whole = areas.rounds(3, 14)[0]
    found = [each for each in pieces(area_report(council_area(whole), beside(whole))) if each.page == 1]
    # One share is a range, the other is none.
    shares = [next(each for each in found if each.words.strip() == share) for share in ("51 to 54%", "51%")]
    heights = [each.box[3] - each.box[1] for each in shares]
    assert heights[0] == pytest.approx(heights[1])
    said = [each.box[1] for each in found if each.words.strip() in ("3 strength", "2 concern", "1 concern")]
    assert len(said) == 4
    assert max(said) == pytest.approx(min(said))


def test_what_is_said_below_cards_of_long_words_stays_on_page_one_of_large_print() -> None:
    whole = areas.rounds(3, 14)[0]
    first = words_of(pieces(area_report(council_area(whole), beside(whole), LARGE)), 1)
    assert "go by all answers of each team" in first
