"""A database that cannot be used, or not just now, is told by what is wrong with it and left as it is."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random

import pytest

from teamhealth.failures import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseForeign,
    DatabaseNewer,
    DiskFull,
    FolderFailure,
    FolderReadOnly,
)
from teamhealth.storage import box
from teamhealth.storage.database import Database, transaction
from teamhealth.storage.migrations import NEWEST
from tests.invented import SURVEY_ID, TEAM_ID
from tests.storage.rooms import database, envelope, folder_bytes


def cut_to(size: int) -> Callable[[Path], None]:
    def cut(path: Path) -> None:
        os.truncate(path, size)

    return cut


def write(content: bytes) -> Callable[[Path], None]:
    def overwrite(path: Path) -> None:
        path.write_bytes(content)

    return overwrite


def make_foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE shopping (what TEXT)")
        connection.commit()


def make_newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {NEWEST + 1}")


def overwrite_second_half_of_first_page(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 3900)


@pytest.mark.parametrize(
    ("spoil", "failure"),
    [
        pytest.param(write(b""), DatabaseDamaged, id="empty"),
        pytest.param(cut_to(7), DatabaseDamaged, id="cut to 7 bytes"),
        pytest.param(cut_to(60), DatabaseDamaged, id="cut to 60 bytes"),
        pytest.param(cut_to(1000), DatabaseDamaged, id="cut to 1000 bytes"),
        pytest.param(cut_to(4096), DatabaseDamaged, id="cut to one page"),
        pytest.param(cut_to(30_000), DatabaseDamaged, id="cut inside a page"),
        pytest.param(overwrite_second_half_of_first_page, DatabaseDamaged, id="first page overwritten"),
        pytest.param(write(b"Dear colleagues, " * 900), DatabaseForeign, id="a letter"),
        pytest.param(write(b"%PDF-1.7\n" + bytes(5000)), DatabaseForeign, id="a PDF"),
        pytest.param(write(bytes(8192)), DatabaseForeign, id="zeros"),
        pytest.param(make_foreign, DatabaseForeign, id="another program's database"),
        pytest.param(make_newer, DatabaseNewer, id="a newer version's"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_and_left_as_it_is(
    tmp_path: Path, spoil: Callable[[Path], None], failure: type[FolderFailure]
) -> None:
    made = database(tmp_path)
    spoil(made.path)
    before = folder_bytes(tmp_path)
    for _ in range(2):
        with pytest.raises(failure) as caught, made.connect():
            pass
        assert type(caught.value) is failure
        assert caught.value.folder == tmp_path
    assert folder_bytes(tmp_path) == before


def test_another_programs_unfinished_write_is_not_undone(tmp_path: Path) -> None:
    theirs = tmp_path / "theirs"
    ours = tmp_path / "ours"
    theirs.mkdir()
    ours.mkdir()
    with closing(sqlite3.connect(theirs / "shopping", isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 2")
        connection.execute("CREATE TABLE shopping (what BLOB)")
        connection.execute("BEGIN")
        for _ in range(20):
            connection.execute("INSERT INTO shopping VALUES (?)", (bytes(9000),))
        shutil.copy(theirs / "shopping", ours / "teamhealth.sqlite")
        shutil.copy(theirs / "shopping-journal", ours / "teamhealth.sqlite-journal")
    before = folder_bytes(ours)
    with pytest.raises(DatabaseForeign), Database(ours / "teamhealth.sqlite").connect():
        pass
    assert folder_bytes(ours) == before


def test_a_folder_in_the_databases_place_is_foreign(tmp_path: Path) -> None:
    (tmp_path / "teamhealth.sqlite").mkdir()
    with pytest.raises(DatabaseForeign), Database(tmp_path / "teamhealth.sqlite").connect():
        pass


def test_a_lost_database_whose_unfinished_journal_is_left_is_not_made_anew(tmp_path: Path) -> None:
    made = database(tmp_path)
    made.path.unlink()
    journal = tmp_path / "teamhealth.sqlite-journal"
    journal.write_bytes(bytes.fromhex("d9d505f920a163d7") + bytes(504))
    before = folder_bytes(tmp_path)
    with pytest.raises(DatabaseDamaged), made.connect():
        pass
    assert folder_bytes(tmp_path) == before


@contextmanager
def without_power() -> Iterator[None]:
    """Drop the super-user's right to write everywhere, where the tests run with it."""
    if os.name == "nt" or os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.parametrize("which", ["file", "folder"])
def test_a_read_only_place_is_named_and_left_as_it_is(tmp_path: Path, which: str) -> None:
    for parent in (tmp_path, *tmp_path.parents):
        if parent.name.startswith("pytest"):
            parent.chmod(0o755)
    made = database(tmp_path)
    made.path.chmod(0o444 if which == "file" else 0o666)
    tmp_path.chmod(0o777 if which == "file" else 0o555)
    before = folder_bytes(tmp_path)
    with without_power(), pytest.raises(FolderReadOnly), made.connect():
        pass
    tmp_path.chmod(0o755)
    assert folder_bytes(tmp_path) == before


def test_a_full_disk_is_named_and_keeps_what_was_stored(tmp_path: Path) -> None:
    made = database(tmp_path)
    random = Random(1)
    with made.connect() as store:
        box.add(store, SURVEY_ID, TEAM_ID, envelope(random), entropy=random.randbytes)

    def add_with_room_for_one_page() -> None:
        with made.connect() as store:
            pages = store.execute("PRAGMA page_count").fetchone()[0]
            store.execute(f"PRAGMA max_page_count = {pages + 1}")
            box.add(store, SURVEY_ID, TEAM_ID, envelope(random), entropy=random.randbytes)

    with pytest.raises(DiskFull):
        add_with_room_for_one_page()
    with made.connect() as store:
        assert box.counts(store, SURVEY_ID) == {TEAM_ID: 1}


def test_a_database_that_stays_locked_is_busy(tmp_path: Path) -> None:
    made = database(tmp_path)
    with made.connect() as first, transaction(first):
        impatient = Database(made.path, patience=0.05)
        with pytest.raises(DatabaseBusy), impatient.connect() as second, transaction(second):
            pass
