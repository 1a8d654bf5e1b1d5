"""Scores against figures worked out by hand."""

import math
from dataclasses import replace

import pytest

from teamhealth.analysis.scoring import score, scored_domains
from teamhealth.resources import resource
from teamhealth.survey.ids import SurveyId, TeamId
from teamhealth.survey.questionnaire_file import read_questionnaire
from teamhealth.survey.response import Response
from tests.answers import same_answer
from tests.invented import SURVEY_ID, TEAM_ID, survey


def answering(**answers: int) -> Response:
    return Response(SURVEY_ID, TEAM_ID, answers)


def points(response: Response, domain: str) -> float:
    scores = score([response], survey())
    return next(float(each.points.iloc[0]) for each in scores.domains if each.domain.id == domain)


def test_agreeing_with_a_healthy_item_and_disagreeing_with_a_reversed_one_are_the_same_step() -> None:
    scores = score([answering(st1=5, st2=1)], survey())
    assert scores.steps["st1"].tolist() == [5]
    assert scores.steps["st2"].tolist() == [5]


def test_a_persons_domain_score_is_worked_out_as_by_hand() -> None:
    # st2 is reversed: healthy steps 4,3,3,2,5,1,4 -> 75,50,50,25,100,0,75 -> 375/7
    assert points(answering(st1=4, st2=3, st3=3, st4=2, st5=5, st6=1, st7=4), "stability") == pytest.approx(375 / 7)


def test_four_of_seven_items_are_enough_for_a_score_and_three_are_not() -> None:
    # healthy steps 5, 4 (2 reversed), 3, 1 -> 100, 75, 50, 0
    assert points(answering(st1=5, st2=2, st3=3, st4=1, st5=9, st6=0), "stability") == pytest.approx(56.25)
    assert math.isnan(points(answering(st1=5, st2=2, st3=3, st5=9, st6=0), "stability"))


def test_exactly_half_of_the_items_is_enough() -> None:
    whole = survey()
    core = whole.questionnaires[0]
    even = replace(core, domains=(replace(core.domains[0], items=core.domains[0].items[:4]),))
    scores = score([answering(st1=5, st2=2), answering(st1=5)], replace(whole, questionnaires=(even,)))
    # 100 and, reversed, 75
    assert scores.domains[0].points.fillna(-1).tolist() == [87.5, -1]


def test_the_two_opt_outs_are_missing_and_counted_apart() -> None:
    scores = score([answering(st1=9, st3=0, tu1=9)], survey())
    assert math.isnan(scores.steps["st1"].iloc[0])
    assert math.isnan(scores.steps["st3"].iloc[0])
    assert math.isnan(scores.bands["tu1"].iloc[0])
    assert (scores.not_applicable["st1"].sum(), scores.declined["st1"].sum()) == (1, 0)
    assert (scores.not_applicable["st3"].sum(), scores.declined["st3"].sum()) == (0, 1)
    assert (scores.not_applicable["st4"].sum(), scores.declined["st4"].sum()) == (0, 0)


def test_nobody_gives_no_score() -> None:
    scores = score([], survey())
    assert len(scores.teams) == 0
    assert [len(each.points) for each in scores.domains] == [0, 0, 0, 0]


def test_a_questionnaire_without_domain_scores_gets_none() -> None:
    module = read_questionnaire(resource("questionnaires", "ten-characteristics.toml"))
    asked = replace(survey(), questionnaires=(*survey().questionnaires, module))
    scores = score([same_answer(asked, 4)], asked)
    assert [each.domain.id for each in scores.domains] == ["stability", "morale", "bureaucracy", "safety"]
    assert "tc1" in scores.steps.columns
    assert len(scored_domains(asked)) == 4


@pytest.mark.parametrize(
    "wrong",
    [
        answering(st1=7),
        answering(nothing=3),
        answering(tu1=7),
        replace(answering(st1=3), team=TeamId("9" * 32)),
        replace(answering(st1=3), survey=SurveyId("9" * 32)),
        replace(answering(st1=3), comments={"st1": "a comment"}),
        replace(answering(st1=3), comments={"keep": "a" * 1_001}),
    ],
)
def test_a_response_that_does_not_fit_the_survey_is_refused_without_telling_it(wrong: Response) -> None:
    with pytest.raises(ValueError, match=r"^a response does not fit the survey$"):
        score([answering(st1=3), wrong], survey())
