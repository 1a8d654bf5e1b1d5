"""What the adversary does not know: how many gave which answer.

Granted to it: who answered at all, and how many of each team skipped what. People who answered equally many items of
a domain weigh the same in its score, so their answers to an item are counted together, and nothing is lost by it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from teamhealth.survey.questionnaire import AGREEMENT_POINTS, Domain
from teamhealth.survey.response import Response
from teamhealth.survey.survey import Survey


@dataclass(frozen=True, slots=True)
class Group:
    """A team's answers to an item from people who answered ``taken`` items of its domain.

    ``counts`` is the truth: how many are at healthy step 0, 1, 2, 3 and 4. ``weight`` is what a step adds to the
    domain's sum of scores, 0 for people without a score.
    """

    team: str
    domain: str
    item: str
    taken: int
    weight: float
    counts: tuple[int, ...]

    @property
    def people(self) -> int:
        """How many answers there are."""
        return sum(self.counts)


def steps(response: Response, domain: Domain) -> dict[str, int]:
    """Return the healthy step, 0 to 4, of each item of a domain that somebody answered."""
    found = {}
    for item in domain.items:
        code = response.answers.get(item.id, 0)
        if 1 <= code <= AGREEMENT_POINTS:
            found[item.id] = AGREEMENT_POINTS - code if item.reverse else code - 1
    return found


def among(response: Response, newcomers: frozenset[int]) -> str:
    """Return the people that somebody counts among: their team, and apart those who were not published before."""
    return f"{response.team}+" if id(response) in newcomers else response.team


def unknown_answers(
    survey: Survey,
    responses: Sequence[Response],
    without: Response | None = None,
    newcomers: frozenset[int] = frozenset(),
) -> list[Group]:
    """Return all groups of answers; of ``without``, who looks, the own answers are known and left out."""
    groups: dict[tuple[str, str, str, int], list[int]] = {}
    for questionnaire in survey.questionnaires:
        for domain in questionnaire.domains:
            for response in responses:
                given = steps(response, domain)
                for item, step in given.items():
                    place = (among(response, newcomers), domain.id, item, len(given))
                    counts = groups.setdefault(place, [0] * AGREEMENT_POINTS)
                    counts[step] += response is not without
    sizes = {domain.id: len(domain.items) for each in survey.questionnaires for domain in each.domains}
    return [
        Group(team, domain, item, taken, step_weight(taken, sizes[domain]), tuple(counts))
        for (team, domain, item, taken), counts in groups.items()
    ]


def step_weight(taken: int, items: int) -> float:
    """Return what one step adds to the sum of scores: nothing where fewer than half of the items were answered."""
    return 25 / taken if 2 * taken >= items else 0.0
