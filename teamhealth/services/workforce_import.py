"""Takes workforce figures in from a table: planned first, so that it can be looked at, then all of it or nothing."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from teamhealth.exchange.columns import first_problems, shown
from teamhealth.exchange.workforce_table import WorkforceRow, read_workforce_table
from teamhealth.failures import TableInvalid
from teamhealth.services.units import OrganisationUnits, units_of
from teamhealth.services.workspace import Workspace
from teamhealth.settings.still_wanted import ask_still_wanted
from teamhealth.storage import organisations, units, workforce
from teamhealth.storage.database import Store, transaction
from teamhealth.survey.identities import plain
from teamhealth.survey.ids import OrganisationId, new_id
from teamhealth.survey.organisation import Organisation
from teamhealth.survey.units import Unit, UnitKind
from teamhealth.survey.workforce import WorkforceFigures
from teamhealth.texts.catalogue import tr


@dataclass(frozen=True, slots=True)
class PlannedImport:
    """What a table would change.

    Attributes
    ----------
    file : str
    organisation : Organisation
    new_units : tuple of Unit
        Services and teams that are not on this computer yet.
    figures : tuple of (Unit, WorkforceFigures)
    unused : tuple of str
        Heads of columns that nothing was taken from.
    notes : tuple of str
        What else should be known.
    """

    file: str
    organisation: Organisation
    new_units: tuple[Unit, ...]
    figures: tuple[tuple[Unit, WorkforceFigures], ...]
    unused: tuple[str, ...]
    notes: tuple[str, ...]

    def count(self, kind: UnitKind) -> int:
        """Return of how many teams or services there are figures."""
        return len({unit.id for unit, _ in self.figures if unit.kind is kind})


def plan_import(
    workspace: Workspace, path: Path, *, organisation: str = "", add_unknown: bool = False
) -> PlannedImport:
    """Read a table and find the teams and services that it speaks of; nothing is stored.

    Parameters
    ----------
    workspace : Workspace
    path : Path
        CSV or XLSX.
    organisation : str
        Whose figures they are; may be '' where this computer knows one organisation.
    add_unknown : bool
        Whether teams and services that are not known are new ones; else each is a problem.

    Raises
    ------
    FileUnreadable, TableInvalid
        Naming rows and columns.
    """
    table = read_workforce_table(path, workspace.today())
    with workspace.database.connect() as store:
        whose = _organisation(store, workspace, table.file, organisation)
        finder = _Finder(units_of(store, whose), workspace, add_unknown)
        figures = [(unit, row.figures) for row in table.rows if (unit := finder.unit(row)) is not None]
        if finder.problems:
            # The window adds them without being told.
            told = () if add_unknown else (tr("If those are new, say --add-teams."),)
            raise TableInvalid(table.file, (*first_problems(finder.problems), *told))
        kept, notes = _absence_by_service(store, figures, finder)
    return PlannedImport(table.file, whose, tuple(finder.new), tuple(kept), table.unused, tuple(notes))


def take_in(workspace: Workspace, planned: PlannedImport) -> None:
    """Store what was planned, all in one; Cancelled, and nothing stored, if whoever waits for it has given up."""
    with workspace.database.connect() as store, transaction(store):
        organisations.put(store, planned.organisation)
        for unit in planned.new_units:
            units.add(store, unit)
        for unit, figures in planned.figures:
            ask_still_wanted()
            workforce.save(store, unit.kind, unit.id, figures)
        ask_still_wanted()


def _organisation(store: Store, workspace: Workspace, file: str, name: str) -> Organisation:
    known = organisations.all_organisations(store)
    if not name.strip() and len(known) == 1:
        return known[0]
    if not name.strip():
        raise TableInvalid(file, (tr("Say which organisation these figures are of, with --organisation NAME."),))
    found = organisations.find_organisation(store, name)
    return found or Organisation(OrganisationId(new_id(workspace.entropy)), name.strip())


class _Finder:
    """Finds the unit that a row speaks of, or makes a new one, and collects what is wrong."""

    def __init__(self, known: OrganisationUnits, workspace: Workspace, add_unknown: bool) -> None:
        self._organisation = known.organisation
        self._workspace = workspace
        self._add_unknown = add_unknown
        self.teams = {plain(each.name): each for each in known.teams if each.ending is None}
        services = [each.service for each in known.services]
        self.services = {plain(each.name): each for each in services if each.ending is None}
        self.new: list[Unit] = []
        self.problems: list[str] = []

    def unit(self, row: WorkforceRow) -> Unit | None:
        """Return a row's team or service."""
        if row.team:
            return self.teams.get(plain(row.team)) or self._new_team(row)
        return self.services.get(plain(row.service)) or self._new_service(row, row.service)

    def _new_team(self, row: WorkforceRow) -> Unit | None:
        if not self._add_unknown:
            words = tr("Row {row}: there is no team {name} here.", row=row.number, name=shown(row.team))
            self.problems.append(words)
            return None
        if not row.service:
            words = tr("Row {row}: {name} is new here: say its service.", row=row.number, name=shown(row.team))
            self.problems.append(words)
            return None
        service = self.services.get(plain(row.service)) or self._new_service(row, row.service)
        return None if service is None else self._add(UnitKind.TEAM, row.team, service.id)

    def _new_service(self, row: WorkforceRow, name: str) -> Unit | None:
        if self._add_unknown:
            return self._add(UnitKind.SERVICE, name, self._organisation.id)
        words = tr("Row {row}: there is no service {name} here.", row=row.number, name=shown(name))
        self.problems.append(words)
        return None

    def _add(self, kind: UnitKind, name: str, parent: str) -> Unit:
        unit = Unit(kind, new_id(self._workspace.entropy), name.strip(), parent)
        self.new.append(unit)
        (self.teams if kind is UnitKind.TEAM else self.services)[plain(name)] = unit
        return unit


def _absence_by_service(
    store: Store, figures: Sequence[tuple[Unit, WorkforceFigures]], finder: _Finder
) -> tuple[list[tuple[Unit, WorkforceFigures]], list[str]]:
    """Add teams' days lost up for their service, and forget them; a sum of only some of its teams is left out."""
    kept = [(unit, replace(each, days_lost=None) if unit.kind is UnitKind.TEAM else each) for unit, each in figures]
    given = {(unit.id, each.as_of): each for unit, each in figures if unit.kind is UnitKind.SERVICE}
    counted = Counter(team.parent for team in finder.teams.values())
    stored = workforce.all_figures(store, UnitKind.SERVICE)
    notes: list[str] = []
    ill: dict[tuple[str, date], list[WorkforceFigures]] = {}
    for unit, each in figures:
        if unit.kind is UnitKind.TEAM and each.days_lost is not None:
            ill.setdefault((unit.parent, each.as_of), []).append(each)
    services = {each.id: each for each in finder.services.values()}
    for (service_id, day), mine in sorted(ill.items()):
        service = services.get(service_id)
        own = given.get((service_id, day))
        if service is None or (own is not None and own.days_lost is not None):
            continue
        known = next((each for each in stored.get(service_id, ()) if each.as_of == day), WorkforceFigures(day))
        whole = _summed(mine, own or known) if len(mine) == counted[service_id] else None
        if whole is None:
            notes.append(_left_out(service.name))
            continue
        kept = [(unit, each) for unit, each in kept if (unit.id, each.as_of) != (service_id, day)]
        kept.append((service, whole))
    if ill:
        notes.append(tr("Days lost to sickness are kept for services only, never for a team."))
    return kept, list(dict.fromkeys(notes))


def _summed(teams: Sequence[WorkforceFigures], before: WorkforceFigures) -> WorkforceFigures | None:
    """Return a service's figures with its teams' days lost; None unless they can be put together."""
    in_post = sum((each.in_post for each in teams if each.in_post is not None), Decimal(0))
    days = {each.working_days for each in teams}
    counted = all(each.in_post is not None for each in teams)
    if not counted or len(days) != 1 or None in days or before.in_post not in {None, in_post}:
        return None
    lost = sum((each.days_lost for each in teams if each.days_lost is not None), Decimal(0))
    return replace(before, in_post=in_post, days_lost=lost, working_days=days.pop())


def _left_out(service: str) -> str:
    return tr(
        "Days lost in {service} are left out: they need every team’s days, people in post and the same working days.",
        service=service,
    )
