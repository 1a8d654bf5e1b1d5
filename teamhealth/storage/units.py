"""What became of teams and services between rounds: endings, successors and former names."""

from datetime import date

from teamhealth.storage.library import Store
from teamhealth.survey.ids import OrganisationId
from teamhealth.survey.survey import Survey
from teamhealth.survey.units import Ending, FormerName, Unit, UnitKind

# Written out, so that no table's name is ever put into a statement.
_NAMED = {
    UnitKind.TEAM: "SELECT team.id, team.name, team.service FROM team JOIN service ON service.id = team.service"
    " WHERE service.organisation = ? ORDER BY team.name, team.id",
    UnitKind.SERVICE: "SELECT id, name, organisation FROM service WHERE organisation = ? ORDER BY name, id",
}
_ADD = {
    UnitKind.TEAM: "INSERT INTO team (id, name, service) VALUES (?, ?, ?)",
    UnitKind.SERVICE: "INSERT INTO service (id, name, organisation) VALUES (?, ?, ?)",
}
_RENAME = {
    UnitKind.TEAM: "UPDATE team SET name = ? WHERE id = ?",
    UnitKind.SERVICE: "UPDATE service SET name = ? WHERE id = ?",
}


def all_units(store: Store, kind: UnitKind, organisation: OrganisationId) -> tuple[Unit, ...]:
    """Return an organisation's teams or services by name, those that have ended too."""
    former: dict[str, list[FormerName]] = {}
    for unit, until, name in store.execute(
        "SELECT unit, until, name FROM former_name WHERE kind = ? ORDER BY until, name", (kind.value,)
    ).fetchall():
        former.setdefault(unit, []).append(FormerName(name, date.fromisoformat(until)))
    endings = {
        unit: Ending(date.fromisoformat(day), successor)
        for unit, day, successor in store.execute(
            "SELECT unit, day, successor FROM ending WHERE kind = ?", (kind.value,)
        ).fetchall()
    }
    return tuple(
        Unit(kind, identity, name, parent, tuple(former.get(identity, ())), endings.get(identity))
        for identity, name, parent in store.execute(_NAMED[kind], (organisation,)).fetchall()
    )


def add(store: Store, unit: Unit) -> None:
    """Store a new team or service."""
    store.execute(_ADD[unit.kind], (unit.id, unit.name, unit.parent))


def rename(store: Store, unit: Unit, name: str, today: date) -> None:
    """Give a unit another name and keep the old one with its last day."""
    store.execute(_RENAME[unit.kind], (name, unit.id))
    store.execute(
        "INSERT OR IGNORE INTO former_name (kind, unit, until, name) VALUES (?, ?, ?, ?)",
        (unit.kind.value, unit.id, today.isoformat(), unit.name),
    )


def keep_names(store: Store, survey: Survey, today: date) -> None:
    """Keep the names that a survey is about to replace, with their last day."""
    names: dict[str, str] = {service.id: service.name for service in survey.services}
    names |= {team.id: team.name for team in survey.teams}
    for kind in UnitKind:
        for unit in all_units(store, kind, survey.organisation.id):
            new = names.get(unit.id, unit.name)
            if new != unit.name:
                rename(store, unit, new, today)


def move(store: Store, team: str, service: str) -> None:
    """Put a team into another service."""
    store.execute("UPDATE team SET service = ? WHERE id = ?", (service, team))


def end(store: Store, unit: Unit, ending: Ending) -> None:
    """Say that a unit has closed or merged, in place of what was said of it before."""
    store.execute(
        "INSERT INTO ending (kind, unit, day, successor) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (kind, unit) DO UPDATE SET day = excluded.day, successor = excluded.successor",
        (unit.kind.value, unit.id, ending.day.isoformat(), ending.successor),
    )


def revive(store: Store, unit: Unit) -> None:
    """Take back that a unit has ended."""
    store.execute("DELETE FROM ending WHERE kind = ? AND unit = ?", (unit.kind.value, unit.id))
