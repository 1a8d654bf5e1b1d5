"""Teams and services from round to round: their names, merging, closing, and what has become of each."""

from collections.abc import Sequence
from dataclasses import dataclass

from teamhealth.failures import NameTaken
from teamhealth.services.new_names import checked_name
from teamhealth.services.workspace import Workspace
from teamhealth.settings.still_wanted import ask_still_wanted
from teamhealth.storage import organisations, units
from teamhealth.storage.database import Store, transaction
from teamhealth.survey.identities import plain
from teamhealth.survey.ids import new_id
from teamhealth.survey.organisation import Organisation
from teamhealth.survey.units import Ending, Unit, UnitKind


@dataclass(frozen=True, slots=True)
class ServiceUnits:
    """A service and its teams, those that have ended too."""

    service: Unit
    teams: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class OrganisationUnits:
    """An organisation's services; ``names`` finds what a successor is called."""

    organisation: Organisation
    services: tuple[ServiceUnits, ...]

    @property
    def teams(self) -> tuple[Unit, ...]:
        """All teams, service by service."""
        return tuple(team for service in self.services for team in service.teams)

    def name_of(self, unit_id: str) -> str:
        """Return a unit's name; '' for one that is not here."""
        all_units = (*self.teams, *(each.service for each in self.services))
        return next((each.name for each in all_units if each.id == unit_id), "")


def list_units(workspace: Workspace) -> tuple[OrganisationUnits, ...]:
    """Return all organisations on this computer with their services and teams, by name."""
    with workspace.database.connect() as store:
        return tuple(units_of(store, each) for each in organisations.all_organisations(store))


def units_of(store: Store, organisation: Organisation) -> OrganisationUnits:
    """Return an organisation's services and teams."""
    teams = units.all_units(store, UnitKind.TEAM, organisation.id)
    return OrganisationUnits(
        organisation,
        tuple(
            ServiceUnits(service, tuple(team for team in teams if team.parent == service.id))
            for service in units.all_units(store, UnitKind.SERVICE, organisation.id)
        ),
    )


def rename_unit(workspace: Workspace, unit: Unit, name: str) -> None:
    """Give a team or service another name: its identity stays, and its old name is kept.

    Raises
    ------
    NameInvalid
        If the name cannot be shown.
    NameTaken
        If another team or service of the organisation goes on under it.
    """
    checked = checked_name(name)
    with workspace.database.connect() as store, transaction(store):
        _check_free(store, unit, checked, unless=(unit,))
        if checked != unit.name:
            units.rename(store, unit, checked, workspace.today())
        ask_still_wanted()


def merge_units(workspace: Workspace, merging: Sequence[Unit], name: str) -> str:
    """Merge teams, or services, into one of a name, and return its identity.

    The one that has the name already goes on; else a new one begins. Teams of services that merge move into it.

    Raises
    ------
    ValueError
        For fewer than two units, or units of different kinds.
    NameInvalid, NameTaken
        As for ``rename_unit``.
    """
    if len({each.id for each in merging}) < 2 or len({each.kind for each in merging}) != 1:
        raise ValueError("two or more of a kind merge")
    checked, first = checked_name(name), merging[0]
    with workspace.database.connect() as store, transaction(store):
        _check_free(store, first, checked, unless=merging)
        heir = next((each for each in merging if plain(each.name) == plain(checked)), None)
        if heir is None:
            heir = Unit(first.kind, new_id(workspace.entropy), checked, first.parent)
            units.add(store, heir)
        for each in merging:
            if each.id == heir.id:
                continue
            units.end(store, each, Ending(workspace.today(), heir.id))
            if each.kind is UnitKind.SERVICE:
                _move_teams(store, each, heir)
        ask_still_wanted()
    return heir.id


def close_unit(workspace: Workspace, unit: Unit) -> None:
    """Close a team, or a service with all its teams; its results stay."""
    ending = Ending(workspace.today())
    with workspace.database.connect() as store, transaction(store):
        units.end(store, unit, ending)
        for team in _teams_of(store, unit):
            if team.ending is None:
                units.end(store, team, ending)
        ask_still_wanted()


def reopen_unit(workspace: Workspace, unit: Unit) -> None:
    """Take back that a team or service has closed or merged; a service's teams stay as they are.

    Raises
    ------
    NameTaken
        If another one goes on under its name by now.
    """
    with workspace.database.connect() as store, transaction(store):
        _check_free(store, unit, unit.name, unless=(unit,))
        units.revive(store, unit)


def _check_free(store: Store, unit: Unit, name: str, *, unless: Sequence[Unit]) -> None:
    """Raise NameTaken if a unit of the same kind and organisation, other than these, goes on under the name."""
    allowed = {each.id for each in unless}
    for organisation in organisations.all_organisations(store):
        there = units.all_units(store, unit.kind, organisation.id)
        if not any(each.parent == unit.parent or each.id == unit.id for each in there):
            continue
        if any(plain(each.name) == plain(name) and each.ending is None and each.id not in allowed for each in there):
            raise NameTaken(name)


def _move_teams(store: Store, service: Unit, heir: Unit) -> None:
    for team in _teams_of(store, service):
        units.move(store, team.id, heir.id)


def _teams_of(store: Store, service: Unit) -> tuple[Unit, ...]:
    if service.kind is not UnitKind.SERVICE:
        return ()
    for organisation in organisations.all_organisations(store):
        if organisation.id == service.parent:
            found = units.all_units(store, UnitKind.TEAM, organisation.id)
            return tuple(each for each in found if each.parent == service.id)
    return ()
