"""Which counts may stand beside an item's word: one table for every number of answers, which looks at none of them.

A word says where the mean lies, so beside an exact count it can tell what no count may: of nine answers with three
favourable, a strength would leave none that is unfavourable. Neighbouring counts are therefore joined ('3 or 4') until
enough stays open, and a split is left out where leaving out others would tell them. Whether this is done depends on
the number of answers and the word alone. Done by the answers it would tell of them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from teamhealth.publication.item_words import MOST_STEPS, steps_by_word
from teamhealth.publication.results import FavourableCount, Split
from teamhealth.publication.values import ItemWord
from teamhealth.survey.policy import SHARES_FROM

MOST_VAGUE = 2
SMALLEST_PART = 2
FEWEST_POSSIBLE = 3
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
def count_table(answers: int, word: ItemWord, *, splits: bool) -> CountTable:
    """Return what is shown of so many answers with this word; ``splits`` says whether they are enough for a split.

    Of all answers that look the same, three numbers or more stay possible of the unfavourable and of the neutral ones,
    and two or more of each single answer. 0, 1 and 2 favourable ones are never told apart, nor are all, all but one
    and all but two.

    Raises
    ------
    ValueError
        If too few answered for any count.
    """
    if answers < SHARES_FROM:
        raise ValueError("no count can be shown")
    possible = tuple(_possible(answers, word))
    split = {each for each in possible if splits and each.smallest >= SMALLEST_PART and _answers_open([each])}
    groups = []
    for counts in _base(answers):
        group = [each for each in possible if each.favourable in counts]
        while not _open(left := [each for each in group if each not in split]):
            told = [each for each in group if each in split]
            if not told:
                break
            fewest = min(min(each.unfavourable, each.neutral) for each in told)
            split -= {each for each in told if min(each.unfavourable, each.neutral) == fewest}
        groups.append(left)
    joined = _joined([group for group in groups if group], upwards=word is ItemWord.STRENGTH)
    return CountTable(
        tuple(_count(group) for group in joined),
        frozenset(Split(each.unfavourable, each.neutral, each.favourable) for each in split),
    )


@dataclass(frozen=True, slots=True)
class _Answers:
    """Answers by their three parts, with the fewest and the most that can lie at each end of the scale.

    ``lowest`` of the unfavourable ones are at the lowest step, ``highest`` of the favourable ones at the highest.
    """

    unfavourable: int
    neutral: int
    favourable: int
    lowest: tuple[int, int]
    highest: tuple[int, int]

    @property
    def smallest(self) -> int:
        return min(self.unfavourable, self.neutral, self.favourable)


def _possible(answers: int, word: ItemWord) -> Iterator[_Answers]:
    """Yield all that so many people can have answered if the word is this one."""
    steps = steps_by_word(answers, word)
    for favourable in range(answers + 1):
        for unfavourable in range(answers - favourable + 1):
            neutral = answers - favourable - unfavourable
            middle = unfavourable + _NEUTRAL_STEPS * neutral + (MOST_STEPS - 1) * favourable
            # Each highest answer is a step more, each lowest one less.
            least, most = steps.start - middle, steps.stop - 1 - middle
            if least <= favourable and most >= -unfavourable:
                yield _Answers(
                    unfavourable,
                    neutral,
                    favourable,
                    lowest=(max(0, -most), min(unfavourable, favourable - least)),
                    highest=(max(0, least), min(favourable, most + unfavourable)),
                )


def _base(answers: int) -> Iterator[range]:
    yield range(MOST_VAGUE + 1)
    for count in range(MOST_VAGUE + 1, answers - MOST_VAGUE):
        yield range(count, count + 1)
    yield range(answers - MOST_VAGUE, answers + 1)


def _joined(groups: list[list[_Answers]], *, upwards: bool) -> list[list[_Answers]]:
    """Return the groups with each that tells too much joined to a neighbour, where there is more to be."""
    while (place := next((at for at, group in enumerate(groups) if not _open(group)), None)) is not None:
        first = min(place if upwards else max(place - 1, 0), len(groups) - 2)
        groups[first : first + 2] = [groups[first] + groups[first + 1]]
    return groups


def _open(group: Sequence[_Answers]) -> bool:
    """Return whether enough numbers are possible for each part and each answer; of nothing there is nothing to tell."""
    if not group:
        return True
    unfavourable = {each.unfavourable for each in group}
    neutral = {each.neutral for each in group}
    return min(len(unfavourable), len(neutral)) >= FEWEST_POSSIBLE and _answers_open(group)


def _answers_open(group: Sequence[_Answers]) -> bool:
    """Return whether of each answer but the neutral one two numbers or more are possible."""
    return all(
        min(low for low, _ in ends) < max(high for _, high in ends)
        for ends in (
            [each.lowest for each in group],
            [_rest(each.unfavourable, each.lowest) for each in group],
            [_rest(each.favourable, each.highest) for each in group],
            [each.highest for each in group],
        )
    )


def _rest(part: int, ends: tuple[int, int]) -> tuple[int, int]:
    return part - ends[1], part - ends[0]


def _count(group: Iterable[_Answers]) -> FavourableCount:
    counts = [each.favourable for each in group]
    return FavourableCount(min(counts), max(counts))
