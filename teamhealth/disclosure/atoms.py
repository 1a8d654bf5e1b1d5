"""A shown team's atom: its shown scores, weighted by their valid answers."""

from teamhealth.analysis.measures import TeamMeasures
from teamhealth.publication.results import TeamResult
from teamhealth.publication.totals import Atom, AtomScore
from teamhealth.publication.values import AtomKind
from teamhealth.survey.ids import ServiceId


def team_atom(service: ServiceId, result: TeamResult, measures: TeamMeasures) -> Atom | None:
    """Return a shown team's atom; None for a hidden team, whose answers no atom of its own may hold."""
    if not result.shown:
        return None
    valid = {each.domain: each.valid for each in measures.domains}
    scores = tuple(
        AtomScore(each.domain, each.score, valid[each.domain]) for each in result.domains if each.score is not None
    )
    return Atom(AtomKind.TEAM, service, scores, result.id)
