"""Which totals and comparisons one team may be handed: none that leaves one other team's figures by subtraction."""

from collections.abc import Mapping
from dataclasses import replace

from teamhealth.publication.rest import scopes
from teamhealth.publication.totals import DomainTotal, ItemTotal
from teamhealth.publication.types import DomainResult, Publication, ServiceResult

FEWEST_OTHERS = 2


def with_one_team(publication: Publication, team_id: str) -> ServiceResult:
    """Return a team's service with this team alone, without the figures that would leave one other team's."""
    service = publication.service_of(team_id)
    team = publication.team(team_id)
    totals = tuple(each for each in service.totals if each.teams > FEWEST_OTHERS)
    kept = {each.domain: each.teams for each in totals}
    domains = tuple(
        each if _rest_stands(publication, service.id, team_id, each, kept) else replace(each, rest=None)
        for each in team.domains
    )
    return replace(
        service,
        teams=(replace(team, domains=domains),),
        totals=totals,
        items=tuple(each for each in service.items if each.teams > FEWEST_OTHERS),
    )


def council_beside(
    publication: Publication, service: ServiceResult
) -> tuple[tuple[DomainTotal, ...], tuple[ItemTotal, ...]]:
    """Return the council's totals that may stand beside a service's as ``with_one_team`` leaves them."""
    domains = {each.domain: each.teams for each in service.totals}
    items = {each.item: each.teams for each in service.items}
    return (
        tuple(each for each in publication.council if _stands(each.teams, domains.get(each.domain))),
        tuple(each for each in publication.council_items if _stands(each.teams, items.get(each.item))),
    )


def _stands(teams: int, in_service: int | None) -> bool:
    """Return whether two others are left of the council's teams, and not one beyond the service's."""
    return teams > FEWEST_OTHERS and (in_service is None or teams - in_service != 1)


def _rest_stands(
    publication: Publication, service: str, team: str, result: DomainResult, kept: Mapping[str, int]
) -> bool:
    for table, services in scopes(publication.atoms):
        if service in services:
            showing = [atom for atom in table if any(score.domain == result.domain for score in atom.scores)]
            others = sum(atom.team != team for atom in showing)
            beyond = sum(atom.service != service for atom in showing)
            return others >= FEWEST_OTHERS and not (beyond == 1 and result.domain in kept)
    return True
