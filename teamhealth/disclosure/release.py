"""The one way from confidential measures to a publication.

Each team is put through its own rules first. What cannot be shown by itself is then shown together with others, or
not at all. Every total is made of what is shown by then, and of nothing else.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from teamhealth.analysis.measures import Measures
from teamhealth.analysis.scoring import Scores
from teamhealth.disclosure.atoms import team_atom
from teamhealth.disclosure.comments import check_reviewed
from teamhealth.disclosure.gaps import gaps
from teamhealth.disclosure.other_teams import ServiceFigures, item_pools, other_teams
from teamhealth.disclosure.precision import precision, published_spreads
from teamhealth.disclosure.quality import published_quality
from teamhealth.disclosure.reviewed import ReviewedComments
from teamhealth.disclosure.rounds import team_changes
from teamhealth.disclosure.survey_facts import check_measures, survey_facts
from teamhealth.disclosure.teams import service_figures, shown_cells
from teamhealth.publication.left_out import answers_left_out
from teamhealth.publication.results import TeamResult
from teamhealth.publication.together import TeamsAndPool, item_totals, totals
from teamhealth.publication.totals import Atom, ItemPool
from teamhealth.publication.types import FORMAT_VERSION, Publication, ServiceResult
from teamhealth.publication.values import Change, Comparison
from teamhealth.survey.lineage import Lineage, lineage_problem
from teamhealth.survey.survey import Survey

_NO_LINEAGE = Lineage()


def release(
    measures: Measures,
    survey: Survey,
    comments: Sequence[ReviewedComments],
    published: date,
    *,
    scores: Scores | None = None,
    earlier: Sequence[Publication] = (),
    lineage: Lineage = _NO_LINEAGE,
) -> Publication:
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
    scores : Scores or None
        What the measures were made of; without them no gap between teams is tested, and no quality told.
    earlier : sequence of Publication
        Earlier rounds of the same organisation, those of teams published late too.
    lineage : Lineage
        What became of earlier rounds' teams.

    Raises
    ------
    ValueError
        If the measures, the comments or the lineage are not this survey's.
    """
    check_measures(measures, survey)
    check_reviewed(comments, survey)
    wrong = lineage_problem(lineage, frozenset(team.id for team in survey.teams))
    if wrong:
        raise ValueError(wrong)
    precisions = {domain: precision(shown) for domain, shown in shown_cells(measures, survey).items() if shown}
    services = service_figures(measures, survey, precisions, comments)
    domains = [each for questionnaire in survey.questionnaires for each in questionnaire.domains]
    rows = other_teams(services, domains, survey.policy)
    pools = item_pools(services, rows, domains, survey.policy)
    atoms = _atoms(services, rows)
    spreads = published_spreads(precisions)
    rest = gaps(atoms, scores, survey.id, spreads)
    change = team_changes(atoms, spreads, survey, earlier, lineage)
    parts = [_part(service, pools, rest, change) for service in services]
    quality = published_quality(services, scores, spreads)
    whole = _put_together(survey, published, parts, atoms, pools)
    return replace(whole, spreads=spreads, lineage=lineage, quality=quality)


def _atoms(services: Sequence[ServiceFigures], rows: Sequence[Atom]) -> tuple[Atom, ...]:
    """Return all atoms, each service's row after its teams."""
    own = {row.service: row for row in rows}
    atoms: list[Atom | None] = []
    for service in services:
        atoms += [team_atom(service.id, team.result, team.measures) for team in service.teams]
        atoms.append(own.get(service.id))
    return tuple(atom for atom in (*atoms, own.get(None)) if atom is not None)


def _part(
    service: ServiceFigures,
    pools: Sequence[ItemPool],
    rest: Mapping[tuple[str, str], Comparison],
    change: Mapping[tuple[str, str], Change],
) -> TeamsAndPool:
    pool = next((each for each in pools if each.service == service.id), None)
    return TeamsAndPool(tuple(_compared(team.result, rest, change) for team in service.teams), pool)


def _compared(
    team: TeamResult,
    rest: Mapping[tuple[str, str], Comparison],
    change: Mapping[tuple[str, str], Change],
) -> TeamResult:
    domains = tuple(
        replace(each, rest=rest.get((team.id, each.domain)), change=change.get((team.id, each.domain)))
        for each in team.domains
    )
    return replace(team, domains=domains)


def _put_together(
    survey: Survey,
    published: date,
    parts: Sequence[TeamsAndPool],
    atoms: tuple[Atom, ...],
    pools: tuple[ItemPool, ...],
) -> Publication:
    """Return the publication of shown figures, with the totals that they make."""
    domains = [each.id for q in survey.questionnaires if q.score_domains for each in q.domains]
    items = [each.id for q in survey.questionnaires for each in q.items]
    by_service: dict[str | None, list[Atom]] = {}
    for atom in atoms:
        by_service.setdefault(atom.service, []).append(atom)
    services = tuple(
        ServiceResult(
            id=service.id,
            name=service.name,
            teams=part.teams,
            totals=totals(by_service.get(service.id, ()), domains),
            items=item_totals([part], None, items),
        )
        for service, part in zip(survey.services, parts, strict=True)
    )
    carried = next((each for each in pools if each.service is None), None)
    return Publication(
        version=FORMAT_VERSION,
        survey=survey_facts(survey, published),
        services=services,
        atoms=atoms,
        pools=pools,
        council=totals(atoms, domains),
        council_items=item_totals(parts, carried, items),
        left_out=answers_left_out([(each.id, each.teams) for each in services], atoms),
    )
