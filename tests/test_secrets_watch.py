"""The watch over logs, error texts and streams would see a secret on every way, and lets ordinary words pass."""

import logging
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from teamhealth.failures import NoSuchTeam, WrongPin
from teamhealth.texts import failure_words
from tests.secrets_watch import SecretsWatch

ROOT = Path(__file__).parent.parent
# One test for each way by which a secret could come out.
PLANTING = """
import logging, os, subprocess, sys, warnings
import pytest
from teamhealth.failures import NoSuchTeam
from teamhealth.texts import failure_words
SECRET = " ".join(("quiet", "harbour", "kettle", "nine"))
def fails(before=None):
    try:
        raise KeyError(SECRET)
    except KeyError as error:
        raise ValueError("plain words") from error
def test_log_line():
    logging.getLogger("teamhealth.somewhere").debug("tried %s", SECRET)
def test_traceback_in_the_log():
    try:
        fails()
    except ValueError:
        logging.getLogger("teamhealth").exception("it failed")
def test_log_of_a_library():
    logging.getLogger("library.part").info(SECRET)
def test_log_that_goes_nowhere_else():
    log = logging.getLogger("library.alone")
    log.propagate = False
    log.warning(SECRET)
def test_failure():
    NoSuchTeam(SECRET, ())
def test_words_of_a_plain_error():
    failure_words.words_for(ValueError(SECRET))
def test_error_that_another_came_of():
    with pytest.raises(ValueError, match="plain"):
        fails()
def test_note():
    error = ValueError("plain words")
    error.add_note(SECRET)
    with pytest.raises(ValueError, match="plain"):
        raise error
def test_stderr():
    print(SECRET, file=sys.stderr)
def test_stderr_that_a_test_has_read(capsys):
    print(SECRET, file=sys.stderr)
    assert capsys.readouterr().err
def test_stderr_below_python():
    os.write(2, SECRET.encode())
def test_stderr_of_another_process():
    subprocess.run([sys.executable, "-c", f"import sys; sys.stderr.write({SECRET!r})"], capture_output=True)
def test_stderr_that_another_process_shares():
    subprocess.run([sys.executable, "-c", f"import sys; sys.stderr.write({SECRET!r})"])
def test_stdout():
    print(SECRET)
def test_stdout_that_a_test_has_read(capsysbinary):
    print(SECRET)
    assert capsysbinary.readouterr().out
def test_stdout_of_another_process():
    subprocess.run([sys.executable, "-c", f"print({SECRET!r})"], capture_output=True, text=True)
@pytest.fixture
def closing():
    yield
    print(SECRET, file=sys.stderr)
def test_end_of_a_fixture(closing):
    pass
"""


def test_a_secret_on_any_way_lets_the_test_fail_that_let_it_out(tmp_path: Path, secrets_watch: SecretsWatch) -> None:
    (tmp_path / "conftest.py").write_text("from tests.conftest import *\n", encoding="utf-8")
    planting = tmp_path / "test_planting.py"
    planting.write_text(PLANTING + "def test_nothing():\n    print('What person 3 said.')\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-rA", "-q", "--tb=no", "-p", "no:cacheprovider", str(planting)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        # The runner cuts its lines to the screen's width unless it is told that nobody looks on.
        env={**os.environ, "CI": "1", "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        timeout=120,
    )
    # It tells the planted secrets, which is what it is for.
    assert secrets_watch.take_found()
    planted = set(re.findall(r"def (test_\w+)", PLANTING))
    told = set(re.findall(r"^ERROR .*::(\w+)", done.stdout, re.MULTILINE))
    assert told == planted, done.stdout
    assert "PASSED test_planting.py::test_nothing" in done.stdout


@pytest.mark.parametrize(
    "text",
    [
        "tried Quiet Harbour Kettle Nine",
        "code H7K2 9QMX 4DT",
        "PIN 480215",
        "answered at 09:41:07",
        "What person 3 said.",
    ],
)
def test_a_planted_secret_in_the_log_is_seen(secrets_watch: SecretsWatch, text: str) -> None:
    logging.getLogger("teamhealth.somewhere").warning(text)
    assert secrets_watch.take_found() == [text]


def test_a_planted_secret_in_a_failure_is_seen(secrets_watch: SecretsWatch) -> None:
    failure = NoSuchTeam("quiet harbour kettle nine", ("Northgate",))
    assert secrets_watch.take_found()
    failure_words.words_for(failure)
    assert secrets_watch.take_found()


def test_ordinary_words_pass_and_are_read(secrets_watch: SecretsWatch) -> None:
    before = secrets_watch.read
    failure_words.words_for(WrongPin(10))
    logging.getLogger("teamhealth.somewhere").warning("the answer could not be sealed")
    assert secrets_watch.read == before + 4
    assert secrets_watch.take_found() == []
