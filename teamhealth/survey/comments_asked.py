"""Which teams are asked for comments, and how the others are named: those too small for comments ever to be shown."""

from collections.abc import Sequence

from teamhealth.survey.organisation import Team
from teamhealth.survey.policy import CommentsChoice, ReleasePolicy
from teamhealth.survey.survey import Survey
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.lists import and_list

# More names than that are not read.
_MOST_NAMED = 5


def asked_for_comments(policy: ReleasePolicy, team: Team) -> bool:
    """Return whether a team is asked for comments."""
    return policy.comments_asked(team.headcount, team.answering_recipients)


def teams_not_asked(survey: Survey) -> tuple[Team, ...]:
    """Return the teams that are too small to be asked; none where nobody is asked for comments."""
    if survey.policy.comments is CommentsChoice.NOT_ASKED:
        return ()
    return tuple(team for team in survey.teams if not asked_for_comments(survey.policy, team))


def any_asked(survey: Survey) -> bool:
    """Return whether any team is asked for comments."""
    return any(asked_for_comments(survey.policy, team) for team in survey.teams)


def least_promised(survey: Survey) -> Team:
    """Return the team whose comments are shown from the fewest answers, of those that are asked if there are any."""
    asked = tuple(team for team in survey.teams if asked_for_comments(survey.policy, team))
    return min(asked or survey.teams, key=_raised)


def not_asked_words(teams: Sequence[str]) -> str:
    """Return 'Not asked in Elm and Oak: too few people.', of many teams only how many; '' for none."""
    if not teams:
        return ""
    if len(teams) > _MOST_NAMED or not all(teams):
        return trn(
            "Not asked in {count} team: too few people.", "Not asked in {count} teams: too few people.", len(teams)
        )
    return tr("Not asked in {teams}: too few people.", teams=and_list(teams))


def _raised(team: Team) -> int:
    return team.answering_recipients
