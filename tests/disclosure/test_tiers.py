"""How much so many answers allow."""

import pytest

from teamhealth.disclosure.tiers import comments_shown, team_shown, thresholds
from teamhealth.publication.types import Tier
from teamhealth.survey.organisation import Team
from teamhealth.survey.policy import CommentsChoice, ReleasePolicy
from tests.invented import TEAM_ID


def team(recipients: int = 0) -> Team:
    return Team(TEAM_ID, "Northgate", 12, recipients)


def policy(threshold: int = 5, comments: CommentsChoice = CommentsChoice.FROM_THRESHOLD) -> ReleasePolicy:
    return ReleasePolicy(threshold, comments)


@pytest.mark.parametrize(
    ("threshold", "recipients", "hidden", "words", "shares"),
    [(5, 0, 4, 7, 9), (5, 1, 5, 8, 10), (5, 2, 6, 9, 11), (6, 0, 5, 7, 9), (8, 0, 7, 7, 9), (9, 1, 9, 9, 10)],
)
def test_tiers_begin_where_the_policy_says(
    threshold: int, recipients: int, hidden: int, words: int, shares: int
) -> None:
    """``hidden``, ``words`` and ``shares`` are the most answers of each tier."""
    least = thresholds(policy(threshold), team(recipients))
    for answers in range(20):
        expected = (
            Tier.HIDDEN
            if answers <= hidden
            else Tier.WORDS
            if answers <= words
            else Tier.SHARES
            if answers <= shares
            else Tier.SPLITS
        )
        assert least.tier(answers) is expected, answers


def test_a_threshold_above_ten_leaves_no_lower_tier() -> None:
    least = thresholds(policy(12), team())
    assert [least.tier(answers) for answers in (11, 12)] == [Tier.HIDDEN, Tier.SPLITS]


def test_a_recipient_who_answers_raises_the_threshold() -> None:
    assert team_shown(policy(), team(), 5)
    assert not team_shown(policy(), team(1), 5)
    assert team_shown(policy(), team(1), 6)


@pytest.mark.parametrize(
    ("choice", "threshold", "recipients", "least"),
    [
        (CommentsChoice.FROM_THRESHOLD, 5, 0, 5),
        (CommentsChoice.FROM_THRESHOLD, 6, 1, 7),
        (CommentsChoice.FROM_EIGHT, 5, 0, 8),
        (CommentsChoice.FROM_EIGHT, 5, 1, 9),
        (CommentsChoice.FROM_EIGHT, 9, 0, 9),
    ],
)
def test_comments_are_shown_from_what_was_promised(
    choice: CommentsChoice, threshold: int, recipients: int, least: int
) -> None:
    shown = [
        comments_shown(policy(threshold, choice), team(recipients), answers, answers) for answers in (least - 1, least)
    ]
    assert shown == [False, True]


def test_comments_that_were_not_asked_are_never_shown() -> None:
    assert not comments_shown(policy(5, CommentsChoice.NOT_ASKED), team(), 100, 100)


def test_a_team_of_fewer_people_than_answers_are_needed_is_not_shown_however_many_answers_there_are() -> None:
    small = Team(TEAM_ID, "Birch", 3)
    assert not team_shown(policy(), small, 6)
    assert not comments_shown(policy(), small, 12, 12)
    assert team_shown(policy(), Team(TEAM_ID, "Birch", 5), 6)
