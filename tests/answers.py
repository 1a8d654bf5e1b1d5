"""Invented answers: people who answer alike, at random, or as Hypothesis likes, in one team or several."""

import random
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import strategies as st

from teamhealth.survey.ids import ServiceId, TeamId
from teamhealth.survey.organisation import Service, Team
from teamhealth.survey.questionnaire import OPT_OUTS
from teamhealth.survey.questions import QuestionKind, lay_out
from teamhealth.survey.response import Response
from teamhealth.survey.survey import Survey
from tests.invented import SURVEY_ID, TEAM_ID, survey

AGREEMENT_CODES = (1, 2, 3, 4, 5, 9, 0)
BANDED_CODES = (1, 2, 3, 4, 5, 6, 9, 0)
PLACES = ("Northgate", "Southgate", "Eastgate", "Westgate", "Millbrook", "Ashfield", "Riverside", "Hillcrest")


def team_id(number: int) -> TeamId:
    """Return the identity of an invented team, counted from 0."""
    return TeamId(f"{number + 100:032x}")


def many_teams(headcounts: Sequence[int], *, services: int = 1, recipients: Sequence[int] = ()) -> Survey:
    """Return a survey of several teams, dealt out to services in turn."""
    teams = [
        Team(team_id(number), PLACES[number], headcount, recipients[number] if recipients else 0)
        for number, headcount in enumerate(headcounts)
    ]
    dealt = tuple(
        Service(ServiceId(f"{number + 50:032x}"), f"Service {number + 1}", tuple(teams[number::services]))
        for number in range(services)
    )
    return replace(survey(), services=dealt)


def questions(asked: Survey) -> list[tuple[str, tuple[int, ...]]]:
    """Return all questions but comments with the codes they offer."""
    return [
        (question.id, tuple(sorted(question.codes)))
        for section in lay_out(asked)
        for question in section.questions
        if question.kind is not QuestionKind.COMMENT
    ]


def same_answer(asked: Survey, code: int, team: TeamId = TEAM_ID) -> Response:
    """Return somebody who gives every item the same code, and every banded item the lowest band."""
    agreement = {item.id: code for each in asked.questionnaires for item in each.items}
    banded = {item.id: 1 for each in asked.questionnaires for item in each.banded_items}
    return Response(asked.id, team, {**agreement, **banded})


def _likelier(codes: tuple[int, ...]) -> list[int]:
    """Return the codes with answers five times as likely as either way of opting out."""
    return [code for code in codes for _ in range(1 if code in OPT_OUTS else 5)]


def random_people(asked: Survey, people: int, seed: int, team: TeamId = TEAM_ID) -> list[Response]:
    """Return people who answer at random, some of them opting out now and then."""
    rng = random.Random(seed)
    return [
        Response(asked.id, team, {question: rng.choice(_likelier(codes)) for question, codes in questions(asked)})
        for _ in range(people)
    ]


@st.composite
def people(draw: st.DrawFn, least: int = 0, most: int = 14, team: TeamId = TEAM_ID) -> list[Response]:
    """Draw people of one team; answers are near alike or far apart, and opting out is rare or common."""
    asked = questions(survey())
    count = draw(st.integers(least, most))
    rng = random.Random(draw(st.integers(0, 2**32)))
    liked = draw(st.lists(st.sampled_from(AGREEMENT_CODES), min_size=1, max_size=4))
    bands = draw(st.lists(st.sampled_from(BANDED_CODES), min_size=1, max_size=4))
    return [
        Response(
            SURVEY_ID,
            team,
            {item: rng.choice(liked if len(codes) == len(AGREEMENT_CODES) else bands) for item, codes in asked},
        )
        for _ in range(count)
    ]
