"""Workforce rates of one day, all taken together, are of no fewer than five people anywhere.

What a total is made of is found from outside: a part's leavers are counted anew, and whatever moves has it inside.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import combinations

import pytest

from teamhealth.survey import workforce_release
from teamhealth.survey.ids import ServiceId, TeamId
from teamhealth.survey.workforce import Part, Rate, WorkforceFigures, together
from teamhealth.survey.workforce_release import ServiceWorkforce, TeamWorkforce, shown_rates
from teamhealth.survey.workforce_why_not import WhyNot
from tests.differencing.span import within

FEWEST = 5
DAY = date(2026, 9, 30)
# A service and a team's place in it, -1 for people whom only the service's own count has.
Unit = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Service:
    """How many people each of a service's teams has, and how many only a count of the whole service has, if any."""

    teams: tuple[int, ...]
    besides: int | None


def test_no_rates_of_one_day_are_of_fewer_than_five_people() -> None:
    rng = random.Random(11)
    seen = 0
    for _ in range(250):
        council = [
            Service(tuple(rng.randint(1, 9) for _ in range(rng.randint(1, 3))), rng.choice((None, None, 0, 1, 4, 6)))
            for _ in range(rng.randint(1, 3))
        ]
        rows = totals(council)
        seen += len(rows)
        assert few(council, rows) == [], council
    assert seen > 500


def test_without_the_rule_few_people_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    council = [Service((10, 8, 4), None)]
    assert few(council, totals(council)) == []
    monkeypatch.setattr(workforce_release, "LEAST_PEOPLE", 4)
    assert few(council, totals(council))


def test_a_lone_small_team_put_into_its_services_total_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    council = [Service((10, 8, 4), 0)]
    assert few(council, totals(council)) == []

    def all_together(shown: list[Part], rest: Part | None, *_: object) -> workforce_release._Total:
        return workforce_release._Total(together([*shown, *([rest] if rest else [])]), None, WhyNot.NOT_GIVEN)

    monkeypatch.setattr(workforce_release, "_of_parts", all_together)
    assert few(council, totals(council)) == [((0, 2),)]


def few(council: Sequence[Service], rows: Sequence[dict[Unit, int]]) -> list[tuple[Unit, ...]]:
    """Return the groups of fewer than five people of whom some sum of shown rates is."""
    people = _people(council)
    units = [unit for unit, size in people.items() if size]
    return [
        group
        for size in (1, 2, 3, 4)
        for group in combinations(units, size)
        if sum(people[unit] for unit in group) < FEWEST and within(rows, set(group))
    ]


def totals(council: Sequence[Service]) -> list[dict[Unit, int]]:
    """Return of which parts each shown rate is: a team's, a service's, the council's."""
    people = _people(council)
    plain = _shown(council, dict.fromkeys(people, 1))
    inside: list[dict[Unit, int]] = [{} for _ in plain]
    for unit in people:
        moved = _shown(council, {**dict.fromkeys(people, 1), unit: 60})
        for row, before, after in zip(inside, plain, moved, strict=True):
            if before != after:
                row[unit] = 1
    return [row for row in inside if row]


def _people(council: Sequence[Service]) -> dict[Unit, int]:
    found = {}
    for place, service in enumerate(council):
        found.update({(place, number): size for number, size in enumerate(service.teams)})
        if service.besides is not None:
            found[place, -1] = service.besides
    return {unit: size for unit, size in found.items() if size}


def _shown(council: Sequence[Service], leavers: dict[Unit, int]) -> list[Decimal | None]:
    services = []
    for place, each in enumerate(council):
        mine = [leavers[place, number] for number in range(len(each.teams))]
        teams = tuple(
            TeamWorkforce(TeamId(f"{place} {number}"), f"Team {number}", _figures(size, mine[number]))
            for number, size in enumerate(each.teams)
        )
        whole = None
        if each.besides is not None:
            whole = _figures(sum(each.teams) + each.besides, sum(mine) + leavers.get((place, -1), 0))
        services.append(ServiceWorkforce(ServiceId(str(place)), f"Service {place}", len(teams), teams, whole))
    shown = shown_rates("Fernshire", services)
    every = [shown.council, *(each.service for each in shown.services), *(t for s in shown.services for t in s.teams)]
    return [each.rate(Rate.TURNOVER).value for each in every]


def _figures(people: int, leavers: int) -> WorkforceFigures:
    return replace(WorkforceFigures(DAY), people=people, in_post=Decimal(people), leavers=Decimal(leavers))
