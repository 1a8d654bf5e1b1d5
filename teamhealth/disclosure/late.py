"""A team of whom no answer was there when its survey was published: a publication of its own, later."""

from collections.abc import Sequence
from datetime import date

from teamhealth.analysis.measures import TeamMeasures
from teamhealth.disclosure.atoms import team_atom
from teamhealth.disclosure.comments import check_reviewed
from teamhealth.disclosure.precision import precision_of
from teamhealth.disclosure.reviewed import ReviewedComments
from teamhealth.disclosure.survey_facts import survey_facts
from teamhealth.disclosure.teams import team_result
from teamhealth.publication.document import publication_hash
from teamhealth.publication.types import FORMAT_VERSION, Publication, ServiceResult
from teamhealth.survey.survey import Survey


def release_late(
    measures: TeamMeasures,
    survey: Survey,
    comments: Sequence[ReviewedComments],
    published: date,
    first: Publication,
) -> Publication:
    """Put one late team's figures through the release rules.

    Its ranges use the spread and alpha that the first publication printed, or the fixed ones where it printed none. It
    is compared with nobody and enters no total, so that nothing printed before is moved. What it came out of is told,
    as for every team.

    Parameters
    ----------
    measures : TeamMeasures
        The team's. That no answer of it was there before is for the caller to know: the first publication cannot
        tell.
    survey : Survey
    comments : sequence of ReviewedComments
        The team's own.
    published : date
    first : Publication
        The survey's, in which the team is hidden.

    Raises
    ------
    ValueError
        If the first publication is another survey's or a late one, or shows the team; if too few answered for the
        team to be shown; or if a comment is not the team's.
    """
    if first.survey.id != survey.id or first.after is not None or first.team(measures.team).shown:
        raise ValueError("the first publication does not leave room for this team")
    check_reviewed(comments, survey)
    if any(each.team != measures.team for each in comments):
        raise ValueError("a comment is another team's")
    precisions = {each.domain: precision_of(first.spreads, each.domain) for each in measures.domains}
    service = next(each for each in survey.services if any(team.id == measures.team for team in each.teams))
    result = team_result(survey.team(measures.team), measures, survey, precisions, comments)
    atom = team_atom(service.id, result, measures)
    if atom is None:
        raise ValueError("too few answered")
    return Publication(
        version=FORMAT_VERSION,
        survey=survey_facts(survey, published),
        services=(ServiceResult(service.id, service.name, (result,)),),
        atoms=(atom,),
        spreads=first.spreads,
        lineage=survey.lineage.of_team(measures.team),
        after=publication_hash(first),
    )
