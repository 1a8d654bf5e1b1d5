"""Whether every comparison is with a score that stands printed elsewhere, so that it tells nothing more."""

import math
from collections.abc import Iterator, Sequence

from teamhealth.publication.types import AtomKind, Publication
from tests.adversary.attack import Finding


def comparison_findings(publications: Sequence[Publication]) -> Iterator[Finding]:
    """Yield every comparison that no printed figure explains, over all rounds."""
    printed = {
        (publication.survey.wave.id, team.id, result.domain, result.score.points)
        for publication in publications
        for team in publication.teams
        for result in team.domains
        if result.score is not None
    }
    for publication in publications:
        for service in publication.services:
            for team in service.teams:
                for result in team.domains:
                    where = f"{publication.survey.wave.name} {team.name} {result.domain}"
                    if result.rest is not None and result.rest.other.points not in _rest(
                        publication, service.id, team.id, result.domain
                    ):
                        yield Finding("rest", where)
                    change = result.change
                    if change is not None:
                        place = (change.wave.id, team.id, result.domain, change.comparison.other.points)
                        if place not in printed:
                            yield Finding("change", where)


def _rest(publication: Publication, service: str, team: str, domain: str) -> set[int]:
    shown = [atom for atom in publication.atoms if atom.kind is AtomKind.TEAM]
    near = [atom for atom in shown if atom.service == service]
    others = [
        (score.score.points, score.weight, _calm(publication, atom.team, domain))
        for atom in (near if len(near) >= 4 else shown)
        if atom.team != team
        for score in atom.scores
        if score.domain == domain
    ]
    calm = [each for each in others if each[2]]
    used = calm if len(calm) >= 2 else others
    people = sum(weight for _, weight, _ in used)
    mean = math.floor(sum(points * weight for points, weight, _ in used) / people + 0.5 + 1e-9)
    return {min(94, max(6, mean))}


def _calm(publication: Publication, team: str | None, domain: str) -> bool:
    verdicts = [
        result.rest.verdict.value
        for each in publication.teams
        if each.id == team
        for result in each.domains
        if result.domain == domain and result.rest is not None
    ]
    return not {"above", "below"} & set(verdicts)
