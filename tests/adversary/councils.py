"""Invented councils, from ordinary to silly, and what everybody in them answers."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from hypothesis import strategies as st

from teamhealth.survey.ids import ServiceId, SurveyId, TeamId, WaveId
from teamhealth.survey.organisation import Service, Team, Wave
from teamhealth.survey.policy import ReleasePolicy
from teamhealth.survey.questionnaire import AGREEMENT_POINTS, DOES_NOT_APPLY, PREFER_NOT_TO_SAY, Domain
from teamhealth.survey.response import Response
from teamhealth.survey.survey import Survey
from tests.invented import core_questionnaire, survey


class Mood(StrEnum):
    """How people answer."""

    ORDINARY = "ordinary"
    AGREED = "agreed"
    BEST = "best"
    WORST = "worst"
    CAMPS = "camps"
    SKIPPING = "skipping"


@dataclass(frozen=True, slots=True)
class Council:
    """A survey and its answers."""

    survey: Survey
    responses: tuple[Response, ...]


@dataclass(frozen=True, slots=True)
class TeamPlan:
    """A team as drawn: its headcount, how many answer, how, and how many of those receive its report."""

    headcount: int
    answered: int
    mood: Mood
    recipients: int = 0


def council(
    plans: Sequence[Sequence[TeamPlan]],
    seed: int,
    *,
    threshold: int = 5,
    items: Sequence[int] = (7, 3),
    round_number: int = 1,
) -> Council:
    """Return a council of these services and teams; ``items`` says how many items each domain has."""
    asked = _survey(plans, threshold, items, round_number)
    rng = random.Random(seed)
    services = zip(asked.services, plans, strict=True)
    responses = [
        each
        for service, mine in services
        for team, plan in zip(service.teams, mine, strict=True)
        for each in _answers(asked, team.id, plan, rng)
    ]
    return Council(asked, tuple(responses))


def ordinary_plans(rng: random.Random, services: int, teams: int, biggest: int = 12) -> list[list[TeamPlan]]:
    """Return teams of two to twelve, dealt out at random, of whom most people answer."""
    plans: list[list[TeamPlan]] = [[] for _ in range(services)]
    for _ in range(teams):
        headcount = rng.randint(2, biggest)
        answered = max(1, round(headcount * rng.uniform(0.6, 1.0)))
        plans[rng.randrange(services)].append(TeamPlan(headcount, answered, Mood.ORDINARY))
    return [mine for mine in plans if mine]


@st.composite
def councils(draw: st.DrawFn) -> Council:
    """Draw a council: one team or a dozen, hidden or not, of one mind or of none."""
    moods = draw(st.sampled_from([list(Mood), *([mood] for mood in Mood)]))
    most = draw(st.sampled_from([4, 7, 12]))
    plan = st.builds(
        TeamPlan,
        headcount=st.integers(1, most),
        answered=st.integers(0, most),
        mood=st.sampled_from(moods),
        recipients=st.sampled_from([0, 0, 0, 0, 1]),
    )
    plans = draw(st.lists(st.lists(plan, min_size=1, max_size=5), min_size=1, max_size=3))
    sizes = draw(st.sampled_from([(7, 3), (4,), (3,)]))
    return council(plans, draw(st.integers(0, 2**32)), threshold=draw(st.sampled_from([5, 5, 6])), items=sizes)


def _survey(plans: Sequence[Sequence[TeamPlan]], threshold: int, items: Sequence[int], round_number: int) -> Survey:
    whole = core_questionnaire()
    domains = tuple(_cut(domain, size) for domain, size in zip(whole.domains, items, strict=False))
    number = 0
    services = []
    for place, mine in enumerate(plans):
        teams = []
        for plan in mine:
            number += 1
            teams.append(Team(TeamId(f"{number:032x}"), f"Place {number}", plan.headcount, plan.recipients))
        services.append(Service(ServiceId(f"{place + 500:032x}"), f"Service {place + 1}", tuple(teams)))
    empty = survey()
    return replace(
        empty,
        id=SurveyId(f"{round_number + 900:032x}"),
        wave=Wave(WaveId(f"{round_number + 800:032x}"), f"Round {round_number}"),
        services=tuple(services),
        questionnaires=(replace(whole, domains=domains, banded_items=(), comments=()),),
        policy=ReleasePolicy(threshold, empty.policy.comments),
    )


def _cut(domain: Domain, size: int) -> Domain:
    return replace(domain, items=domain.items[:size])


def _answers(asked: Survey, team: TeamId, plan: TeamPlan, rng: random.Random) -> list[Response]:
    mood = plan.mood
    centre, same = rng.gauss(3.4, 0.5), rng.randint(1, AGREEMENT_POINTS)
    people = []
    for person in range(plan.answered):
        lean = rng.gauss(centre, 0.6)
        if mood is Mood.CAMPS:
            lean = 5.0 if person % 2 else 1.0
        answers: dict[str, int] = {}
        for item in asked.questionnaires[0].items:
            step = {
                Mood.AGREED: same,
                Mood.BEST: AGREEMENT_POINTS,
                Mood.WORST: 1,
            }.get(mood, min(AGREEMENT_POINTS, max(1, round(rng.gauss(lean, 0.8)))))
            answers[item.id] = AGREEMENT_POINTS + 1 - step if item.reverse else step
            if rng.random() < (0.4 if mood is Mood.SKIPPING else 0.02):
                answers[item.id] = rng.choice((DOES_NOT_APPLY, PREFER_NOT_TO_SAY))
        people.append(Response(asked.id, team, answers))
    return people
