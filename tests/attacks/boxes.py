"""Boxes to be attacked: the program's own, and boxes that each lack one of its defences."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from random import Random

from teamhealth.storage import box
from teamhealth.storage.database import Database, Store
from teamhealth.storage.protections import protect
from teamhealth.survey.ids import Entropy
from tests.invented import SURVEY_ID, TEAM_ID
from tests.storage.rooms import database

NAME = "teamhealth.sqlite"
_TABLE = "CREATE TABLE envelope (id BLOB PRIMARY KEY, sealed BLOB) STRICT, WITHOUT ROWID"

Fill = Callable[[Path, Sequence[bytes], Random], None]


class PowerCut(Exception):
    """The power goes in the middle of a submission."""


def fill_the_box(folder: Path, answers: Sequence[bytes], random: Random) -> None:
    """Let everyone answer."""
    made = database(folder)
    for answer in answers:
        with made.connect() as store:
            box.add(store, SURVEY_ID, TEAM_ID, answer, entropy=random.randbytes)


def fill_the_box_and_start_again(folder: Path, answers: Sequence[bytes], random: Random) -> None:
    """Let everyone answer, and start the program once more."""
    fill_the_box(folder, answers, random)
    _start(folder, random)


def fill_the_box_until_the_power_goes(folder: Path, answers: Sequence[bytes], random: Random) -> None:
    """Let everyone answer; after the last the power goes between the two rewritings."""
    fill_the_box(folder, answers[:-1], random)
    with _power_cut_before_the_second_time(), suppress(PowerCut), Database(folder / NAME).connect() as store:
        box.add(store, SURVEY_ID, TEAM_ID, answers[-1], entropy=random.randbytes)


def fill_until_the_power_goes_and_start_again(folder: Path, answers: Sequence[bytes], random: Random) -> None:
    """The same, and the program is started once more."""
    fill_the_box_until_the_power_goes(folder, answers, random)
    _start(folder, random)


def fill_a_naive_box(folder: Path, answers: Sequence[bytes], random: Random) -> None:
    """Add a row for each answer, as most programs do."""
    with _connected(folder) as connection:
        connection.execute("PRAGMA secure_delete = OFF")
        connection.execute("CREATE TABLE envelope (id INTEGER PRIMARY KEY, sealed BLOB)")
        for answer in answers:
            connection.execute("INSERT INTO envelope (sealed) VALUES (?)", (answer,))


def fill_a_box_with_random_keys(folder: Path, answers: Sequence[bytes], random: Random) -> None:
    """Add a row under a random key for each answer."""
    with _connected(folder) as connection:
        protect(connection, folder)
        connection.execute(_TABLE)
        for answer in answers:
            connection.execute("INSERT INTO envelope VALUES (?, ?)", (random.randbytes(16), answer))


def fill_a_box_rewritten_once(folder: Path, answers: Sequence[bytes], random: Random) -> None:
    """Write all answers afresh with each, once."""
    with _connected(folder) as connection:
        protect(connection, folder)
        connection.execute(_TABLE)
        for number in range(1, len(answers) + 1):
            _rewrite(connection, answers[:number], random)


def fill_a_box_with_a_write_ahead_log(folder: Path, answers: Sequence[bytes], random: Random) -> None:
    """Write all answers afresh twice, but through a write-ahead log, and let the power go at the end."""
    with _connected(folder) as connection, _kept_log(folder):
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(_TABLE)
        for number in range(1, len(answers) + 1):
            _rewrite(connection, answers[:number], random)
            _rewrite(connection, answers[:number], random)


def fill_a_box_that_leaves_what_it_deletes(folder: Path, answers: Sequence[bytes], random: Random) -> None:
    """Keep each answer as a draft until it is sent; deleted drafts are not overwritten."""
    with _connected(folder) as connection:
        connection.execute("PRAGMA secure_delete = OFF")
        connection.execute("PRAGMA journal_mode = PERSIST")
        connection.execute(_TABLE)
        connection.execute("CREATE TABLE draft (id INTEGER PRIMARY KEY, sealed BLOB)")
        for number, answer in enumerate(answers, 1):
            # What came before it has been deleted already, and lies beneath.
            connection.execute("INSERT INTO draft VALUES (?, ?)", (number, answer))
            connection.execute("DELETE FROM draft")
            _rewrite(connection, answers[:number], random)
            _rewrite(connection, answers[:number], random)


def fill_a_box_that_deletes_its_journals(folder: Path, answers: Sequence[bytes], random: Random) -> None:
    """Write all answers afresh twice, with a journal that is deleted each time and lies about on the disk."""
    with _connected(folder) as connection:
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute(_TABLE)
        for number in range(1, len(answers) + 1):
            _rewrite(connection, answers[:number], random)
            _rewrite(connection, answers[:number], random)


def _rewrite(connection: sqlite3.Connection, answers: Sequence[bytes], random: Random) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("DELETE FROM envelope")
    rows = sorted((random.randbytes(16), answer) for answer in answers)
    connection.executemany("INSERT INTO envelope VALUES (?, ?)", rows)
    connection.execute("COMMIT")


@contextmanager
def _power_cut_before_the_second_time() -> Iterator[None]:
    """Take the second rewriting away, as a power cut right after the first would."""
    whole = box.reshuffle

    def cut(store: Store, entropy: Entropy) -> None:
        raise PowerCut

    box.reshuffle = cut
    try:
        yield
    finally:
        box.reshuffle = whole


def _start(folder: Path, random: Random) -> None:
    with Database(folder / NAME).connect() as store:
        box.reshuffle(store, random.randbytes)


def _connected(folder: Path) -> closing[sqlite3.Connection]:
    return closing(sqlite3.connect(folder / NAME, isolation_level=None))


@contextmanager
def _kept_log(folder: Path) -> Iterator[None]:
    """Keep the log as it is before the last connection closes, which would take it away."""
    yield
    log = folder / f"{NAME}-wal"
    (folder / f"{NAME}-wal-kept").write_bytes(log.read_bytes())
