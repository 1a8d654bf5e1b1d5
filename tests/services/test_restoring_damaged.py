"""A database that is damaged in any place is replaced by a copy, and kept as it is."""

from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

import pytest

from teamhealth.failures import FolderFailure
from teamhealth.services.backup import back_up, look_into
from teamhealth.services.clock import local_now
from teamhealth.services.doctor_data import examine_data
from teamhealth.services.restoring import holds_data, restore
from teamhealth.services.workspace import DATABASE_NAME, Workspace
from teamhealth.storage.database import Database
from teamhealth.storage.tables_check import check_tables
from tests.services.conftest import Clock
from tests.services.journeys import answered, created, published

PAGE = 4096
# Where the header says which form the file has, how it is encoded, and of which version its tables are.
HEADER = (18, 19, 20, 31, 35, 43, 47, 59, 63, 71, 100, 103, 104, 106)


@pytest.fixture
def copy(workspace: Workspace, tmp_path: Path) -> Path:
    """Return a copy of a survey with five answers and its results."""
    survey_id = created(workspace)
    answered(workspace, survey_id, [4, 2, 5, 3, 4])
    published(workspace, survey_id)
    back_up(workspace, tmp_path / "copy")
    return tmp_path / "copy"


def _page_spoilt(whole: bytes, page: int) -> bytes:
    return whole[: page * PAGE] + b"\xff" * 512 + whole[page * PAGE + 512 :]


def _bit_flipped(whole: bytes, place: int) -> bytes:
    return whole[:place] + bytes([whole[place] ^ 1 << place % 8]) + whole[place + 1 :]


def _is_damaged(folder: Path) -> bool:
    return any(each.subject == "database" and not each.fine for each in examine_data(lambda: folder, _much))


def _pages_are_damaged(folder: Path, spoilt: bytes) -> bool:
    folder.mkdir(exist_ok=True)
    (folder / DATABASE_NAME).write_bytes(spoilt)
    try:
        with Database(folder / DATABASE_NAME, may_make=False).connect() as store:
            check_tables(store, folder)
    except FolderFailure:
        return True
    return False


def _much(_folder: Path) -> int:
    return 10**12


def _replaced(folder: Path, copy: Path, spoilt: bytes) -> Path:
    folder.mkdir()
    (folder / DATABASE_NAME).write_bytes(spoilt)
    assert holds_data(folder)
    kept = restore(folder, copy, clock=local_now, entropy=Random(1).randbytes).kept
    assert kept is not None
    assert look_into(folder / DATABASE_NAME) == look_into(copy)
    assert not _is_damaged(folder)
    assert not list(folder.glob("*.thcopy-journal"))
    return kept


@pytest.mark.parametrize(
    ("spoil", "places"),
    [(_page_spoilt, range(0, 57, 4)), (_bit_flipped, HEADER)],
    ids=["pages", "header"],
)
def test_what_is_damaged_anywhere_is_replaced_and_kept_byte_by_byte(
    copy: Path, tmp_path: Path, spoil: Callable[[bytes, int], bytes], places: Sequence[int]
) -> None:
    whole = copy.read_bytes()
    by_byte = 0
    for place in places:
        spoilt = spoil(whole, place)
        kept = _replaced(tmp_path / str(place), copy, spoilt)
        if _pages_are_damaged(tmp_path / "as it was", spoilt):
            assert kept.read_bytes() == spoilt, place
            by_byte += 1
    assert by_byte >= 5


def test_the_journal_of_a_spoilt_file_is_kept_beside_it_only_while_a_step_is_to_be_undone(
    copy: Path, clock: Clock, tmp_path: Path
) -> None:
    folder = tmp_path / "spoilt"
    folder.mkdir()
    hot = bytes.fromhex("d9d505f920a163d7") + bytes(1000)
    for number, journal in enumerate((bytes(1008), hot)):
        (folder / DATABASE_NAME).write_bytes(b"SQLite format 3\0 and nothing else")
        (folder / f"{DATABASE_NAME}-journal").write_bytes(journal)
        kept = restore(folder, copy, clock=clock, entropy=Random(1).randbytes).kept
        assert kept is not None
        beside = kept.with_name(f"{kept.name}-journal")
        assert (beside.read_bytes() if beside.exists() else None) == (None, hot)[number]
