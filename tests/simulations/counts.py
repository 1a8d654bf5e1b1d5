"""How many unfavourable answers stay possible behind a count once its theme's score and agreement are known too.

Exact, by going through all that people could have answered: of everything that fits an item's word and count, the most
alike and the least alike answers of each sum are kept, and those of a theme's items are put together sum by sum.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction
from itertools import combinations_with_replacement

import numpy as np
from numpy.typing import NDArray

from teamhealth.disclosure.words import ALIKE_UP_TO, item_word
from teamhealth.publication.caps import shown_score
from teamhealth.publication.item_counts import FEWEST_POSSIBLE, count_table
from teamhealth.publication.short_themes import FEWEST_WITH_COUNTS, agreement_told
from teamhealth.publication.types import FavourableCount, ItemResult, ItemWord, Split
from teamhealth.survey.policy import SPLITS_FROM
from tests.simulations.staff import climate, draw_factor, draw_items

Whole = NDArray[np.int64]
Steps = tuple[int, ...]
Shown = tuple[ItemWord, FavourableCount | Split | None]
# Distances from the mean, each times the number of answers: more than any theme can have.
_NEVER = 10**9
_STEPS = 5
_TEAMS = 1_500


class Knows(Enum):
    """Who reads: somebody who did not answer, a colleague who did, or one who did and receives the report."""

    NOTHING = "nobody's answers"
    OWN = "a colleague's own"
    OWN_AS_RECIPIENT = "a recipient's own"


@dataclass(frozen=True, slots=True)
class Left:
    """Of so many counts how many leave fewer than three numbers of unfavourable answers, and how many only one.

    ``by_count`` is how many leave fewer than three by word and count alone, and ``by_count_exactly`` only one.
    """

    counts: int = 0
    few: int = 0
    exactly: int = 0
    by_count: int = 0
    by_count_exactly: int = 0

    def __add__(self, other: "Left") -> "Left":
        return Left(
            self.counts + other.counts,
            self.few + other.few,
            self.exactly + other.exactly,
            self.by_count + other.by_count,
            self.by_count_exactly + other.by_count_exactly,
        )


@dataclass(frozen=True, slots=True)
class _Cell:
    """All answers that look the same: by sum of steps the least and the largest distance from the mean."""

    low: dict[int, Whole]
    high: dict[int, Whole]


@dataclass(slots=True)
class _Items:
    """All that so many people can answer to one item, and how it looks."""

    people: int
    recipients: int
    counted: bool
    looks: dict[Steps, Shown] = field(default_factory=dict)
    alike: dict[Shown, list[Steps]] = field(default_factory=lambda: defaultdict(list))
    cells: dict[tuple[Shown, int | None], _Cell] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for chosen in combinations_with_replacement(range(_STEPS), self.people):
            many = tuple(chosen.count(step) for step in range(_STEPS))
            word = item_word(Fraction(25 * sum(chosen), self.people))
            shown: Shown = word, None
            if self.counted:
                split = self.people >= SPLITS_FROM + self.recipients
                table = count_table(self.people, word, splits=split, known=self.recipients)
                shown = word, table.shown(Split(many[0] + many[1], many[2], many[3] + many[4]))
            self.looks[many] = shown
            self.alike[shown].append(many)

    def cell(self, shown: Shown, own: int | None) -> _Cell:
        """Return what looks so, for somebody who chose the step ``own``."""
        found = self.cells.get((shown, own))
        if found is None:
            found = self.cells[shown, own] = self._cell(
                [each for each in self.alike[shown] if own is None or each[own]]
            )
        return found

    def _cell(self, alike: Sequence[Steps]) -> _Cell:
        sums = (_STEPS - 1) * self.people + 1
        low: dict[int, Whole] = defaultdict(lambda: np.full(sums, _NEVER, dtype=np.int64))
        high: dict[int, Whole] = defaultdict(lambda: np.full(sums, _NEVER, dtype=np.int64))
        for many in alike:
            steps = sum(step * count for step, count in enumerate(many))
            far = sum(count * abs(step * self.people - steps) for step, count in enumerate(many))
            unfavourable = many[0] + many[1]
            low[unfavourable][steps] = min(low[unfavourable][steps], far)
            # Turned round, so that the largest is the least too.
            high[unfavourable][steps] = min(high[unfavourable][steps], -far)
        return _Cell(low, high)


def simulate(
    people: int,
    teams: int,
    items: int,
    *,
    agreement: bool,
    counted: bool = True,
    knows: Knows = Knows.NOTHING,
    seed: int = 1,
) -> Left:
    """Return what score and counts leave of a theme of so many items; ``agreement``: if that were told besides.

    ``counted`` says whether its items show counts, else words only.
    """
    random = np.random.default_rng(seed)
    recipients = int(knows is Knows.OWN_AS_RECIPIENT)
    possible = _Items(people, recipients, counted)
    found = Left()
    for _ in range(teams):
        where = climate(float(random.choice((35, 45, 55, 65, 75))), float(random.choice((12, 18, 24))))
        steps = draw_items(random, draw_factor(random, people)[:, 0], where, items)
        own = None if knows is Knows.NOTHING else [int(each) for each in steps[random.integers(people)]]
        found += _left(possible, steps, own, agreement=agreement)
    return found


def _left(possible: _Items, steps: NDArray[np.intp], own: Sequence[int] | None, *, agreement: bool) -> Left:
    people, items = steps.shape
    answers = [tuple(int(each) for each in np.bincount(steps[:, item], minlength=_STEPS)) for item in range(items)]
    shown = [possible.looks[each] for each in answers]
    cells = [possible.cell(each, own[item] if own else None) for item, each in enumerate(shown)]
    score = shown_score(Fraction(25 * int(steps.sum()), people * items))
    sums = [each for each in range(4 * people * items + 1) if shown_score(Fraction(25 * each, people * items)) == score]
    limit = people * people * items * ALIKE_UP_TO.numerator // ALIKE_UP_TO.denominator
    far = int(np.abs(people * steps - steps.sum(axis=0)).sum())
    most = (limit if far <= limit else -limit - 1) if agreement else _NEVER - 1
    parts = [cell.high if agreement and far > limit else cell.low for cell in cells]
    rest = _all_but_one([np.min(list(part.values()), axis=0) for part in parts])
    found = Left()
    for each, part, others in zip(shown, parts, rest, strict=True):
        if not isinstance(each[1], Split):
            fitting = sum(bool(_together(others, mine)[sums[0] : sums[-1] + 1].min() <= most) for mine in part.values())
            few, before = FEWEST_POSSIBLE, len(part)
            found += Left(1, int(fitting < few), int(fitting == 1), int(before < few), int(before == 1))
    return found


def _together(one: Whole, other: Whole) -> Whole:
    """Return the least of two parts for each sum of both."""
    found = np.full(len(one) + len(other) - 1, _NEVER, dtype=np.int64)
    for place in np.flatnonzero(other < _NEVER):
        # What cannot be stays so, whatever is taken away from it.
        added = np.where(one < _NEVER, one + other[place], _NEVER)
        np.minimum(found[place : place + len(one)], added, out=found[place : place + len(one)])
    return found


def _all_but_one(parts: Sequence[Whole]) -> list[Whole]:
    before = [np.zeros(1, dtype=np.int64)]
    for part in parts[:-1]:
        before.append(_together(before[-1], part))
    after = [np.zeros(1, dtype=np.int64)]
    for part in reversed(parts[1:]):
        after.append(_together(after[-1], part))
    return [_together(one, other) for one, other in zip(before, reversed(after), strict=True)]


def tells_agreement(items: int, people: int) -> bool:
    """Return whether it is told of a theme of so many items that all of so many people answered."""
    return agreement_told([ItemResult(str(each), ItemWord.MIXED, people) for each in range(items)])


def report() -> Iterator[str]:
    """Yield a line for each number of questions and answers: what the score leaves, and what agreement would leave."""
    for people in range(8, 15):
        words = simulate(people, _TEAMS, FEWEST_WITH_COUNTS - 1, agreement=False, counted=False)
        yield f"3 questions in words only, {people} answers: {words.few} of {words.counts}, {words.exactly} exactly"
    for knows in Knows:
        yield f"Known: {knows.value}; fewer than three numbers, and one only"
        for items in range(3, 9):
            for people in range(8 + int(knows is Knows.OWN_AS_RECIPIENT), 15):
                score, both = (
                    simulate(people, _TEAMS, items, agreement=agreement, knows=knows) for agreement in (False, True)
                )
                told = "told" if tells_agreement(items, people) else "not told"
                yield (
                    f"{items} questions, {people} answers: of {score.counts} counts {score.by_count} and "
                    f"{score.by_count_exactly} alone, {score.few} and {score.exactly} with the score, "
                    f"{both.few} and {both.exactly} with agreement, which is {told}"
                )
