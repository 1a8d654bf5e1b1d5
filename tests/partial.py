"""Invented teams of which many answered only in part: they preferred not to say, or left questions out."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from functools import cache

from teamhealth.publication.types import Publication
from teamhealth.services.opened import Opened, Refused, opened_from
from teamhealth.services.opening import publication_of
from teamhealth.survey.questionnaire import PREFER_NOT_TO_SAY
from teamhealth.survey.response import Response
from teamhealth.survey.survey import Survey
from tests.answers import many_teams, questions, random_people


class LeftOut(StrEnum):
    """Which questions people leave out: half of them or more, but for ``NOTHING``."""

    NOTHING = "nothing"
    HALF_EACH = "each person another half"
    HALF_OF_PEOPLE = "half of the people all but one question"
    ALL_BUT_ONE_THEME = "all but one theme"
    ALL_BUT_ONE_QUESTION = "all but one question"
    ONE_QUESTION_EACH = "each person all but a question of their own"
    TIME = "the questions about time"


def team_of(headcount: int, answering: int, left_out: LeftOut, *, comments: bool = True) -> Opened:
    """Return an opened survey of one team."""
    return council_of([(headcount, answering, left_out)], comments=comments)


def council_of(
    teams: Sequence[tuple[int, int, LeftOut]], *, services: int = 1, seed: int = 3, comments: bool = True
) -> Opened:
    """Return an opened survey of several teams: headcount, how many sent answers, and what they left out."""
    asked = many_teams([headcount for headcount, _, _ in teams], services=services)
    by_place = sorted(asked.teams, key=lambda team: team.id)
    responses: list[Response] = []
    for number, (team, (_, answering, left_out)) in enumerate(zip(by_place, teams, strict=True)):
        people = random_people(asked, answering, seed + number, team.id)
        for place, person in enumerate(people):
            kept = _KEPT[left_out](asked, place)
            said = {item: code if item in kept else PREFER_NOT_TO_SAY for item, code in person.answers.items()}
            words = {"change": f"Comment {place}."} if comments else {}
            responses.append(replace(person, answers=said, comments=words))
    return opened_from(asked, responses, Refused())


@cache
def published(left_out: LeftOut, answering: int, headcount: int | None = None) -> Publication:
    """Return the publication of one such team."""
    opened = team_of(headcount or answering, answering, left_out)
    return publication_of(opened, frozenset(), date(2026, 12, 7))


def _all(asked: Survey) -> list[str]:
    return [question for question, _ in questions(asked)]


def _half(asked: Survey, place: int) -> set[str]:
    names = _all(asked)
    random.Random(place).shuffle(names)
    return set(names[: len(names) // 2])


def _half_of_people(asked: Survey, place: int) -> set[str]:
    names = _all(asked)
    return set(names) if place % 2 == 0 else {names[0]}


def _one_theme(asked: Survey, _: int) -> set[str]:
    return {item.id for item in asked.questionnaires[0].domains[0].items}


def _one_question(asked: Survey, _: int) -> set[str]:
    return {_all(asked)[0]}


def _own_question(asked: Survey, place: int) -> set[str]:
    return {_all(asked)[place]}


def _no_time(asked: Survey, _: int) -> set[str]:
    return {item.id for each in asked.questionnaires for item in each.items}


def _everything(asked: Survey, _: int) -> set[str]:
    return set(_all(asked))


_KEPT: dict[LeftOut, Callable[[Survey, int], set[str]]] = {
    LeftOut.NOTHING: _everything,
    LeftOut.HALF_EACH: _half,
    LeftOut.HALF_OF_PEOPLE: _half_of_people,
    LeftOut.ALL_BUT_ONE_THEME: _one_theme,
    LeftOut.ALL_BUT_ONE_QUESTION: _one_question,
    LeftOut.ONE_QUESTION_EACH: _own_question,
    LeftOut.TIME: _no_time,
}
