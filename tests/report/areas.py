"""Councils of several teams for the tests of reports: ordinary ones, with another round, and silly ones."""

import random
from functools import cache

from teamhealth.publication.types import Publication
from tests.adversary.councils import Mood, TeamPlan, ordinary_plans
from tests.adversary.publishing import published_in_rounds


@cache
def rounds(services: int, teams: int, count: int = 1, mood: Mood | None = None) -> tuple[Publication, ...]:
    """Return the publications of an invented council, the first round first."""
    plans = ordinary_plans(random.Random(7), services, teams)
    if mood is not None:
        plans = [[TeamPlan(each.headcount, each.answered, mood) for each in mine] for mine in plans]
    return tuple(case.told[0].publication for case in published_in_rounds(plans, 7, count))


@cache
def all_hidden() -> Publication:
    """Return a council of which no team is shown."""
    plans = [[TeamPlan(4, 3, Mood.ORDINARY), TeamPlan(4, 2, Mood.ORDINARY)]]
    return published_in_rounds(plans, 1, 1)[0].told[0].publication
