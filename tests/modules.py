"""A council that was asked any of the program's questionnaires: its answers, published."""

import random
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from teamhealth.publication.types import Publication
from teamhealth.resources import resource
from teamhealth.survey.ids import TeamId
from teamhealth.survey.organisation import Team
from teamhealth.survey.questionnaire import AGREEMENT_POINTS, Questionnaire
from teamhealth.survey.questionnaire_file import read_questionnaire
from teamhealth.survey.response import Response
from teamhealth.survey.survey import Survey
from tests.adversary.publishing import publish
from tests.invented import survey

IDS = (
    "team-health",
    "autonomy-and-time",
    "clear-framework",
    "good-practice-conditions",
    "relationship-practice",
    "ten-characteristics",
)
_PLACES = (("Alder", 9), ("Beech", 12), ("Elm", 6), ("Hawthorn", 8))


@cache
def asked_of(ids: tuple[str, ...]) -> Publication:
    """Return the publication of four teams, of whom everybody but one in each answered these questionnaires."""
    asked = replace(survey(), questionnaires=tuple(_read(each) for each in ids))
    teams = tuple(Team(TeamId(f"{place:032x}"), name, people) for place, (name, people) in enumerate(_PLACES, 1))
    asked = replace(asked, services=(replace(asked.services[0], teams=teams),))
    rng = random.Random(len(ids))
    return publish(asked, [each for team in teams for each in _responses(asked, team, rng)])


def _responses(asked: Survey, team: Team, rng: random.Random) -> Iterator[Response]:
    lean = rng.uniform(2.4, 4.2)
    for _ in range(team.headcount - 1):
        answers = {}
        for each in asked.questionnaires:
            for item in each.items:
                healthy = min(AGREEMENT_POINTS, max(1, round(rng.gauss(lean, 1))))
                answers[item.id] = AGREEMENT_POINTS + 1 - healthy if item.reverse else healthy
            for banded in each.banded_items:
                answers[banded.id] = rng.randint(1, len(each.scale(banded.response_scale).options))
        yield Response(asked.id, team.id, answers)


@cache
def _read(name: str) -> Questionnaire:
    return read_questionnaire(resource("questionnaires", f"{name}.toml"))
