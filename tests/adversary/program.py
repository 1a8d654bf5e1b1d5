"""Linear and integer programs over unknown answers, solved by HiGHS."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from tests.adversary.unknowns import Group

STEPS = 5
SLACK = 1e-6
Key = tuple[str, str, int]
Coefficients = Mapping[tuple[Key, int], float]


@dataclass(frozen=True, slots=True)
class Fact:
    """Something printed: a weighted sum of unknown counts, by group and step, lies between ``low`` and ``high``."""

    source: str
    terms: Coefficients
    low: float
    high: float


def key(group: Group) -> Key:
    """Return what names a group of answers: team, item, and items taken."""
    return group.team, group.item, group.taken


class Program:
    """All tables of answers that agree with a set of facts."""

    def __init__(self, groups: Sequence[Group], facts: Sequence[Fact]) -> None:
        self.groups = [group for group in groups if group.people]
        self._place = {key(group): STEPS * number for number, group in enumerate(self.groups)}
        rows = [
            ({(key(group), step): 1.0 for step in range(STEPS)}, float(group.people), float(group.people))
            for group in self.groups
        ]
        rows += [(dict(fact.terms), fact.low, fact.high) for fact in facts]
        data, across, down = [], [], []
        for number, (terms, _, _) in enumerate(rows):
            for (name, step), value in terms.items():
                if name in self._place:
                    data.append(value)
                    across.append(self._place[name] + step)
                    down.append(number)
        shape = (len(rows), STEPS * len(self.groups))
        self._rows = csr_array((data, (down, across)), shape=shape)
        self._low = np.array([low for _, low, _ in rows]) - SLACK
        self._high = np.array([high for _, _, high in rows]) + SLACK
        self._most = np.repeat([float(group.people) for group in self.groups], STEPS)

    def least(self, terms: Coefficients, *, whole: bool = False) -> float:
        """Return the least that a weighted sum can be; with ``whole`` for whole people only.

        Raises
        ------
        ValueError
            If nothing agrees with the facts, or no answer was found in time.
        """
        value, _ = self._solve(terms, whole)
        return value

    def most(self, terms: Coefficients, *, whole: bool = False) -> float:
        """Return the most that a weighted sum can be; as ``least``."""
        return -self.least({place: -value for place, value in terms.items()}, whole=whole)

    def table(self, terms: Coefficients) -> Mapping[tuple[Key, int], int]:
        """Return a table of whole people with the least of a weighted sum."""
        _, found = self._solve(terms, whole=True)
        return {
            (key(group), step): round(found[self._place[key(group)] + step])
            for group in self.groups
            for step in range(STEPS)
        }

    def _solve(self, terms: Coefficients, whole: bool) -> tuple[float, "np.ndarray[tuple[int], np.dtype[np.float64]]"]:
        aim = np.zeros(STEPS * len(self.groups))
        for (name, step), value in terms.items():
            if name in self._place:
                aim[self._place[name] + step] = value
        found = milp(
            aim,
            integrality=np.full(len(aim), int(whole)),
            bounds=Bounds(np.zeros(len(aim)), self._most),
            constraints=LinearConstraint(self._rows, self._low, self._high),
            options={"time_limit": 60.0},
        )
        if found.x is None:
            raise ValueError(found.message)
        # Stopped by time, the bound is what is proven: nothing lies below it.
        return float(found.mip_dual_bound if whole and found.status == 1 else found.fun), found.x
