"""How well a questionnaire's domains measure, over all people in the council's figure together."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from teamhealth.analysis.one_factor import omega_total
from teamhealth.analysis.reliability import cronbach_alpha, moments
from teamhealth.publication.quality import PEOPLE_FOR_QUALITY
from teamhealth.survey.questionnaire import AGREEMENT_POINTS

_LOWEST_POINTS, _HIGHEST_POINTS = 0, 100
_UNIFORM_VARIANCE = (AGREEMENT_POINTS**2 - 1) / 12


@dataclass(frozen=True, slots=True)
class ItemQuality:
    """An item among the people asked: all of it shares from 0 to 1, but ``item_rest``, a correlation.

    ``unanswered`` were not reached; ``not_applicable`` and ``declined`` opted out; ``item_rest`` is None where nobody
    differs.
    """

    item_rest: float | None
    unanswered: float
    not_applicable: float
    declined: float


@dataclass(frozen=True, slots=True)
class TeamShare:
    """How alike people of one team answer, by the mean-square form with k = people / teams.

    ``single`` is ICC(1), the share of the variance that lies between teams; ``mean`` is ICC(2), how reliable the
    teams' means are.
    """

    single: float
    mean: float


@dataclass(frozen=True, slots=True)
class TeamEnds:
    """How many of a team's ``people`` with a score have the lowest possible one, and the highest."""

    people: int
    lowest: int
    highest: int


@dataclass(frozen=True, slots=True)
class DomainQuality:
    """A domain's quality; None where it cannot be computed.

    ``people`` were asked; ``complete`` of them answered every item, and alpha, omega, r_wg(j) and item-rest
    correlations are theirs. ``ends`` says of each team, counted from 0, how many people stand at either end.
    """

    people: int
    complete: int
    alpha: float | None
    omega: float | None
    agreement: float | None
    team_share: TeamShare | None
    ends: tuple[TeamEnds, ...]
    items: tuple[ItemQuality | None, ...]


@dataclass(frozen=True, slots=True, eq=False)
class DomainAnswers:
    """The answers of everybody in the council's figure to one domain's items.

    Parameters
    ----------
    teams : ndarray of int, shape (people,)
    steps : ndarray of float, shape (people, items)
        Healthy steps from 1 to 5, NaN where missing.
    not_applicable, declined : ndarray of bool, shape (people, items)
        The two ways of opting out.
    points : ndarray of float, shape (people,)
        Scores from 0 to 100, NaN where missing.
    left_out : ndarray of bool, shape (people, items), or None
        Answers that an item's own shares are not to rest on.
    """

    teams: NDArray[np.integer]
    steps: NDArray[np.floating]
    not_applicable: NDArray[np.bool_]
    declined: NDArray[np.bool_]
    points: NDArray[np.floating]
    left_out: NDArray[np.bool_] | None = None


def domain_quality(answers: DomainAnswers) -> DomainQuality | None:
    """Return a domain's quality figures; None where fewer than 30 people have a score, or were asked an item.

    Raises
    ------
    ValueError
        If the tables are not of one size.

    References
    ----------
    In R: ``psych::alpha``, ``psych::omega(nfactors = 1)``, ``multilevel::ICC1`` and ``ICC2``, ``multilevel::rwg.j``,
    and ``cor`` of each item with the sum of the others.
    """
    people, _ = answers.steps.shape
    tables = (answers.not_applicable, answers.declined)
    if (
        any(each.shape != answers.steps.shape for each in tables)
        or not len(answers.teams) == len(answers.points) == people
    ):
        raise ValueError("one row a person and one column an item are needed")
    scored = ~np.isnan(answers.points)
    if scored.sum() < PEOPLE_FOR_QUALITY:
        return None
    complete = answers.steps[~np.isnan(answers.steps).any(axis=1)]
    points = answers.points[scored]
    return DomainQuality(
        people=people,
        complete=len(complete),
        alpha=_alpha(complete),
        omega=_omega(complete),
        agreement=r_wg_j(complete) if len(complete) > 1 else None,
        team_share=team_share(answers.teams[scored], points),
        ends=_ends(answers.teams[scored], points),
        items=tuple(_item(answers, item, rest) for item, rest in enumerate(item_rest_correlations(complete))),
    )


def team_share(teams: NDArray[np.integer], points: NDArray[np.floating]) -> TeamShare | None:
    """Return ICC(1) and ICC(2) from a one-way analysis of variance; None where teams or people do not differ.

    ICC(1) = (MSB - MSW) / (MSB + (k - 1) MSW), ICC(2) = (MSB - MSW) / MSB, k = people / teams: the mean-square form.
    Either may be negative.

    Parameters
    ----------
    teams : ndarray of int, shape (people,)
    points : ndarray of float, shape (people,)
        No missing ones.

    Raises
    ------
    ValueError
        If the two are not of one length, or a score is missing.

    References
    ----------
    Bliese (2000), Within-group agreement, non-independence, and reliability, in Klein and Kozlowski, Multilevel theory,
    research, and methods in organizations. In R: ``multilevel::ICC1(aov(y ~ factor(team)))``, ``ICC2``.
    """
    if teams.shape != points.shape or np.isnan(points).any():
        raise ValueError("one team and one score a person are needed")
    names, place, sizes = np.unique(teams, return_inverse=True, return_counts=True)
    people, groups = len(points), len(names)
    if groups < 2 or people <= groups:
        return None
    means = np.bincount(place, weights=points) / sizes
    between = float((sizes * (means - points.mean()) ** 2).sum()) / (groups - 1)
    within = float(((points - means[place]) ** 2).sum()) / (people - groups)
    if between <= 0:
        return None
    per_team = people / groups
    return TeamShare((between - within) / (between + (per_team - 1) * within), (between - within) / between)


def r_wg_j(steps: NDArray[np.floating]) -> float:
    """Return how far a group agrees over several items, against answers spread evenly over five points.

    J (1 - v/2) / (J (1 - v/2) + v/2), v the mean variance of the J items, and 2 the variance of even answers; 0 where
    v is above 2.

    Parameters
    ----------
    steps : ndarray of float, shape (people, items)
        Two people or more, none missing.

    Raises
    ------
    ValueError
        If there are fewer than two people or no items, or an answer is missing.

    References
    ----------
    James, Demaree and Wolf (1984), Estimating within-group interrater reliability with and without response bias,
    Journal of Applied Psychology 69. In R: ``multilevel::rwg.j(ranvar = 2)``.
    """
    if steps.ndim != 2 or len(steps) < 2 or not steps.shape[1] or np.isnan(steps).any():
        raise ValueError("complete answers of two people or more are needed")
    ratio = float(steps.var(axis=0, ddof=1).mean()) / _UNIFORM_VARIANCE
    shared: float = steps.shape[1] * max(1 - ratio, 0.0)
    return shared / (shared + ratio)


def item_rest_correlations(steps: NDArray[np.floating]) -> tuple[float | None, ...]:
    """Return each item's correlation with the sum of the others; None where either does not vary.

    Parameters
    ----------
    steps : ndarray of float, shape (people, items)
        None missing.

    References
    ----------
    In R: ``cor(x[, i], rowSums(x[, -i]))``; ``psych::alpha`` calls it r.drop.
    """
    whole = steps.sum(axis=1)
    return tuple(_correlation(steps[:, item], whole - steps[:, item]) for item in range(steps.shape[1]))


def _ends(teams: NDArray[np.integer], points: NDArray[np.floating]) -> tuple[TeamEnds, ...]:
    people, lowest, highest = (
        np.bincount(teams[which], minlength=int(teams.max(initial=-1)) + 1).tolist()
        for which in (slice(None), points == _LOWEST_POINTS, points == _HIGHEST_POINTS)
    )
    return tuple(map(TeamEnds, people, lowest, highest))


def _item(answers: DomainAnswers, item: int, item_rest: float | None) -> ItemQuality | None:
    kept = slice(None) if answers.left_out is None else ~answers.left_out[:, item]
    steps = answers.steps[kept, item]
    out, declined = answers.not_applicable[kept, item], answers.declined[kept, item]
    if len(steps) < PEOPLE_FOR_QUALITY:
        return None
    return ItemQuality(
        item_rest=item_rest,
        unanswered=float((np.isnan(steps) & ~out & ~declined).mean()),
        not_applicable=float(out.mean()),
        declined=float(declined.mean()),
    )


def _alpha(complete: NDArray[np.floating]) -> float | None:
    alpha = cronbach_alpha(moments(complete.astype(int).tolist(), complete.shape[1]))
    return None if alpha is None else float(alpha)


def _omega(complete: NDArray[np.floating]) -> float | None:
    if complete.shape[1] < 3 or len(complete) < 2 or not (complete.std(axis=0) > 0).all():
        return None
    correlations = np.corrcoef(complete, rowvar=False)
    return omega_total(correlations) if correlations.sum() > 0 else None


def _correlation(one: NDArray[np.floating], other: NDArray[np.floating]) -> float | None:
    if len(one) < 2 or not one.std() or not other.std():
        return None
    return float(np.corrcoef(one, other)[0, 1])
