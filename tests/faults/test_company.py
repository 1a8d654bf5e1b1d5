"""Other programs use the same data, and clocks jump: one of two has to wait, and nothing is lost."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from teamhealth.failures import AlreadyRunning, DatabaseBusy
from teamhealth.services.collect import submit
from teamhealth.storage import surveys
from teamhealth.survey.policy import RETENTION_DAYS
from tests.faults.office import NOON, opened, read_answers, response, set_up
from tests.invented import SURVEY_ID

HOLDING = """
import sys
from pathlib import Path
from tests.faults.office import opened
with opened(Path(sys.argv[1])):
    print("open", flush=True)
    sys.stdin.read()
"""


def test_of_two_programs_the_second_is_told_and_the_first_goes_on(tmp_path: Path) -> None:
    path = set_up(tmp_path / "data", answers=2)
    command = [sys.executable, "-c", HOLDING, str(path.parent)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        before = path.read_bytes()
        with pytest.raises(AlreadyRunning), opened(path.parent):
            pass
        assert path.read_bytes() == before
        # A killed program leaves its lock file, and holds nobody up.
        other.kill()
        other.wait()
        with opened(path.parent) as workspace:
            submit(workspace, response(2))
    assert read_answers(path) == ([0, 1, 2], 0)


def test_a_database_locked_by_a_scanner_is_busy_and_then_takes_the_answer(tmp_path: Path) -> None:
    path = set_up(tmp_path / "data", answers=2)
    with opened(path.parent) as workspace:
        impatient = replace(workspace, database=replace(workspace.database, patience=0.05))
        with closing(sqlite3.connect(path, isolation_level=None)) as scanner:
            scanner.execute("BEGIN EXCLUSIVE")
            with pytest.raises(DatabaseBusy):
                submit(impatient, response(2))
        assert read_answers(path) == ([0, 1], 0)
        submit(impatient, response(2))
    assert read_answers(path) == ([0, 1, 2], 0)


def test_a_clock_set_back_loses_nothing_and_refuses_nobody(tmp_path: Path) -> None:
    path = set_up(tmp_path / "data", answers=2)
    for years in (1, 26):
        with opened(path.parent, at=NOON - timedelta(days=365 * years)) as workspace:
            submit(workspace, response(1 + years))
    with opened(path.parent, at=NOON) as workspace:
        submit(workspace, response(3))
    assert read_answers(path) == ([0, 1, 2, 3, 27], 0)


def test_a_clock_set_back_destroys_nothing_before_its_time(tmp_path: Path) -> None:
    path = set_up(tmp_path / "data", answers=5)
    with opened(path.parent) as workspace, workspace.database.connect() as store:
        surveys.close(store, SURVEY_ID, NOON.date())
        surveys.publish(store, SURVEY_ID, NOON.date())
    for days in (-9000, -1, 0, RETENTION_DAYS - 1):
        with opened(path.parent, at=NOON + timedelta(days=days)):
            assert read_answers(path) == ([0, 1, 2, 3, 4], 0)
    with opened(path.parent, at=NOON + timedelta(days=RETENTION_DAYS)):
        assert read_answers(path) == ([], 0)
