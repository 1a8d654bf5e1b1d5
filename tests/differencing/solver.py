"""What whole numbers can be, exactly: bounds are drawn together, and halved where that does not settle it.

It knows nothing of the program and shares nothing with the adversary's linear programs: integers only, no tolerance.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

MOST_NODES = 4_000
# A team's number in one round, of what, of which question.
Unknown = tuple[str, ...]
Bounds = dict[Unknown, tuple[int, int]]


class TooLong(Exception):
    """It was not settled in as many steps as are allowed."""


class Impossible(Exception):
    """No numbers agree with all facts."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A weighted sum of unknown numbers lies from ``low`` to ``high``; ``source`` says where that is printed."""

    source: str
    terms: Mapping[Unknown, int]
    low: int
    high: int


class Solver:
    """All numbers within their bounds that agree with a set of facts."""

    def __init__(self, bounds: Mapping[Unknown, tuple[int, int]], facts: Iterable[Fact]) -> None:
        self._facts = [fact for fact in facts if fact.terms]
        self._of: dict[Unknown, list[Fact]] = {each: [] for each in bounds}
        for fact in self._facts:
            for each in fact.terms:
                self._of[each].append(fact)
        self._bounds = _drawn_together(dict(bounds), self._facts, self._of)

    def least(self, unknown: Unknown) -> int:
        """Return the least that a number can be.

        Raises
        ------
        TooLong
            If that is not found in time.
        """
        found = self._first(dict(self._bounds), unknown, [MOST_NODES], upwards=True)
        return found[unknown][0]

    def most(self, unknown: Unknown) -> int:
        """Return the most that a number can be; as ``least``."""
        found = self._first(dict(self._bounds), unknown, [MOST_NODES], upwards=False)
        return found[unknown][0]

    def range(self, unknown: Unknown) -> tuple[int, int]:
        """Return the least and the most; where that takes too long what no numbers can lie beyond."""
        low, high = self._bounds[unknown]
        try:
            low = self.least(unknown)
            high = self.most(unknown)
        except TooLong:
            pass
        return low, high

    def _first(self, bounds: Bounds, target: Unknown, nodes: list[int], *, upwards: bool) -> Bounds:
        """Return numbers with the first value of ``target``, counted upwards or downwards."""
        nodes[0] -= 1
        if nodes[0] < 0:
            raise TooLong
        low, high = bounds[target]
        chosen = target
        if low == high:
            open_ = [(high - low, each) for each, (low, high) in bounds.items() if high > low]
            if not open_:
                return bounds
            _, chosen = min(open_)
            low, high = bounds[chosen]
        middle = (low + high) // 2
        halves = [(low, middle), (middle + 1, high)]
        if chosen == target and not upwards:
            halves.reverse()
        for half in halves:
            tried = {**bounds, chosen: half}
            try:
                return self._first(_drawn_together(tried, self._of[chosen], self._of), target, nodes, upwards=upwards)
            except Impossible:
                continue
        raise Impossible


def _drawn_together(bounds: Bounds, begin: Sequence[Fact], of: Mapping[Unknown, Sequence[Fact]]) -> Bounds:
    """Draw each number's ends in as far as single facts, and what the others can be, demand."""
    waiting = list(begin)
    queued = {id(fact) for fact in waiting}
    while waiting:
        fact = waiting.pop()
        queued.discard(id(fact))
        least = sum(value * bounds[each][0 if value > 0 else 1] for each, value in fact.terms.items())
        most = sum(value * bounds[each][1 if value > 0 else 0] for each, value in fact.terms.items())
        if least > fact.high or most < fact.low:
            raise Impossible
        if least >= fact.low and most <= fact.high:
            continue
        for each, value in fact.terms.items():
            low, high = bounds[each]
            mine = (value * low, value * high) if value > 0 else (value * high, value * low)
            # What is left for this number once the others are at their ends.
            left = (fact.low - (most - mine[1]), fact.high - (least - mine[0]))
            first, last = (left[0], left[1]) if value > 0 else (-left[1], -left[0])
            size = abs(value)
            new = (max(low, -(-first // size)), min(high, last // size))
            if new[0] > new[1]:
                raise Impossible
            if new != (low, high):
                bounds[each] = new
                least += (value * new[0] if value > 0 else value * new[1]) - mine[0]
                most += (value * new[1] if value > 0 else value * new[0]) - mine[1]
                for other in of[each]:
                    if id(other) not in queued:
                        queued.add(id(other))
                        waiting.append(other)
    return bounds
