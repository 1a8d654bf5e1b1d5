"""Whether atoms and pools are such as the release rules make: what shown teams show, and others only together."""

from collections.abc import Iterator, Mapping, Sequence

from teamhealth.publication.questions_consistency import scored_domain_ids
from teamhealth.publication.team_consistency import score_problems
from teamhealth.publication.together import count_as_shown
from teamhealth.publication.types import Atom, AtomKind, ItemPool, Publication, ServiceResult, TeamResult
from teamhealth.survey.policy import SPLITS_FROM

FEWEST_TEAMS = 2


def atom_problems(publication: Publication) -> Iterator[str]:
    """Yield what is wrong with the atoms."""
    shown = {team.id: (service.id, team) for service in publication.services for team in service.teams if team.shown}
    own = [atom for atom in publication.atoms if atom.kind is AtomKind.TEAM]
    if sorted(atom.team or "" for atom in own) != sorted(shown):
        yield "there is not one atom for each shown team"
        return
    least = publication.survey.policy.threshold
    for atom in own:
        service, team = shown[atom.team or ""]
        yield from _team_atom(atom, service, team)
    for atom in publication.atoms:
        for score in atom.scores:
            yield from score_problems(score.score)
            if score.weight < least:
                yield f"an atom of service {atom.service} holds a figure of too few answers"
    yield from _rows(publication, [atom for atom in publication.atoms if atom.kind is AtomKind.OTHERS])


def pool_problems(publication: Publication) -> Iterator[str]:
    """Yield what is wrong with the pools of answers to items."""
    services = {service.id: service for service in publication.services}
    order = [item.id for each in publication.survey.questionnaires for item in each.items]
    places = [pool.service for pool in publication.pools]
    if len(set(places)) != len(places) or not {*services, None}.issuperset(places):
        yield "a pool is there twice, or belongs nowhere"
        return
    pooled = {pool.service: frozenset(share.item for share in pool.shares) for pool in publication.pools}
    for pool in publication.pools:
        items = [share.item for share in pool.shares]
        if not items or items != [item for item in order if item in pooled[pool.service]]:
            yield "a pool's items are not the survey's, each once and in order"
            continue
        inside = _services_inside(pool, services, pooled)
        yield from _shares(pool, inside, max(SPLITS_FROM, publication.survey.policy.threshold))


def _team_atom(atom: Atom, service: str, team: TeamResult) -> Iterator[str]:
    shown = [(each.domain, each.score) for each in team.domains if each.score is not None]
    if atom.service != service or [(each.domain, each.score) for each in atom.scores] != shown:
        yield f"the atom of team {team.id} is not what the team shows"
    if any(each.weight > (team.answered or 0) for each in atom.scores):
        yield f"the atom of team {team.id} weighs more than the team's answers"


def _rows(publication: Publication, rows: Sequence[Atom]) -> Iterator[str]:
    services = {service.id: service.teams for service in publication.services}
    places = [row.service for row in rows]
    if len(set(places)) != len(places) or not {*services, None}.issuperset(places):
        yield "a row of other teams is there twice, or belongs nowhere"
        return
    domains = list(scored_domain_ids(publication.survey.questionnaires))
    for row in rows:
        teams = (
            services[row.service]
            if row.service is not None
            else tuple(team for service, mine in services.items() if service not in places for team in mine)
        )
        if row.team is not None or [score.domain for score in row.scores] != domains or not domains:
            yield "a row of other teams does not hold every theme"
            continue
        for score in row.scores:
            hidden = [team for team in teams if _hides(team, score.domain)]
            most = sum(team.headcount if team.answered is None else team.answered for team in hidden)
            if len(hidden) < FEWEST_TEAMS or score.weight > max(most, publication.survey.policy.threshold):
                yield f"other teams together have no {score.domain} that could be shown"


def _hides(team: TeamResult, domain: str) -> bool:
    return not team.shown or any(each.domain == domain and each.score is None for each in team.domains)


def _services_inside(
    pool: ItemPool, services: Mapping[str, ServiceResult], pooled: Mapping[str | None, frozenset[str]]
) -> Mapping[str, Sequence[TeamResult]]:
    """Return for each item of a pool the teams whose cells could be in it."""
    if pool.service is not None:
        return {share.item: services[pool.service].teams for share in pool.shares}
    return {
        share.item: [
            team
            for service in services.values()
            for team in service.teams
            if share.item not in pooled.get(service.id, frozenset()) or _lone_hidden(team, service)
        ]
        for share in pool.shares
    }


def _lone_hidden(team: TeamResult, service: ServiceResult) -> bool:
    """Return whether this is the only hidden team of its service: its answers are carried up."""
    return not team.shown and sum(not each.shown for each in service.teams) == 1


def _shares(pool: ItemPool, inside: Mapping[str, Sequence[TeamResult]], least: int) -> Iterator[str]:
    for share in pool.shares:
        cells = [team for team in inside[share.item] if not _counts(team, share.item)]
        most = sum(team.headcount if team.answered is None else team.answered for team in cells)
        if len(cells) < FEWEST_TEAMS or not least <= share.weight <= max(most, least):
            yield f"a pool has no {share.item} that could be shown"


def _counts(team: TeamResult, item: str) -> bool:
    return any(each.item == item and count_as_shown(each) is not None for each in team.items)
