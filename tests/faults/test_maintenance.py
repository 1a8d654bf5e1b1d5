"""A new version's changes to the tables, and a backup, are killed half way: what was there is whole."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from teamhealth.failures import FileUnreadable
from teamhealth.services.backup import back_up
from teamhealth.services.restoring import restore
from teamhealth.storage import migrations
from teamhealth.storage.database import Database
from tests.faults.office import NOON, many, opened, read_answers, set_up
from tests.storage.rooms import folder_bytes

KILLS = many(4, 60)

# Adds one more step to those the program takes, and is killed after so many of its statements.
MIGRATING = """
import os, signal, sys
from pathlib import Path
from teamhealth.storage import database, inspection, migrations
steps = ["CREATE TABLE new_%d (id TEXT PRIMARY KEY, words TEXT) STRICT, WITHOUT ROWID" % n for n in range(6)]
steps += ["UPDATE envelope SET team = team", "DELETE FROM draft"]
migrations.MIGRATIONS = (*migrations.MIGRATIONS, tuple(steps))
migrations.NEWEST = database.NEWEST = inspection.NEWEST = len(migrations.MIGRATIONS)
left = int(sys.argv[2])
migrate = database.migrate
class Counting:
    def __init__(self, store):
        self.store = store
    def execute(self, sql, *parameters):
        global left
        if sql in steps or "user_version =" in sql:
            left -= 1
            if left < 0:
                self.store.execute("PRAGMA cache_spill = 1")
                os.kill(os.getpid(), signal.SIGKILL)
        return self.store.execute(sql, *parameters)
database.migrate = lambda store: migrate(Counting(store))
with database.Database(Path(sys.argv[1])).connect() as store:
    print(migrations.version_of(store))
"""

BACKING_UP = """
import sys
from pathlib import Path
from teamhealth.services.backup import back_up
from tests.faults.office import opened
with opened(Path(sys.argv[1])) as workspace:
    print("ready", flush=True)
    while True:
        back_up(workspace, Path(sys.argv[2]))
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows kills otherwise")
@pytest.mark.parametrize("statements", [0, 3, 6, 7, 8])
def test_a_killed_migration_leaves_the_old_tables_whole(tmp_path: Path, statements: int) -> None:
    path = set_up(tmp_path / "data", answers=3)
    command = [sys.executable, "-c", MIGRATING, str(path), str(statements)]
    killed = subprocess.run(command, capture_output=True, text=True, check=False)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    with Database(path).connect() as store:
        assert migrations.version_of(store) == migrations.NEWEST
        names = {row[0] for row in store.execute("SELECT name FROM sqlite_schema")}
    assert not any(name.startswith("new_") for name in names)
    assert read_answers(path) == ([0, 1, 2], 0)


def test_the_same_migration_is_done_when_nobody_kills_it(tmp_path: Path) -> None:
    path = set_up(tmp_path / "data", answers=3)
    command = [sys.executable, "-c", MIGRATING, str(path), "1000"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert int(done.stdout) == migrations.NEWEST + 1


def test_a_killed_backup_leaves_the_last_whole_one(tmp_path: Path) -> None:
    path = set_up(tmp_path / "data", answers=6)
    target = tmp_path / "copies" / "copy"
    target.parent.mkdir()
    with opened(path.parent) as workspace:
        held = back_up(workspace, target)
    for kill in range(KILLS):
        command = [sys.executable, "-c", BACKING_UP, str(path.parent), str(target)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == "ready\n"
            time.sleep(Random(kill).uniform(0, 0.05))
            child.kill()
        other = tmp_path / f"restored {kill}"
        restored = restore(other, target, clock=lambda: NOON, entropy=os.urandom)
        assert restored.held == held
        assert read_answers(other / path.name) == (list(range(6)), 0)
    assert read_answers(path) == (list(range(6)), 0)


@pytest.mark.parametrize("part", [0.0, 0.3, 0.9])
def test_part_of_a_backup_is_not_restored(tmp_path: Path, part: float) -> None:
    path = set_up(tmp_path / "data", answers=6)
    with opened(path.parent) as workspace:
        back_up(workspace, tmp_path / "copy")
    content = (tmp_path / "copy").read_bytes()
    (tmp_path / "copy").write_bytes(content[: int(len(content) * part)])
    before = folder_bytes(path.parent)
    with pytest.raises(FileUnreadable):
        restore(path.parent, tmp_path / "copy", clock=lambda: NOON, entropy=os.urandom)
    assert folder_bytes(path.parent) == before
