"""The sentence of an item says that people do something only where half of them or more say so."""

from itertools import product

import pytest

from teamhealth.publication.item_counts import count_table
from teamhealth.publication.items_said import item_sentence, listed_sentence, on_average_note
from teamhealth.publication.types import FavourableCount, ItemResult, ItemWord, Split
from teamhealth.publication.words import find_item
from tests.invented import publication, vague

ITEM = find_item(publication(6).survey.questionnaires, "mo1")
ON_AVERAGE = {
    ItemWord.STRENGTH: f"{ITEM.label}: a strength on average, though fewer than half answered favourably",
    ItemWord.CONCERN: f"{ITEM.label}: a concern on average, though fewer than half answered unfavourably",
}

MAYBE = {
    word: f"{ITEM.label}: a {word.value} on average, though fewer than half may have answered {side}favourably"
    for word, side in ((ItemWord.STRENGTH, ""), (ItemWord.CONCERN, "un"))
}


def against(word: ItemWord, favourable: int, answered: int) -> bool:
    return 2 * favourable < answered if word is ItemWord.STRENGTH else 2 * favourable > answered


@pytest.mark.parametrize("word", [ItemWord.STRENGTH, ItemWord.CONCERN])
@pytest.mark.parametrize("answered", range(5, 21))
def test_a_sentence_never_says_more_than_the_count_beside_it(word: ItemWord, answered: int) -> None:
    plain = ITEM.strength if word is ItemWord.STRENGTH else ITEM.concern
    for favourable in range(answered + 1):
        count = vague(favourable, answered)
        could_be = range(count.low, count.high + 1)
        known = all(against(word, each, answered) for each in could_be)
        said = item_sentence(ITEM, ItemResult(ITEM.id, word, answered, count))
        assert said == (ON_AVERAGE[word] if known else plain), (favourable, answered)


@pytest.mark.parametrize("splits", [False, True])
@pytest.mark.parametrize("word", [ItemWord.STRENGTH, ItemWord.CONCERN])
@pytest.mark.parametrize("known", [0, 1, 2])
@pytest.mark.parametrize("answered", range(8, 21))
def test_where_joined_counts_may_be_either_half_neither_is_said(
    word: ItemWord, answered: int, splits: bool, known: int
) -> None:
    plain = ITEM.strength if word is ItemWord.STRENGTH else ITEM.concern
    for count in count_table(answered, word, splits=splits, known=known).counts:
        sides = {against(word, each, answered) for each in range(count.low, count.high + 1)}
        result = ItemResult(ITEM.id, word, answered, count)
        expected = MAYBE[word]
        if len(sides) == 1:
            expected = ON_AVERAGE[word] if True in sides else plain
        assert item_sentence(ITEM, result) == expected
        assert (listed_sentence(ITEM, result) == plain) == (sides == {False})


def test_the_note_of_a_list_says_may_as_soon_as_one_may() -> None:
    sure = ItemResult(ITEM.id, ItemWord.STRENGTH, 9, FavourableCount(3, 4))
    open_ = ItemResult(ITEM.id, ItemWord.STRENGTH, 8, FavourableCount(3, 4))
    assert on_average_note([sure]) == "‘A strength on average’: fewer than half answered favourably."
    assert (
        on_average_note([sure, open_]) == "‘A strength on average’: fewer than half answered favourably, or may have."
    )
    concern = ItemResult(ITEM.id, ItemWord.CONCERN, 9, FavourableCount(4, 5))
    assert on_average_note([concern]) == "‘A concern on average’: fewer than half answered unfavourably, or may have."


@pytest.mark.parametrize("word", [ItemWord.STRENGTH, ItemWord.CONCERN])
def test_of_a_split_half_or_more_answered_as_the_sentence_says(word: ItemWord) -> None:
    plain = ITEM.strength if word is ItemWord.STRENGTH else ITEM.concern
    for parts in product(range(2, 8), repeat=3):
        said = item_sentence(ITEM, ItemResult(ITEM.id, word, sum(parts), split=Split(*parts)))
        saying_so = parts[2] if word is ItemWord.STRENGTH else parts[0]
        assert said == (ON_AVERAGE[word] if 2 * saying_so < sum(parts) else plain), parts


@pytest.mark.parametrize("parts", [(4, 5, 2), (4, 4, 2), (4, 3, 3)])
def test_many_neutral_answers_do_not_make_a_concern_a_fact(parts: tuple[int, int, int]) -> None:
    result = ItemResult(ITEM.id, ItemWord.CONCERN, sum(parts), split=Split(*parts))
    assert listed_sentence(ITEM, result) == f"{ITEM.label}: a concern on average"
    assert on_average_note([result]) == "‘A concern on average’: fewer than half answered unfavourably."


@pytest.mark.parametrize("word", [ItemWord.STRENGTH, ItemWord.CONCERN])
def test_a_word_without_a_count_has_its_sentence(word: ItemWord) -> None:
    assert item_sentence(ITEM, ItemResult(ITEM.id, word)) == (
        ITEM.strength if word is ItemWord.STRENGTH else ITEM.concern
    )


def test_a_list_says_so_shortly_and_its_note_explains_them_once() -> None:
    strength = ItemResult(ITEM.id, ItemWord.STRENGTH, 9, vague(3, 9))
    concern = ItemResult(ITEM.id, ItemWord.CONCERN, 9, vague(6, 9))
    plain = ItemResult(ITEM.id, ItemWord.STRENGTH, 9, vague(6, 9))
    assert listed_sentence(ITEM, strength) == f"{ITEM.label}: a strength on average"
    assert listed_sentence(ITEM, concern) == f"{ITEM.label}: a concern on average"
    assert listed_sentence(ITEM, plain) == ITEM.strength
    assert on_average_note([plain]) == ""
    assert "fewer than half" in on_average_note([plain, strength])
    assert "fewer than half answered unfavourably" in on_average_note([concern, plain])
    both = on_average_note([concern, strength])
    assert "fewer than half answered favourably" in both
    assert "fewer than half answered unfavourably" in both
