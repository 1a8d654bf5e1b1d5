"""The solver finds what trying every number finds."""

import random
from itertools import product

from tests.differencing.solver import Fact, Solver, Unknown


def test_ranges_are_those_that_trying_everything_finds() -> None:
    rng = random.Random(7)
    names: list[Unknown] = [(each,) for each in "abcd"]
    compared = 0
    for _ in range(150):
        bounds = {each: (0, rng.randint(2, 6)) for each in names}
        truth = {each: rng.randint(*bounds[each]) for each in names}
        facts = []
        for _ in range(rng.randint(1, 4)):
            terms = {each: rng.choice((-2, -1, 1, 1, 2, 3)) for each in rng.sample(names, rng.randint(1, 4))}
            value = sum(size * truth[each] for each, size in terms.items())
            facts.append(Fact("", terms, value - rng.randint(0, 2), value + rng.randint(0, 2)))
        tried = (dict(zip(names, each, strict=True)) for each in product(*(range(bounds[n][1] + 1) for n in names)))
        left = [each for each in tried if all(_holds(fact, each) for fact in facts)]
        solver = Solver(bounds, facts)
        for name in names:
            values = [each[name] for each in left]
            assert solver.range(name) == (min(values), max(values))
            compared += 1
    assert compared == 600


def _holds(fact: Fact, numbers: dict[Unknown, int]) -> bool:
    return fact.low <= sum(size * numbers[each] for each, size in fact.terms.items()) <= fact.high
