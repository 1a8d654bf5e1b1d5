"""sqlite-utils comes without pandas and numpy, and does not break them for anybody else."""

import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest

import teamhealth.storage
from teamhealth.storage.library import without


def run(program: str) -> str:
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return ran.stdout.strip()


def test_storage_loads_neither_pandas_nor_numpy() -> None:
    program = """
import sys
from teamhealth.storage import backup, box, drafts, folder, keys, organisations, publications, surveys
print([name for name in ("pandas", "numpy") if name in sys.modules])
"""
    assert run(program) == "[]"


def test_pandas_works_when_it_is_loaded_afterwards() -> None:
    program = """
from teamhealth.storage.database import Store
import numpy, pandas
print(int(pandas.DataFrame({"x": numpy.array([1, 2])})["x"].sum()))
"""
    assert run(program) == "3"


def test_modules_that_are_loaded_already_stay() -> None:
    program = """
import numpy
from teamhealth.storage.database import Store
import sys
print(sys.modules["numpy"] is numpy, int(numpy.array([1, 2]).sum()))
"""
    assert run(program) == "True 3"


def test_only_the_thread_that_asks_goes_without() -> None:
    name = "wave"
    sys.modules.pop(name, None)
    found: list[object] = []

    def import_it() -> None:
        found.append(__import__(name))

    with without([name]):
        with pytest.raises(ModuleNotFoundError):
            __import__(name)
        thread = threading.Thread(target=import_it)
        thread.start()
        thread.join()
    assert len(found) == 1
    assert __import__(name) is found[0]


def test_no_statement_numbers_its_places() -> None:
    # Python 3.14 refuses those beside a tuple of values, and 3.11 says nothing of it.
    storage = Path(teamhealth.storage.__file__).parent
    sources = {path.name: path.read_text(encoding="utf-8") for path in storage.rglob("*.py")}
    assert any("WHERE survey = ?" in source for source in sources.values())
    assert [name for name, source in sources.items() if re.search(r"\?\d", source)] == []
