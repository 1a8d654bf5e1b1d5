"""A questionnaire's quality put through the release rules: shown teams' people only, coarse, and never of a few."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from teamhealth.analysis import quality as measured
from teamhealth.analysis.scoring import DomainScores, Scores
from teamhealth.disclosure.ends import near_highest, near_lowest, told_share
from teamhealth.disclosure.other_teams import ServiceFigures
from teamhealth.publication.quality import (
    LEAST_SHARE,
    MOST_HUNDREDTHS,
    MOST_SHARE,
    PEOPLE_FOR_QUALITY,
    SHARE_STEP,
    DomainQuality,
    ItemQuality,
)
from teamhealth.publication.results import TeamResult
from teamhealth.publication.totals import DomainSpread

_FEW = 2
# Floats that differ in their last digits between machines must not differ when they are rounded.
_DIGITS = 9


def published_quality(
    services: Sequence[ServiceFigures], scores: Scores | None, spreads: Sequence[DomainSpread]
) -> tuple[DomainQuality, ...]:
    """Return the quality figures of each domain that has a published spread, so of five shown teams or more.

    Parameters
    ----------
    services : sequence of ServiceFigures
        With what is shown of each team.
    scores : Scores or None
        Everybody's; without them there are no quality figures.
    spreads : sequence of DomainSpread
        As published.
    """
    if scores is None:
        return ()
    allowed = {each.domain for each in spreads}
    shown = [team.result for service in services for team in service.teams if team.result.shown]
    found = (_domain(each, scores, shown) for each in scores.domains if each.domain.id in allowed)
    return tuple(each for each in found if each is not None)


def _domain(domain: DomainScores, scores: Scores, shown: Sequence[TeamResult]) -> DomainQuality | None:
    printed = {
        team.id: each.score
        for team in shown
        for each in team.domains
        if each.domain == domain.domain.id and each.score is not None
    }
    answers = _answers(domain, scores, [team for team in shown if team.id in printed])
    found = measured.domain_quality(answers)
    if found is None:
        return None
    ends, points, items = found.ends, list(printed.values()), len(domain.domain.items)
    people = [each.people for each in ends]
    complete = answers.steps[~np.isnan(answers.steps).any(axis=1)]
    told = len(complete) >= PEOPLE_FOR_QUALITY and not _of_few(complete.sum(axis=1))
    share = found.team_share if told else None
    return DomainQuality(
        domain=domain.domain.id,
        alpha=_hundredths(found.alpha) if told else None,
        omega=_hundredths(found.omega) if told else None,
        agreement=_hundredths(found.agreement) if told else None,
        single=_hundredths(share.single) if share else None,
        mean=_hundredths(share.mean) if share else None,
        floor=told_share([each.lowest for each in ends], people, near_lowest(points, items), _coarse),
        ceiling=told_share([each.highest for each in ends], people, near_highest(points, items), _coarse),
        items=tuple(_items(domain, found, complete)),
    )


def _items(
    domain: DomainScores, found: measured.DomainQuality, complete: NDArray[np.floating]
) -> Iterator[ItemQuality]:
    for column, (item, each) in enumerate(zip(domain.domain.items, found.items, strict=True)):
        if each is None:
            continue
        told = len(complete) >= PEOPLE_FOR_QUALITY and not _of_few(complete[:, column])
        yield ItemQuality(
            item=item.id,
            item_rest=_hundredths(each.item_rest) if told else None,
            unanswered=_coarse(each.unanswered),
            not_applicable=_coarse(each.not_applicable),
            declined=_coarse(each.declined),
        )


def _answers(domain: DomainScores, scores: Scores, showing: Sequence[TeamResult]) -> measured.DomainAnswers:
    """Return the people of the teams that show a domain, in an order that does not depend on how they came."""
    ids = [item.id for item in domain.domain.items]
    place = {team.id: number for number, team in enumerate(showing)}
    mine = scores.teams.isin(list(place)).to_numpy()
    teams = np.array([place[each] for each in scores.teams[mine]], dtype=np.intp)
    steps = scores.steps[ids].to_numpy()[mine]
    order = np.lexsort((*np.nan_to_num(steps).T, teams))
    asked = frozenset(ids)
    wordless = np.array(
        [[each.word is None for each in team.items if each.item in asked] for team in showing], dtype=bool
    ).reshape(len(showing), len(ids))
    return measured.DomainAnswers(
        teams=teams[order],
        steps=steps[order],
        not_applicable=scores.not_applicable[ids].to_numpy()[mine][order],
        declined=scores.declined[ids].to_numpy()[mine][order],
        points=domain.points.to_numpy()[mine][order],
        left_out=wordless[teams[order]],
    )


def _of_few(values: NDArray[np.floating]) -> bool:
    """Return whether all, or all but two, are the same: that a figure exists at all would then tell of the two."""
    return bool(np.unique(values, return_counts=True)[1].max(initial=0) >= len(values) - _FEW)


def _hundredths(value: float | None) -> int | None:
    if value is None:
        return None
    return max(-MOST_HUNDREDTHS, min(MOST_HUNDREDTHS, _rounded(100 * value)))


def _coarse(share: float) -> int:
    return max(LEAST_SHARE, min(MOST_SHARE, SHARE_STEP * _rounded(100 * share / SHARE_STEP)))


def _rounded(value: float) -> int:
    return int(np.floor(round(value, _DIGITS) + 0.5))
