"""Surveys are kept as they were asked, go one way only, and remember days and nothing finer."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from teamhealth.failures import (
    DatabaseDamaged,
    NoSuchSurvey,
    SurveyNotClosed,
    SurveyNotOpen,
    SurveyPublished,
)
from teamhealth.storage import surveys
from teamhealth.storage.survey_outlines import SurveyState
from teamhealth.survey.custody import Custody, CustodyKind
from teamhealth.survey.ids import SurveyId, TeamId
from tests.invented import SURVEY_ID, TEAM_ID, survey
from tests.storage.rooms import CREATED, OTHER_ID, PUBLIC, database, opened, other_survey

NOBODYS = SurveyId("9" * 32)


def test_a_survey_comes_back_as_it_was_asked(tmp_path: Path) -> None:
    asked = survey(custody=Custody(CustodyKind.CHOSEN, "the practice lead"), team_name="Ynys Môn")
    with opened(tmp_path, asked) as store:
        stored = surveys.load(store, SURVEY_ID)
    assert stored is not None
    assert stored.survey == asked
    assert (stored.state, stored.public_key, stored.created) == (SurveyState.COLLECTING, PUBLIC, CREATED)
    assert (stored.closed, stored.published, stored.retention_day) == (None, None, None)


def test_a_survey_that_is_not_there_is_none(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        assert surveys.load(store, NOBODYS) is None


def test_a_survey_is_stored_once(tmp_path: Path) -> None:
    with opened(tmp_path) as store, pytest.raises(ValueError, match=SURVEY_ID):
        surveys.save(store, survey(), PUBLIC, CREATED)


@pytest.mark.parametrize("public_key", [b"", b"x" * 31, b"x" * 33])
def test_a_public_key_of_another_length_is_refused(tmp_path: Path, public_key: bytes) -> None:
    with opened(tmp_path) as store, pytest.raises(ValueError, match=OTHER_ID):
        surveys.save(store, other_survey(), public_key, CREATED)


def test_all_surveys_are_listed(tmp_path: Path) -> None:
    with opened(tmp_path, survey(), other_survey()) as store:
        assert [each.survey.id for each in surveys.all_surveys(store)] == [SURVEY_ID, OTHER_ID]


def test_a_survey_closes_and_is_published_with_its_days(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        surveys.close(store, SURVEY_ID, date(2026, 12, 4))
        closed = surveys.load(store, SURVEY_ID)
        surveys.publish(store, SURVEY_ID, date(2026, 12, 7))
        published = surveys.load(store, SURVEY_ID)
    assert closed is not None
    assert published is not None
    assert (closed.state, closed.closed, closed.retention_day) == (
        SurveyState.CLOSED,
        date(2026, 12, 4),
        date(2027, 3, 4),
    )
    assert (published.state, published.closed, published.published, published.retention_day) == (
        SurveyState.PUBLISHED,
        date(2026, 12, 4),
        date(2026, 12, 7),
        date(2027, 3, 7),
    )


def test_no_step_lies_before_the_last_one_when_the_clock_is_set_back(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        surveys.close(store, SURVEY_ID, date(2024, 1, 1))
        closed = surveys.load(store, SURVEY_ID)
        surveys.publish(store, SURVEY_ID, date(2024, 1, 2))
        published = surveys.load(store, SURVEY_ID)
    assert closed is not None
    assert published is not None
    assert (closed.closed, published.published) == (CREATED, CREATED)


def test_a_clock_that_is_known_to_be_behind_gives_way_to_the_latest_day_that_any_survey_has_seen(
    tmp_path: Path,
) -> None:
    with opened(tmp_path, survey(), other_survey()) as store:
        surveys.close(store, OTHER_ID, date(2027, 3, 1))
        assert surveys.step_day(store, SURVEY_ID, date(2024, 1, 1)) == date(2027, 3, 1)
        # One that was ahead once does not give its day to every other survey.
        assert surveys.step_day(store, SURVEY_ID, date(2026, 12, 4)) == date(2026, 12, 4)
        with pytest.raises(NoSuchSurvey):
            surveys.step_day(store, NOBODYS, CREATED)


def test_there_is_no_way_back_and_no_step_left_out(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        with pytest.raises(SurveyNotClosed):
            surveys.publish(store, SURVEY_ID, CREATED)
        surveys.close(store, SURVEY_ID, CREATED)
        with pytest.raises(SurveyNotOpen):
            surveys.close(store, SURVEY_ID, CREATED)
        surveys.publish(store, SURVEY_ID, CREATED)
        with pytest.raises(SurveyPublished):
            surveys.publish(store, SURVEY_ID, CREATED)
        with pytest.raises(SurveyNotOpen):
            surveys.close(store, SURVEY_ID, CREATED)


def test_an_unknown_survey_cannot_be_changed(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        with pytest.raises(NoSuchSurvey):
            surveys.close(store, NOBODYS, CREATED)
        with pytest.raises(NoSuchSurvey):
            surveys.publish(store, NOBODYS, CREATED)
        with pytest.raises(NoSuchSurvey):
            surveys.update_survey(store, replace(survey(), id=NOBODYS))


def test_a_headcount_is_corrected(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        surveys.update_survey(store, survey(headcount=11))
        stored = surveys.load(store, SURVEY_ID)
    assert stored is not None
    assert stored.survey.team(TEAM_ID).headcount == 11
    assert stored.state is SurveyState.COLLECTING


def test_the_last_round_of_a_team_is_its_latest_closing_day(tmp_path: Path) -> None:
    with opened(tmp_path, survey(), other_survey()) as store:
        assert surveys.last_round(store, TEAM_ID) is None
        surveys.close(store, OTHER_ID, date(2026, 12, 4))
        surveys.close(store, SURVEY_ID, date(2026, 11, 30))
        assert surveys.last_round(store, TEAM_ID) == date(2026, 12, 4)
        assert surveys.last_round(store, TeamId("9" * 32)) is None


@pytest.mark.parametrize("document", [b"", b"{}", b"\xff", b"[" * 5000, b'{"id": 5}'])
def test_a_document_that_cannot_be_read_is_damage(tmp_path: Path, document: bytes) -> None:
    made = database(tmp_path)
    with made.connect() as store:
        store.execute("UPDATE survey SET document = ?", (document,))
    with pytest.raises(DatabaseDamaged) as caught, made.connect() as store:
        surveys.load(store, SURVEY_ID)
    assert caught.value.detail == "survey"


@pytest.mark.parametrize(
    "change", ["document = CAST(replace(CAST(document AS TEXT), '8', '9') AS BLOB)", "public_key = zeroblob(32)"]
)
def test_a_survey_that_somebody_changed_is_damage(tmp_path: Path, change: str) -> None:
    made = database(tmp_path)
    with made.connect() as store:
        store.execute(f"UPDATE survey SET {change}")  # noqa: S608 - the two changes above
    with pytest.raises(DatabaseDamaged), made.connect() as store:
        surveys.load(store, SURVEY_ID)


def test_a_correction_by_the_program_is_no_damage_and_a_row_without_a_hash_is_of_an_older_version(
    tmp_path: Path,
) -> None:
    with opened(tmp_path) as store:
        surveys.update_survey(store, survey(headcount=11))
        assert surveys.load(store, SURVEY_ID)
        store.execute("UPDATE survey SET sha256 = NULL")
        assert surveys.load(store, SURVEY_ID)
