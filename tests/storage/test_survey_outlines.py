"""The short reading of stored surveys says the same as the whole one, and sees the same damage."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from teamhealth.failures import DatabaseDamaged
from teamhealth.storage import surveys
from teamhealth.storage.survey_outlines import all_outlines, hash_of, outline_of
from teamhealth.survey.custody import Custody, CustodyKind
from teamhealth.survey.organisation import Team
from teamhealth.survey.role import SurveyRole
from tests.invented import SURVEY_ID, survey
from tests.storage.rooms import CREATED, OTHER_ID, PUBLIC, database, opened, other_survey


def test_an_outline_has_what_the_whole_survey_has(tmp_path: Path) -> None:
    asked = survey(custody=Custody(CustodyKind.CHOSEN, "the practice lead"), team_name="Ynys Môn")
    first = asked.services[0]
    teams = (*first.teams, Team(first.teams[0].id, "Harbour", 12, 2))
    whole = replace(asked, services=(replace(first, teams=teams),), planned_closing=date(2026, 12, 4))
    with opened(tmp_path, whole) as store:
        surveys.save(store, other_survey(), PUBLIC, CREATED, SurveyRole.LEAD)
        for step in (None, surveys.close, surveys.publish):
            if step is not None:
                step(store, SURVEY_ID, date(2026, 12, 5))
            found = all_outlines(store)
            assert found == tuple(outline_of(each) for each in surveys.all_surveys(store))
            assert [each.id for each in found] == [SURVEY_ID, OTHER_ID]
            assert [each.retention_day for each in found] == [each.retention_day for each in surveys.all_surveys(store)]
    assert found[0].teams[1].answering_recipients == 2
    assert found[0].planned_closing == date(2026, 12, 4)


def test_a_row_of_an_older_version_has_the_same_outline(tmp_path: Path) -> None:
    with opened(tmp_path, survey(), other_survey()) as store:
        before = all_outlines(store)
        store.execute("UPDATE survey SET sha256 = NULL")
        assert all_outlines(store) == before


@pytest.mark.parametrize(
    "change",
    [
        "document = CAST(replace(CAST(document AS TEXT), '8', '9') AS BLOB)",
        "public_key = zeroblob(32)",
        "document = CAST('{}' AS BLOB), sha256 = NULL",
        "document = CAST(replace(CAST(document AS TEXT), 'headcount', 'headcounts') AS BLOB), sha256 = NULL",
    ],
)
def test_a_survey_that_somebody_changed_is_damage(tmp_path: Path, change: str) -> None:
    made = database(tmp_path)
    with made.connect() as store:
        store.execute(f"UPDATE survey SET {change}")  # noqa: S608 - the changes above
    with pytest.raises(DatabaseDamaged) as caught, made.connect() as store:
        all_outlines(store)
    assert caught.value.detail == "survey"


@pytest.mark.parametrize("document", [b"", b"{}", b"\xff", b"[" * 5000, b'{"id": 5}', b"[]"])
def test_a_document_that_cannot_be_read_is_damage_even_with_its_hash(tmp_path: Path, document: bytes) -> None:
    made = database(tmp_path)
    with made.connect() as store:
        key = store.execute("SELECT public_key FROM survey").fetchone()[0]
        store.execute("UPDATE survey SET document = ?, sha256 = ?", (document, hash_of(document, key)))
    with pytest.raises(DatabaseDamaged), made.connect() as store:
        all_outlines(store)
