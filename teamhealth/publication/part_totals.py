"""Which totals and comparisons one team may be handed: none that leaves one other team's figures by subtraction."""

from collections.abc import Mapping
from dataclasses import replace

from teamhealth.publication.rest import standing_apart, those_beside
from teamhealth.publication.totals import Atom, DomainTotal, ItemTotal
from teamhealth.publication.types import Publication, ServiceResult

FEWEST_OTHERS = 2


def with_one_team(publication: Publication, team_id: str) -> ServiceResult:
    """Return a team's service with this team alone, without the figures that would leave one other team's."""
    service = publication.service_of(team_id)
    team = publication.team(team_id)
    beside = _beside(publication, team_id)
    totals = tuple(
        each
        for each in service.totals
        if each.teams > FEWEST_OTHERS and _leaves_several(each.teams, beside.get(each.domain), service.id)
    )
    kept = {each.domain for each in totals}
    domains = tuple(
        each if _rest_stands(beside.get(each.domain, ()), service.id, each.domain in kept) else replace(each, rest=None)
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
    beside = _beside(publication, service.teams[0].id)
    return (
        tuple(
            each
            for each in publication.council
            if _stands(each.teams, domains.get(each.domain)) and _leaves_several(each.teams, beside.get(each.domain))
        ),
        tuple(each for each in publication.council_items if _stands(each.teams, items.get(each.item))),
    )


def _stands(teams: int, in_service: int | None) -> bool:
    """Return whether two others are left of the council's teams, and not one beyond the service's."""
    return teams > FEWEST_OTHERS and (in_service is None or teams - in_service != 1)


_Beside = Mapping[str, tuple[Atom, ...]]


def _beside(publication: Publication, team: str) -> _Beside:
    """Return the teams with whose mean a team's domains are printed beside."""
    apart = standing_apart(publication.teams)
    domains = [each.domain for each in publication.team(team).domains if each.rest is not None]
    return {domain: those_beside(publication.atoms, (team, domain), apart) for domain in domains}


def _leaves_several(teams: int, beside: tuple[Atom, ...] | None, service: str | None = None) -> bool:
    """Return whether a total of so many teams, less the team itself and those it is beside, is not one team's."""
    if not beside:
        return True
    inside = sum(service in {None, atom.service} for atom in beside)
    # Whoever is beside it and not in the total cannot be taken away from it.
    return inside < len(beside) or teams - 1 - inside != 1


def _rest_stands(beside: tuple[Atom, ...], service: str, total_kept: bool) -> bool:
    """Return whether those beside a team are two or more, and not one beyond the service whose total stands too."""
    beyond = sum(atom.service != service for atom in beside)
    return not beside or (len(beside) >= FEWEST_OTHERS and not (beyond == 1 and total_kept))
