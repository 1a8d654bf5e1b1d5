"""How well somebody who knows their own answers can guess a colleague's score, with the report and without."""

import random
from collections import defaultdict
from collections.abc import Iterator
from statistics import mean

from teamhealth.publication.types import Publication
from teamhealth.survey.questionnaire import Domain
from teamhealth.survey.response import Response
from tests.adversary.councils import council, ordinary_plans
from tests.adversary.publishing import publish
from tests.adversary.unknowns import step_weight, steps

Guesses = dict[int, list[tuple[float, float, float]]]


def guesses(councils: int, seed: int = 0) -> Guesses:
    """Return, by the team's answers, how far guesses are off, and how much of a colleague's range is left.

    Without the report the best guess is the mean of everybody asked; with it the mean of the others in the team, for
    the sum is printed and the own part known. The range is what the others' sum leaves one of them.
    """
    found: Guesses = defaultdict(list)
    for number in range(seed, seed + councils):
        one = council(ordinary_plans(random.Random(number), 3, 14), number)
        whole = publish(one.survey, one.responses)
        for domain in one.survey.questionnaires[0].domains:
            everybody = [points for each in one.responses if (points := score_of(each, domain)) is not None]
            for team, shown in _shown(whole, domain):
                people = [
                    points
                    for each in one.responses
                    if each.team == team and (points := score_of(each, domain)) is not None
                ]
                own, other = people[0], people[1]
                rest = len(people) - 1
                total = shown * len(people) - own
                slack = len(people) / 2
                least = max(0.0, total - slack - 100 * (rest - 1))
                most = min(100.0, total + slack)
                guess = min(100.0, max(0.0, total / rest))
                found[len(people)].append((abs(other - guess), abs(other - mean(everybody)), (most - least) / 100))
    return found


def report(found: Guesses) -> Iterator[str]:
    """Yield a line a size."""
    for people, each in sorted(found.items()):
        with_report, without, left = (mean(column) for column in zip(*each, strict=True))
        yield (
            f"n {people}: off by {with_report:.1f} points with the report, {without:.1f} without; "
            f"{100 * left:.0f}% of the range left; {len(each):,} guesses"
        )


def score_of(response: Response, domain: Domain) -> float | None:
    """Return a person's score; None if they answered fewer than half of the items."""
    given = steps(response, domain)
    weight = step_weight(len(given), len(domain.items))
    return weight * sum(given.values()) if weight else None


def _shown(whole: Publication, domain: Domain) -> Iterator[tuple[str, int]]:
    for team in whole.teams:
        for result in team.domains:
            if result.domain == domain.id and result.score is not None:
                yield team.id, result.score.points
