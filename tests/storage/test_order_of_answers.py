"""An attack with a hex editor: the order in which people answered, read from the files that are left.

The same attack must find the order in boxes that lack one of the defences, so that it is known to be able to.
"""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from random import Random
from statistics import mean

import pytest

from teamhealth.storage import box
from teamhealth.storage.database import Database
from teamhealth.storage.protections import protect
from tests.invented import SURVEY_ID, TEAM_ID
from tests.storage.rooms import database, envelope

PEOPLE = 8
RUNS = 48
# The mean of so many taus of nothing but chance: standard deviation 0.289 each, 0.042 together.
TAU_OF_CHANCE = 0.17
# Of 48 runs, 6 are guessed by chance; 16 or more happen once in 5,000 times.
GUESSED_BY_CHANCE = 16

Fill = Callable[[Path, Sequence[bytes], Random], None]


@dataclass(frozen=True, slots=True)
class Sight:
    """What a hex editor sees of one envelope: where parts of it lie in each file, and how often."""

    database_places: tuple[int, ...]
    journal_places: tuple[int, ...]

    @property
    def copies(self) -> int:
        return len(self.database_places) + len(self.journal_places)


def test_the_files_do_not_tell_the_order_of_answers(tmp_path: Path) -> None:
    taus, guessed = attack(tmp_path, fill_the_box)
    assert all(abs(tau) < TAU_OF_CHANCE for tau in taus.values()), taus
    assert all(hits < GUESSED_BY_CHANCE for hits in guessed.values()), guessed


def test_nor_after_the_next_start(tmp_path: Path) -> None:
    taus, guessed = attack(tmp_path, fill_the_box_and_start_again)
    assert all(abs(tau) < TAU_OF_CHANCE for tau in taus.values()), taus
    assert all(hits < GUESSED_BY_CHANCE for hits in guessed.values()), guessed


def test_the_attack_finds_the_order_where_rows_are_just_added(tmp_path: Path) -> None:
    taus, guessed = attack(tmp_path, fill_a_naive_box)
    assert max(abs(tau) for tau in taus.values()) > 0.9
    assert max(guessed.values()) > 0.9 * RUNS


def test_the_attack_finds_the_order_behind_random_keys(tmp_path: Path) -> None:
    taus, _ = attack(tmp_path, fill_a_box_with_random_keys)
    assert max(abs(tau) for tau in taus.values()) > 0.5


def test_the_attack_finds_the_last_where_the_box_is_rewritten_once(tmp_path: Path) -> None:
    _, guessed = attack(tmp_path, fill_a_box_rewritten_once)
    assert max(guessed.values()) == RUNS


def attack(folder: Path, fill: Fill) -> tuple[dict[str, float], dict[str, int]]:
    """Return for each way of ordering the mean tau, and for each way of guessing how often it named the last."""
    taus: dict[str, list[float]] = {}
    guessed: dict[str, int] = {}
    for run in range(RUNS):
        random = Random(run)
        place = folder / str(run)
        place.mkdir()
        answers = [envelope(random) for _ in range(PEOPLE)]
        fill(place, answers, random)
        sights = look(place, answers)
        for name, features in orderings(sights):
            taus.setdefault(name, []).append(kendall_tau(features))
        for name, suspect in suspects(sights, random):
            guessed[name] = guessed.get(name, 0) + (suspect == PEOPLE - 1)
    return {name: mean(each) for name, each in taus.items()}, guessed


def look(folder: Path, answers: Sequence[bytes]) -> list[Sight]:
    content = (folder / "teamhealth.sqlite").read_bytes()
    journal = folder / "teamhealth.sqlite-journal"
    old = journal.read_bytes() if journal.exists() else b""
    return [Sight(places(content, answer), places(old, answer)) for answer in answers]


def places(content: bytes, answer: bytes) -> tuple[int, ...]:
    """Return where the beginning, the middle and the end of an envelope lie, all copies of each."""
    found: list[int] = []
    for start in (0, 8000, 16400):
        at = content.find(answer[start : start + 24])
        while at >= 0:
            found.append(at)
            at = content.find(answer[start : start + 24], at + 1)
    return tuple(found)


def orderings(sights: Sequence[Sight]) -> Iterator[tuple[str, list[int]]]:
    yield "first place in the database", [min(sight.database_places, default=0) for sight in sights]
    yield "last place in the database", [max(sight.database_places, default=0) for sight in sights]
    yield "first place in the journal", [min(sight.journal_places, default=0) for sight in sights]
    yield "last place in the journal", [max(sight.journal_places, default=0) for sight in sights]
    yield "copies", [sight.copies for sight in sights]


def suspects(sights: Sequence[Sight], random: Random) -> Iterator[tuple[str, int]]:
    for name, features in orderings(sights):
        for kind, wanted in (("highest", max(features)), ("lowest", min(features))):
            yield f"{kind}: {name}", random.choice([i for i, each in enumerate(features) if each == wanted])


def kendall_tau(features: Sequence[int]) -> float:
    """Return Kendall's tau-a of features in the true order; ties count nothing."""
    pairs = list(combinations(features, 2))
    return sum((later > earlier) - (later < earlier) for earlier, later in pairs) / len(pairs)


def fill_the_box(folder: Path, answers: Sequence[bytes], random: Random) -> None:
    made = database(folder)
    for answer in answers:
        with made.connect() as store:
            box.add(store, SURVEY_ID, TEAM_ID, answer, entropy=random.randbytes)


def fill_the_box_and_start_again(folder: Path, answers: Sequence[bytes], random: Random) -> None:
    fill_the_box(folder, answers, random)
    with Database(folder / "teamhealth.sqlite").connect() as store:
        box.reshuffle(store, random.randbytes)


def fill_a_naive_box(folder: Path, answers: Sequence[bytes], random: Random) -> None:
    with database_at(folder) as connection:
        connection.execute("PRAGMA secure_delete = OFF")
        connection.execute("CREATE TABLE envelope (id INTEGER PRIMARY KEY, sealed BLOB)")
        for answer in answers:
            connection.execute("INSERT INTO envelope (sealed) VALUES (?)", (answer,))


def fill_a_box_with_random_keys(folder: Path, answers: Sequence[bytes], random: Random) -> None:
    with database_at(folder) as connection:
        protect(connection, folder)
        connection.execute("CREATE TABLE envelope (id BLOB PRIMARY KEY, sealed BLOB) STRICT, WITHOUT ROWID")
        for answer in answers:
            connection.execute("INSERT INTO envelope VALUES (?, ?)", (random.randbytes(16), answer))


def fill_a_box_rewritten_once(folder: Path, answers: Sequence[bytes], random: Random) -> None:
    with database_at(folder) as connection:
        protect(connection, folder)
        connection.execute("CREATE TABLE envelope (id BLOB PRIMARY KEY, sealed BLOB) STRICT, WITHOUT ROWID")
        for number in range(1, len(answers) + 1):
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("DELETE FROM envelope")
            rows = sorted((random.randbytes(16), answer) for answer in answers[:number])
            connection.executemany("INSERT INTO envelope VALUES (?, ?)", rows)
            connection.execute("COMMIT")


def database_at(folder: Path) -> closing[sqlite3.Connection]:
    return closing(sqlite3.connect(folder / "teamhealth.sqlite", isolation_level=None))


@pytest.mark.parametrize(("features", "tau"), [([1, 2, 3], 1.0), ([3, 2, 1], -1.0), ([1, 1, 1], 0.0)])
def test_tau_is_computed_rightly(features: list[int], tau: float) -> None:
    assert kendall_tau(features) == tau
