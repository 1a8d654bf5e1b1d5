"""Whether totals and comparisons are those that the shown figures make: they are made again, and compared."""

from collections.abc import Iterator

from teamhealth.publication.left_out import answers_left_out
from teamhealth.publication.questions_consistency import scored_domain_ids
from teamhealth.publication.rest import rest_scores, standing_apart
from teamhealth.publication.team_consistency import score_problems
from teamhealth.publication.together import TeamsAndPool, item_totals, totals
from teamhealth.publication.types import Atom, Comparison, Publication, ShownScore, Verdict

FEWEST_TEAMS_FOR_SPREAD = 5


def total_problems(publication: Publication) -> Iterator[str]:
    """Yield what is wrong with totals, comparisons, spreads and the word on what is left out."""
    domains = scored_domain_ids(publication.survey.questionnaires)
    items = [item.id for each in publication.survey.questionnaires for item in each.items]
    by_service: dict[str | None, list[Atom]] = {}
    for atom in publication.atoms:
        by_service.setdefault(atom.service, []).append(atom)
    pools = {pool.service: pool for pool in publication.pools}
    parts = [TeamsAndPool(service.teams, pools.get(service.id)) for service in publication.services]
    for service, part in zip(publication.services, parts, strict=True):
        made = totals(by_service.get(service.id, ()), domains)
        if service.totals != made or service.items != item_totals([part], None, items):
            yield f"service {service.id}: the totals are not those of its atoms and pools"
    if publication.council != totals(publication.atoms, domains):
        yield "council: the totals are not those of the atoms"
    if publication.council_items != item_totals(parts, pools.get(None), items):
        yield "council: the items' totals are not those of teams and pools"
    services = [(service.id, service.teams) for service in publication.services]
    if publication.left_out != answers_left_out(services, publication.atoms):
        yield "what is said of answers left out is not so"
    yield from _spreads(publication, domains)
    yield from _rest(publication)


def comparison_problems(publication: Publication) -> Iterator[str]:
    """Yield what is wrong with comparisons by themselves."""
    for team in publication.teams:
        for result in team.domains:
            for comparison in (result.rest, result.change.comparison if result.change else None):
                if comparison is not None:
                    yield from score_problems(comparison.other)
                    if not _borne_out(result.score, comparison):
                        yield f"team {team.id}: {result.domain} is called above or below, and its score is not"
                    if comparison.would_show is not None and comparison.verdict is not Verdict.WITHIN_CHANCE:
                        yield f"team {team.id}: a gap that was found, or not tested, has a smallest one"


def _borne_out(score: ShownScore | None, comparison: Comparison) -> bool:
    """Return whether a verdict says nothing that the two printed scores do not."""
    apart = 0 if score is None else score.points - comparison.other.points
    if comparison.verdict is Verdict.ABOVE:
        return apart > 0
    return apart < 0 if comparison.verdict is Verdict.BELOW else True


def _spreads(publication: Publication, domains: tuple[str, ...]) -> Iterator[str]:
    showing = dict.fromkeys(domains, 0)
    for team in publication.teams:
        for result in team.domains:
            showing[result.domain] += result.score is not None
    allowed = [domain for domain, teams in showing.items() if teams >= FEWEST_TEAMS_FOR_SPREAD]
    if [each.domain for each in publication.spreads] != allowed:
        yield "the spreads are not those of domains that five teams or more show"


def _rest(publication: Publication) -> Iterator[str]:
    made = rest_scores(publication.atoms, standing_apart(publication.teams))
    for team in publication.teams:
        for result in team.domains:
            rest = None if result.rest is None else result.rest.other
            if rest != made.get((team.id, result.domain)):
                yield f"team {team.id}: {result.domain} is not beside the other teams' score"
