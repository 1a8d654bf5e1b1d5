"""Invented councils of one round or two: what everybody in them answers, and what is published of it."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hypothesis import strategies as st

from teamhealth.analysis.measures import measure
from teamhealth.analysis.scoring import score
from teamhealth.disclosure.late import release_late
from teamhealth.disclosure.release import release
from teamhealth.publication.types import Publication
from teamhealth.survey.ids import ServiceId, SurveyId, TeamId, WaveId
from teamhealth.survey.lineage import Descent, Lineage
from teamhealth.survey.organisation import Service, Team, Wave
from teamhealth.survey.policy import ReleasePolicy
from teamhealth.survey.response import Response
from teamhealth.survey.survey import Survey
from tests.invented import core_questionnaire, survey

THRESHOLD = 5
DAY = date(2026, 5, 4)
MOODS = ("ordinary", "best", "worst", "camps", "alike")


@dataclass(frozen=True, slots=True)
class TeamThen:
    """A team in one round: its number, its service's, its people, and how the ``answered`` of them answer."""

    number: int
    service: int
    headcount: int
    answered: int
    mood: str

    @property
    def name(self) -> str:
        """The team's name, the same in every round."""
        return f"Place {self.number}"

    @property
    def id(self) -> TeamId:
        """Its identity."""
        return TeamId(f"{self.number:032x}")


@dataclass(frozen=True, slots=True)
class Plan:
    """Two rounds of a council, each a list of teams; ``merged`` are a team of the second round's predecessors.

    ``late`` is a team of the first round whose return comes after its publication, and is published by itself.
    """

    rounds: tuple[tuple[TeamThen, ...], ...]
    merged: tuple[int, tuple[int, ...]] | None = None
    late: int | None = None
    seed: int = 0
    items: int = 4


@dataclass(frozen=True, slots=True)
class Told:
    """A publication, and the round and the answers, by team, that were there for it."""

    publication: Publication
    round: int
    steps: Mapping[str, Sequence[Sequence[int]]]

    @property
    def late(self) -> bool:
        """Whether it is one team's, that came after the first."""
        return self.publication.after is not None


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Draw two rounds in which teams stay, grow, shrink, leave, join, merge or go to another service."""
    sizes = st.sampled_from([0, 1, 2, 3, 3, 4, 4, 4, 5, 6, 8, 9, 10])
    moods = st.sampled_from(draw(st.sampled_from([MOODS, ("ordinary",), ("ordinary", "camps")])))

    def team(number: int, service: int) -> TeamThen:
        answered = draw(sizes)
        return TeamThen(number, service, max(1, answered + draw(st.sampled_from([0, 0, 1]))), answered, draw(moods))

    first = [team(number, draw(st.integers(0, 1))) for number in range(1, draw(st.integers(2, 6)) + 1)]
    second = []
    for each in first:
        what = draw(st.sampled_from(["same", "same", "again", "leaves", "moves", "other size"]))
        if what == "same":
            second.append(each)
        elif what == "again":
            second.append(replace(each, mood=draw(moods)))
        elif what == "moves":
            second.append(replace(each, service=1 - each.service))
        elif what == "other size":
            second.append(team(each.number, each.service))
    second += [team(number, draw(st.integers(0, 1))) for number in range(11, 11 + draw(st.integers(0, 2)))]
    merged = None
    if draw(st.booleans()) and len(second) > 1:
        into, gone = second[0], second.pop()
        merged = into.number, tuple(sorted({into.number, gone.number} & {each.number for each in first}))
        second[0] = replace(into, headcount=into.headcount + gone.headcount, answered=into.answered + gone.answered)
    late = draw(st.sampled_from([None, *(each.number for each in first if each.answered >= THRESHOLD)]))
    whole = tuple(each for each in (tuple(first), tuple(second)) if each)
    return Plan(whole, merged if merged and merged[1] else None, late, draw(st.integers(0, 2**32)))


def everything_told(plan: Plan) -> list[Told]:
    """Publish all rounds of a plan as the product does, one after the other."""
    rng = random.Random(plan.seed)
    told: list[Told] = []
    for place, teams in enumerate(plan.rounds):
        asked = asked_in(plan, place)
        steps = {each.name: _people(each, plan.items, rng) for each in teams}
        lineage = Lineage()
        if place and plan.merged:
            into, before = plan.merged
            lineage = Lineage((Descent(_id(into), tuple(map(_id, before))),))
        late = {each.name for each in teams if place == 0 and each.number == plan.late}
        there = {name: mine for name, mine in steps.items() if name not in late}
        earlier = [each.publication for each in told]
        first = publish(asked, there, place, earlier, lineage)
        told.append(Told(first, place, there))
        for each in teams:
            if each.name in late:
                measures = measure(score(_responses(asked, {each.name: steps[each.name]}), asked), asked)
                day = DAY + timedelta(days=20)
                found = release_late(measures.team(each.id), asked, (), day, first)
                told.append(Told(found, place, {each.name: steps[each.name]}))
    return told


def publish(
    asked: Survey,
    steps: Mapping[str, Sequence[Sequence[int]]],
    place: int,
    earlier: Sequence[Publication] = (),
    lineage: Lineage | None = None,
) -> Publication:
    """Return the publication of these answers."""
    scores = score(_responses(asked, steps), asked)
    day = DAY + timedelta(days=180 * place)
    return release(measure(scores, asked), asked, (), day, scores=scores, earlier=earlier, lineage=lineage or Lineage())


def asked_in(plan: Plan, place: int) -> Survey:
    """Return the survey of one of a plan's rounds."""
    empty, whole = survey(), core_questionnaire()
    domain = replace(whole.domains[0], items=whole.domains[0].items[: plan.items])
    teams = plan.rounds[place]
    services = tuple(
        Service(
            ServiceId(f"{number + 500:032x}"),
            f"Service {number}",
            tuple(Team(each.id, each.name, each.headcount) for each in teams if each.service == number),
        )
        for number in sorted({each.service for each in teams})
    )
    return replace(
        empty,
        id=SurveyId(f"{place + 900:032x}"),
        wave=Wave(WaveId(f"{place + 800:032x}"), f"Round {place}"),
        services=services,
        questionnaires=(replace(whole, domains=(domain,), banded_items=(), comments=()),),
        policy=ReleasePolicy(THRESHOLD, empty.policy.comments),
    )


def _id(number: int) -> TeamId:
    return TeamId(f"{number:032x}")


def _responses(asked: Survey, steps: Mapping[str, Sequence[Sequence[int]]]) -> list[Response]:
    items = asked.questionnaires[0].items
    ids = {team.name: team.id for team in asked.teams}
    return [
        Response(
            asked.id,
            ids[name],
            {item.id: 5 - step if item.reverse else step + 1 for item, step in zip(items, person, strict=True)},
        )
        for name, people in steps.items()
        for person in people
    ]


def _people(team: TeamThen, items: int, rng: random.Random) -> list[list[int]]:
    centre, same = rng.gauss(2.4, 0.6), rng.randint(0, 4)

    def step(person: int) -> int:
        fixed = {"best": 4, "worst": 0, "alike": same, "middle": 2, "camps": 4 * (person % 2)}.get(team.mood)
        return fixed if fixed is not None else min(4, max(0, round(rng.gauss(centre, 1.1))))

    return [[step(person) for _ in range(items)] for person in range(team.answered)]
