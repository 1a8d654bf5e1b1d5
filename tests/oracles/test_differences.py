"""The stepwise test against R listing all splits."""

import numpy as np
import pytest

from teamhealth.analysis.differences import differences, largest_distance
from tests.oracles.r import answer, kept, table


@pytest.mark.parametrize("name", ["two-teams", "three-teams"])
def test_every_step_agrees_with_r(name: str) -> None:
    teams, scores = table(name)
    flagged = set()
    for team, domain, distance, p in kept(name):
        step = largest_distance(teams, scores, seed=1)
        assert step is not None
        assert (step.team, step.domain) == (int(team), int(domain) - 1)
        assert step.distance == pytest.approx(float(distance), abs=1e-8)
        assert step.p == pytest.approx(float(p), abs=1e-11)
        if step.p <= 0.05:
            flagged.add(step.domain)
            scores[:, step.domain] = np.nan
    found = differences(*table(name), seed=1)
    assert {gap.domain for gap in found if gap.flagged} == flagged


@pytest.mark.parametrize("name", ["two-teams", "three-teams"])
def test_the_kept_steps_are_what_r_says(name: str) -> None:
    assert answer("differences", name) == kept(name)
