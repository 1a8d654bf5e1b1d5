"""One way to connect: protected each time, with transactions that are whole, and brought up to date."""

import sqlite3
import struct
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from teamhealth.failures import (
    DatabaseUnsafe,
)
from teamhealth.storage import drafts, surveys
from teamhealth.storage.database import Database, Store, settings, transaction
from teamhealth.storage.migrations import APPLICATION_ID, MIGRATIONS, NEWEST, migrate
from teamhealth.storage.protections import PROTECTIONS, protect
from teamhealth.storage.refused_files import refused
from teamhealth.survey.ids import SurveyId
from teamhealth.survey.role import SurveyRole
from tests.invented import SURVEY_ID, survey
from tests.storage.rooms import database

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
    made, gone = (
        sum(step.count(f"{what} TABLE") for steps in MIGRATIONS for step in steps) for what in ("CREATE", "DROP")
    )
    assert len(found) == made - gone
    assert set(found.values()) == {(1, 1)}


def test_files_that_an_earlier_version_refused_are_still_asked_for() -> None:
    before = next(n for n, steps in enumerate(MIGRATIONS) if any("refused_file" in step for step in steps))
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for step in (step for steps in MIGRATIONS[:before] for step in steps):
            connection.execute(step)
        connection.execute(f"PRAGMA user_version = {before}")
        connection.execute("INSERT INTO refused_return VALUES ('a', 'Alder.threturn', 'damaged')")
        migrate(Store(connection))
        assert refused(Store(connection), SurveyId("a")) == (("Alder.threturn", frozenset(), "damaged"),)


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
