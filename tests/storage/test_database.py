"""One way to connect: protected each time, and every other file than ours left as it is."""

import os
import shutil
import sqlite3
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random

import msgspec
import pytest

from teamhealth.failures import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseForeign,
    DatabaseNewer,
    DatabaseUnsafe,
    DiskFull,
    FolderFailure,
    FolderReadOnly,
)
from teamhealth.storage import box, drafts, surveys
from teamhealth.storage.database import Database, Store, settings, transaction
from teamhealth.storage.migrations import APPLICATION_ID, MIGRATIONS, NEWEST
from teamhealth.storage.protections import PROTECTIONS, protect
from teamhealth.survey.role import SurveyRole
from tests.invented import SURVEY_ID, TEAM_ID, survey
from tests.storage.rooms import database, envelope, folder_bytes

SAFE = {
    "journal_mode": "persist",
    "synchronous": "2",
    "secure_delete": "1",
    "temp_store": "2",
    "foreign_keys": "1",
}


def test_the_first_connection_makes_the_database_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    database = Database(tmp_path / "teamhealth.sqlite")
    with database.connect() as store:
        assert store.execute("PRAGMA user_version").fetchone()[0] == NEWEST
        assert store.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    assert [path.name for path in tmp_path.iterdir()] == ["teamhealth.sqlite"]


def test_every_table_is_strict(tmp_path: Path) -> None:
    with database(tmp_path).connect() as store:
        tables = store.execute("SELECT name, strict, wr FROM pragma_table_list WHERE name NOT LIKE 'sqlite%'")
        found = {name: (strict, without_rowid) for name, strict, without_rowid in tables}
    assert len(found) == sum(step.count("CREATE TABLE") for steps in MIGRATIONS for step in steps)
    assert set(found.values()) == {(1, 1)}


def test_every_connection_makes_and_reads_back_all_protections(tmp_path: Path) -> None:
    made = Database(tmp_path / "teamhealth.sqlite")
    for _ in range(3):
        with made.connect() as store:
            found = {each: str(store.execute(f"PRAGMA {each}").fetchone()[0]) for each in SAFE}
        assert found == SAFE
    assert {each.name for each in PROTECTIONS} == set(SAFE)
    assert SAFE.items() <= settings(made.path).items()


def test_a_setting_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    with closing(sqlite3.connect(":memory:")) as connection, pytest.raises(DatabaseUnsafe) as caught:
        protect(connection, tmp_path)
    assert caught.value.detail == "journal_mode"


def test_a_write_ahead_log_that_another_program_set_is_taken_back(tmp_path: Path) -> None:
    made = database(tmp_path)
    with closing(sqlite3.connect(made.path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    with made.connect() as store:
        assert store.execute("PRAGMA journal_mode").fetchone()[0] == "persist"


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


def test_a_write_that_was_cut_off_is_undone(tmp_path: Path) -> None:
    made = database(tmp_path)
    with made.connect() as store:
        drafts.save(store, "kept", b"kept")
    whole = made.path.read_bytes()
    child = """
import os, sys
from pathlib import Path
from teamhealth.storage.database import Database
with Database(Path(sys.argv[1])).connect() as store:
    store.execute("PRAGMA cache_size = 2")
    store.conn.execute("BEGIN IMMEDIATE")
    for number in range(40):
        store.execute("INSERT INTO draft VALUES (?, ?)", (str(number), bytes(9000)))
    os.kill(os.getpid(), 9)
"""
    subprocess.run([sys.executable, "-c", child, str(made.path)], check=False)
    assert made.path.read_bytes() != whole
    with made.connect() as store:
        assert drafts.all_drafts(store) == (("kept", b"kept"),)
    assert made.path.read_bytes() == whole


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


def test_a_transaction_is_all_or_nothing(tmp_path: Path) -> None:
    class Interrupted(Exception):
        pass

    def begin_and_break_off(store: Store) -> None:
        with transaction(store):
            drafts.save(store, "a", b"a")
            raise Interrupted

    made = database(tmp_path)
    with made.connect() as store:
        with pytest.raises(Interrupted):
            begin_and_break_off(store)
        assert drafts.all_drafts(store) == ()
        with transaction(store):
            drafts.save(store, "b", b"b")
        assert not store.conn.in_transaction
    with made.connect() as store:
        assert drafts.all_drafts(store) == (("b", b"b"),)


def test_a_transaction_inside_another_is_refused(tmp_path: Path) -> None:
    with database(tmp_path).connect() as store, transaction(store):
        with pytest.raises(RuntimeError, match="transaction"), transaction(store):
            pass
        drafts.save(store, "a", b"a")


def test_what_a_broken_block_wrote_by_hand_is_not_kept(tmp_path: Path) -> None:
    made = database(tmp_path)
    with made.connect() as store:
        store.conn.execute("BEGIN IMMEDIATE")
        drafts.save(store, "a", b"a")
    with made.connect() as store:
        assert drafts.all_drafts(store) == ()


def test_mistakes_of_the_program_are_not_dressed_up(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError), database(tmp_path).connect() as store:
        store.execute("SELECT nothing FROM nowhere")


def test_several_threads_make_one_database(tmp_path: Path) -> None:
    made = Database(tmp_path / "teamhealth.sqlite")
    start = threading.Barrier(4)

    def work(name: str) -> None:
        start.wait()
        with made.connect() as store:
            drafts.save(store, name, b"x")

    threads = [threading.Thread(target=work, args=(str(number),)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with made.connect() as store:
        assert len(drafts.all_drafts(store)) == 4
    assert not list(tmp_path.glob("*.new*"))


def test_the_file_says_whose_it_is(tmp_path: Path) -> None:
    header = database(tmp_path).path.read_bytes()[:100]
    assert struct.unpack(">I", header[68:72])[0] == APPLICATION_ID


def test_a_database_of_the_first_version_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "teamhealth.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        for statement in MIGRATIONS[0]:
            connection.execute(statement)
        connection.execute(
            "INSERT INTO survey (id, state, public_key, document, created)"
            " VALUES (?, 'collecting', ?, ?, '2026-11-02')",
            (SURVEY_ID, bytes(32), msgspec.json.encode(survey(), order="sorted")),
        )
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 1")
        connection.commit()
    with Database(path).connect() as store:
        stored = surveys.load(store, SURVEY_ID)
        assert store.execute("PRAGMA user_version").fetchone()[0] == NEWEST
    assert stored is not None
    assert (stored.survey, stored.role) == (survey(), SurveyRole.HERE)
