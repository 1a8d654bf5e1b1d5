"""What publishing will show of a team, counted before anything is scored: how much of each kind, never what it says.

It goes by the number of answers behind each figure, as the release rules do, and tells no number of answers.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from teamhealth.disclosure.tiers import thresholds
from teamhealth.publication.results import ItemResult
from teamhealth.publication.short_themes import agreement_told, items_without_counts
from teamhealth.publication.values import Tier
from teamhealth.services.opened import Opened
from teamhealth.services.valid_answers import valid_answers
from teamhealth.survey.organisation import Team


class Part(StrEnum):
    """Of how many themes or questions something will be shown."""

    ALL = "all"
    SOME = "some"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What will be shown of a team: of how many themes or questions; ``scores`` is None where no theme has any."""

    scores: Part | None
    words: Part
    shares: Part
    splits: Part
    agreement: Part


def foreseen(opened: Opened, team: Team) -> Foreseen:
    """Return what publishing will show of a team that enough people answered in."""
    survey = opened.survey
    behind = valid_answers(survey, opened._responses)
    least = thresholds(survey.policy, team)
    domains = [each for asked in survey.questionnaires if asked.score_domains for each in asked.domains]
    items = [item.id for asked in survey.questionnaires for item in asked.items]
    words_only = items_without_counts(survey.questionnaires)
    tiers = {item: least.tier(behind.items[team.id, item]) for item in items}
    counted = {item for item in items if item not in words_only and tiers[item] in (Tier.SHARES, Tier.SPLITS)}
    scored = {each.id for each in domains if least.tier(behind.themes[team.id, each.id]) is not Tier.HIDDEN}
    told = [
        each.id in scored
        and agreement_told(
            [
                ItemResult(item.id, None, behind.items[team.id, item.id] if item.id in counted else None)
                for item in each.items
            ]
        )
        for each in domains
    ]
    return Foreseen(
        scores=_part(each.id in scored for each in domains) if domains else None,
        words=_part(tiers[item] is not Tier.HIDDEN for item in items),
        shares=_part(item in counted for item in items),
        splits=_part(item in counted and tiers[item] is Tier.SPLITS for item in items),
        agreement=_part(told),
    )


def _part(found: Iterable[bool]) -> Part:
    each = list(found)
    if not any(each):
        return Part.NONE
    return Part.ALL if all(each) else Part.SOME
