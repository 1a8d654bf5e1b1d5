"""All files of one round or two, set against each other, leave every hidden sum at least half of its range."""

import pytest
from hypothesis import HealthCheck, example, given, settings

from teamhealth.publication.consistency import problems
from tests.differencing.attack import findings
from tests.differencing.rounds import Plan, TeamThen, everything_told, plans


def ordinary(number: int, service: int, answered: int) -> TeamThen:
    return TeamThen(number, service, answered, answered, "ordinary")


TWO_SERVICES = (
    ordinary(1, 0, 9), ordinary(2, 0, 6), ordinary(3, 0, 4), ordinary(4, 0, 3), ordinary(5, 1, 8), ordinary(6, 1, 4),
    ordinary(7, 1, 4),
)  # fmt: skip
WITHOUT = tuple(each for each in TWO_SERVICES if each.number != 4)
GROWN = (*TWO_SERVICES[:3], ordinary(4, 0, 5), *TWO_SERVICES[4:])
MOVED = (*TWO_SERVICES[:3], ordinary(4, 1, 3), *TWO_SERVICES[4:])
MERGED = (TWO_SERVICES[0], ordinary(2, 0, 10), *TWO_SERVICES[3:])


@pytest.mark.timeout(600)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(plans())
@example(Plan((TWO_SERVICES,)))
@example(Plan((WITHOUT, TWO_SERVICES)))
@example(Plan((TWO_SERVICES, WITHOUT)))
@example(Plan((TWO_SERVICES, GROWN)))
@example(Plan((GROWN, TWO_SERVICES)))
@example(Plan((TWO_SERVICES, MOVED)))
@example(Plan((TWO_SERVICES, MERGED), merged=(2, (2, 3))))
@example(Plan((GROWN, TWO_SERVICES), late=4))
def test_no_files_of_one_round_or_two_give_a_hidden_figure_away(plan: Plan) -> None:
    told = everything_told(plan)
    assert [problems(each.publication) for each in told] == [()] * len(told)
    assert findings(told) == []
