"""Whoever knows the rules tries every answer: which rows stand, and which do not, narrows no hidden team too far."""

import random
from collections.abc import Sequence
from fractions import Fraction
from itertools import product

import pytest

from teamhealth.disclosure.audit import coarsest_step
from teamhealth.disclosure.hidden import HiddenCell
from teamhealth.disclosure.other_teams import rows_of
from teamhealth.disclosure.others import could_stand
from teamhealth.publication.types import Atom
from teamhealth.survey.ids import ServiceId

THRESHOLD = 5
ITEMS = 4
# Whoever answers all of them scores in steps of this; the audit reckons with those who skip some.
PACE = Fraction(25, ITEMS)
STEPS = {"morale": coarsest_step(ITEMS)}
SERVICES = tuple(ServiceId(f"{number:032x}") for number in (1, 2, 3))
# How many answered in each hidden team of each service.
COUNCILS = ([[4, 3], [4]], [[3, 3], [4]], [[4, 3], [1]], [[4, 4], [2, 1]], [[3, 2], [4]], [[4, 4], [3]])


def rows(sizes: Sequence[Sequence[int]], totals: Sequence[Fraction]) -> tuple[Atom, ...]:
    """Return what is printed where each service's hidden teams have a sum, which is all that the rules look at."""
    services = []
    for service, people, total in zip(SERVICES, sizes, totals, strict=False):
        left, cells = total, []
        for each in people:
            mine = min(left, Fraction(100 * each))
            left -= mine
            cells.append(HiddenCell(each, mine, 4, 0, True))
        services.append((service, {"morale": cells}))
    return rows_of(services, THRESHOLD, STEPS)


def kept(people: int, others: int, totals: Sequence[Fraction]) -> Fraction:
    """Return the share of its range that a team keeps where its service's sum is one of these."""
    lows = [max(Fraction(0), total - 100 * others) for total in totals]
    highs = [min(Fraction(100 * people), total) for total in totals]
    return (max(highs) - min(lows)) / (100 * people)


@pytest.mark.parametrize("sizes", COUNCILS, ids=str)
def test_no_pattern_of_rows_leaves_a_hidden_team_less_than_half_of_its_range(sizes: list[list[int]]) -> None:
    groups: dict[tuple[Atom, ...], list[tuple[Fraction, ...]]] = {}
    ranges = [[PACE * number for number in range(4 * ITEMS * sum(mine) + 1)] for mine in sizes]
    for totals in product(*ranges):
        groups.setdefault(rows(sizes, totals), []).append(totals)
    assert len(groups) > 2
    for printed, consistent in groups.items():
        for place, mine in enumerate(sizes):
            sums = [totals[place] for totals in consistent]
            for people in mine:
                left = kept(people, sum(mine) - people, sums)
                # Scores come in steps: two at most are out of reach at an end.
                assert left + 2 * PACE / (100 * people) >= Fraction(1, 2), (printed, people, float(left))


def test_which_services_are_carried_up_does_not_depend_on_what_was_answered() -> None:
    drawn = random.Random(4)
    for _ in range(300):
        sizes = [[drawn.randint(1, 4) for _ in range(drawn.randint(1, 3))] for _ in range(2)]
        weights = {
            atom.scores[0].weight
            for _ in range(6)
            for atom in rows(sizes, [PACE * drawn.randint(0, 16 * sum(mine)) for mine in sizes])
            if atom.service is None
        }
        assert len(weights) <= 1


def test_numbers_that_could_stand_are_told_from_those_that_never_could() -> None:
    def cells(*people: int) -> dict[str, list[HiddenCell]]:
        return {"morale": [HiddenCell(each, Fraction(0), 4, 0, True) for each in people]}

    assert could_stand(cells(4, 3), THRESHOLD, STEPS)
    assert not could_stand(cells(4, 1), THRESHOLD, STEPS)
    assert not could_stand(cells(4), THRESHOLD, STEPS)
    assert not could_stand(cells(2, 2), THRESHOLD, STEPS)
