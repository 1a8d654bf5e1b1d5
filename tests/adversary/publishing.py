"""Publishing invented councils: once, with a team that comes late, and over several rounds."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from teamhealth.analysis.measures import measure
from teamhealth.analysis.scoring import score
from teamhealth.disclosure.late import release_late
from teamhealth.disclosure.release import release
from teamhealth.publication.types import Publication
from teamhealth.survey.response import Response
from teamhealth.survey.survey import Survey
from tests.adversary.case import Case, Told
from tests.adversary.councils import Council, TeamPlan, council

DAY = date(2026, 12, 7)


def publish(
    survey: Survey, responses: Sequence[Response], earlier: Sequence[Publication] = (), day: date = DAY
) -> Publication:
    """Return the publication of these answers."""
    scores = score(responses, survey)
    return release(measure(scores, survey), survey, (), day, scores=scores, earlier=earlier)


def published(one: Council) -> Case:
    """Publish a council once."""
    return Case(one.survey, (Told(publish(one.survey, one.responses), one.responses),))


def published_with_late_team(one: Council, late: int) -> Case:
    """Publish a council without the answers of one team, and this team afterwards by itself."""
    team = one.survey.teams[late].id
    before = [each for each in one.responses if each.team != team]
    after = [each for each in one.responses if each.team == team]
    first = publish(one.survey, before)
    measures = measure(score(after, one.survey), one.survey).team(team)
    second = release_late(measures, one.survey, (), DAY + timedelta(days=14), first)
    return Case(one.survey, (Told(first, before), Told(second, after)))


def published_in_rounds(plans: Sequence[Sequence[TeamPlan]], seed: int, rounds: int) -> list[Case]:
    """Publish the same teams in several rounds, of which every one knows the earlier ones."""
    cases: list[Case] = []
    rng = random.Random(seed)
    for number in range(rounds):
        varied = [[replace(plan, answered=_near(plan, rng)) for plan in service] for service in plans]
        one = council(varied, seed + number, round_number=number + 1)
        earlier = [told.publication for case in cases for told in case.told]
        day = DAY + timedelta(days=90 * number)
        cases.append(Case(one.survey, (Told(publish(one.survey, one.responses, earlier, day), one.responses),)))
    return cases


def _near(plan: TeamPlan, rng: random.Random) -> int:
    return max(0, min(plan.headcount, plan.answered + rng.randint(-2, 2)))
