"""Organisations, their services, teams and rounds under their current names; identities survive renaming."""

from teamhealth.storage.library import Store
from teamhealth.survey.ids import OrganisationId, WaveId
from teamhealth.survey.organisation import Organisation
from teamhealth.survey.survey import Survey


def remember(store: Store, survey: Survey) -> None:
    """Store a survey's organisation, round, services and teams, or their new names; a moved team moves."""
    organisation = survey.organisation
    put(store, organisation)
    _put(store, "wave", survey.wave.id, survey.wave.name, organisation.id)
    for service in survey.services:
        _put(store, "service", service.id, service.name, organisation.id)
        for team in service.teams:
            _put(store, "team", team.id, team.name, service.id)


def put(store: Store, organisation: Organisation) -> None:
    """Store an organisation, or its new name."""
    _put(store, "organisation", organisation.id, organisation.name)


def find_organisation(store: Store, name: str) -> Organisation | None:
    """Return the organisation of this name, in any case."""
    found = store.execute("SELECT id, name FROM organisation ORDER BY id").fetchall()
    for identity, known in found:
        if _same(known, name):
            return Organisation(OrganisationId(identity), known)
    return None


def all_organisations(store: Store) -> tuple[Organisation, ...]:
    """Return all organisations by name."""
    found = store.execute("SELECT id, name FROM organisation ORDER BY name, id")
    return tuple(Organisation(OrganisationId(identity), name) for identity, name in found)


def find_wave(store: Store, organisation_id: OrganisationId, name: str) -> WaveId | None:
    """Return the identity of an organisation's round by its name, in any case."""
    waves = store.execute("SELECT id, name FROM wave WHERE organisation = ? ORDER BY id", (organisation_id,)).fetchall()
    return next((WaveId(identity) for identity, known in waves if _same(known, name)), None)


# Written out, so that no table's name is ever put into a statement.
_PUT = {
    "organisation": "INSERT INTO organisation (id, name) VALUES (?, ?)"
    " ON CONFLICT (id) DO UPDATE SET name = excluded.name",
    "wave": "INSERT INTO wave (id, name, organisation) VALUES (?, ?, ?)"
    " ON CONFLICT (id) DO UPDATE SET name = excluded.name",
    "service": "INSERT INTO service (id, name, organisation) VALUES (?, ?, ?)"
    " ON CONFLICT (id) DO UPDATE SET name = excluded.name",
    "team": "INSERT INTO team (id, name, service) VALUES (?, ?, ?)"
    " ON CONFLICT (id) DO UPDATE SET name = excluded.name, service = excluded.service",
}


def _put(store: Store, kind: str, *values: str) -> None:
    store.execute(_PUT[kind], values)


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()
