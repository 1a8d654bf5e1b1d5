"""One bit flips anywhere in the database: a damaged envelope is named and all others are saved, or the database is."""

import sys
from collections import Counter
from pathlib import Path
from random import Random
from shutil import rmtree

import pytest

from teamhealth.failures import DatabaseDamaged, DatabaseForeign, DatabaseNewer
from teamhealth.sealing.envelope_size import ENVELOPE_BYTES
from teamhealth.storage import box
from teamhealth.storage.database import Database
from tests.faults.office import many, opened, read_answers, set_up
from tests.invented import SURVEY_ID
from tests.storage.rooms import folder_bytes

ANSWERS = 12
FLIPS = many(60, 1000)
NAMED = (DatabaseDamaged, DatabaseForeign, DatabaseNewer)


def test_a_flipped_bit_costs_one_answer_at_most_or_the_database_says_so(tmp_path: Path) -> None:
    whole = set_up(tmp_path / "whole", answers=ANSWERS).read_bytes()
    outcomes: Counter[str] = Counter()
    for seed in range(FLIPS):
        place = tmp_path / "flipped"
        outcomes[outcome(place, flipped(whole, Random(seed)))] += 1
        rmtree(place)
    sys.stdout.write(f"{FLIPS} flips: {dict(outcomes)}\n")
    assert set(outcomes) <= {"nothing lost", "one damaged", "named"}
    assert outcomes["one damaged"] > FLIPS / 3


def flipped(whole: bytes, random: Random) -> bytes:
    spoilt = bytearray(whole)
    at = random.randrange(8 * len(whole))
    spoilt[at // 8] ^= 1 << at % 8
    return bytes(spoilt)


def outcome(folder: Path, content: bytes) -> str:
    """Start the program on a database, which rewrites the box, and open what is there."""
    folder.mkdir()
    path = folder / "teamhealth.sqlite"
    path.write_bytes(content)
    try:
        with opened(folder):
            pass
        found, damaged = read_answers(path)
    except NAMED:
        # Nothing has been changed, so that whoever helps can still look at it.
        return "named" if path.read_bytes() == content else "named, but changed"
    if (found, damaged) == (list(range(ANSWERS)), 0):
        return "nothing lost"
    one = len(found) == ANSWERS - 1 and damaged == 1
    return "one damaged" if one and set(found) < set(range(ANSWERS)) else f"{len(found)} left, {damaged} damaged"


@pytest.mark.parametrize("seed", range(6))
def test_a_bit_inside_an_envelope_damages_that_one_and_no_other(tmp_path: Path, seed: int) -> None:
    path = set_up(tmp_path / "data", answers=ANSWERS)
    random = Random(seed)
    with Database(path).connect() as store:
        identity, sealed = random.choice(store.execute("SELECT id, sealed FROM envelope").fetchall())
        spoilt = flipped(bytes(sealed), random)
        assert len(spoilt) == ENVELOPE_BYTES
        store.execute("UPDATE envelope SET sealed = ? WHERE id = ?", (spoilt, identity))
    for _ in range(2):
        with opened(tmp_path / "data"):
            found, damaged = read_answers(path)
        assert (len(found), damaged) == (ANSWERS - 1, 1)


def test_the_test_sees_an_answer_that_is_gone(tmp_path: Path) -> None:
    path = set_up(tmp_path / "data", answers=ANSWERS)
    with Database(path).connect() as store:
        store.execute("DELETE FROM envelope WHERE id = (SELECT min(id) FROM envelope)")
        assert box.counts(store, SURVEY_ID) != {}
    assert outcome(tmp_path / "copy", folder_bytes(tmp_path / "data")[path.name]) == "11 left, 0 damaged"


def test_a_database_cut_off_at_any_page_is_named_and_left_as_it_is(tmp_path: Path) -> None:
    whole = set_up(tmp_path / "whole", answers=ANSWERS).read_bytes()
    size = int.from_bytes(whole[16:18], "big")
    cuts = range(0, len(whole), size)
    assert len(cuts) > 60
    outcomes = {cut: outcome(tmp_path / str(cut), whole[:cut]) for cut in cuts}
    assert set(outcomes.values()) == {"named"}
