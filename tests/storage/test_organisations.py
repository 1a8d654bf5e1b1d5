"""Organisations, services, teams and rounds keep their identities under new names."""

from dataclasses import replace
from pathlib import Path

from teamhealth.storage import organisations
from teamhealth.survey.ids import OrganisationId, ServiceId, TeamId
from teamhealth.survey.organisation import Service
from tests.invented import TEAM_ID, survey
from tests.storage.rooms import opened

ORGANISATION = survey().organisation
SERVICE = survey().services[0]


def test_everything_is_found_by_its_name_in_any_case(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        assert organisations.find_organisation(store, " exampleshire  COUNCIL ") == ORGANISATION
        assert organisations.find_service(store, ORGANISATION.id, "help and protection") == SERVICE.id
        assert organisations.find_team(store, ORGANISATION.id, "NORTHGATE") == TEAM_ID
        assert organisations.find_wave(store, ORGANISATION.id, "autumn 2026") == survey().wave.id
        assert organisations.all_organisations(store) == (ORGANISATION,)


def test_other_names_and_other_organisations_find_nothing(tmp_path: Path) -> None:
    elsewhere = OrganisationId("9" * 32)
    with opened(tmp_path) as store:
        assert organisations.find_organisation(store, "Examplechester Council") is None
        assert organisations.find_team(store, ORGANISATION.id, "Northgat") is None
        assert organisations.find_team(store, elsewhere, "Northgate") is None
        assert organisations.find_service(store, elsewhere, SERVICE.name) is None
        assert organisations.find_wave(store, elsewhere, "Autumn 2026") is None


def test_identities_survive_renaming(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        organisations.rename_team(store, TEAM_ID, "Southgate")
        organisations.rename_service(store, SERVICE.id, "Early Help")
        organisations.rename_organisation(store, ORGANISATION.id, "Examplechester Council")
        assert organisations.find_team(store, ORGANISATION.id, "Southgate") == TEAM_ID
        assert organisations.find_team(store, ORGANISATION.id, "Northgate") is None
        assert organisations.find_service(store, ORGANISATION.id, "Early Help") == SERVICE.id
        renamed = organisations.find_organisation(store, "Examplechester Council")
    assert renamed == replace(ORGANISATION, name="Examplechester Council")


def test_remembering_again_takes_new_names_and_a_new_service(tmp_path: Path) -> None:
    asked = survey(team_name="Southgate")
    moved = replace(asked, services=(Service(ServiceId("8" * 32), "Early Help", asked.services[0].teams),))
    with opened(tmp_path) as store:
        organisations.remember(store, moved)
        assert organisations.find_team(store, ORGANISATION.id, "Southgate") == TEAM_ID
        row = store.execute("SELECT service, count(*) OVER () FROM team").fetchone()
    assert row == ("8" * 32, 1)


def test_unknown_identities_are_renamed_without_effect(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        organisations.rename_team(store, TeamId("9" * 32), "Southgate")
        assert organisations.find_team(store, ORGANISATION.id, "Southgate") is None
