"""What a council publishes gives nobody away, and what would give somebody away is found."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from teamhealth.publication.consistency import problems
from tests.adversary.attack import findings
from tests.adversary.comparisons import comparison_findings
from tests.adversary.councils import Council, Mood, TeamPlan, council, councils, ordinary_plans
from tests.adversary.leaks import LEAKS, Leak
from tests.adversary.publishing import published, published_in_rounds, published_with_late_team


@pytest.mark.timeout(600)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(councils(), st.integers(0, 2**32))
def test_nothing_that_a_council_publishes_gives_anybody_away(one: Council, seed: int) -> None:
    case = published(one)
    assert problems(case.told[0].publication) == ()
    assert findings(case, random.Random(seed), colleagues=2) == []


@pytest.mark.parametrize("seed", range(3))
def test_an_ordinary_council_gives_nobody_away_in_any_round(seed: int) -> None:
    rng = random.Random(seed)
    cases = published_in_rounds(ordinary_plans(rng, 3, 12), seed, rounds=3)
    for case in cases:
        assert findings(case, rng, colleagues=2) == []
    publications = [told.publication for case in cases for told in case.told]
    assert any(result.change for team in publications[-1].teams for result in team.domains)
    assert list(comparison_findings(publications)) == []


def test_a_late_team_gives_nobody_away() -> None:
    plans = [[TeamPlan(9, 8, Mood.ORDINARY)] * 5 + [TeamPlan(4, 3, Mood.ORDINARY)] * 2, [TeamPlan(7, 6, Mood.CAMPS)]]
    case = published_with_late_team(council(plans, 2), late=1)
    assert [problems(told.publication) for told in case.told] == [(), ()]
    assert findings(case, random.Random(1), colleagues=2) == []


@pytest.mark.parametrize("leak", LEAKS, ids=[leak.name for leak in LEAKS])
def test_a_planted_leak_is_found(leak: Leak) -> None:
    found = findings(leak.case(), random.Random(1), colleagues=3)
    assert leak.kind in {each.kind for each in found}


@pytest.mark.parametrize("leak", LEAKS, ids=[leak.name for leak in LEAKS])
def test_without_the_leak_the_same_answers_give_nobody_away(leak: Leak) -> None:
    planted = leak.case()
    case = published(Council(planted.survey, tuple(planted.responses)))
    assert findings(case, random.Random(1), colleagues=3) == []
