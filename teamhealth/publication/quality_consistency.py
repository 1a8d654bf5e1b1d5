"""Whether quality figures are of domains, items and numbers of people that may have them."""

from collections.abc import Iterator

from teamhealth.publication.quality import PEOPLE_FOR_QUALITY, DomainQuality
from teamhealth.publication.types import AtomKind, Publication
from teamhealth.survey.questionnaire import Domain

# Alpha enters likely ranges as 0 to .9, whatever it is.


def quality_problems(publication: Publication) -> Iterator[str]:
    """Yield what is wrong with the quality figures: only domains with a spread, and 30 people or more, have them."""
    spread = [each.domain for each in publication.spreads]
    asked = {domain.id: domain for each in publication.survey.questionnaires for domain in each.domains}
    given = [each.domain for each in publication.quality]
    if given != [domain for domain in spread if domain in set(given)]:
        yield "the quality figures are not of themes with a spread, each once and in order"
        return
    for each in publication.quality:
        if _people(publication, each.domain) < PEOPLE_FOR_QUALITY:
            yield f"{each.domain}: quality figures rest on fewer than {PEOPLE_FOR_QUALITY} people"
        yield from _figures(each, asked[each.domain])


def _people(publication: Publication, domain: str) -> int:
    return sum(
        score.weight
        for atom in publication.atoms
        if atom.kind is AtomKind.TEAM
        for score in atom.scores
        if score.domain == domain
    )


def _figures(figures: DomainQuality, domain: Domain) -> Iterator[str]:
    items = [each.item for each in figures.items]
    if items != [item.id for item in domain.items if item.id in set(items)]:
        yield f"{domain.id}: the items of the quality figures are not the theme's, each once and in order"
    if (figures.single is None) != (figures.mean is None):
        yield f"{domain.id}: one share between teams without the other"
