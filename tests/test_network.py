"""Cut off from every network, the window and the whole job work, and the system itself counts no attempt to send."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.screen import own_screen

ROOT = Path(__file__).parent.parent
# In a fresh network namespace all of these are 0. They count what was sent, and what found no way out.
COUNTED = {
    "Ip": ("OutRequests", "OutNoRoutes"),
    "Tcp": ("ActiveOpens", "PassiveOpens"),
    "Udp": ("OutDatagrams",),
}
COUNTED_6 = ("Ip6OutRequests", "Ip6OutNoRoutes", "Udp6OutDatagrams")
ASIDE = ["unshare", "--map-root-user", "--net"]
COUNTERS = "echo COUNTERS; cat /proc/net/snmp; echo COUNTERS; cat /proc/net/snmp6 2>/dev/null || true"
WINDOW = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from teamhealth import app
def look():
    if any(each.objectName() == "surveys_room" and each.isVisible() for each in QApplication.allWidgets()):
        print("listed")
        QApplication.exit(0)
application = app.make_application()
looking = QTimer()
looking.timeout.connect(look)
looking.start(50)
sys.exit(app.run(["--data-dir", sys.argv[1]]))
"""
# A name to be looked up and an address to be reached, as a library that reports home would.
TRYING = """
import socket
with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as connection:
    try:
        connection.connect(("192.0.2.1", 80))
    except OSError as error:
        print("refused", error.errno)
"""


def _cut_off(code: str, *arguments: object, display: str = "") -> tuple[str, dict[str, int]]:
    """Run Python code where there is no network; return what it printed, and what was sent or tried."""
    platform = "xcb" if display else "offscreen"
    shell = f'QT_QPA_PLATFORM={platform} DISPLAY={display} "$@" || exit 1; {COUNTERS}'
    done = subprocess.run(
        [*ASIDE, "sh", "-c", shell, "sh", sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=150,
    )
    assert done.returncode == 0, done.stderr
    said, four, six = done.stdout.split("COUNTERS\n")
    return said, {**_of_four(four), **_of_six(six)}


def _of_four(text: str) -> dict[str, int]:
    lines = [line.split() for line in text.splitlines()]
    found = {}
    for names, values in zip(lines[::2], lines[1::2], strict=True):
        counted = dict(zip(names[1:], map(int, values[1:]), strict=True))
        protocol = names[0].rstrip(":")
        found.update({f"{protocol}{each}": counted[each] for each in COUNTED.get(protocol, ())})
    return found


def _of_six(text: str) -> dict[str, int]:
    counted = dict(line.split() for line in text.splitlines())
    return {each: int(counted[each]) for each in COUNTED_6 if each in counted}


@pytest.fixture(autouse=True)
def needs_a_place_without_network() -> None:
    if not sys.platform.startswith("linux") or shutil.which("unshare") is None:
        pytest.skip("only Linux can be asked for a place without network")
    if subprocess.run([*ASIDE, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this system gives nobody a place without network")


def test_the_counters_see_an_attempt() -> None:
    said, sent = _cut_off(TRYING)
    assert said.startswith("refused")
    assert sum(sent.values()) > 0


def test_the_window_sends_nothing_and_tries_nothing(tmp_path: Path) -> None:
    with own_screen() as screen:
        said, sent = _cut_off(WINDOW, tmp_path / "data", display=screen.name)
    assert said == "listed\n"
    assert set(sent.values()) == {0}


def test_the_whole_job_sends_nothing_and_tries_nothing(tmp_path: Path) -> None:
    job = "import sys; from teamhealth.app import run; sys.exit(run(sys.argv[1:]))"
    out = tmp_path / "out"
    small = ["--teams", "1", "--waves", "1"]
    said, sent = _cut_off(job, "demo", "--headless", out, "--data-dir", tmp_path / "data", *small)
    assert ".pdf" in said
    assert any(out.glob("*.pdf"))
    assert set(sent.values()) == {0}
