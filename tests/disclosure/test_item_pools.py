"""Answers to items without a count: pooled only where no team's count and no hidden team's score is given away."""

from fractions import Fraction

import pytest

from teamhealth.disclosure.audit import Part
from teamhealth.disclosure.item_audit import hidden_teams_keep_half
from teamhealth.disclosure.item_cells import ItemCell, TeamCells, favourable_part
from teamhealth.disclosure.item_pools import pooled_shares
from teamhealth.disclosure.words import item_word
from teamhealth.publication.item_words import steps_by_word
from teamhealth.publication.types import ItemShare, ItemWord


def cell(answers: int, favourable: int, item: str = "st1", word: ItemWord | None = None) -> ItemCell:
    steps = 3 * favourable + (answers - favourable)
    if word is ItemWord.CONCERN:
        steps = 3 * favourable
    return ItemCell(item, answers, favourable, steps, by_word(answers, word), unseen=7 if word else 4)


def by_word(answers: int, word: ItemWord | None) -> Part:
    steps = steps_by_word(answers, word)
    return Part(steps.start, steps.stop - 1)


def team(*cells: ItemCell, hidden: bool = False, recipients: int = 0) -> TeamCells:
    return TeamCells(cells, recipients, hidden)


def shares(*teams: TeamCells, threshold: int = 5) -> tuple[ItemShare, ...] | None:
    return pooled_shares([(False, teams)], ["st1", "st2"], threshold)


MIXED = ItemWord.MIXED


def test_teams_in_words_make_a_pool() -> None:
    # 9 of 18, and each could weigh 7
    assert shares(*[team(cell(6, 3, word=MIXED))] * 3) == (ItemShare("st1", 50, 21),)


def test_without_such_cells_there_is_nothing_to_pool() -> None:
    assert shares() == ()
    assert shares(team(), team()) == ()


@pytest.mark.parametrize(
    "teams",
    [
        (team(cell(7, 3, word=MIXED)),),
        (team(cell(7, 3, word=MIXED)), team(cell(0, 0))),
        (team(cell(5, 2, word=MIXED)), team(cell(4, 2))),
        (team(cell(6, 0, word=ItemWord.CONCERN)), team(cell(6, 0, word=ItemWord.CONCERN))),
        (team(cell(5, 3, word=MIXED)), team(cell(5, 3, word=MIXED), recipients=1)),
        (team(cell(6, 3, word=MIXED)), team(cell(4, 2), hidden=True)),
        (team(cell(7, 3, word=MIXED), cell(7, 3, "st2", MIXED)), team(cell(7, 3, word=MIXED))),
    ],
    ids=[
        "one",
        "one-and-an-empty-one",
        "nine-answers",
        "nobody",
        "a-recipient",
        "a-lone-hidden-team",
        "one-item-fails",
    ],
)
def test_what_would_give_a_team_away_is_not_pooled(teams: tuple[TeamCells, ...]) -> None:
    assert shares(*teams) is None


def test_hidden_teams_hide_among_each_other() -> None:
    hidden = [team(cell(4, 2), cell(4, 2, "st2"), hidden=True) for _ in range(3)]
    assert shares(*hidden) == (ItemShare("st1", 50, 12), ItemShare("st2", 50, 12))


def test_a_threshold_above_ten_asks_for_as_many_answers() -> None:
    words = [team(cell(6, 3, word=MIXED))] * 3
    assert shares(*words, threshold=18) is not None
    assert shares(*words, threshold=19) is None


@pytest.mark.parametrize("answers", range(1, 10))
@pytest.mark.parametrize("word", list(ItemWord))
def test_a_word_allows_just_the_counts_that_some_answers_give(answers: int, word: ItemWord) -> None:
    allowed = by_word(answers, word)
    possible = [steps for steps in range(4 * answers + 1) if item_word(Fraction(25 * steps, answers)) is word]
    assert not possible or allowed == Part(possible[0], possible[-1])
    counts = [
        favourable
        for favourable in range(answers + 1)
        if any(steps in possible for steps in range(3 * favourable, 2 * answers + 2 * favourable + 1))
    ]
    cell = ItemCell("st1", answers, 0, 0, allowed, 7)
    assert not counts or favourable_part(cell) == Part(counts[0], counts[-1])


def test_a_team_whose_score_leaves_no_favourable_answers_is_no_cover() -> None:
    """All of one team's answers are the worst, which its score tells: the other's counts would be told with it."""
    worst = [ItemCell(item, 6, 0, 0, by_word(6, ItemWord.CONCERN), 7) for item in ("st1", "st2")]
    mixed = [cell(6, 3, item, MIXED) for item in ("st1", "st2")]
    assert shares(team(*worst), team(*mixed), team(*mixed)) is None
    assert shares(team(*mixed), team(*mixed), team(*mixed)) is not None


def test_counts_and_score_together_may_not_narrow_a_hidden_team() -> None:
    """Two teams of four: their favourable answers f, and the 16 steps that each could have."""

    def hidden(favourable: int, steps: int) -> dict[str, ItemCell]:
        return {"st1": ItemCell("st1", 4, favourable, steps, Part(0, 16), 4)}

    # Three of eight are favourable, so f is 0 to 3; of 14 steps each may have any.
    assert hidden_teams_keep_half([hidden(2, 9), hidden(1, 5)], True)
    # Of 9 steps each may have any.
    assert hidden_teams_keep_half([hidden(2, 6), hidden(1, 3)], True)
    # f is 0 to 2, which would leave 12 steps; but there are 7 together.
    assert not hidden_teams_keep_half([hidden(1, 4), hidden(1, 3)], True)
    assert hidden_teams_keep_half([hidden(1, 4), hidden(1, 3)], False)


def test_a_pool_does_not_tell_whether_a_lone_hidden_team_answered() -> None:
    empty, full = {"st1": cell(0, 0)}, {"st1": cell(4, 2)}
    assert not hidden_teams_keep_half([empty], False)
    assert not hidden_teams_keep_half([full], False)
    assert not hidden_teams_keep_half([full, empty], False)
    assert hidden_teams_keep_half([], False)
