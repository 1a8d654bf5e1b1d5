"""The council of the demonstration: its teams, how they lean and answer, and its rounds; the same for the same seed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from random import Random

from teamhealth.services.setup import core_questionnaire
from teamhealth.survey.policy import CommentsChoice
from teamhealth.survey.spec import ServiceSpec, SurveySpec, TeamSpec

MOST_TEAMS = 60
MOST_ROUNDS = 12
DAYS_BETWEEN = 182
PLACES = (
    "Northgate", "Harbour", "Alder", "Beech", "Cedar", "Elm", "Hawthorn", "Rowan", "Millbrook", "Ashfield",
    "Riverside", "Hillcrest", "Oakwood", "Westfield", "Larch", "Quayside",
)  # fmt: skip
SERVICES = ("Help and Protection", "Early Help", "Children in Care", "Fostering", "Leaving Care")
TEAMS_A_SERVICE = 4


@dataclass(frozen=True, slots=True)
class InventedCouncil:
    """How many teams and rounds to invent; the same seed gives the same figures."""

    teams: int
    rounds: int
    seed: int


@dataclass(frozen=True, slots=True)
class InventedTeam:
    """An invented team, how many of it answer, and how it leans in answer steps."""

    spec: TeamSpec
    answering: int
    leaning: float


@dataclass(frozen=True, slots=True)
class InventedRound:
    """One round: its number from 0, its name, the moment it is opened, and its teams by service."""

    number: int
    name: str
    moment: datetime
    services: tuple[tuple[str, tuple[InventedTeam, ...]], ...]


def invented_teams(council: InventedCouncil, draw: Random) -> tuple[InventedTeam, ...]:
    """Return the teams: every fourth is one of which too few answer to be shown."""
    teams = []
    for number in range(council.teams):
        name = PLACES[number % len(PLACES)]
        if number >= len(PLACES):
            name = f"{name} {number // len(PLACES) + 1}"
        headcount = 10 if number == 0 else draw.randint(6, 12)
        answering = headcount - draw.choice((0, 1, 1, 2))
        if number == 0:
            answering = 9
        elif number % 4 == 1:
            answering = draw.randint(2, 4)
        teams.append(InventedTeam(TeamSpec(name, headcount), max(answering, 2), draw.gauss(0, 0.35)))
    return tuple(teams)


def drifted(people: Sequence[InventedTeam], draw: Random, number: int) -> tuple[InventedTeam, ...]:
    """Return the teams as they are in a round: moods move, and slightly more or fewer answer."""
    if number == 0:
        return tuple(people)
    moved = []
    for place, team in enumerate(people):
        answering = team.answering
        if place % 4 != 1:
            answering = max(5, min(team.spec.headcount, answering + draw.choice((-1, 0, 0, 1))))
        moved.append(replace(team, answering=answering, leaning=team.leaning + draw.gauss(0.1, 0.15)))
    return tuple(moved)


def by_service(teams: Sequence[InventedTeam]) -> tuple[tuple[str, tuple[InventedTeam, ...]], ...]:
    """Return the teams dealt out to areas of service, four to each."""
    piles = [tuple(teams[start : start + TEAMS_A_SERVICE]) for start in range(0, len(teams), TEAMS_A_SERVICE)]
    return tuple(
        (SERVICES[at % len(SERVICES)] + ("" if at < len(SERVICES) else f" {at // len(SERVICES) + 1}"), pile)
        for at, pile in enumerate(piles)
    )


def round_name(now: datetime, back: int) -> str:
    """Return 'Autumn 2026' of the half-year that lies so many half-years back."""
    halves = 2 * now.year + (now.month >= 7) - back
    return f"{'Autumn' if halves % 2 else 'Spring'} {halves // 2}"


def spec_of(this: InventedRound, organisation: str) -> SurveySpec:
    """Return what a survey lead would decide for a round."""
    return SurveySpec(
        name=f"{this.name} team health",
        organisation=organisation,
        round_name=this.name,
        services=tuple(ServiceSpec(name, tuple(team.spec for team in teams)) for name, teams in this.services),
        questionnaires=(core_questionnaire(),),
        comments=CommentsChoice.FROM_THRESHOLD,
        safeguarding_route="the council’s safeguarding line",
    )
