"""Which counts may stand beside an item's word: one table for every number of answers, which looks at none of them.

A word says where the mean lies, so beside an exact count it can tell what no count may: of nine answers with three
favourable, a strength would leave none that is unfavourable. Neighbouring counts are therefore joined ('3 or 4') until
enough stays open, and a split is left out where leaving out others would tell them. Whether this is done depends on
the number of answers, the word, and how many of those who receive the report answered. Done by the answers it would
tell of them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations_with_replacement

from teamhealth.publication.item_words import MOST_STEPS, steps_by_word
from teamhealth.publication.results import FavourableCount, Split
from teamhealth.publication.values import ItemWord
from teamhealth.survey.policy import SHARES_FROM

MOST_VAGUE = 2
SMALLEST_PART = 2
FEWEST_POSSIBLE = 3
FEWEST_FOR_COLLEAGUES = 2
_NEUTRAL_STEPS = 2


@dataclass(frozen=True, slots=True)
class CountTable:
    """What is shown of an item by what was answered.

    ``counts`` are the numbers of favourable answers told apart, from the fewest up; ``splits`` those splits that are
    shown instead.
    """

    counts: tuple[FavourableCount, ...]
    splits: frozenset[Split]

    def shown(self, split: Split) -> FavourableCount | Split:
        """Return what is shown of these answers; ValueError if the word cannot be theirs."""
        if split in self.splits:
            return split
        for count in self.counts:
            if count.low <= split.favourable <= count.high:
                return count
        raise ValueError(split)


@cache
def count_table(answers: int, word: ItemWord, *, splits: bool, known: int = 0) -> CountTable:
    """Return what is shown of so many answers with this word.

    Of all answers that look the same, three numbers or more stay possible of the unfavourable and of the neutral ones,
    and two or more of each single answer, for somebody too who knows some of them. For a colleague, who knows one, two
    numbers or more stay possible of the others' unfavourable and neutral ones. 0, 1 and 2 favourable ones are never
    told apart, nor are all, all but one and all but two.

    Parameters
    ----------
    answers : int
    word : ItemWord
    splits : bool
        Whether they are enough for a split.
    known : int
        How many of them those know who will receive the report, for they are their own.

    Raises
    ------
    ValueError
        If too few answered for any count.
    """
    if answers < SHARES_FROM:
        raise ValueError("no count can be shown")
    knowing = _knowing(known)
    possible = tuple(_possible(answers, word))
    split = {
        each
        for each in possible
        if splits
        and each.smallest >= SMALLEST_PART + known
        and all(_answers_open([each], mine) for mine in knowing.recipients)
    }
    groups = []
    for counts in _base(answers, known):
        group = [each for each in possible if each.favourable in counts]
        while not _open(left := [each for each in group if each not in split], knowing):
            told = [each for each in group if each in split]
            if not told:
                break
            fewest = min(min(each.unfavourable, each.neutral) for each in told)
            split -= {each for each in told if min(each.unfavourable, each.neutral) == fewest}
        groups.append(left)
    joined = _joined([group for group in groups if group], knowing, upwards=word is ItemWord.STRENGTH)
    return CountTable(
        tuple(_count(group) for group in joined),
        frozenset(Split(each.unfavourable, each.neutral, each.favourable) for each in split),
    )


# Of each of the five answers how many somebody knows, from the least healthy.
_Own = tuple[int, int, int, int, int]
_Ends = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Knowing:
    """What those can have answered who read, know that, and could take it away.

    ``recipients`` are those who receive the report, or nobody; ``colleagues`` each of the others, unless recipients
    know as much.
    """

    recipients: tuple[_Own, ...]
    colleagues: tuple[_Own, ...]


@dataclass(frozen=True, slots=True)
class _Answers:
    """Answers by their three parts; the highest answers less the lowest ones are from ``least`` to ``most``."""

    unfavourable: int
    neutral: int
    favourable: int
    least: int
    most: int

    @property
    def smallest(self) -> int:
        return min(self.unfavourable, self.neutral, self.favourable)

    def ends(self, own: _Own) -> tuple[_Ends, _Ends] | None:
        """Return the fewest and the most lowest answers, and highest ones; None if what is known cannot be in it."""
        most_lowest, most_highest = self.unfavourable - own[1], self.favourable - own[3]
        lowest = max(own[0], own[4] - self.most), min(most_lowest, most_highest - self.least)
        highest = max(own[4], self.least + own[0]), min(most_highest, self.most + most_lowest)
        if lowest[0] > lowest[1] or highest[0] > highest[1] or self.neutral < own[2]:
            return None
        return lowest, highest


def _knowing(known: int) -> _Knowing:
    return _Knowing(tuple(_own_answers(known)), () if known else tuple(_own_answers(1)))


def _own_answers(known: int) -> Iterator[_Own]:
    """Yield every way in which so many people can have answered."""
    for chosen in combinations_with_replacement(range(5), known):
        yield (chosen.count(0), chosen.count(1), chosen.count(2), chosen.count(3), chosen.count(4))


def _possible(answers: int, word: ItemWord) -> Iterator[_Answers]:
    """Yield all that so many people can have answered if the word is this one."""
    steps = steps_by_word(answers, word)
    for favourable in range(answers + 1):
        for unfavourable in range(answers - favourable + 1):
            neutral = answers - favourable - unfavourable
            middle = unfavourable + _NEUTRAL_STEPS * neutral + (MOST_STEPS - 1) * favourable
            # Each highest answer is a step more, each lowest one less.
            each = _Answers(unfavourable, neutral, favourable, steps.start - middle, steps.stop - 1 - middle)
            if each.ends((0, 0, 0, 0, 0)) is not None:
                yield each


def _base(answers: int, known: int) -> Iterator[range]:
    vague = min(MOST_VAGUE + known, (answers - 1) // 2)
    yield range(vague + 1)
    for count in range(vague + 1, answers - vague):
        yield range(count, count + 1)
    yield range(answers - vague, answers + 1)


def _joined(groups: list[list[_Answers]], knowing: _Knowing, *, upwards: bool) -> list[list[_Answers]]:
    """Return the groups with each that tells too much joined to a neighbour, while there is one."""
    while len(groups) > 1:
        place = next((at for at, group in enumerate(groups) if not _open(group, knowing)), None)
        if place is None:
            break
        first = min(place if upwards else max(place - 1, 0), len(groups) - 2)
        groups[first : first + 2] = [groups[first] + groups[first + 1]]
    return groups


def _open(group: Sequence[_Answers], knowing: _Knowing) -> bool:
    """Return whether enough numbers are possible for each part and each answer, whatever of these is known."""
    return all(
        _parts_open(group, mine, FEWEST_POSSIBLE) and _answers_open(group, mine) for mine in knowing.recipients
    ) and all(_parts_open(group, mine, FEWEST_FOR_COLLEAGUES) for mine in knowing.colleagues)


def _parts_open(group: Sequence[_Answers], mine: _Own, fewest: int) -> bool:
    fitting = [each for each in group if each.ends(mine) is not None]
    unfavourable = {each.unfavourable for each in fitting}
    neutral = {each.neutral for each in fitting}
    # What cannot be so tells nothing.
    return not fitting or min(len(unfavourable), len(neutral)) >= fewest


def _answers_open(group: Sequence[_Answers], mine: _Own) -> bool:
    """Return whether of each answer but the neutral one two numbers or more are possible."""
    found = [(each, ends) for each in group if (ends := each.ends(mine)) is not None]
    return not found or all(
        min(low for low, _ in ends) < max(high for _, high in ends)
        for ends in (
            [lowest for _, (lowest, _) in found],
            [_rest(each.unfavourable, lowest) for each, (lowest, _) in found],
            [_rest(each.favourable, highest) for each, (_, highest) in found],
            [highest for _, (_, highest) in found],
        )
    )


def _rest(part: int, ends: _Ends) -> _Ends:
    return part - ends[1], part - ends[0]


def _count(group: Iterable[_Answers]) -> FavourableCount:
    counts = [each.favourable for each in group]
    return FavourableCount(min(counts), max(counts))
