"""What is left of each sum that is not printed once all files of all rounds are set against each other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tests.differencing.documents import all_documents
from tests.differencing.printed import Finding, Read, count_of, read_all, score_of, steps_of
from tests.differencing.rounds import Told
from tests.differencing.solver import Bounds, Fact, Solver, Unknown

STEPS = 4
HIDDEN_SUM = "hidden sum"
NOT_SO = "print that the answers do not bear out"


@dataclass(frozen=True, slots=True)
class Left:
    """How far a sum can lie by its team's own figures, and how far once everything is known."""

    where: str
    alone: int
    everything: int

    @property
    def kept(self) -> float:
        """The share of its range that it keeps."""
        return self.everything / self.alone if self.alone else 1.0


def findings(told: Sequence[Told]) -> list[Finding]:
    """Return all that files tell and may not."""
    read = read_all(all_documents(told), told)
    truth = _truth(told)
    wrong = [
        each for each in read.facts if not each.low <= sum(truth[n] * v for n, v in each.terms.items()) <= each.high
    ]
    return [
        *read.findings,
        *(Finding(NOT_SO, each.source) for each in wrong),
        *(
            Finding(HIDDEN_SUM, f"{each.where}: {each.everything} of {each.alone} is left")
            for each in ([] if wrong else ranges(told, read))
            if 2 * each.everything < each.alone
        ),
    ]


def ranges(told: Sequence[Told], read: Read) -> Iterator[Left]:
    """Yield what is left of every sum that is not printed."""
    answers = _answers(told)
    items = _items(told)
    shown = {(one.round, team.name, each.item) for one in told for team in one.publication.teams for each in team.items
             if each.answered is not None}  # fmt: skip
    scored = {(one.round, team.name) for one in told for team in one.publication.teams
              if any(each.score is not None for each in team.domains)}  # fmt: skip
    known, alone = _Solvers(*_system(told, read.facts)), _Solvers(*_system(told, read.own))
    for (place, team), people in answers.items():
        wanted = [] if (place, team) in scored else [score_of(place, team)]
        wanted += [count_of(place, team, item) for item in items if (place, team, item) not in shown]
        for each in wanted if people else ():
            before, after = alone.range(each), known.range(each)
            yield Left(" ".join(each), before[1] - before[0], after[1] - after[0])


class _Solvers:
    """One solver for all unknown numbers that have to do with each other, made when it is asked for."""

    def __init__(self, bounds: Bounds, facts: Sequence[Fact]) -> None:
        self._bounds, self._above = bounds, {each: each for each in bounds}
        for fact in facts:
            first, *more = fact.terms
            for each in more:
                self._above[self._root(each)] = self._root(first)
        self._facts: dict[Unknown, list[Fact]] = {}
        for fact in facts:
            self._facts.setdefault(self._root(next(iter(fact.terms))), []).append(fact)
        self._made: dict[Unknown, Solver] = {}

    def range(self, unknown: Unknown) -> tuple[int, int]:
        """Return the least and the most that a number can be."""
        root = self._root(unknown)
        if root not in self._made:
            mine = {each: ends for each, ends in self._bounds.items() if self._root(each) == root}
            self._made[root] = Solver(mine, self._facts.get(root, ()))
        return self._made[root].range(unknown)

    def _root(self, unknown: Unknown) -> Unknown:
        while self._above[unknown] != unknown:
            unknown = self._above[unknown]
        return unknown


def _system(told: Sequence[Told], facts: Sequence[Fact]) -> tuple[Bounds, list[Fact]]:
    """Return all unknown numbers with what they are by themselves, and the facts with what holds of any answers."""
    bounds: Bounds = {}
    whole = list(facts)
    items = _items(told)
    for (place, team), people in _answers(told).items():
        bounds[score_of(place, team)] = (0, STEPS * people * len(items))
        parts: dict[Unknown, int] = {score_of(place, team): -1}
        for item in items:
            steps, count = steps_of(place, team, item), count_of(place, team, item)
            bounds |= {steps: (0, STEPS * people), count: (0, people)}
            parts[steps] = 1
            # A favourable answer is three steps or four, any other two at most.
            whole.append(Fact("favourable", {steps: 1, count: -3}, 0, STEPS * people))
            whole.append(Fact("others", {steps: 1, count: -2}, -2 * people, 2 * people))
        whole.append(Fact("sum", parts, 0, 0))
    return bounds, whole


def _value(fact: Fact, numbers: Mapping[Unknown, int]) -> int:
    return sum(size * numbers[each] for each, size in fact.terms.items())


def _answers(told: Sequence[Told]) -> dict[tuple[int, str], int]:
    return {(one.round, team): len(people) for one in told for team, people in one.steps.items()}


def _items(told: Sequence[Told]) -> list[str]:
    return [item.id for item in told[0].publication.survey.questionnaires[0].items]


def _truth(told: Sequence[Told]) -> dict[Unknown, int]:
    found: dict[Unknown, int] = {}
    for one in told:
        for team, people in one.steps.items():
            found[score_of(one.round, team)] = sum(map(sum, people))
            for place, item in enumerate(_items(told)):
                found[steps_of(one.round, team, item)] = sum(person[place] for person in people)
                found[count_of(one.round, team, item)] = sum(person[place] >= STEPS - 1 for person in people)
    return found
