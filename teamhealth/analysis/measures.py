"""A team's confidential figures, exact: counts and fractions, from which only the release rules may show anything."""

from dataclasses import dataclass
from fractions import Fraction

import pandas as pd

from teamhealth.analysis.reliability import Moments, moments
from teamhealth.analysis.scoring import POINTS_A_STEP, DomainScores, Scores
from teamhealth.survey.ids import SurveyId, TeamId
from teamhealth.survey.questionnaire import AGREEMENT_POINTS, BandedItem, Item
from teamhealth.survey.survey import Survey


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

    Sums are of fractions, so neither the order of people nor the machine changes a digit.
    """
    return Measures(survey.id, tuple(_team(team.id, scores.teams == team.id, scores, survey) for team in survey.teams))


def _team(team_id: TeamId, members: "pd.Series[bool]", scores: Scores, survey: Survey) -> TeamMeasures:
    steps = scores.steps[members]
    items = [item for questionnaire in survey.questionnaires for item in questionnaire.items]
    banded = [
        (item, len(questionnaire.scale(item.response_scale).options))
        for questionnaire in survey.questionnaires
        for item in questionnaire.banded_items
    ]
    out, declined = scores.not_applicable[members], scores.declined[members]
    return TeamMeasures(
        team=team_id,
        answered=len(steps),
        domains=tuple(_domain(each, members, steps) for each in scores.domains),
        items=tuple(_item(item, steps, out, declined) for item in items),
        banded=tuple(_banded(item, options, scores.bands[members], out, declined) for item, options in banded),
    )


def _domain(scores: DomainScores, members: "pd.Series[bool]", steps: pd.DataFrame) -> DomainMeasure:
    ids = [item.id for item in scores.domain.items]
    enough = members & scores.points.notna()
    people = [
        Fraction(POINTS_A_STEP * int(total), int(answered))
        for total, answered in zip(scores.total[enough], scores.answered[enough], strict=True)
    ]
    mean = _mean(people)
    squares = sum(((each - mean) ** 2 for each in people), Fraction(0)) if mean is not None else Fraction(0)
    deviations = [_deviation(counts) for counts in (_counts(steps[each], AGREEMENT_POINTS) for each in ids)]
    complete = steps[ids].dropna().astype(int)
    return DomainMeasure(
        domain=scores.domain.id,
        valid=len(people),
        mean=mean,
        squares=squares,
        deviation=_mean([each for each in deviations if each is not None]),
        moments=moments(complete.to_numpy().tolist(), len(ids)),
    )


def _item(item: Item, steps: pd.DataFrame, out: pd.DataFrame, declined: pd.DataFrame) -> ItemMeasure:
    counts = _counts(steps[item.id], AGREEMENT_POINTS)
    valid = sum(counts)
    total = sum(step * count for step, count in enumerate(counts))
    return ItemMeasure(
        item=item.id,
        valid=valid,
        mean=Fraction(POINTS_A_STEP * total, valid) if valid else None,
        unfavourable=counts[0] + counts[1],
        neutral=counts[2],
        favourable=counts[3] + counts[4],
        not_applicable=int(out[item.id].sum()),
        declined=int(declined[item.id].sum()),
    )


def _banded(
    item: BandedItem, options: int, bands: pd.DataFrame, out: pd.DataFrame, declined: pd.DataFrame
) -> BandedMeasure:
    counts = _counts(bands[item.id], options)
    return BandedMeasure(
        item=item.id,
        valid=sum(counts),
        counts=counts,
        middle=lower_middle(counts),
        not_applicable=int(out[item.id].sum()),
        declined=int(declined[item.id].sum()),
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


def _counts(column: "pd.Series[float]", options: int) -> tuple[int, ...]:
    codes = column.to_numpy()
    return tuple(int((codes == code).sum()) for code in range(1, options + 1))


def _mean(values: list[Fraction]) -> Fraction | None:
    return sum(values, Fraction(0)) / len(values) if values else None


def _deviation(counts: tuple[int, ...]) -> Fraction | None:
    """Return the mean absolute deviation from the mean, in steps; None without answers."""
    answered = sum(counts)
    if not answered:
        return None
    mean = Fraction(sum(step * count for step, count in enumerate(counts)), answered)
    return sum((abs(step - mean) * count for step, count in enumerate(counts)), Fraction(0)) / answered
