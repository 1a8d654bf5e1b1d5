"""What a team is compared with: the other shown teams of its service, or of the council where those are few."""

from collections.abc import Mapping, Sequence

from teamhealth.publication.together import means_of_others
from teamhealth.publication.totals import Atom, AtomScore
from teamhealth.publication.values import AtomKind, ShownScore

TEAMS_FOR_OWN_SCOPE = 4


def scopes(atoms: Sequence[Atom]) -> tuple[tuple[tuple[Atom, ...], frozenset[str]], ...]:
    """Return each table of shown teams that are compared, and for which of its services it counts.

    A service with four shown teams or more is a table of its own. The others are compared with all of the council.
    """
    by_service: dict[str, list[Atom]] = {}
    for atom in atoms:
        if atom.kind is AtomKind.TEAM and atom.service is not None:
            by_service.setdefault(atom.service, []).append(atom)
    own = {service for service, teams in by_service.items() if len(teams) >= TEAMS_FOR_OWN_SCOPE}
    tables = [(tuple(by_service[service]), frozenset({service})) for service in by_service if service in own]
    few = frozenset(by_service) - own
    if few:
        tables.append((tuple(atom for teams in by_service.values() for atom in teams), few))
    return tuple(tables)


def rest_scores(atoms: Sequence[Atom]) -> Mapping[tuple[str, str], ShownScore]:
    """Return for each shown team and domain the mean of the other teams' shown scores, weighted by their answers.

    Parameters
    ----------
    atoms : sequence of Atom
        All of a publication's; other teams together are left out, for nothing is tested against them.

    Returns
    -------
    Mapping of (team id, domain id) to ShownScore
        Without those for which no other team shows the domain.
    """
    found: dict[tuple[str, str], ShownScore] = {}
    for table, services in scopes(atoms):
        columns: dict[str, list[tuple[Atom, AtomScore]]] = {}
        for atom in table:
            for score in atom.scores:
                columns.setdefault(score.domain, []).append((atom, score))
        for domain, column in columns.items():
            others = means_of_others([score for _, score in column])
            for (atom, _), mean in zip(column, others, strict=True):
                if atom.service in services and atom.team is not None and mean is not None:
                    found[atom.team, domain] = mean
    return found
