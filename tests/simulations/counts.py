"""What a theme's score adds to word and count: how many unfavourable answers stay possible once it is known too."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import product

import numpy as np

from teamhealth.disclosure.words import item_word
from teamhealth.publication.caps import shown_score
from teamhealth.publication.item_counts import count_table
from teamhealth.publication.types import FavourableCount, ItemWord, Split
from tests.simulations.staff import ITEMS, climate, draw_factor, draw_steps

Shown = tuple[int, ItemWord, FavourableCount | Split]
# The fewest and the most steps of an item's answers, by the number of unfavourable ones.
Sums = Mapping[int, tuple[int, int]]


def simulate(people: int, teams: int, items: int = ITEMS, seed: int = 1) -> tuple[int, int]:
    """Return how many items without a split keep fewer than three numbers of unfavourable answers, and of how many."""
    random = np.random.default_rng(seed)
    told = shown = 0
    known: dict[Shown, Sums] = {}
    for _ in range(teams):
        where = climate(float(random.choice((35, 45, 55, 65, 75))), float(random.choice((12, 18, 24))))
        steps = draw_steps(random, draw_factor(random, people)[:, 0], where)
        for shared in _with_score(steps[:, :items], known):
            told += len(shared) < 3
            shown += 1
    return told, shown


def _with_score(steps: "np.ndarray[tuple[int, int], np.dtype[np.intp]]", known: dict[Shown, Sums]) -> list[set[int]]:
    people, items = steps.shape
    score = shown_score(Fraction(25 * int(steps.sum()), people * items))
    sums = [
        total for total in range(4 * people * items + 1) if shown_score(Fraction(25 * total, people * items)) == score
    ]
    cells = [_shown([int(each) for each in steps[:, item]]) for item in range(items)]
    possible = [known[cell] if cell in known else known.setdefault(cell, _sums(cell)) for cell in cells]
    least = sum(min(low for low, _ in each.values()) for each in possible)
    most = sum(max(high for _, high in each.values()) for each in possible)
    found = []
    for (_, _, shown), mine in zip(cells, possible, strict=True):
        if isinstance(shown, Split):
            continue
        others_least = least - min(low for low, _ in mine.values())
        others_most = most - max(high for _, high in mine.values())
        found.append(
            {
                unfavourable
                for unfavourable, (low, high) in mine.items()
                if low + others_least <= sums[-1] and high + others_most >= sums[0]
            }
        )
    return found


def _shown(answers: list[int]) -> Shown:
    word = item_word(Fraction(25 * sum(answers), len(answers)))
    parts = Split(sum(each < 2 for each in answers), answers.count(2), sum(each > 2 for each in answers))
    return len(answers), word, count_table(len(answers), word, splits=len(answers) >= 10).shown(parts)


def _sums(cell: Shown) -> Sums:
    people, word, shown = cell
    table = count_table(people, word, splits=people >= 10)
    found: dict[int, tuple[int, int]] = {}
    for unfavourable, favourable in product(range(people + 1), repeat=2):
        neutral = people - unfavourable - favourable
        if neutral < 0:
            continue
        middle = 2 * neutral + 3 * favourable
        every = range(middle, middle + favourable + unfavourable + 1)
        totals = [total for total in every if item_word(Fraction(25 * total, people)) is word]
        if totals and table.shown(Split(unfavourable, neutral, favourable)) == shown:
            low, high = found.get(unfavourable, (totals[0], totals[-1]))
            found[unfavourable] = (min(low, totals[0]), max(high, totals[-1]))
    return found


def report() -> Iterator[str]:
    """Yield a line for each number of answers."""
    for items in (3, ITEMS):
        for people in range(8, 13):
            told, shown = simulate(people, 4_000, items)
            yield f"{items} questions, {people} answers: {told} of {shown} counts"
