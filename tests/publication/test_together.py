"""Totals are made of what is printed, and of nothing else."""

import pytest

from teamhealth.publication.left_out import answers_left_out
from teamhealth.publication.rest import rest_scores
from teamhealth.publication.together import TeamsAndPool, item_totals, mean_score, totals
from teamhealth.publication.types import (
    Atom,
    AtomKind,
    AtomScore,
    Cap,
    DomainResult,
    DomainTotal,
    FavourableCount,
    ItemPool,
    ItemResult,
    ItemShare,
    ItemTotal,
    ItemWord,
    ShownScore,
    Split,
    TeamResult,
    Tier,
)
from tests.answers import team_id

SERVICE, OTHER = f"{50:032x}", f"{51:032x}"


def atom(number: int, points: int, weight: int, cap: Cap = Cap.EXACT, service: str = SERVICE) -> Atom:
    score = AtomScore("stability", ShownScore(points, cap), weight)
    return Atom(AtomKind.TEAM, service, (score,), team_id(number))


def row(points: int, weight: int, service: str | None = SERVICE) -> Atom:
    return Atom(AtomKind.OTHERS, service, (AtomScore("stability", ShownScore(points), weight),))


def team(number: int, *items: ItemResult, tier: Tier = Tier.SHARES) -> TeamResult:
    return TeamResult(team_id(number), "Northgate", 12, tier, 12 if items else None, items=items)


def count(answered: int, low: int, high: int) -> ItemResult:
    return ItemResult("st1", ItemWord.MIXED, answered, FavourableCount(low, high))


def item(*services: TeamsAndPool, carried: ItemPool | None = None) -> tuple[ItemTotal, ...]:
    return item_totals(services, carried, ["st1", "st2"])


WORD = ItemResult("st1", ItemWord.CONCERN)


def test_a_total_is_the_mean_of_shown_scores_weighted_by_answers() -> None:
    # (40 * 5 + 60 * 10) / 15 = 53.3
    assert totals([atom(0, 40, 5), atom(1, 60, 10)], ["stability", "morale"]) == (
        DomainTotal("stability", ShownScore(53), 2),
    )


def test_other_teams_enter_with_their_printed_weight_and_are_named_not_counted() -> None:
    # (40 * 5 + 60 * 10 + 90 * 8) / 23 = 66.1
    found = totals([atom(0, 40, 5), atom(1, 60, 10), row(90, 8)], ["stability"])
    assert found == (DomainTotal("stability", ShownScore(66), 2, others=True),)


def test_capped_scores_enter_as_printed_and_totals_are_capped_too() -> None:
    low = [atom(0, 6, 5, Cap.OR_LESS), atom(1, 6, 9, Cap.OR_LESS)]
    assert totals(low, ["stability"])[0].score == ShownScore(6, Cap.OR_LESS)


def test_fewer_than_two_shown_teams_make_no_total() -> None:
    assert totals([atom(0, 40, 5)], ["stability"]) == ()
    assert totals([atom(0, 40, 5), row(50, 8)], ["stability"]) == ()
    assert totals([], ["stability"]) == ()


def test_a_mean_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="needs an answer"):
        mean_score([])


def test_counts_enter_as_they_are_shown() -> None:
    teams = (
        team(0, count(10, 6, 6)),
        team(1, count(8, 0, 2)),
        team(2, count(9, 7, 9)),
        team(3, ItemResult("st1", ItemWord.MIXED, 12, split=Split(4, 4, 4))),
        team(4, WORD, tier=Tier.WORDS),
        team(5, tier=Tier.HIDDEN),
        team(6, count(9, 6, 7)),
    )
    # (6 + 1 + 8 + 4 + 6.5) / 48
    assert item(TeamsAndPool(teams, None)) == (ItemTotal("st1", 53, 5),)


def test_a_pool_enters_with_its_share_and_counts_the_teams_in_words() -> None:
    pool = ItemPool(SERVICE, (ItemShare("st1", 25, 20),))
    teams = (team(0, count(10, 6, 6)), team(1, WORD, tier=Tier.WORDS), team(2, tier=Tier.HIDDEN))
    # (6 + 5) / 30
    assert item(TeamsAndPool(teams, pool)) == (ItemTotal("st1", 37, 2, pooled=True),)
    assert item(TeamsAndPool(teams, None)) == ()


def test_the_councils_pool_counts_the_teams_of_services_without_their_own() -> None:
    own = TeamsAndPool((team(0, WORD), team(1, WORD)), ItemPool(SERVICE, (ItemShare("st1", 50, 10),)))
    without = TeamsAndPool((team(2, WORD), team(3, count(10, 5, 5))), None)
    carried = ItemPool(None, (ItemShare("st1", 20, 10),))
    assert item(own, without, carried=carried) == (ItemTotal("st1", 40, 4, pooled=True),)
    assert item(own, without) == (ItemTotal("st1", 50, 3, pooled=True),)


def test_the_rest_are_the_other_shown_teams_of_the_service() -> None:
    atoms = [atom(number, 40 + 10 * number, 5) for number in range(4)]
    rest = rest_scores([*atoms, row(90, 8), atom(9, 94, 9, Cap.OR_MORE, OTHER)])
    # (50 + 60 + 70) / 3, and for the lone team of the other service everybody shown
    assert rest[team_id(0), "stability"] == ShownScore(60)
    assert rest[team_id(3), "stability"] == ShownScore(50)
    assert rest[team_id(9), "stability"] == ShownScore(55)


def test_in_a_small_service_the_rest_are_the_councils() -> None:
    rest = rest_scores([atom(0, 40, 5), atom(1, 60, 5, service=OTHER), atom(2, 80, 5, service=OTHER)])
    assert rest[team_id(0), "stability"] == ShownScore(70)
    assert rest[team_id(1), "stability"] == ShownScore(60)


def test_who_stands_apart_is_not_among_the_rest_while_two_others_are_left() -> None:
    atoms = [atom(number, 40 + 10 * number, 5) for number in range(4)]
    low = {(team_id(0), "stability")}
    rest = rest_scores(atoms, low)
    # (60 + 70) / 2, (50 + 70) / 2, and for the low one (50 + 60 + 70) / 3
    assert [rest[team_id(number), "stability"].points for number in (1, 2, 0)] == [65, 60, 60]
    two = rest_scores(atoms, {*low, (team_id(1), "stability")})
    # Of 60 only 70 would be left, so it is beside all; each low one is beside both others.
    assert two[team_id(2), "stability"] == ShownScore(53)
    assert two[team_id(0), "stability"] == two[team_id(1), "stability"] == ShownScore(65)


def test_one_shown_team_is_compared_with_nobody() -> None:
    assert rest_scores([atom(0, 40, 5), row(50, 8)]) == {}


def test_what_is_left_out_is_told_from_what_is_shown_alone() -> None:
    shown = TeamResult(team_id(0), "Northgate", 12, Tier.WORDS, 6, (DomainResult("stability", ShownScore(50)),))
    gap = TeamResult(team_id(1), "Southgate", 12, Tier.WORDS, 6, (DomainResult("stability", None),))
    hidden = team(2, tier=Tier.HIDDEN)
    assert not answers_left_out([(SERVICE, [shown])], [])
    assert answers_left_out([(SERVICE, [shown, hidden])], [])
    assert answers_left_out([(SERVICE, [shown, gap])], [])
    assert not answers_left_out([(SERVICE, [shown, hidden])], [row(50, 8)])
    assert answers_left_out([(SERVICE, [hidden]), (OTHER, [hidden])], [row(50, 8)])
    assert not answers_left_out([(SERVICE, [hidden]), (OTHER, [hidden])], [row(50, 8, None)])
