"""How sure a team's score is: its likely range, and the worst case over those who did not answer."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from teamhealth.analysis.reliability import Moments, alpha_within
from teamhealth.analysis.student_t import t_quantile
from teamhealth.publication.caps import HIGHEST, LOWEST
from teamhealth.publication.numbers import round_half_up
from teamhealth.publication.types import Span

TEAMS_FOR_OWN_SPREAD = 5
PEOPLE_FOR_OWN_ALPHA = 30
ALPHA_OF_FEW = Fraction(1, 2)
MOST_ALPHA = Fraction(9, 10)
MOST_ALPHA_OF_ALL = Fraction(7, 10)
PRIOR_SPREAD = 20
PRIOR_FREEDOM = 10
# However alike everybody answers. A spread near its least would say of each person that they answered as the others.
LEAST_SPREAD = 8
FIXED_SPREAD = 22
CONFIDENCE = 0.975


@dataclass(frozen=True, slots=True)
class Spread:
    """A standard deviation within teams, in whole points, and its degrees of freedom: infinite where None."""

    points: int
    freedom: int | None


def moderated_variance(squares: Sequence[Fraction], valid: Sequence[int]) -> tuple[Fraction, int]:
    """Return the variance within teams, pooled and drawn towards 20 squared, and its degrees of freedom.

    s2 = (nu0 s0^2 + sum of SS_t) / (nu0 + sum of (n_t - 1)) with nu0 = 10 and s0 = 20; the denominator is d.

    Parameters
    ----------
    squares : sequence of Fraction
        Each shown team's sum of squared deviations from its mean, in points squared.
    valid : sequence of int
        Each shown team's valid scores, 1 or more.

    Raises
    ------
    ValueError
        If the two are not of one length, or a team has no score.

    References
    ----------
    The form of Smyth (2004), Statistical Applications in Genetics and Molecular Biology 3(1), with a fixed prior.
    """
    if len(squares) != len(valid) or any(each < 1 for each in valid):
        raise ValueError("every team needs a sum of squares and at least one score")
    freedom = PRIOR_FREEDOM + sum(each - 1 for each in valid)
    return (PRIOR_FREEDOM * PRIOR_SPREAD**2 + sum(squares, Fraction(0))) / freedom, freedom


def spread_within(squares: Sequence[Fraction], valid: Sequence[int]) -> Spread:
    """Return the spread that likely ranges use; arguments as of ``moderated_variance``.

    With fewer than five shown teams it is fixed at 22, for an own one would tell how a team's answers lie; with five
    or more it is the moderated one in whole points, rounded once because it is published. People are taken to differ by
    8 points within their team at least, or the published figure would tell that nobody differs, and so what each said.
    """
    if len(squares) < TEAMS_FOR_OWN_SPREAD:
        return Spread(FIXED_SPREAD, None)
    variance, freedom = moderated_variance(squares, valid)
    least = Fraction(
        PRIOR_FREEDOM * PRIOR_SPREAD**2 + LEAST_SPREAD**2 * (freedom - PRIOR_FREEDOM),
        freedom,
    )
    return Spread(round_half_up(math.sqrt(max(variance, least))), freedom)


def shared_alpha(shown: Sequence[Moments]) -> Fraction:
    """Return the alpha that likely ranges use: 0 to .9, and .5 where fewer than 30 people answered every item.

    It is of people's distances from their team's means, for a range is about one team: over everybody, teams that
    differ would pass for true difference between colleagues. Where nobody differs there is none: 0 then, which people
    who differ a little by chance give too.
    """
    if not shown or sum(each.people for each in shown) < PEOPLE_FOR_OWN_ALPHA:
        return ALPHA_OF_FEW
    alpha = alpha_within(shown)
    return Fraction(0) if alpha is None else min(max(alpha, Fraction(0)), MOST_ALPHA)


def likely_range(shown_points: int, answered: int, headcount: int, spread: Spread, alpha: Fraction) -> Span:
    """Return the range that the team's score is likely to lie in, in whole points.

    shown mean +/- t(.975, d) sqrt(s2/n (1 - f alpha)), f = n/N and at most 1, alpha at most .7 where everyone
    answered; cut to 0..100, then both ends rounded half up, so that screen and paper agree.

    Parameters
    ----------
    shown_points : int
        The mean as shown, 0 to 100.
    answered, headcount : int
        n valid scores, 1 or more, of N people; more answers than people count as all.
    spread : Spread
        s, and d.
    alpha : Fraction
        From ``shared_alpha``.

    Raises
    ------
    ValueError
        If nobody answered.
    """
    if answered < 1:
        raise ValueError("a range needs an answer")
    share = min(Fraction(answered, headcount), Fraction(1)) if headcount else Fraction(1)
    if share == 1:
        alpha = min(alpha, MOST_ALPHA_OF_ALL)
    freedom = math.inf if spread.freedom is None else spread.freedom
    error = math.sqrt(Fraction(spread.points**2, answered) * (1 - share * alpha))
    half = t_quantile(CONFIDENCE, freedom) * error
    return Span(round_half_up(max(shown_points - half, 0.0)), round_half_up(min(shown_points + half, 100.0)))


def worst_case(shown_points: int, answered: int, headcount: int) -> Span:
    """Return where the score could lie if those who did not answer had all answered 0, or all 100.

    [n m / N, (n m + 100 (N - n)) / N] from the shown mean m, rounded half up; with everyone in, the mean itself.
    '6 or less' may be as little as 0, and '94 or more' as much as 100: there the range goes to the end of the scale.

    Raises
    ------
    ValueError
        If nobody answered.
    """
    if answered < 1:
        raise ValueError("a range needs an answer")
    people = max(answered, headcount)
    given = answered * shown_points
    low = round_half_up(Fraction(given, people))
    high = round_half_up(Fraction(given + 100 * (people - answered), people))
    return Span(0 if shown_points <= LOWEST else low, 100 if shown_points >= HIGHEST else high)
