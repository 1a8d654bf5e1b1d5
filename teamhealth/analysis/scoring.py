"""From codes to healthy steps, and from steps to each person's domain scores."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from teamhealth.analysis.validity import survey_fit
from teamhealth.survey.questionnaire import AGREEMENT_POINTS, DOES_NOT_APPLY, PREFER_NOT_TO_SAY, Domain
from teamhealth.survey.response import Response
from teamhealth.survey.survey import Survey

POINTS_A_STEP = 100 // (AGREEMENT_POINTS - 1)


@dataclass(frozen=True, slots=True, eq=False)
class DomainScores:
    """One domain, one row a person.

    ``answered`` is the number of items answered; ``total`` the sum of their healthy steps, counted from 0 to 4 each;
    ``points`` the score from 0 to 100, NaN where fewer than half of the items were answered.
    """

    domain: Domain
    answered: "pd.Series[int]"
    total: "pd.Series[int]"
    points: "pd.Series[float]"


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """All people's scores; every table has one row a person, in no order that means anything.

    Parameters
    ----------
    teams : Series of str
        Each person's team.
    steps : DataFrame of float
        A column an agreement item: healthy steps from 1 to 5, NaN where missing.
    bands : DataFrame of float
        A column a banded item: bands from 1, NaN where missing.
    not_applicable, declined : DataFrame of bool
        A column a question: the two ways of opting out.
    domains : tuple of DomainScores
        The domains that are scored, in the order asked.
    """

    teams: "pd.Series[str]"
    steps: pd.DataFrame
    bands: pd.DataFrame
    not_applicable: pd.DataFrame
    declined: pd.DataFrame
    domains: tuple[DomainScores, ...]


def score(responses: Sequence[Response], survey: Survey) -> Scores:
    """Recode the answers and score each person.

    A reversed item's code x becomes 6 - x, so higher is healthier everywhere. A person's score in a domain is the
    percentage of the maximum possible, 100 (x - 1) / 4, averaged over the items answered, if at least half of the
    domain's items are. Both opt-outs are missing, and told apart.

    Parameters
    ----------
    responses : sequence of Response
        In any order.
    survey : Survey
        What they answered.

    Raises
    ------
    ValueError
        If a response does not fit the survey; nothing of it is told.

    References
    ----------
    Cohen, Cohen, Aiken and West (1999), The problem of units and the circumstance for POMP, Multivariate Behavioral
    Research 34(3).
    """
    fit = survey_fit(survey)
    if not all(fit.holds(response) for response in responses):
        raise ValueError("a response does not fit the survey")
    items = [item for questionnaire in survey.questionnaires for item in questionnaire.items]
    banded = [item.id for questionnaire in survey.questionnaires for item in questionnaire.banded_items]
    codes = _codes(responses, [*(item.id for item in items), *banded])
    answers = codes.where((codes != DOES_NOT_APPLY) & (codes != PREFER_NOT_TO_SAY))
    steps = answers[[item.id for item in items]].copy()
    for item in items:
        if item.reverse:
            steps[item.id] = AGREEMENT_POINTS + 1 - steps[item.id]
    return Scores(
        teams=pd.Series([response.team for response in responses], dtype="str"),
        steps=steps,
        bands=answers[banded],
        not_applicable=codes == DOES_NOT_APPLY,
        declined=codes == PREFER_NOT_TO_SAY,
        domains=tuple(_domain_scores(domain, steps) for domain in scored_domains(survey)),
    )


def scored_domains(survey: Survey) -> tuple[Domain, ...]:
    """Return the domains that get a score, in the order asked."""
    return tuple(
        domain
        for questionnaire in survey.questionnaires
        if questionnaire.score_domains
        for domain in questionnaire.domains
    )


def _codes(responses: Sequence[Response], ids: list[str]) -> pd.DataFrame:
    table = np.full((len(responses), len(ids)), np.nan)
    column = {each: number for number, each in enumerate(ids)}
    for row, response in enumerate(responses):
        for item, code in response.answers.items():
            table[row, column[item]] = code
    return pd.DataFrame(table, columns=ids)


def _domain_scores(domain: Domain, steps: pd.DataFrame) -> DomainScores:
    mine = steps[[item.id for item in domain.items]]
    answered = mine.notna().sum(axis="columns").astype(int)
    total = (mine - 1).sum(axis="columns").astype(int)
    enough = answered * 2 >= len(domain.items)
    points = (POINTS_A_STEP * total / answered.where(enough)).astype(float)
    return DomainScores(domain, answered, total, points)
