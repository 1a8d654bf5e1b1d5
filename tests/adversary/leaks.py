"""Planted leaks: publications that break one rule each, all of which the adversary must find."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from teamhealth.publication.numbers import percent, round_half_up
from teamhealth.publication.together import totals
from teamhealth.publication.types import (
    Atom,
    AtomKind,
    AtomScore,
    Cap,
    DomainTotal,
    FavourableCount,
    ItemPool,
    ItemShare,
    ItemTotal,
    Publication,
    ServiceResult,
    ShownScore,
)
from teamhealth.survey.questionnaire import Domain
from teamhealth.survey.response import Response
from teamhealth.survey.survey import Survey
from tests.adversary.attack import ONE_PERSON
from tests.adversary.case import Case, Told
from tests.adversary.councils import Council, Mood, TeamPlan, council
from tests.adversary.knowledge import ItemEnds, hides_score
from tests.adversary.publishing import publish, published
from tests.adversary.unknowns import step_weight, steps

ORDINARY = Mood.ORDINARY


@dataclass(frozen=True, slots=True)
class Leak:
    """A broken rule, and what the adversary is to find."""

    name: str
    case: Callable[[], Case]
    kind: str


def totals_of_true_answers() -> Case:
    """A service's scores are those of everybody in it, a hidden team among them."""
    one = council([[TeamPlan(6, 6, ORDINARY), TeamPlan(6, 5, ORDINARY), TeamPlan(5, 4, ORDINARY)]], 3)

    def leak(service: ServiceResult, domains: Sequence[Domain]) -> ServiceResult:
        totals = tuple(DomainTotal(d.id, ShownScore(_mean(one.responses, d)), 2) for d in domains)
        return replace(service, totals=totals)

    return _with_service(one, leak)


def item_totals_of_true_answers() -> Case:
    """A service's favourable shares are those of everybody in it."""
    one = council([[TeamPlan(8, 8, ORDINARY), TeamPlan(9, 9, ORDINARY), TeamPlan(4, 3, ORDINARY)]], 4)

    def leak(service: ServiceResult, domains: Sequence[Domain]) -> ServiceResult:
        items = tuple(ItemTotal(item.id, _share(one.responses, d, item.id), 2) for d in domains for item in d.items)
        return replace(service, items=items)

    return _with_service(one, leak)


def exact_weight() -> Case:
    """The row of other teams weighs as many as answered."""
    one = council([[TeamPlan(4, 3, ORDINARY)] * 3 + [TeamPlan(9, 8, ORDINARY)] * 2], 5)
    case = published(one)
    whole = case.told[0].publication
    atoms = tuple(_weighing(atom, 9) if atom.kind is AtomKind.OTHERS else atom for atom in whole.atoms)
    made = totals(atoms, [domain.id for domain in case.domains])
    services = (replace(whole.services[0], totals=made),)
    return _case(one.survey, replace(whole, services=services, atoms=atoms, council=made), one.responses)


def row_without_audit() -> Case:
    """Two hidden teams stand in a row, of which one is too large for the other to hide it."""
    one = council([[TeamPlan(4, 4, ORDINARY), TeamPlan(3, 1, ORDINARY), TeamPlan(9, 9, ORDINARY)]], 6)
    return _with_row(one, {team.id for team in one.survey.teams[:2]})


def row_of_one_team() -> Case:
    """A hidden team is a row by itself."""
    one = council([[TeamPlan(6, 4, ORDINARY), TeamPlan(9, 9, ORDINARY)]], 7)
    return _with_row(one, {one.survey.teams[0].id})


def pool_with_lone_hidden_team() -> Case:
    """The only hidden team is pooled with a team that shows words."""
    one = council([[TeamPlan(6, 6, Mood.WORST), TeamPlan(4, 4, ORDINARY)]], 8)
    case = published(one)
    shares = tuple(
        ItemShare(item.id, _share(one.responses, domain, item.id), 10)
        for domain in case.domains
        for item in domain.items
    )
    whole = case.told[0].publication
    pools = (ItemPool(None, shares),)
    return Case(one.survey, (Told(replace(whole, pools=pools), one.responses),))


def unanimous_count() -> Case:
    """Ten of ten are favourable, and the report says so."""
    one = council([[TeamPlan(10, 10, Mood.BEST)]], 9)

    def leak(service: ServiceResult, _: Sequence[Domain]) -> ServiceResult:
        team = service.teams[0]
        items = tuple(
            replace(item, favourable=FavourableCount(item.answered, item.answered), split=None)
            if item.answered is not None
            else item
            for item in team.items
        )
        return replace(service, teams=(replace(team, items=items),))

    return _with_service(one, leak)


def uncapped_score() -> Case:
    """A team of five scores 100."""
    one = council([[TeamPlan(5, 5, Mood.BEST)]], 10)

    def leak(service: ServiceResult, _: Sequence[Domain]) -> ServiceResult:
        team = service.teams[0]
        domains = tuple(replace(each, score=ShownScore(100, Cap.EXACT)) for each in team.domains)
        return replace(service, teams=(replace(team, domains=domains),))

    return _with_service(one, leak)


def published_again() -> Case:
    """The same team is published once more after one more answer."""
    one = council([[TeamPlan(12, 12, Mood.CAMPS)]], 11)
    before = one.responses[:-1]
    told = tuple(Told(publish(one.survey, each), each) for each in (before, one.responses))
    return Case(one.survey, told)


def exact_ends() -> Case:
    """The ends of items are told of one small team alone, not of thirty people."""
    one = council([[TeamPlan(6, 6, Mood.WORST)]], 12)
    return _with_item_ends(one)


def ends_of_single_items() -> Case:
    """Shares at single items' ends are told of thirty-four people in two camps, none of whom is alone there.

    In steps of five, and over all shown teams; beside the pool of a service and the words of its teams they leave
    some team one favourable count.
    """
    return _with_item_ends(council([[TeamPlan(7, 7, Mood.CAMPS)] * 3, [TeamPlan(n, n, Mood.CAMPS) for n in (6, 7)]],
                                   45, items=(4,)))  # fmt: skip


def ends_of_a_theme_without_audit() -> Case:
    """The share of people with the highest score is told where two people of one team alone are away from it."""
    one = council([[TeamPlan(6, 6, Mood.BEST)] * 5], 3, items=(4,))
    domain = one.survey.questionnaires[0].domains[0]
    best = {item.id: 1 if item.reverse else 5 for item in domain.items}
    worst = {item: 6 - code for item, code in best.items()}
    responses = tuple(replace(each, answers=worst if number < 2 else best) for number, each in enumerate(one.responses))
    whole = publish(one.survey, responses)
    quality = tuple(replace(each, floor=5, ceiling=95) for each in whole.quality)
    return _case(one.survey, replace(whole, quality=quality), responses)


LEAKS = (
    Leak("totals of true answers", totals_of_true_answers, "hidden sum"),
    Leak("item totals of true answers", item_totals_of_true_answers, "hidden sum"),
    Leak("exact weight", exact_weight, "number of answers"),
    Leak("row without audit", row_without_audit, "hidden sum"),
    Leak("row of one team", row_of_one_team, "hidden sum"),
    Leak("pool with a lone hidden team", pool_with_lone_hidden_team, "hidden sum"),
    Leak("unanimous count", unanimous_count, ONE_PERSON),
    Leak("uncapped score", uncapped_score, ONE_PERSON),
    Leak("exact ends", exact_ends, ONE_PERSON),
    Leak("ends of single items", ends_of_single_items, "hidden sum"),
    Leak("ends of a theme without audit", ends_of_a_theme_without_audit, ONE_PERSON),
    Leak("published again", published_again, ONE_PERSON),
)


def _with_service(one: Council, leak: Callable[[ServiceResult, Sequence[Domain]], ServiceResult]) -> Case:
    case = published(one)
    whole = case.told[0].publication
    services = tuple(leak(service, case.domains) for service in whole.services)
    return _case(one.survey, replace(whole, services=services), one.responses)


def _with_item_ends(one: Council) -> Case:
    """Publish a council, with the shares at each item's ends over all teams that show its theme."""
    case = published(one)
    whole = case.told[0].publication
    ends = []
    for domain in case.domains:
        shown = {team.id for team in whole.teams if not hides_score(team, domain.id)}
        people = [steps(each, domain) for each in one.responses if each.team in shown]
        for item in domain.items:
            given = [found[item.id] for found in people if item.id in found]
            ends.append(ItemEnds(item.id, *(_in_fives(given.count(end), len(given)) for end in (0, 4))))
    return Case(one.survey, (Told(whole, one.responses, tuple(ends)),))


def _in_fives(part: int, whole: int) -> int:
    return max(5, min(95, 5 * round_half_up(Fraction(20 * part, whole))))


def _weighing(atom: Atom, weight: int) -> Atom:
    return replace(atom, scores=tuple(replace(score, weight=weight) for score in atom.scores))


def _with_row(one: Council, teams: set[str]) -> Case:
    case = published(one)
    whole = case.told[0].publication
    inside = [response for response in one.responses if response.team in teams]
    weight = sum(min(team.headcount, 4) for team in one.survey.teams if team.id in teams)
    scores = tuple(AtomScore(d.id, ShownScore(_mean(inside, d)), max(5, weight)) for d in case.domains)
    row = Atom(AtomKind.OTHERS, one.survey.services[0].id, scores)
    return _case(one.survey, replace(whole, atoms=(*whole.atoms, row)), one.responses)


def _case(survey: Survey, publication: Publication, responses: Sequence[Response]) -> Case:
    return Case(survey, (Told(publication, responses),))


def _mean(responses: Sequence[Response], domain: Domain) -> int:
    people = [steps(response, domain) for response in responses]
    weights = [step_weight(len(given), len(domain.items)) for given in people]
    scores = [weight * sum(given.values()) for given, weight in zip(people, weights, strict=True) if weight]
    return round_half_up(Fraction(sum(scores)) / len(scores))


def _share(responses: Sequence[Response], domain: Domain, item: str) -> int:
    given = [found[item] for found in (steps(response, domain) for response in responses) if item in found]
    return percent(sum(step >= 3 for step in given), len(given))
