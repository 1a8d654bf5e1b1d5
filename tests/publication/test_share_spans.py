"""Shares that rest on limits are said as ranges: the truth lies in them, and print alone gives the same."""

from dataclasses import replace
from itertools import product
from random import Random

import pytest

from teamhealth.export.figure_row import Kind, Level
from teamhealth.export.tables import text_table
from teamhealth.export.tidy import figure_rows
from teamhealth.publication.area import ItemCount, council_area
from teamhealth.publication.area_headline import area_headline
from teamhealth.publication.headline import Headline
from teamhealth.publication.numbers import percent
from teamhealth.publication.part import part_of
from teamhealth.publication.share_spans import council_spans, favourable_share_text, service_spans, share_text
from teamhealth.publication.staying import base_text, counted_text, few_text
from teamhealth.publication.together import TeamsAndPool, item_spans, item_totals
from teamhealth.publication.types import ItemResult, ItemTotal, ItemWord, Span, TeamResult, Tier
from teamhealth.texts.lists import number_word
from tests.answers import team_id
from tests.invented import vague
from tests.report.areas import rounds


def team(number: int, favourable: int, answered: int) -> TeamResult:
    result = ItemResult("st1", ItemWord.MIXED, answered, vague(favourable, answered))
    return TeamResult(team_id(number), "Northgate", answered, Tier.SHARES, answered, items=(result,))


def possible(result: ItemResult) -> range:
    """Return the counts that a reader of print has to reckon with."""
    assert result.favourable is not None
    return range(result.favourable.low, result.favourable.high + 1)


@pytest.mark.parametrize("seed", range(40))
def test_a_range_holds_the_truth_and_is_what_print_alone_leaves(seed: int) -> None:
    draw = Random(seed)
    for _ in range(25):
        sizes = [draw.randint(8, 20) for _ in range(draw.randint(2, 5))]
        true = [draw.choice((0, 1, 2, 3, 4, size // 2, size - 2, size - 1, size)) for size in sizes]
        teams = tuple(team(number, *each) for number, each in enumerate(zip(true, sizes, strict=True)))
        part = [TeamsAndPool(teams, None)]
        [total] = item_totals(part, None, ["st1"])
        span = item_spans(part, None).get("st1", Span(total.favourable, total.favourable))
        assert span.low <= percent(sum(true), sum(sizes)) <= span.high
        reckoned = [percent(sum(each), sum(sizes)) for each in product(*(possible(each.items[0]) for each in teams))]
        assert (span.low, span.high) == (min(reckoned), max(reckoned))
        assert span.low <= total.favourable <= span.high


def test_two_at_most_of_ten_and_of_eight_is_0_to_22_percent() -> None:
    part = [TeamsAndPool((team(0, 0, 10), team(1, 2, 8)), None)]
    assert item_spans(part, None) == {"st1": Span(0, 22)}


def test_exact_counts_leave_no_range() -> None:
    assert item_spans([TeamsAndPool((team(0, 5, 10), team(1, 4, 8)), None)], None) == {}


def test_a_publication_has_ranges_where_its_teams_print_limits_and_a_part_of_it_none() -> None:
    whole = rounds(3, 14)[0]
    limited = {
        each.item
        for one in whole.teams
        for each in one.items
        if each.split is None and each.favourable is not None and not each.favourable.exact
    }
    spans = council_spans(whole)
    assert spans
    assert set(spans) <= limited
    own = part_of(whole, next(one.id for one in whole.teams if one.shown)).publication
    assert council_spans(own) == service_spans(own, own.services[0].id) == {}


def test_a_part_says_beside_every_share_that_limits_count_as_their_middle_and_not_where() -> None:
    whole = rounds(3, 14)[0]
    for one in whole.teams:
        if one.shown:
            own = figure_rows(part_of(whole, one.id).publication)
            rows = [each for each in own if each.place.level is not Level.TEAM]
            notes = {each.note for each in rows if each.kind is Kind.FAVOURABLE_PERCENT}
            assert notes <= {"a team’s limit, such as ‘two at most’, counts as its middle"}
    assert notes
    of_all = {row.note for row in figure_rows(whole) if row.kind is Kind.FAVOURABLE_PERCENT}
    assert not of_all & notes
    assert any(note.startswith(("between ", "at most ", "at least ")) for note in of_all)


def said_of(stay: Span | None, leave: Span | None, counted: tuple[int, int] = (2, 2), *, pooled: bool = False) -> str:
    """Return the headline of a council whose shares are of so many of its teams."""
    return told_of(stay, leave, counted, pooled=pooled).text


def told_of(
    stay: Span | None, leave: Span | None, counted: tuple[int, int] = (2, 2), *, pooled: bool = False
) -> Headline:
    area = council_area(rounds(3, 14)[0])
    items = (ItemTotal("st1", 35, counted[0], pooled), ItemTotal("st2", 11, counted[1], pooled))
    spans = {item: span for item, span in (("st1", stay), ("st2", leave)) if span is not None}
    return area_headline(replace(area, items=items, spans=spans))


def test_the_headline_says_the_range_and_leaves_out_what_is_too_wide() -> None:
    both = said_of(Span(29, 41), Span(0, 22))
    assert "29% to 41% expect to be in their team a year from now" in both
    assert both.count("; the others have, or said ‘neither’.") == 1
    assert "Asked about leaving, at most 22% say they have not thought seriously about it; the others" in both
    wide = said_of(Span(29, 41), Span(0, 31))
    assert "11%" not in wide
    assert "31%" not in wide
    assert "Too few answers are counted to say how many have thought seriously about leaving." in wide
    assert "10% to 40% say they have not" in said_of(None, Span(10, 40))
    neither = said_of(Span(0, 40), Span(0, 31))
    assert neither.startswith("Too few answers are counted to say how many expect to stay, or have thought seriously")
    assert "%" not in neither


def test_a_share_of_everybody_has_no_others() -> None:
    area = council_area(rounds(3, 14)[0])
    items = (ItemTotal("st1", 35, 2, False), ItemTotal("st2", 100, 2, False))
    assert "the others" not in area_headline(replace(area, items=items, spans={})).text


def test_the_headline_says_in_how_many_teams_of_how_many() -> None:
    whole = len(council_area(rounds(3, 14)[0]).teams)
    others = "; the others have, or said ‘neither’."
    stay = "35% expect to be in their team a year from now."
    leave = f"11% say they have not thought seriously about leaving{others}"
    both = f"{stay} Asked about leaving, 11% say they have not thought seriously about it{others}"
    two = f"In two of {number_word(whole)} teams together, "
    assert f"{two}{both}" in said_of(None, None)
    assert said_of(None, None, (whole, whole)).startswith(f"In all {number_word(whole)} teams together, {both}")
    three = f"In three of {number_word(whole)} teams together, "
    assert f"{two}{stay} {three}{leave}" in said_of(None, None, (2, 3))
    assert said_of(None, None, pooled=True).startswith(f"Across two teams and others counted together, {both}")
    assert f"{two}29% to 41% expect " in said_of(Span(29, 41), None)


@pytest.mark.parametrize("stay", range(2, 15))
def test_a_share_of_fewer_than_half_of_the_teams_leads_no_headline(stay: int) -> None:
    whole = len(council_area(rounds(3, 14)[0]).teams)
    few = 2 * stay < whole
    for span in (None, Span(29, 41)):
        told = told_of(span, None, (stay, stay))
        assert ("%" in told.lead) is not few
        assert "expect to be in their team a year from now" in told.text
        assert (few_text() in told.rest) is few
    assert "%" in told_of(None, None, (2, 2), pooled=True).lead
    assert few_text() not in said_of(Span(0, 40), Span(0, 31))


@pytest.mark.parametrize(
    ("span", "share"),
    [(None, "35%"), (Span(29, 41), "29 to 41%"), (Span(0, 22), "at most 22%"), (Span(78, 100), "at least 78%")],
)
def test_a_range_that_begins_or_ends_the_scale_is_said_from_its_other_end(span: Span | None, share: str) -> None:
    total = ItemTotal("st1", 35, 2)
    assert share_text(total, span) == share
    assert favourable_share_text(total, span) == f"{share} favourable"


@pytest.mark.parametrize(
    ("item", "says"),
    [
        ("st1", "expect to be in their team a year from now"),
        ("st2", "say they have not thought seriously about leaving"),
    ],
)
def test_a_share_says_in_how_many_teams_and_what_it_means_not_that_it_is_favourable(item: str, says: str) -> None:
    found = council_area(rounds(3, 14)[0]).about(item)
    assert found is not None
    for teams, pooled, words in (
        (2, False, f"in 2 of {found.asked} teams {says}"),
        (found.asked, False, f"in all {found.asked} teams {says}"),
        (2, True, f"across 2 teams and others counted together {says}"),
        (found.asked, True, f"in all {found.asked} teams {says}"),
        (0, True, f"in several teams together {says}"),
    ):
        assert counted_text(replace(found, total=ItemTotal(item, 35, teams, pooled))) == words


@pytest.mark.parametrize(("teams", "words"), [(1, "in 1 team"), (2, "in both teams"), (3, "in all 3 teams")])
def test_every_one_of_few_teams_is_said_as_people_say_it(teams: int, words: str) -> None:
    area = council_area(rounds(1, max(teams, 2))[0])
    found = area.about("st1")
    assert found is not None
    told = replace(found, total=ItemTotal("st1", 35, teams), asked=teams)
    assert counted_text(told) == f"{words} expect to be in their team a year from now"


def test_an_area_hands_on_the_range_of_each_item() -> None:
    whole = rounds(3, 14)[0]
    spans = council_spans(whole)
    counts: tuple[ItemCount, ...] = council_area(whole).item_counts()
    assert {each.item.id: each.span for each in counts if each.span is not None} == dict(spans)


@pytest.mark.parametrize("teams", [2, 3])
def test_where_every_team_is_counted_no_others_are_said_to_be(teams: int) -> None:
    whole = rounds(1, teams)[0]
    area = council_area(whole)
    told = [base_text(each) for each in area.item_counts() if each.total is not None]
    noted = [row.note for row in figure_rows(whole) if row.kind is Kind.TEAMS]
    assert told
    assert not area.hidden
    assert f"{teams} of {teams}" in told
    for each in (*told, *noted, text_table(whole)):
        assert f"{teams} and others" not in each
    assert "and others together" not in " ".join(counted_text(each) for each in area.item_counts())
