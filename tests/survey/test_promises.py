"""Staff are told what the custody allows to be told, and nothing more."""

from dataclasses import replace

import pytest

from teamhealth.survey.custody import Custody, CustodyKind
from teamhealth.survey.ids import TeamId
from teamhealth.survey.organisation import Team
from teamhealth.survey.policy import CommentsChoice, ReleasePolicy
from teamhealth.survey.promises import (
    after_sending,
    always_true,
    before_sending,
    comments_promise,
    storage_promise,
    threshold_promise,
    who_opens,
)

LEAD = Custody(CustodyKind.LEAD)
CHOSEN = Custody(CustodyKind.CHOSEN, "the union rep")
MANAGER = Custody(CustodyKind.MANAGER)
TEAM = Team(TeamId("1" * 32), "Northgate", 9)


def _everything(custody: Custody) -> str:
    policy = ReleasePolicy(5, CommentsChoice.FROM_THRESHOLD)
    parts = (
        who_opens(custody),
        *threshold_promise(policy, TEAM),
        *storage_promise(custody),
        *(comments_promise(policy, TEAM) or ()),
        *always_true("the council's safeguarding line"),
        *before_sending(custody),
        after_sending(custody),
    )
    return " ".join(parts)


def test_each_custody_has_its_own_sentence() -> None:
    assert who_opens(LEAD) == (
        "Your manager cannot open your answers. The survey lead’s program opens them together and shows group "
        "results only."
    )
    assert who_opens(CHOSEN) == "Only the union rep can open the answers, here, after the survey has closed."
    assert who_opens(MANAGER) == (
        "The person running this survey opens the answers together after it closes. "
        "This is confidential, not anonymous."
    )


@pytest.mark.parametrize("custody", [CHOSEN, MANAGER])
def test_a_key_on_the_laptop_promises_no_codes_and_no_locked_out_manager(custody: Custody) -> None:
    told = _everything(custody)
    assert "code" not in told
    assert "manager cannot" not in told


def test_only_the_manager_custody_says_not_anonymous() -> None:
    assert "not anonymous" in _everything(MANAGER)
    assert "anonymous" not in _everything(CHOSEN).replace("not anonymous", "")


@pytest.mark.parametrize("custody", [LEAD, CHOSEN, MANAGER])
def test_withdrawn_sentences_are_never_said(custody: Custody) -> None:
    told = _everything(custody)
    for withdrawn in ("Nobody can see", "Not even you", "Your code is not kept"):
        assert withdrawn not in told


@pytest.mark.parametrize("custody", [LEAD, CHOSEN, MANAGER])
def test_what_holds_always_is_always_said(custody: Custody) -> None:
    told = _everything(custody)
    assert "Comments are read word for word." in told
    assert "Results are not used to judge or discipline anyone." in told
    assert "This is not a way to report a safeguarding concern: use the council's safeguarding line." in told


def test_a_team_whose_comments_could_never_be_shown_is_promised_nothing_of_them() -> None:
    policy = ReleasePolicy(5, CommentsChoice.FROM_EIGHT)
    assert comments_promise(policy, replace(TEAM, headcount=7)) is None
    assert comments_promise(policy, replace(TEAM, headcount=8)) is not None
    assert comments_promise(policy, replace(TEAM, headcount=8, answering_recipients=1)) is None
    assert comments_promise(ReleasePolicy(5, CommentsChoice.FROM_THRESHOLD), replace(TEAM, headcount=7)) is not None


def test_comments_promise_follows_the_choice() -> None:
    from_eight = comments_promise(ReleasePolicy(5, CommentsChoice.FROM_EIGHT), TEAM)
    assert from_eight is not None
    assert "shown from 8 answers" in from_eight[1]
    assert comments_promise(ReleasePolicy(5, CommentsChoice.NOT_ASKED), TEAM) is None


def test_recipients_who_answer_raise_what_is_promised() -> None:
    policy = ReleasePolicy(5, CommentsChoice.FROM_EIGHT)
    team = Team(TeamId("1" * 32), "Northgate", 9, answering_recipients=1)
    assert threshold_promise(policy, team)[0] == "A team is shown from 6 answers"
    comments = comments_promise(policy, team)
    assert comments is not None
    assert "from 9 answers" in comments[1]
