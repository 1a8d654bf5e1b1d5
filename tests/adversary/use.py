"""What the release rules leave to see: of teams, of answers, and of everybody's mean."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from statistics import pstdev

from teamhealth.analysis.measures import DomainMeasure, Measures, measure
from teamhealth.analysis.scoring import score
from teamhealth.disclosure.release import release
from teamhealth.publication.types import AtomKind, Publication
from tests.adversary.councils import Council, council, ordinary_plans
from tests.adversary.knowledge import hides_score, in_pool, shows_count
from tests.adversary.publishing import DAY

SERVICES = 5
TEAMS = 30


@dataclass(frozen=True, slots=True)
class Use:
    """A council's teams, scores and answers to items, and how many of each are shown or in a council's figure.

    ``errors`` are the council's scores less the means of all the people in them, as printed; ``unrounded`` the same
    before the total is rounded to whole points.
    """

    eligible: int
    published: int
    hidden: int
    in_service_row: int
    in_any_row: int
    scores: int
    scores_in_council: int
    answers: int
    answers_in_council: int
    errors: tuple[float, ...]
    unrounded: tuple[float, ...]


def simulated(councils: int, seed: int = 0) -> list[Use]:
    """Publish councils of 30 teams of two to twelve people in five services."""
    return [_use(council(ordinary_plans(random.Random(n), SERVICES, TEAMS), n)) for n in range(seed, seed + councils)]


def report(found: Sequence[Use]) -> Iterator[str]:
    """Yield the figures in words."""

    def share(part: int, whole: int) -> str:
        return f"{100 * part / whole:.1f}% of {whole:,}"

    hidden = sum(each.hidden for each in found)
    errors = [error for each in found for error in each.errors]
    yield f"{len(found)} councils"
    yield f"eligible teams published: {share(sum(e.published for e in found), sum(e.eligible for e in found))}"
    yield f"hidden teams in a row of their service: {share(sum(e.in_service_row for e in found), hidden)}"
    yield f"hidden teams in any row: {share(sum(e.in_any_row for e in found), hidden)}"
    yield f"scores in the council's: {share(sum(e.scores_in_council for e in found), sum(e.scores for e in found))}"
    yield (
        "answers to items in the council's shares: "
        f"{share(sum(e.answers_in_council for e in found), sum(e.answers for e in found))}"
    )
    before = [error for each in found for error in each.unrounded]
    yield f"council's score less the mean of all in it: sd {pstdev(errors):.2f}, at most {max(map(abs, errors)):.2f}"
    yield f"the same before it is rounded: sd {pstdev(before):.2f}, at most {max(map(abs, before)):.2f}"


def _use(one: Council) -> Use:
    measures = measure(score(one.responses, one.survey), one.survey)
    whole = release(measures, one.survey, (), DAY)
    answered = {str(each.team): each.answered for each in measures.teams}
    rows = {atom.service for atom in whole.atoms if atom.kind is AtomKind.OTHERS}
    hidden = [
        service.id for service in whole.services for team in service.teams if not team.shown and answered[team.id] > 0
    ]
    cells, inside = _scores(whole, measures, rows)
    answers, pooled = _answers(whole, measures)
    return Use(
        eligible=sum(people >= one.survey.policy.threshold for people in answered.values()),
        published=sum(team.shown for team in whole.teams),
        hidden=len(hidden),
        in_service_row=sum(service in rows for service in hidden),
        in_any_row=sum(service in rows or None in rows for service in hidden),
        scores=sum(cell.valid for cell in cells),
        scores_in_council=sum(cell.valid for cell in inside),
        answers=answers,
        answers_in_council=pooled,
        errors=tuple(printed for printed, _ in _errors(whole, inside)),
        unrounded=tuple(before for _, before in _errors(whole, inside)),
    )


def _scores(
    whole: Publication, measures: Measures, rows: set[str | None]
) -> tuple[list[DomainMeasure], list[DomainMeasure]]:
    """Return all cells, and those in the council's scores."""
    found = {str(each.team): each.domains for each in measures.teams}
    cells: list[DomainMeasure] = []
    inside: list[DomainMeasure] = []
    for service in whole.services:
        row = service.id in rows or None in rows
        for team in service.teams:
            cells += found[team.id]
            inside += [cell for cell in found[team.id] if row or not hides_score(team, cell.domain)]
    return cells, inside


def _answers(whole: Publication, measures: Measures) -> tuple[int, int]:
    """Return the answers to items, and those in the council's shares."""
    valid = {(str(team.team), item.item): item.valid for team in measures.teams for item in team.items}
    inside = {(team.id, item.item) for team in whole.teams for item in team.items if shows_count(team, item.item)}
    for pool in whole.pools:
        inside |= {(team.id, share.item) for share in pool.shares for team in in_pool(whole, pool, share.item)}
    return sum(valid.values()), sum(valid[place] for place in inside)


def _errors(whole: Publication, inside: Sequence[DomainMeasure]) -> Iterator[tuple[float, float]]:
    """Yield how far each total is off, as printed and before it is rounded."""
    for total in whole.council:
        mine = [cell for cell in inside if cell.domain == total.domain]
        points = sum(((cell.mean or Fraction(0)) * cell.valid for cell in mine), Fraction(0))
        mean = points / sum(cell.valid for cell in mine)
        scores = [score for atom in whole.atoms for score in atom.scores if score.domain == total.domain]
        made = Fraction(sum(each.score.points * each.weight for each in scores), sum(each.weight for each in scores))
        yield float(total.score.points - mean), float(made - mean)
