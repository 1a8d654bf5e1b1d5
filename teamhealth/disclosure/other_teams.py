"""What cannot be shown by itself, service by service, and once more for the whole council."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from teamhealth.disclosure.audit import coarsest_step
from teamhealth.disclosure.hidden import HiddenCell, TeamFigures, hidden_cells
from teamhealth.disclosure.item_cells import TeamCells, cells_without_count
from teamhealth.disclosure.item_pools import pooled_shares
from teamhealth.disclosure.others import could_stand, others_atom, together
from teamhealth.publication.short_themes import FEWEST_WITH_COUNTS
from teamhealth.publication.totals import Atom, ItemPool, ItemShare
from teamhealth.survey.ids import ServiceId
from teamhealth.survey.policy import ReleasePolicy
from teamhealth.survey.questionnaire import Domain

FEWEST_HIDDEN = 2


@dataclass(frozen=True, slots=True)
class ServiceFigures:
    """A service's teams with their confidential figures."""

    id: ServiceId
    teams: tuple[TeamFigures, ...]


def other_teams(
    services: Sequence[ServiceFigures], domains: Sequence[Domain], policy: ReleasePolicy
) -> tuple[Atom, ...]:
    """Return the rows 'Not shown, together': of each service where it is safe, and of what these leave over."""
    steps = {domain.id: coarsest_step(len(domain.items)) for domain in domains}
    cells = [(service.id, hidden_cells(service.teams, policy)) for service in services]
    return rows_of(cells, policy.threshold, steps)


def rows_of(
    services: Sequence[tuple[ServiceId, Mapping[str, Sequence[HiddenCell]]]],
    threshold: int,
    steps: Mapping[str, Fraction],
) -> tuple[Atom, ...]:
    """Return the rows of services' hidden cells: their own, and one of those that are carried up.

    Which services are carried up depends on how many answered alone. A service whose numbers would do, and whose row
    the audit refused for what was answered, would tell by being carried up that its answers lie near an end, and with
    the council's row what is left for the others: so then there is no row of the council.
    """
    atoms: list[Atom] = []
    carried: list[Mapping[str, Sequence[HiddenCell]]] = []
    refused = False
    for service, cells in services:
        atom = others_atom(service, cells, threshold, steps)
        if atom is not None:
            atoms.append(atom)
        elif could_stand(cells, threshold, steps):
            refused = True
        else:
            carried.append(cells)
    last = None if refused else others_atom(None, together(carried), threshold, steps)
    return (*atoms, last) if last is not None else tuple(atoms)


def item_pools(
    services: Sequence[ServiceFigures], rows: Sequence[Atom], domains: Sequence[Domain], policy: ReleasePolicy
) -> tuple[ItemPool, ...]:
    """Return the pools of answers without a count: of each service where it is safe, and of what these leave over.

    Parameters
    ----------
    services : sequence of ServiceFigures
    rows : sequence of Atom
        The rows of other teams that stand: they and the pools are looked at together.
    domains : sequence of Domain
        All of the survey's, those without a score too.
    policy : ReleasePolicy
    """
    printed = _Printed(
        services=frozenset(row.service for row in rows),
        domains=frozenset(score.domain for row in rows for score in row.scores),
    )
    scored = {each.domain for service in services for team in service.teams for each in team.measures.domains}
    own: dict[str | None, list[ItemShare]] = {}
    for domain in domains:
        items = [item.id for item in domain.items]
        counted = domain.id not in scored or len(items) >= FEWEST_WITH_COUNTS
        carried: list[tuple[ServiceId, tuple[TeamCells, ...]]] = []
        for service in services:
            cells = tuple(cells_without_count(team, policy, items, counted=counted) for team in service.teams)
            here, above = _lone_hidden_apart(cells)
            shares = pooled_shares([(printed.of(service.id, domain), here)], items, policy.threshold)
            carried.append((service.id, cells if shares is None else above))
            own.setdefault(service.id, []).extend(shares or ())
        shares = pooled_shares(_by_row(carried, domain, printed), items, policy.threshold)
        own.setdefault(None, []).extend(shares or ())
    order: list[str | None] = [*(service.id for service in services), None]
    return tuple(ItemPool(each, tuple(own[each])) for each in order if own.get(each))


@dataclass(frozen=True, slots=True)
class _Printed:
    """Where a row of other teams prints a domain's score."""

    services: frozenset[str | None]
    domains: frozenset[str]

    def of(self, service: str, domain: Domain) -> bool:
        """Return whether the hidden cells of a service are in a row."""
        return domain.id in self.domains and (service in self.services or None in self.services)


def _lone_hidden_apart(
    cells: tuple[TeamCells, ...],
) -> tuple[tuple[TeamCells, ...], tuple[TeamCells, ...]]:
    """Return the cells to pool in a service and those to carry up: a hidden team that is the only one.

    It has no other to hide among. Whether it is taken out depends on what is shown alone, so that a pool that stands
    does not tell whether anybody in it answered.
    """
    hidden = tuple(team for team in cells if team.team_hidden)
    if len(hidden) >= FEWEST_HIDDEN:
        return cells, ()
    return tuple(team for team in cells if not team.team_hidden), hidden


def _by_row(
    carried: Sequence[tuple[ServiceId, tuple[TeamCells, ...]]], domain: Domain, printed: _Printed
) -> list[tuple[bool, tuple[TeamCells, ...]]]:
    """Return teams whose cells are carried up, together if their score is printed together."""
    groups: dict[str | None, tuple[bool, tuple[TeamCells, ...]]] = {}
    for service, teams in carried:
        row = service if service in printed.services else None
        _, before = groups.get(row, (False, ()))
        groups[row] = (printed.of(service, domain), (*before, *teams))
    return list(groups.values())
