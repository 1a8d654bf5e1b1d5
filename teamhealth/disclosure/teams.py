"""Every team by itself: what may be shown of it, compared with nothing yet."""

from collections.abc import Mapping, Sequence

from teamhealth.analysis.measures import DomainMeasure, Measures, TeamMeasures
from teamhealth.disclosure.comments import comment_questions, released_comments
from teamhealth.disclosure.hidden import TeamFigures
from teamhealth.disclosure.other_teams import ServiceFigures
from teamhealth.disclosure.precision import Precision
from teamhealth.disclosure.reviewed import ReviewedComments
from teamhealth.disclosure.team import hidden_team, shown_team
from teamhealth.disclosure.tiers import comments_shown, team_shown, thresholds
from teamhealth.publication.results import TeamResult
from teamhealth.publication.values import Tier
from teamhealth.survey.ids import TeamId
from teamhealth.survey.organisation import Team
from teamhealth.survey.survey import Survey


def shown_cells(measures: Measures, survey: Survey) -> dict[str, list[DomainMeasure]]:
    """Return for each domain, in the order asked, the measures of those teams that show its score."""
    cells: dict[str, list[DomainMeasure]] = {}
    for team, figures in zip(survey.teams, measures.teams, strict=True):
        least = thresholds(survey.policy, team)
        for each in figures.domains:
            cell = cells.setdefault(each.domain, [])
            if least.tier(figures.answered) is not Tier.HIDDEN and least.tier(each.valid) is not Tier.HIDDEN:
                cell.append(each)
    return cells


def team_result(
    team: Team,
    measures: TeamMeasures,
    survey: Survey,
    precisions: Mapping[str, Precision],
    comments: Sequence[ReviewedComments],
) -> TeamResult:
    """Return what may be shown of one team; ``comments`` are its own, read, in any order."""
    if not team_shown(survey.policy, team, measures.answered):
        return hidden_team(team, thresholds(survey.policy, team))
    kept = comments if comments_shown(survey.policy, team, measures.answered, measures.most_valid) else ()
    words = released_comments(kept, comment_questions(survey))
    least = thresholds(survey.policy, team)
    return shown_team(team, measures, survey.questionnaires, least, precisions=precisions, comments=words)


def service_figures(
    measures: Measures, survey: Survey, precisions: Mapping[str, Precision], comments: Sequence[ReviewedComments]
) -> tuple[ServiceFigures, ...]:
    """Return every service's teams with what may be shown of each."""
    figures = {each.team: each for each in measures.teams}
    words: dict[TeamId, list[ReviewedComments]] = {}
    for each in comments:
        words.setdefault(each.team, []).append(each)
    return tuple(
        ServiceFigures(
            service.id,
            tuple(
                TeamFigures(
                    team,
                    figures[team.id],
                    team_result(team, figures[team.id], survey, precisions, words.get(team.id, ())),
                )
                for team in service.teams
            ),
        )
        for service in survey.services
    )
