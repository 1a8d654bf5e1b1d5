"""A backup is whole or is not there."""

import stat
import sys
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


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the folder's own rules")
def test_a_copy_is_nobody_elses_on_this_computer(tmp_path: Path) -> None:
    (tmp_path / "copy.sqlite").write_bytes(b"an older copy, which all may read")
    (tmp_path / "copy.sqlite").chmod(0o644)
    with opened(tmp_path) as store:
        back_up(store, tmp_path / "copy.sqlite", unwatched)
    assert stat.S_IMODE((tmp_path / "copy.sqlite").stat().st_mode) == 0o600


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_stays_and_what_it_points_to_is_written(tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    (tmp_path / "copy.sqlite").symlink_to(tmp_path / "stick" / "copy.sqlite")
    with opened(tmp_path) as store:
        back_up(store, tmp_path / "copy.sqlite", unwatched)
    assert (tmp_path / "copy.sqlite").is_symlink()
    assert (tmp_path / "stick" / "copy.sqlite").read_bytes().startswith(b"SQLite format 3")
