"""Invented answers for the demonstration: with gaps, opt-outs and comments such as people write."""

from random import Random

from teamhealth.survey.ids import TeamId
from teamhealth.survey.interview import Interview
from teamhealth.survey.questionnaire import DOES_NOT_APPLY, PREFER_NOT_TO_SAY
from teamhealth.survey.questions import Question, QuestionKind, lay_out
from teamhealth.survey.response import Response
from teamhealth.survey.survey import Survey

# How easy each theme is to agree with in the invented team, in answer steps.
_LEANING = {"stability": -0.1, "morale": 0.35, "bureaucracy": -0.5, "safety": 0.65}
_TIME_WEIGHTS = {"tu1": (1, 8, 4, 2, 1, 0), "tu2": (0, 1, 3, 5, 7, 2)}
_COMMENTS = {
    "change": (
        "One form for the visit and the case note, so that nothing is typed twice.",
        "A second business support post before winter.",
        "Fewer e-mails marked \u201curgent\u201d \u2013 most are not.",
        "Dyddiadur y t\u00eem yn Gymraeg hefyd, os gwelwch yn dda.",
        "Shorter meetings, and none on Monday mornings.",
        "Known duty days, a month ahead.",
        "A quiet room.\nFor the calls that need one.",
    ),
    "keep": (
        "Group supervision on Tuesdays.",
        "The way we cover for each other; it's why I stay.",
        'Students: they keep us thinking. "Why?" is a good question.',
        "Joint visits for new workers.",
        "Tea, and honest conversations.",
    ),
}
_OWN_SPREAD = 0.4


def invented_responses(
    survey: Survey, people: int, seed: int, team: TeamId | None = None, leaning: float = 0.0
) -> tuple[Response, ...]:
    """Return ``people`` invented responses of a team, the first if None; the same seed gives the same answers.

    ``leaning`` moves the whole team, in answer steps.
    """
    draw = Random(seed)  # noqa: S311 - invented answers need no secrecy, they need to be the same again
    reversed_ids = {item.id for each in survey.questionnaires for item in each.items if item.reverse}
    comments = {key: list(texts) for key, texts in _COMMENTS.items()}
    for texts in comments.values():
        draw.shuffle(texts)
    asked = team or survey.teams[0].id
    return tuple(_one_person(survey, asked, draw, reversed_ids, comments, leaning=leaning) for _ in range(people))


def _one_person(
    survey: Survey,
    team: TeamId,
    draw: Random,
    reversed_ids: set[str],
    comments: dict[str, list[str]],
    *,
    leaning: float,
) -> Response:
    interview = Interview(survey.id, team, lay_out(survey))
    mood = draw.gauss(leaning, 0.6)
    while not interview.at_check:
        question = interview.current
        if question.kind is QuestionKind.COMMENT:
            waiting = comments.get(question.id, [])
            if waiting and draw.random() < 0.75:
                interview = interview.comment(waiting.pop())
        else:
            theme = _LEANING.get(interview.section.id, 0.0)
            interview = interview.answer(_code(question, draw, mood + theme, question.id in reversed_ids))
        interview = interview.next()
    return interview.complete()


def _code(question: Question, draw: Random, leaning: float, reverse: bool) -> int:
    gap = draw.random()
    if gap < 0.02:
        return DOES_NOT_APPLY
    if gap < 0.05:
        return PREFER_NOT_TO_SAY
    if question.kind is QuestionKind.BANDED:
        weights = _TIME_WEIGHTS.get(question.id, (1,) * len(question.options))
        return draw.choices(range(1, len(question.options) + 1), weights[: len(question.options)])[0]
    # Each item leans its own way, the same for everybody in the team.
    own = Random(question.id).gauss(0, _OWN_SPREAD)  # noqa: S311 - as above
    step = round(3 + leaning + own + draw.gauss(0, 0.9))
    healthy = min(5, max(1, step))
    return 6 - healthy if reverse else healthy
