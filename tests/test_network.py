"""Cut off from every network, the window and the whole job work, and the system itself counts no attempt to send."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from tests import every_command
from tests.bench.screen import own_screen
from tests.session import REPORT
from tests.simulations.slow import needs_time
from tests.ui.real_display import real_display
from tests.ui.scenes.every import SCENES

ROOT = Path(__file__).parent.parent
BUNDLE = ROOT / "dist" / "TeamHealth" / "TeamHealth"
# In a fresh network namespace all of these are 0. They count what was sent, and what found no way out.
COUNTED = {
    "Ip": ("OutRequests", "OutNoRoutes"),
    "Tcp": ("ActiveOpens", "PassiveOpens"),
    "Udp": ("OutDatagrams",),
}
COUNTED_6 = ("Ip6OutRequests", "Ip6OutNoRoutes", "Udp6OutDatagrams")
# Surveys, results, Compare, trends, plans or help: so many pictures of the window differ.
DIFFERENT_ROOMS = 6
# By a filter in the system only the calls that are asked for stop a process; without it, all of them do.
TRACE = ["strace", "-f", "--seccomp-bpf", "-qq"]
ASIDE = ["unshare", "--map-root-user", "--net"]
COUNTERS = "echo COUNTERS; cat /proc/net/snmp; echo COUNTERS; cat /proc/net/snmp6 2>/dev/null || true"
# A name to be looked up and an address to be reached, as a library that reports home would.
TRYING = """
import socket
with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as connection:
    try:
        connection.connect(("192.0.2.1", 80))
    except OSError as error:
        print("refused", error.errno)
"""


@dataclass(frozen=True)
class CutOff:
    """What a process said where there is no network, what was sent or tried, and which sockets it asked for."""

    said: str
    sent: dict[str, int]
    sockets: str


def _cut_off(*command: object, place: Path, display: str = "") -> CutOff:
    """Run a command where there is no network, at home in an empty folder."""
    home, temporary, traced = place / "home", place / "temporary", place / "sockets.txt"
    home.mkdir()
    temporary.mkdir()
    traced.touch()
    trace = [*TRACE, "-e", "trace=socket", "-o", str(traced)] if _may_trace() else []
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "WAYLAND_"))}
    done = subprocess.run(
        [*ASIDE, "sh", "-c", f'"$@" || exit 1; {COUNTERS}', "sh", *trace, *map(str, command)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        env={
            **kept,
            "HOME": str(home),
            "TMPDIR": str(temporary),
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb" if display else "offscreen",
        },
    )
    assert done.returncode == 0, done.stderr
    said, four, six = done.stdout.split("COUNTERS\n")
    return CutOff(said, {**_of_four(four), **_of_six(six)}, traced.read_text(encoding="utf-8"))


@cache
def _may_trace() -> bool:
    """Whether strace is there and allowed; what was sent is counted without it, too."""
    return (
        shutil.which("strace") is not None
        and not subprocess.run([*TRACE, "-o", os.devnull, "true"], capture_output=True, check=False).returncode
    )


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


@pytest.fixture(scope="module", autouse=True)
def needs_a_place_without_network() -> None:
    if not sys.platform.startswith("linux") or shutil.which("unshare") is None:
        pytest.skip("only Linux can be asked for a place without network")
    if subprocess.run([*ASIDE, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this system gives nobody a place without network")


def test_the_counters_see_an_attempt(tmp_path: Path) -> None:
    seen = _cut_off(sys.executable, "-c", TRYING, place=tmp_path)
    assert seen.said.startswith("refused")
    assert sum(seen.sent.values()) > 0
    assert ("AF_INET" in seen.sockets) == _may_trace()


def _left(place: Path) -> list[Path]:
    """Return what lies at home and in the folder for temporary files."""
    return [each for name in ("home", "temporary") for each in (place / name).rglob("*") if each.is_file()]


def _assert_silent(seen: CutOff) -> None:
    assert set(seen.sent.values()) == {0}
    # Not even one that was never used; the screen is reached by AF_UNIX.
    assert "AF_INET" not in seen.sockets


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> tuple[CutOff, Path]:
    """A survey from its setting-up to its report, by keys in the window; returns what was seen, and the folder."""
    place = tmp_path_factory.mktemp("session")
    with own_screen() as screen:
        return _cut_off(sys.executable, "-m", "tests.session", place, place=place, display=screen.name), place


def test_a_whole_session_in_the_window_sends_nothing_and_tries_nothing(session: tuple[CutOff, Path]) -> None:
    seen, place = session
    assert seen.said == "published and saved\n"
    assert (place / REPORT).read_bytes().startswith(b"%PDF-")
    _assert_silent(seen)
    assert ("AF_UNIX" in seen.sockets) == _may_trace()


def test_a_whole_session_leaves_nothing_at_home(session: tuple[CutOff, Path]) -> None:
    _, place = session
    assert _left(place) == []


def test_no_screen_sends_or_tries_anything(tmp_path: Path) -> None:
    seen = _cut_off(sys.executable, "-m", "tests.every_screen", place=tmp_path)
    assert seen.said == f"{len(SCENES)}\n"
    _assert_silent(seen)
    assert _left(tmp_path) == []


def test_no_command_is_left_out() -> None:
    assert every_command.left_out() == set()


def test_no_command_sends_or_tries_anything_or_leaves_a_passphrase(tmp_path: Path) -> None:
    work = tmp_path / "work"
    work.mkdir()
    seen = _cut_off(sys.executable, "-m", "tests.every_command", work, place=tmp_path)
    assert seen.said.endswith(f"\n{len(every_command.LINES)} commands\n")
    _assert_silent(seen)
    assert _left(tmp_path) == []
    files = [each for each in tmp_path.rglob("*") if each.is_file()]
    holding = [
        each for each in files if any(words.encode() in each.read_bytes() for words in every_command.PASSPHRASES)
    ]
    assert sorted(holding) == [work / "pass", work / "pass2"]


def test_the_whole_job_sends_nothing_and_tries_nothing(tmp_path: Path) -> None:
    _whole_job((sys.executable, "-m", "teamhealth"), tmp_path)


@needs_time
@pytest.mark.skipif(not BUNDLE.exists(), reason="there is no bundle: .ci/bundle makes one")
def test_the_bundle_sends_nothing_and_tries_nothing(tmp_path: Path) -> None:
    _whole_job((BUNDLE,), tmp_path)


@needs_time
@pytest.mark.skipif(not BUNDLE.exists(), reason="there is no bundle: .ci/bundle makes one")
@pytest.mark.skipif(shutil.which("xdotool") is None, reason="xdotool is missing")
def test_the_bundles_window_sends_nothing_and_tries_nothing(tmp_path: Path) -> None:
    data, made = tmp_path / "data", tmp_path / "out"
    small = ("--teams", "1", "--waves", "1")
    demo = (BUNDLE, "demo", "--headless", made, "--data-dir", data, *small)
    subprocess.run(list(map(str, demo)), check=True, capture_output=True, timeout=150)
    results = min(made.glob("*.thresults"))
    with real_display() as display:
        walk = (sys.executable, "-m", "tests.bundle_window", BUNDLE, data, results)
        seen = _cut_off(*walk, place=tmp_path, display=display)
    assert int(seen.said) >= DIFFERENT_ROOMS
    _assert_silent(seen)


def _whole_job(program: Sequence[object], place: Path) -> None:
    small = ("--teams", 1, "--waves", 1)
    seen = _cut_off(*program, "demo", "--headless", place / "out", "--data-dir", place / "data", *small, place=place)
    assert ".pdf" in seen.said
    assert any((place / "out").glob("*.pdf"))
    _assert_silent(seen)
