"""Totals made of atoms: shown teams' shown scores, so that no subtraction yields more than is printed already.

'Other teams together', the atom of a service's hidden teams, is not made yet: hidden teams' answers are in no total.
"""

from collections.abc import Sequence
from fractions import Fraction

from teamhealth.analysis.measures import TeamMeasures
from teamhealth.disclosure.caps import shown_score
from teamhealth.publication.types import Atom, AtomKind, AtomScore, DomainTotal, TeamResult
from teamhealth.survey.ids import ServiceId

FEWEST_TEAMS = 2


def team_atom(service: ServiceId, result: TeamResult, measures: TeamMeasures) -> Atom | None:
    """Return a shown team's atom: its shown scores, weighted by their valid answers; None for a hidden team."""
    if not result.shown:
        return None
    valid = {each.domain: each.valid for each in measures.domains}
    scores = tuple(
        AtomScore(each.domain, each.score, valid[each.domain]) for each in result.domains if each.score is not None
    )
    return Atom(AtomKind.TEAM, service, scores, result.id)


def totals(atoms: Sequence[Atom], domains: Sequence[str]) -> tuple[DomainTotal, ...]:
    """Return the totals over atoms: the one function that makes any.

    A domain's total is the mean of its atoms' shown scores, weighted by their answers, rounded and capped like any
    other; it stands only where two or more atoms have the domain.

    Parameters
    ----------
    atoms : sequence of Atom
        Those of a service, or of the whole council.
    domains : sequence of str
        Domain ids in the order asked.
    """
    made = []
    for domain in domains:
        scores = [each for atom in atoms for each in atom.scores if each.domain == domain]
        if len(scores) >= FEWEST_TEAMS:
            weight = sum(each.weight for each in scores)
            mean = Fraction(sum(each.score.points * each.weight for each in scores), weight)
            made.append(DomainTotal(domain, shown_score(mean), len(scores)))
    return tuple(made)
