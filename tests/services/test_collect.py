"""Collecting shows a count and nothing else; PIN and closing keep their rules."""

from dataclasses import replace

import pytest

from teamhealth.failures import (
    DatabaseDamaged,
    DiskFull,
    EveryoneAnswered,
    HeadcountImpossible,
    SurveyNotOpen,
    TriedTooSoon,
    WrongPassphrase,
    WrongPin,
)
from teamhealth.services.collect import (
    check_pin,
    close_survey,
    collection,
    correct_headcount,
    may_start,
    reset_pin,
    submit,
)
from teamhealth.services.pin_gate import PinGate
from teamhealth.services.survey_list import SurveyStatus, list_surveys
from teamhealth.services.surveys import load_survey, with_team
from teamhealth.services.workspace import DATABASE_NAME, Workspace
from teamhealth.storage import keys, surveys
from teamhealth.survey.policy import CommentsChoice
from teamhealth.texts.failure_words import words_for
from tests.services.conftest import Clock
from tests.services.journeys import PIN, WORDS, answered, created, response


def test_the_count_goes_up(workspace: Workspace) -> None:
    survey_id = created(workspace)
    assert collection(workspace, survey_id).answered == 0
    answered(workspace, survey_id, [4, 2])
    found = collection(workspace, survey_id)
    assert (found.answered, found.needed, found.status) == (2, 5, SurveyStatus.COLLECTING)


def test_nobody_answers_beyond_the_headcount(workspace: Workspace) -> None:
    survey_id = created(workspace, headcount=5)
    answered(workspace, survey_id, [4] * 5)
    assert not may_start(workspace, survey_id)
    assert collection(workspace, survey_id).status is SurveyStatus.READY
    with pytest.raises(EveryoneAnswered):
        submit(workspace, response(workspace, survey_id))
    assert collection(workspace, survey_id).answered == 5


def test_headcount_is_corrected_and_kept_possible(workspace: Workspace) -> None:
    survey_id = created(workspace, headcount=9)
    team = collection(workspace, survey_id).team
    answered(workspace, survey_id, [4] * 6)
    correct_headcount(workspace, survey_id, team.id, 7)
    assert collection(workspace, survey_id).team.headcount == 7
    for wrong, smallest in ((4, 6), (5, 6)):
        with pytest.raises(HeadcountImpossible) as caught:
            correct_headcount(workspace, survey_id, team.id, wrong)
        assert caught.value.smallest == smallest
        assert "So many have answered already." in words_for(caught.value).do
    assert collection(workspace, survey_id).team.headcount == 7


def test_recipients_who_answer_raise_what_is_needed(workspace: Workspace) -> None:
    survey_id = created(workspace, headcount=9, answering_recipients=1)
    assert collection(workspace, survey_id).needed == 6


def test_pin_is_slowed_down_after_five_tries(workspace: Workspace, clock: Clock) -> None:
    survey_id = created(workspace)
    for _ in range(4):
        assert check_pin(workspace, survey_id, "0000") is False
    waits = []
    for _ in range(3):
        try:
            check_pin(workspace, survey_id, "0000")
        except WrongPin as failure:
            waits.append(failure.wait_seconds)
            clock.move(seconds=failure.wait_seconds)
    assert waits == sorted(waits)
    assert waits
    with pytest.raises(WrongPin):
        check_pin(workspace, survey_id, "0000")
    with pytest.raises(TriedTooSoon):
        check_pin(workspace, survey_id, PIN)
    clock.move(minutes=10)
    assert check_pin(workspace, survey_id, PIN) is True
    assert check_pin(workspace, survey_id, "0000") is False


def test_the_right_pin_opens_after_a_wrong_try_that_a_full_disk_cannot_forget(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without_room(*_: object) -> None:
        raise DiskFull(workspace.folder, "SQLITE_FULL")

    survey_id = created(workspace)
    assert check_pin(workspace, survey_id, "0000") is False
    monkeypatch.setattr(keys, "clear_tries", without_room)
    assert check_pin(workspace, survey_id, PIN) is True


def test_a_clock_set_back_locks_nobody_out(workspace: Workspace, clock: Clock) -> None:
    survey_id = created(workspace)
    for _ in range(6):
        try:
            check_pin(workspace, survey_id, "0000")
        except WrongPin as failure:
            clock.move(seconds=failure.wait_seconds)
    clock.move(days=-30)
    assert check_pin(workspace, survey_id, PIN) is True


def test_forgotten_pin_is_reset_with_the_passphrase(workspace: Workspace) -> None:
    survey_id = created(workspace)
    answered(workspace, survey_id, [4])
    with pytest.raises(WrongPassphrase):
        reset_pin(workspace, survey_id, "wrong words typed here", "1357")
    assert check_pin(workspace, survey_id, PIN) is True
    reset_pin(workspace, survey_id, WORDS, "1357")
    assert check_pin(workspace, survey_id, "1357") is True
    assert check_pin(workspace, survey_id, PIN) is False
    assert collection(workspace, survey_id).answered == 1


def test_closing_needs_the_pin_and_is_final(workspace: Workspace) -> None:
    survey_id = created(workspace)
    answered(workspace, survey_id, [4] * 6)
    with pytest.raises(WrongPin):
        close_survey(workspace, survey_id, "0000")
    assert may_start(workspace, survey_id)
    close_survey(workspace, survey_id, PIN)
    assert not may_start(workspace, survey_id)
    with pytest.raises(SurveyNotOpen):
        submit(workspace, response(workspace, survey_id))
    with pytest.raises(SurveyNotOpen):
        close_survey(workspace, survey_id, PIN)
    team = collection(workspace, survey_id).team
    with pytest.raises(SurveyNotOpen):
        correct_headcount(workspace, survey_id, team.id, 8)


def test_count_below_the_threshold_is_not_said_after_closing(workspace: Workspace) -> None:
    survey_id = created(workspace)
    answered(workspace, survey_id, [4] * 3)
    (row,) = list_surveys(workspace)
    assert row.teams[0].answered == 3
    close_survey(workspace, survey_id, PIN)
    (row,) = list_surveys(workspace)
    assert row.status is SurveyStatus.CLOSED
    assert row.teams[0].answered is None
    assert row.below_threshold


def test_the_pin_opens_even_when_the_database_is_gone(workspace: Workspace, clock: Clock) -> None:
    survey_id = created(workspace)
    gate = PinGate(workspace, survey_id)
    assert gate(PIN) is True
    (workspace.folder / DATABASE_NAME).unlink()
    assert gate("0000") is False
    assert gate(PIN) is True
    waits = []
    for _ in range(6):
        try:
            gate("0000")
        except WrongPin as failure:
            waits.append(failure.wait_seconds)
            clock.move(seconds=failure.wait_seconds)
    assert waits
    clock.move(seconds=-1)
    with pytest.raises(TriedTooSoon):
        gate(PIN)


def test_a_database_that_vanishes_does_not_come_back_empty(workspace: Workspace) -> None:
    survey_id = created(workspace)
    (workspace.folder / DATABASE_NAME).unlink()
    with pytest.raises(DatabaseDamaged):
        list_surveys(workspace)
    with pytest.raises(DatabaseDamaged):
        may_start(workspace, survey_id)
    assert not (workspace.folder / DATABASE_NAME).exists()


def test_a_team_that_is_not_asked_for_comments_may_be_corrected_below_them(workspace: Workspace) -> None:
    survey_id = created(workspace, headcount=8, comments=CommentsChoice.FROM_EIGHT)
    team = collection(workspace, survey_id).team
    with workspace.database.connect() as store:
        survey = load_survey(workspace, survey_id)
        surveys.update_survey(store, with_team(survey, replace(team, headcount=7)))
    correct_headcount(workspace, survey_id, team.id, 6)
    assert collection(workspace, survey_id).team.headcount == 6


def test_comments_that_were_promised_from_eight_stay_possible(workspace: Workspace) -> None:
    survey_id = created(workspace, headcount=10, comments=CommentsChoice.FROM_EIGHT, answering_recipients=1)
    team = collection(workspace, survey_id).team
    with pytest.raises(HeadcountImpossible) as caught:
        correct_headcount(workspace, survey_id, team.id, 8)
    assert caught.value.smallest == 9
    with pytest.raises(HeadcountImpossible):
        correct_headcount(workspace, survey_id, team.id, 100_001)
