"""An interview goes through every question, keeps what was answered and knows no identity."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamhealth.survey.interview import Interview
from teamhealth.survey.policy import CommentsChoice
from teamhealth.survey.questions import QuestionKind, lay_out
from tests.invented import TEAM_ID, survey


def _start(comments: CommentsChoice = CommentsChoice.FROM_THRESHOLD) -> Interview:
    asked = survey(comments=comments)
    return Interview(asked.id, TEAM_ID, lay_out(asked))


def _answer_all(interview: Interview, code: int) -> Interview:
    while not interview.at_check:
        if interview.current.kind is not QuestionKind.COMMENT:
            interview = interview.answer(code)
        interview = interview.next()
    return interview


def test_sections_are_the_domains_then_time_then_comments() -> None:
    sections = _start().sections
    assert [section.id for section in sections] == [
        "stability", "morale", "bureaucracy", "safety", "time", "comments",
    ]  # fmt: skip
    assert [len(section.questions) for section in sections] == [7, 7, 7, 7, 2, 2]


def test_comments_that_are_not_asked_have_no_page() -> None:
    assert [section.id for section in _start(CommentsChoice.NOT_ASKED).sections][-1] == "time"


def test_answering_does_not_advance() -> None:
    interview = _start().answer(4)
    assert interview.position == 0
    assert interview.current_code == 4


def test_next_needs_an_answer() -> None:
    with pytest.raises(ValueError, match="st1"):
        _start().next()


def test_opt_out_is_an_answer_that_counts_as_left_out() -> None:
    interview = _answer_all(_start(), 0)
    assert interview.answered == 0
    assert set(interview.complete().answers.values()) == {0}


@pytest.mark.parametrize("code", [-1, 6, 7, 8, 10])
def test_codes_that_are_not_offered_are_refused(code: int) -> None:
    with pytest.raises(ValueError, match=str(code)):
        _start().answer(code)


def test_banded_item_takes_six() -> None:
    interview = _answer_all(_start(), 3).change("tu1").answer(6)
    assert interview.current_code == 6


def test_change_returns_to_the_check_page() -> None:
    interview = _answer_all(_start(), 3).change("mo2").answer(5).next()
    assert interview.at_check
    assert interview.complete().answers["mo2"] == 5
    assert interview.complete().answers["mo1"] == 3


def test_going_back_from_the_check_page_shows_the_last_question() -> None:
    interview = _answer_all(_start(), 3).back()
    assert interview.current.id == "keep"


def test_incomplete_interview_gives_no_response() -> None:
    with pytest.raises(ValueError, match="0"):
        _start().complete()


def test_empty_comments_are_left_out_and_others_are_trimmed() -> None:
    interview = _answer_all(_start(), 3)
    interview = interview.change("change").comment("  More time.\r\n ").next().change("keep").comment("   ").next()
    assert dict(interview.complete().comments) == {"change": "More time."}


def test_comment_beyond_the_limits_is_refused() -> None:
    interview = _answer_all(_start(), 3).change("change")
    interview.comment("x" * 1_000)
    with pytest.raises(ValueError, match="change"):
        interview.comment("x" * 1_001)
    with pytest.raises(ValueError, match="change"):
        interview.comment("\U0001f642" * 501)


def test_an_interview_is_a_value() -> None:
    first = _start()
    first.answer(1)
    assert first.current_code is None


@given(st.lists(st.sampled_from(["answer", "next", "back", "out"]), max_size=80))
def test_any_keys_keep_the_position_in_the_questionnaire(keys: list[str]) -> None:
    interview = _start()
    for key in keys:
        if interview.at_check:
            interview = interview.back()
        elif key == "answer" and interview.current.kind is not QuestionKind.COMMENT:
            interview = interview.answer(2)
        elif key == "out" and interview.current.kind is not QuestionKind.COMMENT:
            interview = interview.answer(9)
        elif key == "next" and interview.may_go_on:
            interview = interview.next()
        elif key == "back":
            interview = interview.back()
        assert 0 <= interview.position <= len(interview.questions)
        assert interview.answered <= len(interview.questions)
