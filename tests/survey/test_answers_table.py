"""Answers from a table are read exactly, or the line and the column are told and no answer is."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teamhealth.analysis.validity import survey_fit
from teamhealth.failures import SpecInvalid
from teamhealth.survey.answers_table import read_answers
from teamhealth.survey.policy import CommentsChoice, ReleasePolicy
from teamhealth.survey.survey import Survey
from tests.answers import team_id
from tests.lead import lead_survey

PLAIN = lead_survey(9, 6, codes=False)
CODED = lead_survey(9, 6)


def _same(code: str) -> str | None:
    return code if code.isalnum() else None


def _problems(text: str, asked: Survey = PLAIN) -> tuple[str, ...]:
    with pytest.raises(SpecInvalid) as caught:
        read_answers("a.csv", text.encode(), asked, _same)
    return caught.value.problems


def test_answers_opt_outs_gaps_and_comments_are_read() -> None:
    text = 'team,st1,st2,tu1,change\nnorthgate,5,,6,"One form, please."\n\nSouthgate,9,0,,\n'
    first, second = read_answers("a.csv", text.encode("utf-8-sig"), PLAIN, _same)
    assert (first.team, dict(first.answers), dict(first.comments)) == (
        team_id(0), {"st1": 5, "tu1": 6}, {"change": "One form, please."},
    )  # fmt: skip
    assert (second.team, dict(second.answers), dict(second.comments)) == (team_id(1), {"st1": 9, "st2": 0}, {})
    assert first.code is None


def test_semicolons_and_team_ids_do_as_well() -> None:
    (only,) = read_answers("a.csv", f"team;st1\r\n{team_id(1)};3\r\n".encode(), PLAIN, _same)
    assert (only.team, only.answers) == (team_id(1), {"st1": 3})


def test_codes_go_along_where_they_are_used() -> None:
    (only,) = read_answers("a.csv", b"team,code,st1\nNorthgate,ABC,3\n", CODED, _same)
    assert only.code == "ABC"
    assert _problems("team,st1\nNorthgate,3\n", CODED) == ("line 1: there is no column 'code'",)
    assert _problems("team,code,st1\nNorthgate,A-C,3\n", CODED) == ("line 2, code: a character is missing or wrong",)
    assert _problems("team,code,st1\nNorthgate,ABC,3\n") == ("line 1: this survey uses no codes",)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "line 1: there is no column 'team'"),
        ("team,st1\n", "there is no line with answers"),
        ("team,st99\nNorthgate,1\n", "line 1: the survey has no question 'st99'"),
        ("team,st1,st1\nNorthgate,1,1\n", "line 1: a column is there twice"),
        ("team,st1\nNowhere,1\n", "line 2, team: the survey has no such team"),
        ("team,st1\nNorthgate,7\n", "line 2, st1: not an answer that is offered"),
        ("team,st1\nNorthgate,4.0\n", "line 2, st1: not an answer that is offered"),
        ("team,tu1\nNorthgate,8\n", "line 2, tu1: not an answer that is offered"),
        ("team,st1\nNorthgate\n", "line 2, all: there are 1 cells, not 2"),
        ("team,st1,keep\nNorthgate,4,\nNorthgate,, \n", "line 3, all: there is no answer in it"),
        (
            'team,st1,keep\nNorthgate,4,"a\nb"\nNorthgate,4,"x\nNorthgate,4,x\n',
            "line 4: a quotation mark is not closed where its cell ends",
        ),
        ("team,change\nNorthgate," + "x" * 1001 + "\n", "line 2, change: the comment is too long"),
    ],
)
def test_what_is_wrong_is_told_by_line_and_column(text: str, told: str) -> None:
    assert told in _problems(text)


def test_no_answer_is_quoted() -> None:
    told = " ".join(_problems("team,st1,change\nNorthgate,secret," + "private" * 300 + "\n"))
    assert "secret" not in told
    assert "private" not in told


def test_no_more_than_twenty_problems_are_told() -> None:
    assert len(_problems("team,st1\n" + "Nowhere,77\n" * 50)) == 20


@pytest.mark.parametrize("raw", [b"\xff\xfe", b'team,st1\n"' + b"x" * 200_000])
def test_what_is_no_table_is_told(raw: bytes) -> None:
    with pytest.raises(SpecInvalid):
        read_answers("a.csv", raw, PLAIN, _same)


def test_comments_that_are_not_asked_have_no_column() -> None:
    quiet = replace(PLAIN, policy=ReleasePolicy(5, CommentsChoice.NOT_ASKED))
    assert _problems("team,change\nNorthgate,x\n", quiet) == ("line 1: the survey has no question 'change'",)


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.binary(max_size=300), st.text(alphabet='team,;"\n\r\0 s1t2019Northgate', max_size=200)))
def test_any_bytes_are_read_or_refused(given_bytes: bytes | str) -> None:
    raw = given_bytes.encode() if isinstance(given_bytes, str) else given_bytes
    try:
        found = read_answers("a.csv", raw, PLAIN, _same)
    except SpecInvalid:
        return
    assert all(survey_fit(PLAIN).holds(each) for each in found)
