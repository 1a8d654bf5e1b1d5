"""What totals would be if they were sums of other printed figures and nothing more."""

import math
from collections.abc import Sequence

from teamhealth.publication.types import ItemResult, Publication, ServiceResult


def explained_points(publication: Publication, services: set[str], domain: str) -> set[int]:
    """Return the total that printed atoms make."""
    scores = [
        (score.score.points, score.weight)
        for atom in publication.atoms
        if atom.service in services or (atom.service is None and len(services) == len(publication.services))
        for score in atom.scores
        if score.domain == domain
    ]
    # The only service is the council too, so a row that was carried up may be in one and not in the other.
    own = [
        (score.score.points, score.weight)
        for atom in publication.atoms
        if atom.service in services
        for score in atom.scores
        if score.domain == domain
    ]
    return {min(94, max(6, _rounded(sum(p * w for p, w in each), sum(w for _, w in each)))) for each in (scores, own)}


def explained_share(publication: Publication, services: Sequence[ServiceResult], item: str) -> int:
    """Return the share that printed counts and pools make."""
    favourable = people = 0.0
    for service in services:
        for team in service.teams:
            for each in team.items:
                if each.item == item and each.answered is not None:
                    people += each.answered
                    favourable += _entering(each)
    ids = {service.id for service in services}
    whole = len(ids) == len(publication.services) and services is publication.services
    for pool in publication.pools:
        for share in pool.shares:
            if share.item == item and (pool.service in ids or (pool.service is None and whole)):
                people += share.weight
                favourable += share.favourable * share.weight / 100
    return _rounded(100 * favourable, people) if people else -1


def _entering(item: ItemResult) -> float:
    if item.split is not None:
        return item.split.favourable
    if item.favourable is None or item.answered is None:
        return 0
    return (item.favourable.low + item.favourable.high) / 2


def _rounded(total: float, people: float) -> int:
    return math.floor(total / people + 0.5 + 1e-9)
