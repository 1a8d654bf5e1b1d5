"""Which results are of one survey, and which envelopes were opened together."""

from collections.abc import Sequence, Set

from teamhealth.publication.types import Publication
from teamhealth.services.lead_opening import Envelopes
from teamhealth.survey.ids import SurveyId


def divided(survey: SurveyId | str, others: Sequence[Publication]) -> tuple[list[Publication], list[Publication]]:
    """Return the results of other rounds, and those of this survey."""
    rounds = [each for each in others if each.survey.id != survey]
    return rounds, [each for each in others if each.survey.id == survey]


def without(envelopes: Envelopes, teams: Set[str]) -> Envelopes:
    """Return the envelopes of all other teams."""
    return [each for each in envelopes if each[0] not in teams]


def of_team(envelopes: Envelopes, team: str) -> Envelopes:
    """Return the envelopes of one team."""
    return [each for each in envelopes if each[0] == team]
