"""A publication is stored once, stands, and is known to be whole."""

from pathlib import Path

import pytest

from teamhealth.failures import DatabaseDamaged, SurveyPublished
from teamhealth.storage import publications
from teamhealth.survey.ids import SurveyId
from tests.invented import SURVEY_ID, survey
from tests.storage.rooms import OTHER_ID, database, opened, other_survey


def test_a_publication_comes_back_byte_for_byte(tmp_path: Path) -> None:
    with opened(tmp_path, survey(), other_survey()) as store:
        publications.save(store, OTHER_ID, b"other")
        publications.save(store, SURVEY_ID, b"document \x00\xff")
        assert publications.load(store, SURVEY_ID) == b"document \x00\xff"
        assert publications.all_publications(store) == ((SURVEY_ID, b"document \x00\xff"), (OTHER_ID, b"other"))


def test_a_survey_that_was_not_published_has_none(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        assert publications.load(store, SURVEY_ID) is None
        assert publications.all_publications(store) == ()


def test_the_first_publication_stands(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        publications.save(store, SURVEY_ID, b"first")
        with pytest.raises(SurveyPublished):
            publications.save(store, SURVEY_ID, b"second")
        assert publications.load(store, SURVEY_ID) == b"first"


def test_a_publication_of_no_survey_is_refused(tmp_path: Path) -> None:
    with opened(tmp_path) as store, pytest.raises(ValueError, match="9"):
        publications.save(store, SurveyId("9" * 32), b"x")


def test_a_changed_publication_is_damage(tmp_path: Path) -> None:
    made = database(tmp_path)
    with made.connect() as store:
        publications.save(store, SURVEY_ID, b"first")
        store.execute("UPDATE publication SET document = ?", (b"other",))
    with pytest.raises(DatabaseDamaged), made.connect() as store:
        publications.load(store, SURVEY_ID)
    with pytest.raises(DatabaseDamaged), made.connect() as store:
        publications.all_publications(store)
