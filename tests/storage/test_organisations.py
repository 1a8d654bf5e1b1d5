"""Organisations and rounds are found by their names, and what is stored again takes its new name."""

from dataclasses import replace
from pathlib import Path

from teamhealth.storage import organisations
from teamhealth.survey.ids import OrganisationId, ServiceId
from teamhealth.survey.organisation import Service
from tests.invented import TEAM_ID, survey
from tests.storage.rooms import opened

ORGANISATION = survey().organisation


def test_everything_is_found_by_its_name_in_any_case(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        assert organisations.find_organisation(store, " exampleshire  COUNCIL ") == ORGANISATION
        assert organisations.find_wave(store, ORGANISATION.id, "autumn 2026") == survey().wave.id
        assert organisations.all_organisations(store) == (ORGANISATION,)


def test_other_names_and_other_organisations_find_nothing(tmp_path: Path) -> None:
    elsewhere = OrganisationId("9" * 32)
    with opened(tmp_path) as store:
        assert organisations.find_organisation(store, "Examplechester Council") is None
        assert organisations.find_wave(store, ORGANISATION.id, "Autumn 202") is None
        assert organisations.find_wave(store, elsewhere, "Autumn 2026") is None


def test_remembering_again_takes_new_names_and_a_new_service(tmp_path: Path) -> None:
    asked = survey(team_name="Southgate")
    moved = replace(asked, services=(Service(ServiceId("8" * 32), "Early Help", asked.services[0].teams),))
    with opened(tmp_path) as store:
        organisations.remember(store, moved)
        rows = store.execute("SELECT id, name, service FROM team").fetchall()
    assert rows == [(TEAM_ID, "Southgate", "8" * 32)]
