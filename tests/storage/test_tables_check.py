"""Tables that are not as the program makes them are noticed before anything is written."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from teamhealth.failures import DatabaseDamaged
from teamhealth.storage.tables_check import check_tables
from tests.storage.rooms import database


def test_a_fresh_database_is_as_it_should_be(tmp_path: Path) -> None:
    with database(tmp_path).connect() as store:
        check_tables(store, tmp_path)


@pytest.mark.parametrize("change", ["DROP TABLE draft", "ALTER TABLE draft ADD COLUMN owner TEXT"])
def test_another_table_is_named(tmp_path: Path, change: str) -> None:
    made = database(tmp_path)
    with closing(sqlite3.connect(made.path)) as connection:
        connection.execute(change)
    with made.connect() as store, pytest.raises(DatabaseDamaged) as caught:
        check_tables(store, tmp_path)
    assert caught.value.detail == "tables"


WATCHED = """
import sqlite3, sys
from contextlib import closing
from pathlib import Path
from teamhealth.storage.library import Store
from teamhealth.storage.tables_check import check_tables
made = []
sys.addaudithook(lambda event, given: made.append(given) if event == "sqlite3.connect" else None)
with closing(sqlite3.connect(sys.argv[1])) as connection:
    check_tables(Store(connection), Path())
print(len(made))
"""


def test_tables_that_the_program_knows_need_no_fresh_database_beside_them(tmp_path: Path) -> None:
    # If this fails after a new step was added: renew the sum in the module.
    code = [sys.executable, "-c", WATCHED, str(database(tmp_path).path)]
    assert subprocess.run(code, capture_output=True, text=True, check=True).stdout.split() == ["1"]
