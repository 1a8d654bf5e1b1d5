"""What a command loses on its way is told by its place, and never with the values that it holds."""

import re
import subprocess
import sys

import pytest

TYPED = "quiet harbour kettle nine"
COMMAND = """
import sys, threading, warnings, logging
import click
from teamhealth.cli.offered import OFFERED
typed = sys.argv.pop()
class Thrown:
    def __del__(self):
        raise ValueError(typed)
def halfway():
    try:
        yield
    finally:
        raise ValueError(typed)
def in_thread():
    raise ValueError(typed)
@click.command()
def losing():
    LOSE
    click.echo("done")
OFFERED["losing"] = lambda: losing
sys.argv[1:] = ["losing"]
from teamhealth.__main__ import main
main()
"""


@pytest.mark.parametrize(
    ("lose", "told"),
    [
        ("Thrown()", "ValueError"),
        ("global kept; kept = Thrown()", "ValueError"),
        ("left = halfway(); next(left); del left", "ValueError"),
        ("thread = threading.Thread(target=in_thread); thread.start(); thread.join()", "ValueError"),
        ("warnings.warn(typed)", "UserWarning"),
        ("logging.getLogger('library').warning('read %s', typed)", "WARNING"),
        ("raise GeneratorExit(typed)", "GeneratorExit"),
    ],
    ids=["thrown away", "at the end", "generator", "thread", "warning", "log", "uncaught"],
)
def test_only_its_place_is_told(lose: str, told: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", COMMAND.replace("LOSE", lose), TYPED],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert TYPED not in done.stdout + done.stderr
    assert re.fullmatch(rf"{told} at <string>:\d+\n", done.stderr)
    if told != "GeneratorExit":
        assert (done.returncode, done.stdout) == (0, "done\n")
