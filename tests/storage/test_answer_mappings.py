"""A mapping is remembered for each survey and layout, byte for byte."""

from pathlib import Path

from teamhealth.storage import answer_mappings
from tests.invented import SURVEY_ID
from tests.storage.rooms import OTHER_ID, opened


def test_the_last_mapping_of_a_layout_is_remembered(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        answer_mappings.save(store, SURVEY_ID, "plain", b"first")
        answer_mappings.save(store, SURVEY_ID, "plain", b"second \xff")
        answer_mappings.save(store, SURVEY_ID, "google-forms", b"other")
        assert answer_mappings.load(store, SURVEY_ID, "plain") == b"second \xff"
        assert answer_mappings.load(store, OTHER_ID, "plain") is None
