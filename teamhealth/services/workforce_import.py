"""Takes workforce figures in from a table: planned first, so that it can be looked at, then all of it or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from teamhealth.exchange.columns import first_problems, shown
from teamhealth.exchange.workforce_table import WorkforceRow, read_workforce_table
from teamhealth.failures import TableInvalid
from teamhealth.services.units import OrganisationUnits, units_of
from teamhealth.services.workspace import Workspace
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

    @property
    def new_teams(self) -> tuple[str, ...]:
        """The names of new teams."""
        return tuple(each.name for each in self.new_units if each.kind is UnitKind.TEAM)

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
            raise TableInvalid(table.file, tuple(first_problems(finder.problems)))
        kept, notes = _absence_by_service(store, figures, finder)
    return PlannedImport(table.file, whose, tuple(finder.new), tuple(kept), table.unused, tuple(notes))


def take_in(workspace: Workspace, planned: PlannedImport) -> None:
    """Store what was planned, all in one."""
    with workspace.database.connect() as store, transaction(store):
        organisations.put(store, planned.organisation)
        for unit in planned.new_units:
            units.add(store, unit)
        for unit, figures in planned.figures:
            workforce.save(store, unit.kind, unit.id, figures)


def _organisation(store: Store, workspace: Workspace, file: str, name: str) -> Organisation:
    known = organisations.all_organisations(store)
    if not name.strip() and len(known) == 1:
        return known[0]
    if not name.strip():
        raise TableInvalid(file, (tr("Say which organisation these figures are of."),))
    found = organisations.find_organisation(store, name)
    return found or Organisation(OrganisationId(new_id(workspace.entropy)), name.strip())


@dataclass
class _Finder:
    """Finds the unit that a row speaks of, or makes a new one, and collects what is wrong."""

    known: OrganisationUnits
    workspace: Workspace
    add_unknown: bool
    new: list[Unit] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def unit(self, row: WorkforceRow) -> Unit | None:
        """Return a row's team or service."""
        if row.team:
            found = self._named(self.live_teams(), row.team)
            return found or self._new_team(row)
        return self._named(self.live_services(), row.service) or self._new_service(row, row.service)

    def live_teams(self) -> list[Unit]:
        """Return the teams that go on, new ones among them."""
        return self._live(list(self.known.teams), UnitKind.TEAM)

    def live_services(self) -> list[Unit]:
        """Return the services that go on, new ones among them."""
        return self._live([each.service for each in self.known.services], UnitKind.SERVICE)

    def _live(self, there: list[Unit], kind: UnitKind) -> list[Unit]:
        return [*(each for each in there if each.ending is None), *(each for each in self.new if each.kind is kind)]

    def _named(self, there: Sequence[Unit], name: str) -> Unit | None:
        return next((each for each in there if plain(each.name) == plain(name)), None)

    def _new_team(self, row: WorkforceRow) -> Unit | None:
        if not self.add_unknown:
            words = tr("Row {row}: there is no team {name} here.", row=row.number, name=shown(row.team))
            self.problems.append(words)
            return None
        if not row.service:
            words = tr("Row {row}: {name} is new here: say its service.", row=row.number, name=shown(row.team))
            self.problems.append(words)
            return None
        service = self._named(self.live_services(), row.service) or self._new_service(row, row.service)
        return None if service is None else self._add(UnitKind.TEAM, row.team, service.id)

    def _new_service(self, row: WorkforceRow, name: str) -> Unit | None:
        if self.add_unknown:
            return self._add(UnitKind.SERVICE, name, self.known.organisation.id)
        words = tr("Row {row}: there is no service {name} here.", row=row.number, name=shown(name))
        self.problems.append(words)
        return None

    def _add(self, kind: UnitKind, name: str, parent: str) -> Unit:
        unit = Unit(kind, new_id(self.workspace.entropy), name.strip(), parent)
        self.new.append(unit)
        return unit


def _absence_by_service(
    store: Store, figures: Sequence[tuple[Unit, WorkforceFigures]], finder: _Finder
) -> tuple[list[tuple[Unit, WorkforceFigures]], list[str]]:
    """Add teams' days lost up for their service, and forget them; a sum of only some of its teams is left out."""
    kept = [(unit, replace(each, days_lost=None) if unit.kind is UnitKind.TEAM else each) for unit, each in figures]
    ill = [(unit, each) for unit, each in figures if unit.kind is UnitKind.TEAM and each.days_lost is not None]
    notes: list[str] = []
    for service in finder.live_services():
        teams = {team.id for team in finder.live_teams() if team.parent == service.id}
        for day in sorted({each.as_of for unit, each in ill if unit.parent == service.id}):
            mine = [each for unit, each in ill if unit.id in teams and each.as_of == day]
            given = any(unit.id == service.id and each.as_of == day for unit, each in figures)
            whole = _summed(mine, _stored(store, service, day)) if len(mine) == len(teams) and not given else None
            if whole is not None:
                kept.append((service, whole))
            elif not given:
                notes.append(_left_out(service.name))
    if ill:
        notes.append(tr("Days lost to sickness are kept for services only, never for a team."))
    return kept, notes


def _summed(teams: Sequence[WorkforceFigures], before: WorkforceFigures) -> WorkforceFigures | None:
    """Return a service's figures with its teams' days lost; None unless they can be put together."""
    in_post = sum((each.in_post for each in teams if each.in_post is not None), Decimal(0))
    days = {each.working_days for each in teams}
    counted = all(each.in_post is not None for each in teams)
    if not counted or len(days) != 1 or None in days or before.in_post not in {None, in_post}:
        return None
    lost = sum((each.days_lost for each in teams if each.days_lost is not None), Decimal(0))
    return replace(before, in_post=in_post, days_lost=lost, working_days=days.pop())


def _stored(store: Store, service: Unit, day: date) -> WorkforceFigures:
    stored = workforce.all_figures(store, UnitKind.SERVICE).get(service.id, ())
    return next((each for each in stored if each.as_of == day), WorkforceFigures(day))


def _left_out(service: str) -> str:
    return tr(
        "Days lost in {service} are left out: they need every team’s days, people in post and the same working days.",
        service=service,
    )
