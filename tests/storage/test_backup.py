"""A backup is whole or is not there."""

from pathlib import Path
from random import Random

import pytest

from teamhealth.failures import FileUnwritable
from teamhealth.services.progress import unwatched
from teamhealth.storage import box
from teamhealth.storage.backup import back_up
from teamhealth.storage.database import Database
from tests.invented import SURVEY_ID, TEAM_ID
from tests.storage.rooms import envelope, opened


def test_a_backup_holds_everything_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    random = Random(1)
    copies = tmp_path / "copies"
    copies.mkdir()
    with opened(tmp_path) as store:
        box.add(store, SURVEY_ID, TEAM_ID, envelope(random), entropy=random.randbytes)
        back_up(store, copies / "copy.sqlite", unwatched)
        given = set(box.envelopes(store, SURVEY_ID))
    assert [path.name for path in copies.iterdir()] == ["copy.sqlite"]
    with Database(copies / "copy.sqlite").connect() as store:
        assert set(box.envelopes(store, SURVEY_ID)) == given


def test_an_earlier_backup_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "copy.sqlite"
    target.write_bytes(b"an older copy")
    with opened(tmp_path) as store:
        back_up(store, target, unwatched)
    with Database(target).connect() as store:
        assert box.counts(store, SURVEY_ID) == {}


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with opened(tmp_path) as store, pytest.raises(FileUnwritable) as caught:
        back_up(store, tmp_path / "nowhere" / "copy.sqlite", unwatched)
    assert caught.value.reason == "missing"


def test_a_target_that_cannot_be_replaced_is_named_and_nothing_is_left(tmp_path: Path) -> None:
    target = tmp_path / "copy.sqlite"
    target.mkdir()
    (target / "kept").write_bytes(b"kept")
    with opened(tmp_path) as store, pytest.raises(FileUnwritable):
        back_up(store, target, unwatched)
    assert (target / "kept").read_bytes() == b"kept"
    assert not list(tmp_path.glob("*.part"))
