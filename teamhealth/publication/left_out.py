"""Whether answers that cannot be shown in any way may be in no figure: from what is shown, so that it tells nothing."""

from collections.abc import Sequence

from teamhealth.publication.results import TeamResult
from teamhealth.publication.totals import Atom
from teamhealth.publication.values import AtomKind


def answers_left_out(services: Sequence[tuple[str, Sequence[TeamResult]]], atoms: Sequence[Atom]) -> bool:
    """Return whether some hidden figure is in no row of other teams, whether or not anybody answered there.

    Parameters
    ----------
    services : sequence of (service id, sequence of TeamResult)
    atoms : sequence of Atom
        All of the publication's.
    """
    rows = {atom.service for atom in atoms if atom.kind is AtomKind.OTHERS}
    return None not in rows and any(
        service not in rows and any(has_hidden_score(team) for team in teams) for service, teams in services
    )


def has_hidden_score(team: TeamResult) -> bool:
    """Return whether the team, or one of its scores, is hidden."""
    return not team.shown or any(domain.score is None for domain in team.domains)
