"""Steps that several tests of services take."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from teamhealth.publication.types import Publication
from teamhealth.services.collect import close_survey, submit
from teamhealth.services.drafts import Draft, new_draft
from teamhealth.services.opening import open_answers, publish
from teamhealth.services.progress import unwatched
from teamhealth.services.setup import create_survey
from teamhealth.services.surveys import load_survey
from teamhealth.services.workspace import Workspace
from teamhealth.survey.custody import CustodyKind
from teamhealth.survey.interview import Interview
from teamhealth.survey.policy import CommentsChoice
from teamhealth.survey.questions import QuestionKind, lay_out
from teamhealth.survey.response import Response

WORDS = "quiet harbour kettle nine"
PIN = "2468"


def draft(workspace: Workspace, **changes: Any) -> Draft:
    """Return a complete draft of a team of nine, with some fields changed."""
    complete = replace(
        new_draft(workspace),
        custody=CustodyKind.MANAGER,
        organisation="Exampleshire Council",
        round_name="Autumn 2026",
        team="Northgate",
        headcount=9,
        comments=CommentsChoice.FROM_THRESHOLD,
    )
    return replace(complete, **changes)


def created(workspace: Workspace, **changes: Any) -> str:
    """Create a survey and return its id."""
    return create_survey(workspace, draft(workspace, **changes), WORDS, PIN, unwatched)


def response(
    workspace: Workspace, survey_id: str, code: int = 4, comments: Mapping[str, str] | None = None
) -> Response:
    """Answer every question with one code (bands too), and some comments."""
    survey = load_survey(workspace, survey_id)
    interview = Interview(survey.id, survey.teams[0].id, lay_out(survey))
    said = comments or {}
    while not interview.at_check:
        if interview.current.kind is QuestionKind.COMMENT:
            interview = interview.comment(said.get(interview.current.id, ""))
        else:
            interview = interview.answer(code)
        interview = interview.next()
    return interview.complete()


def answered(workspace: Workspace, survey_id: str, codes: Sequence[int]) -> None:
    """Let as many people answer as there are codes."""
    for code in codes:
        submit(workspace, response(workspace, survey_id, code))


def published(workspace: Workspace, survey_id: str) -> Publication:
    """Close, open and publish."""
    close_survey(workspace, survey_id, PIN)
    return publish(workspace, open_answers(workspace, survey_id, WORDS, unwatched), frozenset(), unwatched)
