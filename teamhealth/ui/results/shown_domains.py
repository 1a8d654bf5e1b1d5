"""The domains of a team in the order asked, each with what is published of it and of its items."""

from dataclasses import dataclass

from teamhealth.publication.types import DomainResult, ItemResult, SurveyFacts, TeamResult, Tier
from teamhealth.survey.questionnaire import Domain, Item, Questionnaire


@dataclass(frozen=True, slots=True)
class ShownItem:
    """An item and what is published of it."""

    item: Item
    result: ItemResult


@dataclass(frozen=True, slots=True)
class ShownDomain:
    """A domain as a card shows it; ``result`` is None for one that is never scored.

    ``asked_anew`` says that its questions changed since the team was last shown, ``followed`` whether any theme of the
    team has a change to show or was asked anew: where none has, the headline says so once.
    """

    domain: Domain
    result: DomainResult | None
    items: tuple[ShownItem, ...]
    tier: Tier
    asked_anew: bool = False
    followed: bool = True


def shown_domains(
    facts: SurveyFacts, team: TeamResult, asked_anew: frozenset[str] = frozenset()
) -> tuple[ShownDomain, ...]:
    """Return the domains of which anything is published, in questionnaire order."""
    return tuple(
        found
        for questionnaire in facts.questionnaires
        for found in _of(questionnaire, team, asked_anew)
        if found.items or found.result is not None
    )


def _of(questionnaire: Questionnaire, team: TeamResult, asked_anew: frozenset[str]) -> list[ShownDomain]:
    scores = {result.domain: result for result in team.domains}
    followed = any(result.change is not None for result in team.domains) or bool(asked_anew)
    items = {result.item: result for result in team.items}
    return [
        ShownDomain(
            domain,
            scores.get(domain.id) if questionnaire.score_domains else None,
            tuple(ShownItem(item, items[item.id]) for item in domain.items if item.id in items),
            team.tier,
            domain.id in asked_anew,
            followed,
        )
        for domain in questionnaire.domains
    ]
