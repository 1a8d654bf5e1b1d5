"""A team's confidential figures, exact: counts and fractions, from which only the release rules may show anything."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from teamhealth.analysis.answers_table import AnswersTable
from teamhealth.analysis.by_team import mean_deviations, moments_by_team, option_counts, seats, sums
from teamhealth.analysis.reliability import Moments
from teamhealth.analysis.scoring import POINTS_A_STEP, DomainScores, Scores
from teamhealth.survey.ids import SurveyId, TeamId
from teamhealth.survey.questionnaire import AGREEMENT_POINTS, BandedItem, Item
from teamhealth.survey.survey import Survey

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class DomainMeasure:
    """A domain in a team.

    ``valid`` people have a score; ``mean`` is theirs in points and ``squares`` the sum of squared deviations from it;
    ``deviation`` is the mean absolute deviation from the items' means, in answer steps, averaged over the items.
    """

    domain: str
    valid: int
    mean: Fraction | None
    squares: Fraction
    deviation: Fraction | None
    moments: Moments


@dataclass(frozen=True, slots=True)
class ItemMeasure:
    """An agreement item in a team: its mean in points, and how many answered which way."""

    item: str
    valid: int
    mean: Fraction | None
    unfavourable: int
    neutral: int
    favourable: int
    not_applicable: int
    declined: int


@dataclass(frozen=True, slots=True)
class BandedMeasure:
    """A banded item in a team: people in each band, and the band (from 0) of the lower middle answer."""

    item: str
    valid: int
    counts: tuple[int, ...]
    middle: int | None
    not_applicable: int
    declined: int


@dataclass(frozen=True, slots=True)
class TeamMeasures:
    """All of a team's figures; ``answered`` counts everyone who answered a question; opting out of all is no answer."""

    team: TeamId
    answered: int
    domains: tuple[DomainMeasure, ...]
    items: tuple[ItemMeasure, ...]
    banded: tuple[BandedMeasure, ...]

    @property
    def most_valid(self) -> int:
        """The most valid answers behind any figure: 0 where there is none."""
        figures: tuple[DomainMeasure | ItemMeasure | BandedMeasure, ...] = (*self.domains, *self.items, *self.banded)
        return max((each.valid for each in figures), default=0)


@dataclass(frozen=True, slots=True)
class Measures:
    """Every team's figures, in the survey's order, teams without an answer too."""

    survey: SurveyId
    teams: tuple[TeamMeasures, ...]

    def team(self, team_id: TeamId) -> TeamMeasures:
        """Return a team's figures; KeyError if there are none."""
        for team in self.teams:
            if team.team == team_id:
                return team
        raise KeyError(team_id)


def measure(scores: Scores, survey: Survey) -> Measures:
    """Compute each team's figures from its people's scores.

    Sums are of whole numbers and fractions, so neither the order of people nor the machine changes a digit.
    """
    ids = [team.id for team in survey.teams]
    table = AnswersTable.of(scores, seats(ids, scores.teams))
    counts = option_counts(table.steps, AGREEMENT_POINTS, table.seated)
    domains = [_domain(each, table, counts) for each in scores.domains]
    items = [item for questionnaire in survey.questionnaires for item in questionnaire.items]
    of_items = [_items(item, table, counts) for item in items]
    banded = [
        _banded_items(item, len(questionnaire.scale(item.response_scale).options), table)
        for questionnaire in survey.questionnaires
        for item in questionnaire.banded_items
    ]
    gave_any = np.any(table.steps > 0, axis=1) | np.any(table.bands > 0, axis=1)
    answered = sums(gave_any[:, np.newaxis], table.seated)[:, 0].tolist()
    return Measures(
        survey.id,
        tuple(
            TeamMeasures(
                team=team,
                answered=answered[number],
                domains=tuple(each[number] for each in domains),
                items=tuple(each[number] for each in of_items),
                banded=tuple(each[number] for each in banded),
            )
            for number, team in enumerate(ids)
        ),
    )


@dataclass(frozen=True, slots=True)
class _Points:
    """How many people of a team have a score, their mean, and the sum of squared deviations from it."""

    valid: int
    mean: Fraction | None
    squares: Fraction


def _domain(scores: DomainScores, table: AnswersTable, counts: "NDArray[np.int64]") -> list[DomainMeasure]:
    """Return a domain's measure of each team; ``counts`` are those of all items, shape (teams, items, options)."""
    columns = [table.item[item.id] for item in scores.domain.items]
    # Points are multiples of one part of a point, whatever number of items somebody answered: whole numbers then.
    parts = math.lcm(*range(1, len(columns) + 1))
    order = table.seated.order
    enough = (~np.isnan(scores.points.to_numpy()[order])).tolist()
    given = zip(scores.total.to_numpy()[order].tolist(), scores.answered.to_numpy()[order].tolist(), strict=True)
    held = [
        POINTS_A_STEP * total * (parts // many) if scored else None
        for scored, (total, many) in zip(enough, given, strict=True)
    ]
    teams = zip(
        table.seated.cut(held),
        mean_deviations(counts[:, columns]),
        moments_by_team(table.steps[:, columns], table.seated),
        strict=True,
    )
    return [_domain_of_team(scores.domain.id, _points(mine, parts), far, moments) for mine, far, moments in teams]


def _domain_of_team(domain: str, points: _Points, deviation: Fraction | None, moments: Moments) -> DomainMeasure:
    return DomainMeasure(domain, points.valid, points.mean, points.squares, deviation, moments)


def _points(held: Sequence[int], parts: int) -> _Points:
    """Return what people's scores come to, given in parts of a point."""
    valid, whole = len(held), sum(held)
    if not valid:
        return _Points(0, None, Fraction(0))
    squares = Fraction(valid * sum(each * each for each in held) - whole * whole, valid * parts * parts)
    return _Points(valid, Fraction(whole, valid * parts), squares)


def _items(item: Item, table: AnswersTable, counts: "NDArray[np.int64]") -> list[ItemMeasure]:
    """Return an item's measure of each team."""
    chosen = map(tuple, counts[:, table.item[item.id]].tolist())
    return [_item(item, *each) for each in zip(chosen, *table.opted_out(item.id), strict=True)]


def _banded_items(item: BandedItem, options: int, table: AnswersTable) -> list[BandedMeasure]:
    """Return a banded item's measure of each team."""
    counts = option_counts(table.bands[:, [table.band[item.id]]], options, table.seated)
    chosen = map(tuple, counts[:, 0].tolist())
    return [_banded(item, *each) for each in zip(chosen, *table.opted_out(item.id), strict=True)]


def _item(item: Item, counts: tuple[int, ...], not_applicable: int, declined: int) -> ItemMeasure:
    valid = sum(counts)
    total = sum(step * count for step, count in enumerate(counts))
    return ItemMeasure(
        item=item.id,
        valid=valid,
        mean=Fraction(POINTS_A_STEP * total, valid) if valid else None,
        unfavourable=counts[0] + counts[1],
        neutral=counts[2],
        favourable=counts[3] + counts[4],
        not_applicable=not_applicable,
        declined=declined,
    )


def _banded(item: BandedItem, counts: tuple[int, ...], not_applicable: int, declined: int) -> BandedMeasure:
    return BandedMeasure(
        item=item.id,
        valid=sum(counts),
        counts=counts,
        middle=lower_middle(counts),
        not_applicable=not_applicable,
        declined=declined,
    )


def lower_middle(counts: tuple[int, ...]) -> int | None:
    """Return the position of the middle answer, of two middle ones the lower; None without answers.

    Parameters
    ----------
    counts : tuple of int
        Answers at each position, from the lowest.
    """
    middle = (sum(counts) + 1) // 2
    below = 0
    for position, count in enumerate(counts):
        below += count
        if middle and below >= middle:
            return position
    return None
