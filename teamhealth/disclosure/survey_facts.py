"""What a publication says of its survey, and whether figures are of that survey at all."""

from datetime import date

from teamhealth.analysis.measures import Measures
from teamhealth.publication.types import SurveyFacts
from teamhealth.survey.survey import Survey


def survey_facts(survey: Survey, published: date) -> SurveyFacts:
    """Return what was asked, when it was published, and under which promises."""
    return SurveyFacts(
        id=survey.id,
        title=survey.title,
        organisation=survey.organisation,
        wave=survey.wave,
        custody=survey.custody,
        policy=survey.policy,
        questionnaires=survey.questionnaires,
        published=published,
    )


def check_measures(measures: Measures, survey: Survey) -> None:
    """Refuse measures that are not of this survey's teams in their order; ValueError."""
    if measures.survey != survey.id or [each.team for each in measures.teams] != [team.id for team in survey.teams]:
        raise ValueError("the measures are another survey's")
