"""An area of service, or the whole council: what its shown teams say together, and what several of them share."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from teamhealth.publication.share_spans import council_spans, service_spans
from teamhealth.publication.totals import Atom, DomainTotal, ItemTotal
from teamhealth.publication.types import Comparison, Publication, ServiceResult, SurveyFacts, TeamResult, Verdict
from teamhealth.publication.values import AtomKind, ItemWord, ShownScore, Span
from teamhealth.survey.lineage import Lineage
from teamhealth.survey.questionnaire import Domain, Item
from teamhealth.texts.name_order import name_order

# The questions that a retention plan begins with; the core questionnaire has both.
STAYING, LEAVING = "st1", "st2"
_SHARED_BY = 2


@dataclass(frozen=True, slots=True)
class ItemCount:
    """How many shown teams say each word of an item; ``total`` is the area's favourable share, if it may be shown.

    ``span`` is the range of that share where some teams show a limit, such as 'two at most', in place of a count;
    ``asked`` is how many teams were asked, those that are not shown too.
    """

    domain: Domain
    item: Item
    concern: int
    mixed: int
    strength: int
    total: ItemTotal | None
    asked: int
    span: Span | None = None

    @property
    def teams(self) -> int:
        """How many teams show a word."""
        return self.concern + self.mixed + self.strength

    def of(self, word: ItemWord) -> int:
        """Return how many teams say this word."""
        return {ItemWord.CONCERN: self.concern, ItemWord.MIXED: self.mixed, ItemWord.STRENGTH: self.strength}[word]


@dataclass(frozen=True, slots=True)
class Apart:
    """A team's theme that stands apart from the other teams by more than chance."""

    team: TeamResult
    domain: Domain
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Area:
    """What a report of several teams is made from, all of it printed in the publication.

    ``service`` is None for the whole council; ``council`` holds the totals to stand beside a service's own,
    ``spans`` the ranges of items' shares by item. Where it is not ``named``, no team is named beside a figure.
    """

    facts: SurveyFacts
    service: str | None
    name: str
    services: tuple[ServiceResult, ...]
    totals: tuple[DomainTotal, ...]
    items: tuple[ItemTotal, ...]
    others: tuple[Atom, ...]
    council: tuple[DomainTotal, ...]
    left_out: bool
    lineage: Lineage = field(default_factory=Lineage)
    spans: Mapping[str, Span] = field(default_factory=dict)
    named: bool = True

    @property
    def teams(self) -> tuple[TeamResult, ...]:
        """All teams, hidden ones too, as the publication lists them."""
        return tuple(team for service in self.services for team in service.teams)

    @property
    def shown(self) -> tuple[TeamResult, ...]:
        """The teams that are shown by themselves."""
        return tuple(team for team in self.teams if team.shown)

    @property
    def hidden(self) -> tuple[TeamResult, ...]:
        """The teams that are not, by name: their order must not tell anything."""
        return tuple(sorted((team for team in self.teams if not team.shown), key=lambda team: name_order(team.name)))

    @property
    def domains(self) -> tuple[Domain, ...]:
        """The themes that are scored, as they were asked."""
        return tuple(domain for each in self.facts.questionnaires if each.score_domains for domain in each.domains)

    def total(self, domain_id: str) -> ShownScore | None:
        """Return the area's score in a theme, if it may be shown."""
        return next((each.score for each in self.totals if each.domain == domain_id), None)

    def council_total(self, domain_id: str) -> ShownScore | None:
        """Return the council's score in a theme, if it may be shown."""
        return next((each.score for each in self.council if each.domain == domain_id), None)

    def others_score(self, domain_id: str) -> ShownScore | None:
        """Return the score of the area's own row of other teams together; None if there is no such row."""
        own = next((atom for atom in self.others if atom.service == self.service), None)
        scores = own.scores if own is not None else ()
        return next((each.score for each in scores if each.domain == domain_id), None)

    def team_scores(self, domain_id: str) -> tuple[tuple[TeamResult, ShownScore], ...]:
        """Return the shown teams' scores in a theme."""
        return tuple(
            (team, result.score)
            for team in self.shown
            for result in team.domains
            if result.domain == domain_id and result.score is not None
        )

    def item_counts(self) -> tuple[ItemCount, ...]:
        """Count what the shown teams say of every item, in the order asked."""
        said = Counter((result.item, result.word) for team in self.shown for result in team.items)
        totals = {each.item: each for each in self.items}
        return tuple(
            ItemCount(
                domain=domain,
                item=item,
                concern=said[item.id, ItemWord.CONCERN],
                mixed=said[item.id, ItemWord.MIXED],
                strength=said[item.id, ItemWord.STRENGTH],
                total=totals.get(item.id),
                asked=len(self.teams),
                span=self.spans.get(item.id) if item.id in totals else None,
            )
            for each in self.facts.questionnaires
            for domain in each.domains
            for item in domain.items
        )

    def shared(self, word: ItemWord) -> tuple[ItemCount, ...]:
        """Return the items of which several teams say this word, those of most teams first, else as asked."""
        found = [each for each in self.item_counts() if each.of(word) >= _SHARED_BY]
        return tuple(sorted(found, key=lambda each: -each.of(word)))

    def about(self, item_id: str) -> ItemCount | None:
        """Return what is said of one item; None if it was not asked."""
        return next((each for each in self.item_counts() if each.item.id == item_id), None)

    def apart(self) -> tuple[Apart, ...]:
        """Return what stands apart from the other teams by more than chance, team by team."""
        return tuple(
            Apart(team, domain, rest.verdict)
            for team in self.shown
            for domain in self.domains
            for rest in _rests(team, domain)
            if rest.verdict in (Verdict.ABOVE, Verdict.BELOW)
        )

    @property
    def tested(self) -> bool:
        """Whether any team was tested against the others."""
        return any(
            rest.verdict is not Verdict.NOT_TESTED
            for team in self.shown
            for domain in self.domains
            for rest in _rests(team, domain)
        )


def service_area(publication: Publication, service_id: str) -> Area:
    """Return a publication's area of service; KeyError if there is none of this id."""
    for service in publication.services:
        if service.id == service_id:
            return Area(
                facts=publication.survey,
                service=service.id,
                name=service.name,
                services=(service,),
                totals=service.totals,
                items=service.items,
                others=_others(publication, service.id),
                council=publication.council,
                left_out=publication.left_out,
                lineage=publication.lineage,
                spans=service_spans(publication, service.id),
            )
    raise KeyError(service_id)


def council_area(publication: Publication) -> Area:
    """Return the whole council of a publication."""
    return Area(
        facts=publication.survey,
        service=None,
        name=publication.survey.organisation.name,
        services=publication.services,
        totals=publication.council,
        items=publication.council_items,
        others=_others(publication, None),
        council=publication.council,
        left_out=publication.left_out,
        lineage=publication.lineage,
        spans=council_spans(publication),
    )


def _others(publication: Publication, service_id: str | None) -> tuple[Atom, ...]:
    rows = (atom for atom in publication.atoms if atom.kind is AtomKind.OTHERS)
    return tuple(atom for atom in rows if service_id is None or atom.service == service_id)


def _rests(team: TeamResult, domain: Domain) -> tuple[Comparison, ...]:
    return tuple(each.rest for each in team.domains if each.domain == domain.id and each.rest is not None)
