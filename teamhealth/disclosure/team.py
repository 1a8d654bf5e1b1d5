"""One team's figures put through the release rules, each by the number of answers behind that very figure."""

from collections.abc import Mapping, Sequence

from teamhealth.analysis.certainty import likely_range, worst_case
from teamhealth.analysis.measures import BandedMeasure, DomainMeasure, ItemMeasure, TeamMeasures
from teamhealth.disclosure.bands import joined_bands
from teamhealth.disclosure.precision import Precision
from teamhealth.disclosure.tiers import Thresholds
from teamhealth.disclosure.words import agreement, item_word
from teamhealth.publication.caps import shown_score
from teamhealth.publication.item_counts import count_table
from teamhealth.publication.short_themes import agreement_told, items_without_counts
from teamhealth.publication.types import (
    BandedResult,
    CommentsResult,
    DomainResult,
    ItemResult,
    Split,
    TeamResult,
    Tier,
)
from teamhealth.survey.organisation import LARGEST_HEADCOUNT, Team
from teamhealth.survey.questionnaire import Questionnaire


def hidden_team(team: Team, least: Thresholds) -> TeamResult:
    """Return a team of which nothing is shown: the same, whatever was answered and by how many."""
    return TeamResult(team.id, team.name, team.headcount, Tier.HIDDEN, needed=least.words)


def shown_team(
    team: Team,
    measures: TeamMeasures,
    questionnaires: Sequence[Questionnaire],
    least: Thresholds,
    *,
    precisions: Mapping[str, Precision],
    comments: tuple[CommentsResult, ...],
) -> TeamResult:
    """Return what may be shown of a team that enough people answered in.

    Parameters
    ----------
    team : Team
    measures : TeamMeasures
        Its confidential figures.
    questionnaires : sequence of Questionnaire
        What was asked.
    least : Thresholds
        The fewest answers for each kind of figure.
    precisions : Mapping of str to Precision
        For each domain that any team shows.
    comments : tuple of CommentsResult
        As they may be shown; empty below their threshold.
    """
    words_only = items_without_counts(questionnaires)
    items = tuple(
        _item(each, least, team.answering_recipients, counted=each.item not in words_only) for each in measures.items
    )
    alike = _domains_with_agreement(questionnaires, items)
    return TeamResult(
        id=team.id,
        name=team.name,
        headcount=team.headcount,
        tier=least.tier(measures.answered),
        answered=measures.answered,
        domains=tuple(
            _domain(each, team.headcount, least, precisions, alike=each.domain in alike) for each in measures.domains
        ),
        items=items,
        banded=tuple(_banded(each, least) for each in measures.banded),
        comments=comments,
        needed=least.words,
    )


def _domains_with_agreement(questionnaires: Sequence[Questionnaire], items: Sequence[ItemResult]) -> frozenset[str]:
    shown = {each.item: each for each in items}
    return frozenset(
        domain.id
        for each in questionnaires
        for domain in each.domains
        if agreement_told([shown[item.id] for item in domain.items])
    )


def _domain(
    measure: DomainMeasure, headcount: int, least: Thresholds, precisions: Mapping[str, Precision], *, alike: bool
) -> DomainResult:
    tier = least.tier(measure.valid)
    if tier is Tier.HIDDEN or measure.mean is None:
        return DomainResult(measure.domain, None)
    score = shown_score(measure.mean)
    sure = precisions[measure.domain]
    return DomainResult(
        domain=measure.domain,
        score=score,
        likely=likely_range(score.points, measure.valid, headcount, sure.spread, sure.alpha),
        worst=worst_case(score.points, measure.valid, headcount),
        agreement=agreement(measure.deviation) if alike and measure.deviation is not None else None,
    )


def _item(measure: ItemMeasure, least: Thresholds, recipients: int, *, counted: bool) -> ItemResult:
    tier = least.tier(measure.valid)
    if tier is Tier.HIDDEN or measure.mean is None:
        return ItemResult(measure.item, None)
    word = item_word(measure.mean)
    # No team has more people than that; somebody answered over and over.
    if tier is Tier.WORDS or not counted or measure.valid > LARGEST_HEADCOUNT:
        return ItemResult(measure.item, word)
    table = count_table(measure.valid, word, splits=tier is Tier.SPLITS, known=recipients)
    shown = table.shown(Split(measure.unfavourable, measure.neutral, measure.favourable))
    if isinstance(shown, Split):
        return ItemResult(measure.item, word, measure.valid, split=shown)
    return ItemResult(measure.item, word, measure.valid, favourable=shown)


def _banded(measure: BandedMeasure, least: Thresholds) -> BandedResult:
    tier = least.tier(measure.valid)
    if tier is Tier.HIDDEN:
        return BandedResult(measure.item, None)
    return BandedResult(
        item=measure.item,
        middle=measure.middle,
        bands=joined_bands(measure.counts) if tier is Tier.SPLITS else None,
        answered=None if tier is Tier.WORDS else measure.valid,
    )
