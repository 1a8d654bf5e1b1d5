"""A team's confidential figures, exact: counts and fractions, from which only the release rules may show anything."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from teamhealth.analysis.reliability import Moments, moments
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
    """All of a team's figures; ``answered`` counts everyone who answered."""

    team: TeamId
    answered: int
    domains: tuple[DomainMeasure, ...]
    items: tuple[ItemMeasure, ...]
    banded: tuple[BandedMeasure, ...]


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
    table = _Table.of(scores)
    asked = _asked(survey)
    rows = dict(table.rows_by_team(scores))
    none = np.empty(0, dtype=np.intp)
    return Measures(
        survey.id, tuple(_team(team.id, rows.get(team.id, none), table, scores, asked) for team in survey.teams)
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Table:
    """All answers as plain arrays, a row a person; 0 where missing. Frames of pandas are slow to cut up by team."""

    steps: "NDArray[np.int64]"
    bands: "NDArray[np.int64]"
    not_applicable: "NDArray[np.bool_]"
    declined: "NDArray[np.bool_]"
    item: Mapping[str, int]
    band: Mapping[str, int]
    question: Mapping[str, int]

    @classmethod
    def of(cls, scores: Scores) -> "_Table":
        return cls(
            steps=_whole(scores.steps),
            bands=_whole(scores.bands),
            not_applicable=scores.not_applicable.to_numpy(dtype=bool),
            declined=scores.declined.to_numpy(dtype=bool),
            item=_places(scores.steps),
            band=_places(scores.bands),
            question=_places(scores.not_applicable),
        )

    @staticmethod
    def rows_by_team(scores: Scores) -> Iterator[tuple[str, "NDArray[np.intp]"]]:
        """Yield each team with the rows of its people."""
        codes, teams = pd.factorize(scores.teams)
        order = np.argsort(codes, kind="stable")
        ends = np.cumsum(np.bincount(codes, minlength=len(teams)))
        yield from zip(map(str, teams), np.split(order, ends[:-1]), strict=True) if len(teams) else ()


@dataclass(frozen=True, slots=True)
class _Asked:
    """The survey's items and banded items, with how many bands each has."""

    items: tuple[Item, ...]
    banded: tuple[tuple[BandedItem, int], ...]


def _asked(survey: Survey) -> _Asked:
    return _Asked(
        tuple(item for questionnaire in survey.questionnaires for item in questionnaire.items),
        tuple(
            (item, len(questionnaire.scale(item.response_scale).options))
            for questionnaire in survey.questionnaires
            for item in questionnaire.banded_items
        ),
    )


def _team(team_id: TeamId, rows: "NDArray[np.intp]", table: _Table, scores: Scores, asked: _Asked) -> TeamMeasures:
    steps, bands = table.steps[rows], table.bands[rows]
    counts = _counts(steps, AGREEMENT_POINTS)
    out, declined = table.not_applicable[rows].sum(axis=0), table.declined[rows].sum(axis=0)
    return TeamMeasures(
        team=team_id,
        answered=len(rows),
        domains=tuple(_domain(each, rows, steps, counts, table) for each in scores.domains),
        items=tuple(
            _item(item, counts[table.item[item.id]], int(out[table.question[item.id]]),
                  int(declined[table.question[item.id]]))
            for item in asked.items
        ),
        banded=tuple(
            _banded(item, _counts(bands[:, [table.band[item.id]]], options)[0], int(out[table.question[item.id]]),
                    int(declined[table.question[item.id]]))
            for item, options in asked.banded
        ),
    )  # fmt: skip


def _domain(
    scores: DomainScores,
    rows: "NDArray[np.intp]",
    steps: "NDArray[np.int64]",
    counts: Sequence[tuple[int, ...]],
    table: _Table,
) -> DomainMeasure:
    columns = [table.item[item.id] for item in scores.domain.items]
    answered = scores.answered.to_numpy()[rows]
    enough = ~np.isnan(scores.points.to_numpy()[rows])
    people = len(columns)
    # Points are multiples of one part of a point, whatever number of items somebody answered: whole numbers then.
    parts = math.lcm(*range(1, people + 1))
    totals = scores.total.to_numpy()[rows][enough].tolist()
    held = [
        POINTS_A_STEP * total * (parts // many) for total, many in zip(totals, answered[enough].tolist(), strict=True)
    ]
    valid, whole = len(held), sum(held)
    deviations = [each for each in (_deviation(counts[column]) for column in columns) if each is not None]
    mine = steps[:, columns]
    return DomainMeasure(
        domain=scores.domain.id,
        valid=valid,
        mean=Fraction(whole, valid * parts) if valid else None,
        squares=Fraction(valid * sum(each * each for each in held) - whole * whole, valid * parts * parts)
        if valid
        else Fraction(0),
        deviation=sum(deviations, Fraction(0)) / len(deviations) if deviations else None,
        moments=moments(mine[(mine > 0).all(axis=1)].tolist(), people),
    )


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


def _counts(codes: "NDArray[np.int64]", options: int) -> list[tuple[int, ...]]:
    """Return for each column how many people chose each option, from the first; missing ones are in none."""
    columns = codes.shape[1]
    flat = (codes + np.arange(columns) * (options + 1)).ravel()
    table = np.bincount(flat, minlength=columns * (options + 1)).reshape(columns, options + 1)
    return [tuple(row[1:]) for row in table.tolist()]


def _whole(frame: pd.DataFrame) -> "NDArray[np.int64]":
    codes: NDArray[np.int64] = np.nan_to_num(frame.to_numpy(dtype=float), nan=0.0).astype(np.int64)
    return codes


def _places(frame: pd.DataFrame) -> dict[str, int]:
    return {str(name): number for number, name in enumerate(frame.columns)}


def _deviation(counts: tuple[int, ...]) -> Fraction | None:
    """Return the mean absolute deviation from the mean, in steps; None without answers."""
    answered = sum(counts)
    if not answered:
        return None
    total = sum(step * count for step, count in enumerate(counts))
    # Distances from the mean, each times the number of answers: whole numbers.
    distances = sum(abs(step * answered - total) * count for step, count in enumerate(counts))
    return Fraction(distances, answered * answered)
