"""No more answers of a team than people, where no codes tell that each person answered once."""

from collections.abc import Mapping

from teamhealth.failures import MoreAnswersThanPeople
from teamhealth.survey.ids import TeamId
from teamhealth.survey.survey import Survey


def check_people(survey: Survey, counts: Mapping[TeamId, int]) -> None:
    """Raise MoreAnswersThanPeople, naming the teams, for a survey without codes.

    With codes, spares serve newcomers, so that a team may rightly have more answers than its headcount says.
    """
    crowded = crowded_teams(survey, counts)
    if crowded:
        raise MoreAnswersThanPeople(crowded)


def crowded_teams(survey: Survey, counts: Mapping[TeamId, int]) -> tuple[str, ...]:
    """Return the names of the teams that have more answers than people; none where codes are used."""
    if survey.custody.one_time_codes:
        return ()
    return tuple(team.name for team in survey.teams if counts.get(team.id, 0) > team.headcount)
