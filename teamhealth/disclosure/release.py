"""The one way from confidential measures to a publication."""

from collections.abc import Sequence
from datetime import date

from teamhealth.analysis.measures import DomainMeasure, Measures
from teamhealth.disclosure.atoms import team_atom, totals
from teamhealth.disclosure.comments import check_reviewed, comment_questions, released_comments
from teamhealth.disclosure.precision import Precision, precision
from teamhealth.disclosure.reviewed import ReviewedComments
from teamhealth.disclosure.team import hidden_team, shown_team
from teamhealth.disclosure.tiers import comments_shown, team_shown, thresholds
from teamhealth.publication.types import (
    FORMAT_VERSION,
    Atom,
    DomainSpread,
    Publication,
    ServiceResult,
    SurveyFacts,
    TeamResult,
    Tier,
)
from teamhealth.survey.ids import TeamId
from teamhealth.survey.organisation import Team
from teamhealth.survey.survey import Survey


def release(measures: Measures, survey: Survey, comments: Sequence[ReviewedComments], published: date) -> Publication:
    """Put a survey's figures through the release rules.

    Parameters
    ----------
    measures : Measures
        Every team's confidential figures.
    survey : Survey
        The survey they are of; its policy was fixed before the first answer.
    comments : sequence of ReviewedComments
        In any order; those of teams whose comments are not shown are dropped.
    published : date
        The day.

    Raises
    ------
    ValueError
        If the measures or the comments are not this survey's.
    """
    if measures.survey != survey.id or [each.team for each in measures.teams] != [team.id for team in survey.teams]:
        raise ValueError("the measures are another survey's")
    check_reviewed(comments, survey)
    cells = _shown_cells(measures, survey)
    precisions = {domain: precision(shown) for domain, shown in cells.items() if shown}
    services: list[ServiceResult] = []
    atoms: list[Atom] = []
    for service in survey.services:
        results = tuple(_team(team, measures, survey, precisions, comments) for team in service.teams)
        made = [team_atom(service.id, each, measures.team(TeamId(each.id))) for each in results]
        own = [atom for atom in made if atom is not None]
        services.append(ServiceResult(service.id, service.name, results, totals(own, list(cells))))
        atoms += own
    return Publication(
        version=FORMAT_VERSION,
        survey=_facts(survey, published),
        services=tuple(services),
        atoms=tuple(atoms),
        council=totals(atoms, list(cells)),
        spreads=_spreads(precisions),
    )


def _shown_cells(measures: Measures, survey: Survey) -> dict[str, list[DomainMeasure]]:
    """Return for each domain, in the order asked, the measures of those teams that show its score."""
    cells: dict[str, list[DomainMeasure]] = {}
    for team in survey.teams:
        least = thresholds(survey.policy, team)
        figures = measures.team(team.id)
        for each in figures.domains:
            cell = cells.setdefault(each.domain, [])
            if least.tier(figures.answered) is not Tier.HIDDEN and least.tier(each.valid) is not Tier.HIDDEN:
                cell.append(each)
    return cells


def _team(
    team: Team,
    measures: Measures,
    survey: Survey,
    precisions: dict[str, Precision],
    comments: Sequence[ReviewedComments],
) -> TeamResult:
    figures = measures.team(team.id)
    if not team_shown(survey.policy, team, figures.answered):
        return hidden_team(team, thresholds(survey.policy, team))
    kept = comments if comments_shown(survey.policy, team, figures.answered) else ()
    words = released_comments(kept, team.id, comment_questions(survey))
    return shown_team(team, figures, thresholds(survey.policy, team), precisions, words)


def _spreads(precisions: dict[str, Precision]) -> tuple[DomainSpread, ...]:
    return tuple(
        DomainSpread(domain, sure.spread.points, sure.spread.freedom)
        for domain, sure in precisions.items()
        if sure.spread.freedom is not None
    )


def _facts(survey: Survey, published: date) -> SurveyFacts:
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
