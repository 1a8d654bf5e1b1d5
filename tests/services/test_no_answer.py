"""Opting out of every question is no answer: it lets nobody's comment or figure be shown."""

import hashlib
import sqlite3
from dataclasses import replace

import pytest

from teamhealth.failures import ResultsDiffer
from teamhealth.publication.document import write_document
from teamhealth.publication.types import Publication, Tier
from teamhealth.services.collect import close_survey, submit
from teamhealth.services.opened import Refused, opened_from
from teamhealth.services.opening import open_answers, publication_of, publish
from teamhealth.services.progress import unwatched
from teamhealth.services.surveys import load_survey
from teamhealth.services.verifying import verify_published
from teamhealth.services.workspace import DATABASE_NAME, Workspace
from teamhealth.survey.custody import Custody, CustodyKind
from teamhealth.survey.policy import CommentsChoice
from teamhealth.survey.response import Response
from teamhealth.texts.failure_words import words_for
from tests.answers import same_answer
from tests.invented import survey
from tests.services.journeys import PIN, WORDS, created, response

LONE = "I am the only one writing this."


def _published(workspace: Workspace, survey_id: str) -> tuple[Publication, int]:
    close_survey(workspace, survey_id, PIN)
    opened = open_answers(workspace, survey_id, WORDS, unwatched)
    return publish(workspace, opened, frozenset(), unwatched), len(opened.comments)


def test_a_lone_comment_is_not_shown_where_all_others_opt_out_of_everything(workspace: Workspace) -> None:
    survey_id = created(workspace, headcount=5)
    submit(workspace, response(workspace, survey_id, 4, {"change": LONE}))
    for _ in range(4):
        submit(workspace, response(workspace, survey_id, 0))
    publication, read = _published(workspace, survey_id)
    assert read == 0
    assert publication.teams[0].tier is Tier.HIDDEN
    assert publication.teams[0].comments == ()
    assert publication.teams[0].answered is None


def test_comments_promised_from_eight_are_not_shown_from_seven_and_one_without_an_answer(workspace: Workspace) -> None:
    survey_id = created(workspace, headcount=8, comments=CommentsChoice.FROM_EIGHT)
    for _ in range(7):
        submit(workspace, response(workspace, survey_id, 4, {"change": LONE}))
    submit(workspace, response(workspace, survey_id, 0))
    publication, read = _published(workspace, survey_id)
    assert read == 0
    team = publication.teams[0]
    assert (team.answered, team.tier, team.comments) == (7, Tier.WORDS, ())


def test_a_comment_without_an_answer_is_shown_among_enough_that_answered(workspace: Workspace) -> None:
    survey_id = created(workspace, headcount=8)
    for _ in range(5):
        submit(workspace, response(workspace, survey_id, 4, {"keep": "The same."}))
    submit(workspace, response(workspace, survey_id, 0, {"change": LONE}))
    publication, read = _published(workspace, survey_id)
    assert read == 6
    assert publication.teams[0].answered == 5
    assert any(LONE in asked.comments for asked in publication.teams[0].comments)


def test_no_comment_is_shown_where_no_figure_of_the_team_can_be(workspace: Workspace) -> None:
    asked = load_survey(workspace, created(workspace, headcount=5))
    items = [item.id for questionnaire in asked.questionnaires for item in questionnaire.items]
    team = asked.teams[0].id
    each_their_own = [Response(asked.id, team, {item: 4}, {"change": LONE}) for item in items[:5]]
    opened = opened_from(asked, each_their_own, Refused())
    assert opened.comments == ()
    publication = publication_of(opened, frozenset(), workspace.today())
    assert publication.teams[0].answered == 5
    assert publication.teams[0].comments == ()


def test_what_is_read_before_publishing_is_what_is_published(workspace: Workspace) -> None:
    asked = survey(12)
    themes = [domain for questionnaire in asked.questionnaires for domain in questionnaire.domains]
    whole = same_answer(asked, 4)
    # Half of a theme each, not the same half: the theme's score is shown, and none of its questions.
    ids = [item.id for item in themes[0].items]
    half = (len(ids) + 1) // 2
    turned = [ids[first:] + ids[:first] for first in range(5)]
    partly = [replace(whole, answers=dict.fromkeys(each[:half], 4), comments={"change": LONE}) for each in turned]
    opened = opened_from(asked, partly, Refused())
    team = publication_of(opened, frozenset(), workspace.today()).teams[0]
    assert any(each.score is not None for each in team.domains)
    assert [LONE in result.comments for result in team.comments] == [True]
    assert len(opened.comments) == 5


@pytest.mark.parametrize("blank", [True, False])
def test_results_that_counted_a_blank_as_an_answer_differ_and_it_is_said_why(workspace: Workspace, blank: bool) -> None:
    survey_id = created(workspace, headcount=8)
    for _ in range(6):
        submit(workspace, response(workspace, survey_id, 4))
    submit(workspace, response(workspace, survey_id, 0 if blank else 4))
    made, _ = _published(workspace, survey_id)
    team = made.teams[0]
    counted = replace(made.services[0], teams=(replace(team, answered=(team.answered or 0) + 1),))
    # As results of before, of which nothing else is made another here.
    held = write_document(replace(made, services=(counted,)))
    with sqlite3.connect(workspace.folder / DATABASE_NAME) as connection:
        values = held, hashlib.sha256(held).hexdigest()
        connection.execute("UPDATE publication SET document = ?, sha256 = ?", values)
    connection.close()
    with pytest.raises(ResultsDiffer) as caught:
        verify_published(workspace, survey_id, WORDS, unwatched)
    said = words_for(caught.value).line
    assert "Different: " in said
    assert ("Somebody opted out of every question." in said) is blank


def test_answers_from_elsewhere_and_more_than_people_are_counted_without_blanks() -> None:
    asked = replace(survey(5), custody=Custody(CustodyKind.LEAD, one_time_codes=False))
    five, blank = [same_answer(asked, 4)] * 5, same_answer(asked, 0)
    blank = replace(blank, answers=dict.fromkeys(blank.answers, 0), elsewhere=True)
    opened = opened_from(asked, [*five, blank], Refused())
    assert (opened.crowded, opened.from_elsewhere, opened.elsewhere) == ((), 0, False)
    assert opened_from(asked, [*five, five[0]], Refused()).crowded == ("Northgate",)
    # A comment is shown, so that it is said where it came from.
    assert opened_from(asked, [*five, replace(blank, comments={"change": LONE})], Refused()).elsewhere
