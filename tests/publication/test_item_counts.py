"""What an item shows leaves enough open: everything that people could have answered is gone through, word by word."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from fractions import Fraction

import pytest

from teamhealth.disclosure.words import item_word
from teamhealth.publication.item_counts import count_table
from teamhealth.publication.types import FavourableCount, ItemWord, Split
from tests.invented import vague

# People by the step they chose, from the least healthy.
Steps = tuple[int, int, int, int, int]
Shown = tuple[ItemWord, FavourableCount | Split]
TELLS_OF_NINE = {
    (ItemWord.STRENGTH, FavourableCount(3, 3)),
    (ItemWord.MIXED, FavourableCount(7, 9)),
    (ItemWord.CONCERN, FavourableCount(5, 5)),
}


def everything(people: int, steps: int = 5) -> Iterator[tuple[int, ...]]:
    """Yield every way in which so many people can choose among so many steps."""
    if steps == 1:
        yield (people,)
        return
    for first in range(people + 1):
        for rest in everything(people - first, steps - 1):
            yield (first, *rest)


def word_of(chosen: Steps) -> ItemWord:
    return item_word(Fraction(25 * sum(step * count for step, count in enumerate(chosen)), sum(chosen)))


def parts_of(chosen: Steps) -> Split:
    return Split(chosen[0] + chosen[1], chosen[2], chosen[3] + chosen[4])


def by_table(chosen: Steps, *, splits: bool) -> FavourableCount | Split:
    return count_table(sum(chosen), word_of(chosen), splits=splits).shown(parts_of(chosen))


def untabled(chosen: Steps, *, splits: bool) -> FavourableCount | Split:
    """The two rules by themselves: vague at both ends, a split of parts of two or more."""
    parts = parts_of(chosen)
    if splits and min(parts.unfavourable, parts.neutral, parts.favourable) >= 2:
        return parts
    return vague(parts.favourable, sum(chosen))


def seen(people: int, rule: Callable[..., FavourableCount | Split], *, splits: bool) -> dict[Shown, list[Steps]]:
    """Return all that can be shown of so many people, each with everything that looks so."""
    found: dict[Shown, list[Steps]] = defaultdict(list)
    for lowest, low, neutral, high, highest in everything(people):
        chosen = (lowest, low, neutral, high, highest)
        found[word_of(chosen), rule(chosen, splits=splits)].append(chosen)
    return found


def others(alike: list[Steps], own: int) -> list[Steps]:
    """Return what the others can have answered, for somebody who chose this step."""
    taken = []
    for each in alike:
        if each[own]:
            lowest, low, neutral, high, highest = (count - (step == own) for step, count in enumerate(each))
            taken.append((lowest, low, neutral, high, highest))
    return taken


def telling(found: dict[Shown, list[Steps]]) -> set[Shown]:
    """Return what leaves fewer than three numbers of a part that is not printed, or one number of a single answer."""
    tells = set()
    for (word, shown), alike in found.items():
        parts = [parts_of(each) for each in alike]
        hidden = [] if isinstance(shown, Split) else [{p.unfavourable for p in parts}, {p.neutral for p in parts}]
        favourable = {p.favourable for p in parts}
        people = sum(alike[0])
        if not isinstance(shown, Split) and favourable & {0, 1, people - 1, people}:
            hidden.append(favourable)
        single = [{each[step] for each in alike} for step in (0, 1, 3, 4)]
        if any(len(each) < 3 for each in hidden) or any(len(each) < 2 for each in single):
            tells.add((word, shown))
    return tells


@pytest.mark.parametrize("splits", [False, True])
@pytest.mark.parametrize("people", [*range(8, 17), 20])
def test_what_is_shown_leaves_three_numbers_of_every_part_and_two_of_every_answer(people: int, splits: bool) -> None:
    assert telling(seen(people, by_table, splits=splits)) == set()


@pytest.mark.parametrize("splits", [False, True])
@pytest.mark.parametrize("people", range(9, 15))
def test_a_recipient_who_answered_is_left_as_much_of_the_others(people: int, splits: bool) -> None:
    def rule(chosen: Steps, *, splits: bool) -> FavourableCount | Split:
        return count_table(people, word_of(chosen), splits=splits, known=1).shown(parts_of(chosen))

    found = seen(people, rule, splits=splits)
    for step in range(5):
        assert telling({shown: mine for shown, alike in found.items() if (mine := others(alike, step))}) == set()


@pytest.mark.parametrize("splits", [False, True])
@pytest.mark.parametrize("people", [*range(8, 17), 20])
def test_no_colleague_is_told_exactly_what_the_others_answered(people: int, splits: bool) -> None:
    """Two numbers of unfavourable and of neutral answers are possible for somebody who takes their own away."""
    for (_, shown), alike in seen(people, by_table, splits=splits).items():
        if isinstance(shown, Split):
            continue
        for own in range(5):
            parts = [parts_of(each) for each in others(alike, own)]
            assert not parts or min(len({p.unfavourable for p in parts}), len({p.neutral for p in parts})) >= 2


def test_what_leaves_enough_for_others_would_not_for_a_recipient() -> None:
    found = seen(9, by_table, splits=False)
    assert any(
        telling({shown: mine for shown, alike in found.items() if (mine := others(alike, step))}) for step in range(5)
    )


def test_without_the_table_word_and_count_would_tell() -> None:
    assert telling(seen(9, untabled, splits=False)) == TELLS_OF_NINE
    assert len(telling(seen(12, untabled, splits=True))) >= 12


@pytest.mark.parametrize("splits", [False, True])
@pytest.mark.parametrize("people", range(8, 17))
def test_what_is_shown_is_true_and_never_lone_or_unanimous(people: int, splits: bool) -> None:
    for (_, shown), alike in seen(people, by_table, splits=splits).items():
        if isinstance(shown, Split):
            assert {parts_of(each) for each in alike} == {shown}
            assert min(shown.unfavourable, shown.neutral, shown.favourable) >= 2
        else:
            assert {parts_of(each).favourable for each in alike} == set(range(shown.low, shown.high + 1))
            assert shown.high <= shown.low + 2
            assert not shown.exact or 3 <= shown.low <= people - 3


@pytest.mark.parametrize("people", range(8, 17))
def test_no_more_is_joined_than_has_to_be(people: int) -> None:
    """Of counts joined between the ends, one by itself at least would tell."""
    alone = telling(seen(people, untabled, splits=False))
    for word in ItemWord:
        for count in count_table(people, word, splits=False).counts:
            if not count.exact and count.low > 0 and count.high < people:
                assert any((word, vague(each, people)) in alone for each in range(count.low, count.high + 1))


def test_most_splits_are_shown() -> None:
    for people in range(10, 17):
        both = [seen(people, rule, splits=True) for rule in (by_table, untabled)]
        shown, sound = (sum(isinstance(split, Split) for _, split in found) for found in both)
        assert shown >= 0.8 * sound


@pytest.mark.parametrize("people", [5, 7])
def test_of_fewer_than_eight_no_count_is_shown(people: int) -> None:
    with pytest.raises(ValueError, match="no count can be shown"):
        count_table(people, ItemWord.MIXED, splits=False)


def test_answers_that_cannot_have_the_word_are_refused() -> None:
    with pytest.raises(ValueError, match="Split"):
        count_table(8, ItemWord.STRENGTH, splits=False).shown(Split(8, 0, 0))
