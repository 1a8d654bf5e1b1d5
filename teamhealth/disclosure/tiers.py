"""How much may be shown, by the number of valid answers behind a figure."""

from dataclasses import dataclass

from teamhealth.publication.types import Tier
from teamhealth.survey.organisation import Team
from teamhealth.survey.policy import SHARES_FROM, SPLITS_FROM, ReleasePolicy


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The fewest answers for words, shares, splits and comments; ``comments`` is None where they are not asked.

    ``people`` is the headcount: without codes somebody can answer twice, so a team of fewer people than an answer
    needs is not shown, however many answers there are.
    """

    words: int
    shares: int
    splits: int
    comments: int | None
    people: int

    def tier(self, answers: int) -> Tier:
        """Return what so many answers allow."""
        if min(answers, self.people) < self.words:
            return Tier.HIDDEN
        if answers >= self.splits:
            return Tier.SPLITS
        return Tier.SHARES if answers >= self.shares else Tier.WORDS


def thresholds(policy: ReleasePolicy, team: Team) -> Thresholds:
    """Return a team's thresholds; each rises by one for everyone who answers in it and will receive its report.

    Someone who answered knows one answer, so what is left unknown must be as many as before.
    """
    raised = team.answering_recipients
    words = policy.shown_from(raised)
    return Thresholds(
        words=words,
        shares=max(SHARES_FROM + raised, words),
        splits=max(SPLITS_FROM + raised, words),
        comments=policy.comments_shown_from(raised),
        people=team.headcount,
    )


def team_shown(policy: ReleasePolicy, team: Team, answered: int) -> bool:
    """Return whether anything of a team is shown by itself when so many answered."""
    return thresholds(policy, team).tier(answered) is not Tier.HIDDEN


def comments_shown(policy: ReleasePolicy, team: Team, answered: int, most_valid: int) -> bool:
    """Return whether a team's comments are shown when so many answered.

    ``most_valid`` are the most valid answers behind any of its figures: comments never stand where no figure may.
    """
    least = thresholds(policy, team).comments
    if not team_shown(policy, team, most_valid):
        return False
    return least is not None and min(answered, team.headcount) >= least
