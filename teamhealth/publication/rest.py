"""What a team is compared with: the other shown teams of its service, or of the council where those are few.

Teams that stand apart themselves are not among them, as in the test: one poor team would make ordinary ones look good,
and hide another poor one.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from teamhealth.publication.results import TeamResult
from teamhealth.publication.together import FEWEST_TEAMS, means_of_others
from teamhealth.publication.totals import Atom, AtomScore
from teamhealth.publication.values import AtomKind, ShownScore, Verdict

TEAMS_FOR_OWN_SCOPE = 4

# A team's id and a domain's.
Place = tuple[str, str]
_Column = list[tuple[Atom, AtomScore]]


def scopes(atoms: Sequence[Atom]) -> tuple[tuple[tuple[Atom, ...], frozenset[str]], ...]:
    """Return each table of shown teams that are compared, and for which of its services it counts.

    A service with four shown teams or more is a table of its own. The others are compared with all of the council,
    in the last table.
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


def standing_apart(teams: Sequence[TeamResult]) -> frozenset[Place]:
    """Return where a team is printed as above or below the others by more than chance."""
    return frozenset(
        (team.id, result.domain)
        for team in teams
        for result in team.domains
        if result.rest is not None and result.rest.verdict in {Verdict.ABOVE, Verdict.BELOW}
    )


def rest_scores(atoms: Sequence[Atom], apart: Collection[Place] = ()) -> Mapping[Place, ShownScore]:
    """Return for each shown team and domain the mean of the other teams' shown scores, weighted by their answers.

    Parameters
    ----------
    atoms : sequence of Atom
        All of a publication's; other teams together are left out, for nothing is tested against them.
    apart : collection of (team id, domain id)
        Which are printed as above or below: others are not compared with them, while two others are left.

    Returns
    -------
    Mapping of (team id, domain id) to ShownScore
        Without those for which no other team shows the domain.
    """
    found: dict[Place, ShownScore] = {}
    for services, domain, column in _columns(atoms):
        standing = [(str(atom.team), domain) in apart for atom, _ in column]
        others = means_of_others([score for _, score in column], standing)
        for (atom, _), mean in zip(column, others, strict=True):
            if atom.service in services and atom.team is not None and mean is not None:
                found[atom.team, domain] = mean
    return found


def those_beside(atoms: Sequence[Atom], place: Place, apart: Collection[Place]) -> tuple[Atom, ...]:
    """Return the teams whose mean stands beside a team in a domain; none where it is compared with nobody."""
    team, asked = place
    for services, domain, column in _columns(atoms):
        mine = next((atom for atom, _ in column if atom.team == team), None)
        if domain == asked and mine is not None and mine.service in services:
            others = tuple(atom for atom, _ in column if atom.team != team)
            calm = tuple(atom for atom in others if (str(atom.team), domain) not in apart)
            return calm if len(calm) >= FEWEST_TEAMS else others
    return ()


def beside_those_apart(atoms: Sequence[Atom], apart: Collection[Place]) -> frozenset[Place]:
    """Return where a team that does not stand apart is printed beside teams that do, for too few others are left."""
    found: set[Place] = set()
    for services, domain, column in _columns(atoms):
        calm = [atom for atom, _ in column if (str(atom.team), domain) not in apart]
        if len(calm) <= FEWEST_TEAMS and len(calm) < len(column):
            found.update((str(atom.team), domain) for atom in calm if atom.service in services)
    return frozenset(found)


def _columns(atoms: Sequence[Atom]) -> Iterator[tuple[frozenset[str], str, _Column]]:
    """Yield each table's domains: for which services it counts, the domain, and who shows it with which score."""
    for table, services in scopes(atoms):
        columns: dict[str, _Column] = {}
        for atom in table:
            for score in atom.scores:
                columns.setdefault(score.domain, []).append((atom, score))
        for domain, column in columns.items():
            yield services, domain, column
