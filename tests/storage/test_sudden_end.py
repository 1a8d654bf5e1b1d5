"""The program is killed: an answer that was confirmed is there, and no earlier one is ever lost."""

import hashlib
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest

from teamhealth.storage import box
from teamhealth.storage.database import Database
from tests.invented import SURVEY_ID, TEAM_ID
from tests.storage.rooms import database

KILLS = 5
# Adds envelopes without end, and confirms each by its hash once it has been added.
ANSWERING = """
import hashlib, os, sys
from pathlib import Path
from teamhealth.sealing.envelope_size import ENVELOPE_BYTES
from teamhealth.storage import box
from teamhealth.storage.database import Database
made = Database(Path(sys.argv[1]))
while True:
    envelope = os.urandom(ENVELOPE_BYTES)
    with made.connect() as store:
        box.add(store, sys.argv[2], sys.argv[3], envelope, entropy=os.urandom)
    print(hashlib.sha256(envelope).hexdigest(), flush=True)
"""


@contextmanager
def answering(path: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", ANSWERING, str(path), SURVEY_ID, TEAM_ID]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        try:
            yield child
        finally:
            child.kill()


def stored(made: Database) -> set[str]:
    with made.connect() as store:
        found = box.envelopes(store, SURVEY_ID)
        assert store.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert len(set(found)) == len(found)
    return {hashlib.sha256(sealed).hexdigest() for _, sealed in found}


def confirmed(child: subprocess.Popen[str], count: int) -> list[str]:
    assert child.stdout is not None
    return [child.stdout.readline().strip() for _ in range(count)]


def test_a_confirmed_answer_is_there_when_the_program_is_killed_at_once(tmp_path: Path) -> None:
    made = database(tmp_path)
    promised: set[str] = set()
    for kill in range(KILLS):
        with answering(made.path) as child:
            promised |= set(confirmed(child, 1 + kill % 2))
            child.kill()
        found = stored(made)
        assert promised <= found
        # What came in between the confirmation and the kill, whole.
        promised = found


@pytest.mark.parametrize("seed", range(KILLS))
def test_no_earlier_answer_is_lost_when_the_program_is_killed_at_any_moment(tmp_path: Path, seed: int) -> None:
    made = database(tmp_path)
    with answering(made.path) as child:
        promised = confirmed(child, 4)
        time.sleep(Random(seed).uniform(0, 0.03))
        child.kill()
        assert child.stdout is not None
        promised += [line.strip() for line in child.stdout if len(line.strip()) == 64]
    found = stored(made)
    assert set(promised) <= found
    assert len(found) <= len(promised) + 1
