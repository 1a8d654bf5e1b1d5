"""Invented publications that the usual one does not cover."""

from dataclasses import replace

from teamhealth.publication.types import (
    Change,
    Comparison,
    DomainResult,
    FavourableCount,
    ItemResult,
    ItemWord,
    Publication,
    ShownScore,
    Span,
    TeamResult,
    Verdict,
)
from teamhealth.resources import resource
from teamhealth.survey.ids import WaveId
from teamhealth.survey.organisation import Wave
from teamhealth.survey.policy import CommentsChoice, ReleasePolicy
from teamhealth.survey.questionnaire_file import read_questionnaire
from tests.invented import publication

SPRING = Wave(WaveId("6" * 32), "Spring 2026")


def with_team(changed: Publication, team: TeamResult) -> Publication:
    """Return the publication with its one team replaced."""
    service = replace(changed.services[0], teams=(team,))
    return replace(changed, services=(service,))


def compared(answered: int = 12) -> Publication:
    """Return a team beside others and an earlier round; its burden is heavier by more than chance."""
    made = publication(answered)
    team = made.teams[0]
    domains = []
    for result in team.domains:
        heavier = result.domain == "bureaucracy"
        verdict = Verdict.BELOW if heavier else Verdict.WITHIN_CHANCE
        rest = Comparison(ShownScore(60), verdict, None if heavier else 24)
        change = Change(SPRING, Comparison(ShownScore(49), Verdict.WITHIN_CHANCE, 26))
        domains.append(replace(result, rest=rest, change=change))
    return with_team(made, replace(team, domains=tuple(domains)))


def with_holes(answered: int = 12) -> Publication:
    """Return a shown team of which one domain and one item are hidden, and one item is a word alone."""
    made = publication(answered)
    team = made.teams[0]
    domains = tuple(DomainResult(d.domain, None) if d.domain == "morale" else d for d in team.domains)
    items = list(team.items)
    items[1] = ItemResult(items[1].item, None)
    items[2] = ItemResult(items[2].item, ItemWord.MIXED)
    return with_team(made, replace(team, domains=domains, items=tuple(items)))


def with_modules(answered: int = 12) -> Publication:
    """Return a team that was asked two modules too, one of them never scored."""
    made = publication(answered)
    team = made.teams[0]
    names = ("autonomy-and-time.toml", "ten-characteristics.toml")
    modules = tuple(read_questionnaire(resource("questionnaires", name)) for name in names)
    items, domains = list(team.items), list(team.domains)
    nine = FavourableCount(9, 9)
    for module in modules:
        items += [ItemResult(item.id, ItemWord.STRENGTH, answered, nine) for item in module.items]
        if module.score_domains:
            domains += [DomainResult(domain.id, ShownScore(55), Span(40, 70)) for domain in module.domains]
    facts = replace(made.survey, questionnaires=made.survey.questionnaires + modules)
    changed = replace(team, items=tuple(items), domains=tuple(domains))
    return with_team(replace(made, survey=facts), changed)


def with_comments_policy(answered: int, choice: CommentsChoice) -> Publication:
    """Return a team without comments, under a policy for them."""
    made = publication(answered)
    facts = replace(made.survey, policy=ReleasePolicy(5, choice))
    return with_team(replace(made, survey=facts), replace(made.teams[0], comments=()))
